// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QIODevice;

namespace hb::cli {

enum class Format : std::uint8_t { Table, Csv, Json };

/// How an aligned table shows the numbers of a column; csv and json always give them whole.
enum class Show : std::uint8_t {
    Plain,
    Score,  ///< truncated to Column::decimals, so that it always agrees with its band
    Points, ///< with its sign, rounded to 0.1
    Share,  ///< percent
};

/// An amount of money in hundredths, written exactly.
struct Cents {
    std::int64_t value = 0;
};

struct Column {
    std::string name;
    Show show = Show::Plain;
    int decimals = 1; ///< of a score: not fewer than the bounds of the schemes have
};

/// Rows of typed cells under named columns, written as they come: csv and json keep no row, an aligned table
/// keeps the first few hundred to find its widths. Text is UTF-8. A std::optional without a value is an
/// absent cell.
class OutputTable {
public:
    explicit OutputTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}
    virtual ~OutputTable() = default;
    OutputTable(const OutputTable&) = delete;
    OutputTable& operator=(const OutputTable&) = delete;

    virtual void cell(std::string_view text) = 0;
    virtual void cell(double value) = 0;
    virtual void cell(Cents amount) = 0;
    virtual void cell(std::int64_t value) = 0;
    virtual void cell(bool value) = 0;
    virtual void absent() = 0;
    virtual void endRow() = 0;
    /// Writes what is left. Io where the output could not be written.
    [[nodiscard]] virtual Result<void> finish() = 0;
    /// False once writing has failed: the rest need not be worked out.
    [[nodiscard]] virtual bool isGood() const = 0;

    void cell(const char* text) { cell(std::string_view(text)); }
    void cell(const std::string& text) { cell(std::string_view(text)); }
    void cell(const QString& text) { cell(std::string_view(text.toStdString())); }
    void cell(Day day) { cell(std::string_view(toIsoText(day))); }
    template <typename T>
    void cell(const std::optional<T>& value) {
        if (value) {
            cell(*value);
        } else {
            absent();
        }
    }
    template <typename... Cells>
    void row(const Cells&... cells) {
        (cell(cells), ...);
        endRow();
    }

protected:
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }

private:
    std::vector<Column> m_columns;
};

/// An empty text as an absent cell: null in json.
[[nodiscard]] inline std::optional<std::string_view> orAbsent(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// A table in the given format, its header first. `device` outlives it.
[[nodiscard]] std::unique_ptr<OutputTable>
makeTable(QIODevice& device, Format format, std::vector<Column> columns);

[[nodiscard]] std::string toText(Cents amount);
/// A JSON string with its quotes.
[[nodiscard]] std::string jsonText(std::string_view utf8);

} // namespace hb::cli
