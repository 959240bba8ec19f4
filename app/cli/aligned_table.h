// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output_table.h"

#include <QString>

#include <vector>

namespace hb::cli {

/// A table for people in a terminal: aligned columns, numbers to the right and rounded for reading, no
/// control characters. The first rows set the widths; later cells that are longer push their row apart.
class AlignedTable final : public OutputTable {
public:
    AlignedTable(QIODevice& device, std::vector<Column> columns);

    using OutputTable::cell;
    void cell(std::string_view text) override;
    void cell(double value) override;
    void cell(Cents amount) override;
    void cell(std::int64_t value) override;
    void cell(bool value) override;
    void absent() override;
    void endRow() override;
    Result<void> finish() override;
    bool isGood() const override { return m_good; }

private:
    struct Row {
        std::vector<QString> cells;
    };
    void put(const QString& text, bool isNumber);
    void writeHeader();
    void writeRow(const Row& row);
    void writeWaiting();
    void writeLine(QString line);

    QIODevice& m_device;
    Row m_row;
    std::vector<Row> m_waiting; ///< until the widths are known
    std::vector<qsizetype> m_widths;
    std::vector<bool> m_isNumber;
    bool m_headerWritten = false;
    bool m_good = true;
};

} // namespace hb::cli
