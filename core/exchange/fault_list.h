// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace hb::exchange {

/// A place in a JSON text (RFC 6901): "/templates/0/groups/1/weight".
class JsonPath {
public:
    [[nodiscard]] JsonPath operator/(std::string_view key) const;
    [[nodiscard]] JsonPath operator/(std::size_t index) const;
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

/// Faults as they are found, each with its place, each place once.
class FaultList {
public:
    /// What stands there cannot be read. Nothing below it is known, so faults there are not told of.
    void misread(const JsonPath& path, const std::string& text);
    /// What stands there was read and is not allowed.
    void wrong(const JsonPath& path, const std::string& text);

    [[nodiscard]] bool isEmpty() const { return m_lines.isEmpty(); }
    [[nodiscard]] bool hasUnder(const JsonPath& path) const;
    [[nodiscard]] const QStringList& lines() const { return m_lines; }

private:
    [[nodiscard]] bool isCovered(const std::string& path) const;

    QStringList m_lines;
    std::set<std::string> m_places;
    std::set<std::string> m_misread;
};

} // namespace hb::exchange
