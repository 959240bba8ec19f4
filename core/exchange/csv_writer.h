// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

class QIODevice;

namespace hb::exchange {

/// Writes a CSV table (RFC 4180) in UTF-8: commas, LF line ends, quotes only where needed; around other
/// separators too, because readers guess theirs from the header. A field that is absent is empty. Text is
/// written as it is, so that what is exported imports again to the same values.
class CsvWriter {
public:
    /// `device` is open for writing and outlives this.
    explicit CsvWriter(QIODevice& device);

    void field(std::string_view utf8);
    void field(const QString& text);
    void field(double value);
    void field(std::int64_t value);
    void field(bool value);
    void field(Day day);
    void absent();
    void endRow();

    /// Writes what is still held back. Io where this or an earlier write failed.
    [[nodiscard]] Result<void> finish();
    /// False once a write has failed: what follows is dropped.
    [[nodiscard]] bool isGood() const { return m_good; }

private:
    void raw(std::string_view utf8);
    void flush();

    QIODevice& m_device;
    QByteArray m_buffer;
    qsizetype m_rowStart = 0; ///< in the buffer
    bool m_firstField = true;
    bool m_severalFields = false;
    bool m_good = true;
};

} // namespace hb::exchange
