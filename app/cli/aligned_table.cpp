// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/aligned_table.h"

#include "core/exchange/number_text.h"
#include "core/wording/numbers.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

constexpr std::size_t rowsForWidths = 500;

/// How many columns of a terminal a text takes: marks that sit on another letter take none.
qsizetype displayWidth(const QString& text) {
    qsizetype width = 0;
    for (const QChar c : text) {
        width += c.isLowSurrogate() || c.isMark() ? 0 : 1;
    }
    return width;
}

/// Line breaks and escape sequences would tear the table apart, or the terminal.
QString withoutControls(QString text) {
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    return text;
}

QString shown(double value, const Column& column) {
    switch (column.show) {
    case Show::Score:
        return wording::scoreText(value, column.decimals);
    case Show::Points:
        return wording::pointsText(value);
    case Show::Share:
        return wording::percentText(value);
    case Show::Plain:
        break;
    }
    const QString rounded = QString::number(value, 'f', 4);
    const exchange::NumberText whole(value);
    const QString exact =
        QString::fromLatin1(whole.view().data(), static_cast<qsizetype>(whole.view().size()));
    return exact.size() <= rounded.size() ? exact : rounded;
}

} // namespace

AlignedTable::AlignedTable(QIODevice& device, std::vector<Column> columns)
    : OutputTable(std::move(columns)), m_device(device), m_isNumber(this->columns().size()) {
    for (const Column& column : this->columns()) {
        m_widths.push_back(static_cast<qsizetype>(column.name.size()));
    }
}

void AlignedTable::put(const QString& text, bool isNumber) {
    const std::size_t at = m_row.cells.size();
    m_isNumber[at] = m_isNumber[at] || isNumber;
    m_row.cells.push_back(text);
}

void AlignedTable::cell(std::string_view text) {
    put(withoutControls(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))), false);
}

void AlignedTable::cell(double value) {
    put(shown(value, columns()[m_row.cells.size()]), true);
}

void AlignedTable::cell(Cents amount) {
    put(QString::fromStdString(toText(amount)), true);
}

void AlignedTable::cell(std::int64_t value) {
    put(QString::number(value), true);
}

void AlignedTable::cell(bool value) {
    put(value ? u"yes"_s : u"no"_s, false);
}

void AlignedTable::absent() {
    put(QString(), false);
}

void AlignedTable::endRow() {
    if (m_headerWritten) {
        writeRow(m_row);
    } else {
        m_waiting.push_back(std::move(m_row));
        if (m_waiting.size() >= rowsForWidths) {
            writeWaiting();
        }
    }
    m_row.cells.clear();
}

void AlignedTable::writeWaiting() {
    for (const Row& row : m_waiting) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            m_widths[i] = std::max(m_widths[i], displayWidth(row.cells[i]));
        }
    }
    writeHeader();
    for (const Row& row : m_waiting) {
        writeRow(row);
    }
    m_waiting.clear();
}

void AlignedTable::writeHeader() {
    m_headerWritten = true;
    Row header;
    for (const Column& column : columns()) {
        header.cells.push_back(QString::fromStdString(column.name));
    }
    writeRow(header);
    qsizetype width = -2;
    for (const qsizetype column : m_widths) {
        width += column + 2;
    }
    writeLine(QString(width, u'-'));
}

void AlignedTable::writeRow(const Row& row) {
    QString line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QString blanks(std::max<qsizetype>(0, m_widths[i] - displayWidth(row.cells[i])), u' ');
        line += i == 0 ? QString() : u"  "_s;
        line += m_isNumber[i] ? blanks + row.cells[i] : row.cells[i] + blanks;
    }
    writeLine(line);
}

void AlignedTable::writeLine(QString line) {
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    const QByteArray utf8 = line.toUtf8() + '\n';
    m_good = m_good && m_device.write(utf8) == utf8.size();
}

Result<void> AlignedTable::finish() {
    if (!m_headerWritten) {
        writeWaiting();
    }
    if (!m_good) {
        return failure({.code = ErrorCode::Io,
                        .what = "Could not write the results",
                        .found = m_device.errorString().toStdString()});
    }
    return {};
}

} // namespace hb::cli
