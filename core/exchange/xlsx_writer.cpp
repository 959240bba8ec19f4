// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx_writer.h"

#include <QFile>
#include <QUuid>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <xlsxwriter.h>

namespace hb::exchange {

namespace {

constexpr std::size_t rowsMeasured = 1000; ///< for the widths
constexpr qsizetype narrowest = 8, widest = 60;
constexpr qsizetype longestSheetName = 31;
constexpr double aboutWidth = 24;

Error couldNotWrite(const QString& path, const QString& why) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + path.toStdString(),
            .found = why.toStdString(),
            .hint = "Nothing was changed there; choose another place"};
}

Result<void> checkSize(const Table& table, const QString& path) {
    const bool isTooLong = table.rows.size() + 1 > mostXlsxRows;
    if (!isTooLong && table.head.size() <= mostXlsxColumns) {
        return {};
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not write " + path.toStdString(),
                    .found = isTooLong ? std::to_string(table.rows.size()) + " rows"
                                       : std::to_string(table.head.size()) + " columns",
                    .expected = isTooLong ? "at most 1,048,575, which is what a sheet of XLSX holds"
                                          : "at most 16,384, which is what a sheet of XLSX holds",
                    .hint = "Export as CSV"});
}

/// Excel takes no name with these signs, nor an empty or a long one.
QString sheetName(QString name) {
    for (QChar& letter : name) {
        letter = QStringView(u"[]:*?/\\'").contains(letter) || !letter.isPrint() ? QChar(u' ') : letter;
    }
    name = name.simplified().left(longestSheetName).trimmed();
    return name.isEmpty() ? QStringLiteral("Table") : name;
}

QString decimalsFormat(int decimals) {
    return decimals > 0 ? u'.' + QString(decimals, u'0') : QString();
}

/// How Excel is to show a cell; empty: as it is.
struct FormatText {
    QString operator()(std::monostate /*nothing*/) const { return {}; }
    QString operator()(const QString& /*text*/) const { return {}; }
    QString operator()(Number number) const {
        return QStringLiteral("#,##0") + decimalsFormat(number.decimals);
    }
    QString operator()(Percent percent) const { return u'0' + decimalsFormat(percent.decimals) + u'%'; }
    QString operator()(Day /*day*/) const { return QStringLiteral("yyyy-mm-dd"); }
    QString operator()(const Money& money) const {
        const bool isCode = std::ranges::all_of(money.currency, [](QChar sign) { return sign.isLetter(); });
        return money.currency.isEmpty() || !isCode ? QStringLiteral("#,##0.00")
                                                   : QStringLiteral("[$%1] #,##0.00").arg(money.currency);
    }
};

/// How many signs a cell is wide, about.
struct Width {
    qsizetype operator()(std::monostate /*nothing*/) const { return 0; }
    qsizetype operator()(const QString& text) const { return text.size(); }
    qsizetype operator()(Number number) const {
        return QString::number(number.value, 'f', number.decimals).size() + 2;
    }
    qsizetype operator()(Percent percent) const { return 5 + percent.decimals; }
    qsizetype operator()(Day /*day*/) const { return 10; }
    qsizetype operator()(const Money& money) const { return QString::number(money.cents).size() + 8; }
};

/// A workbook of a table while it is written, row by row: what is written is no longer in memory.
class Workbook {
public:
    Workbook(const Table& table, const QString& path) : m_table(table) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
        m_sheet = m_workbook ? workbook_add_worksheet(m_workbook, sheetName(table.name).toUtf8().constData())
                             : nullptr;
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (m_workbook) {
            workbook_close(m_workbook);
        }
    }

    [[nodiscard]] lxw_error write(const Job& job);
    /// Puts the file together; what went wrong, where anything did.
    [[nodiscard]] lxw_error close() {
        return m_workbook ? workbook_close(std::exchange(m_workbook, nullptr))
                          : LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
    [[nodiscard]] int cutTexts() const { return m_cutTexts; }

private:
    void writeHead();
    [[nodiscard]] lxw_error writeAbout();
    [[nodiscard]] lxw_error writeCell(lxw_row_t row, lxw_col_t column, const Cell& cell);
    [[nodiscard]] lxw_error
    writeText(lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* format);
    [[nodiscard]] lxw_format* formatOf(const Cell& cell);
    [[nodiscard]] double widthOf(std::size_t column) const;

    const Table& m_table;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    std::map<QString, lxw_format*> m_formats;
    int m_cutTexts = 0;
};

double Workbook::widthOf(std::size_t column) const {
    qsizetype width = m_table.head[static_cast<qsizetype>(column)].size();
    for (std::size_t row = 0; row < std::min(rowsMeasured, m_table.rows.size()); ++row) {
        if (column < m_table.rows[row].size()) {
            width = std::max(width, std::visit(Width{}, m_table.rows[row][column]));
        }
    }
    return static_cast<double>(std::clamp(width + 2, narrowest, widest));
}

void Workbook::writeHead() {
    lxw_format* bold = workbook_add_format(m_workbook);
    format_set_bold(bold);
    format_set_bottom(bold, LXW_BORDER_THIN);
    for (std::size_t at = 0; at < static_cast<std::size_t>(m_table.head.size()); ++at) {
        const auto column = static_cast<lxw_col_t>(at);
        worksheet_set_column(m_sheet, column, column, widthOf(at), nullptr);
        (void)writeText(0, column, m_table.head[static_cast<qsizetype>(at)], bold);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
}

lxw_format* Workbook::formatOf(const Cell& cell) {
    const QString text = std::visit(FormatText{}, cell);
    if (text.isEmpty()) {
        return nullptr;
    }
    lxw_format*& format = m_formats[text];
    if (!format) {
        format = workbook_add_format(m_workbook);
        format_set_num_format(format, text.toUtf8().constData());
    }
    return format;
}

lxw_error Workbook::writeText(lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* format) {
    QString kept = text;
    for (QChar& letter : kept) {
        // XML has no such signs, and a text of C ends at the first of them.
        const bool isNone = letter.isNull() || letter.unicode() == 0xFFFE || letter.unicode() == 0xFFFF;
        letter = isNone ? QChar(QChar::ReplacementCharacter) : letter;
    }
    if (kept.size() > longestXlsxText) {
        const qsizetype room = longestXlsxText - 1;
        kept.truncate(kept[room - 1].isHighSurrogate() ? room - 1 : room);
        kept += u'\u2026';
        ++m_cutTexts;
    }
    return kept.isEmpty() ? LXW_NO_ERROR
                          : worksheet_write_string(m_sheet, row, column, kept.toUtf8().constData(), format);
}

lxw_error Workbook::writeCell(lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (const QString* text = std::get_if<QString>(&cell)) {
        return writeText(row, column, *text, nullptr);
    }
    if (const Day* day = std::get_if<Day>(&cell)) {
        const YearMonthDay parts = toYearMonthDay(*day);
        lxw_datetime date{};
        date.year = parts.year;
        date.month = parts.month;
        date.day = parts.day;
        return worksheet_write_datetime(m_sheet, row, column, &date, formatOf(cell));
    }
    double value = std::nan("");
    if (const Number* number = std::get_if<Number>(&cell)) {
        value = number->value;
    } else if (const Percent* percent = std::get_if<Percent>(&cell)) {
        value = percent->share;
    } else if (const Money* money = std::get_if<Money>(&cell)) {
        value = static_cast<double>(money->cents) / 100;
    }
    return std::isfinite(value) ? worksheet_write_number(m_sheet, row, column, value, formatOf(cell))
                                : LXW_NO_ERROR;
}

lxw_error Workbook::write(const Job& job) {
    if (!m_sheet) {
        return LXW_ERROR_CREATING_XLSX_FILE;
    }
    writeHead();
    for (std::size_t at = 0; at < m_table.rows.size(); ++at) {
        if (at % rowsBetweenLooks == 0 && job.stopped()) {
            break; // what was begun is thrown away
        }
        const std::vector<Cell>& row = m_table.rows[at];
        const std::size_t columns = std::min(row.size(), static_cast<std::size_t>(m_table.head.size()));
        for (std::size_t column = 0; column < columns; ++column) {
            const lxw_error error =
                writeCell(static_cast<lxw_row_t>(at + 1), static_cast<lxw_col_t>(column), row[column]);
            if (error != LXW_NO_ERROR) {
                return error;
            }
        }
    }
    return writeAbout();
}

/// A second sheet, so that the first stays a clean table.
lxw_error Workbook::writeAbout() {
    if (m_table.about.lines.empty()) {
        return LXW_NO_ERROR;
    }
    QString title = sheetName(m_table.about.title);
    if (title.compare(sheetName(m_table.name), Qt::CaseInsensitive) == 0) {
        title = title.left(longestSheetName - 2) + QStringLiteral(" 2"); // no two sheets are called the same
    }
    m_sheet = workbook_add_worksheet(m_workbook, title.toUtf8().constData());
    if (!m_sheet) {
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
    worksheet_set_column(m_sheet, 0, 1, aboutWidth, nullptr);
    for (std::size_t at = 0; at < m_table.about.lines.size(); ++at) {
        const AboutLine& line = m_table.about.lines[at];
        const auto row = static_cast<lxw_row_t>(at);
        (void)writeText(row, 0, line.what, nullptr);
        if (const lxw_error error = writeCell(row, 1, line.value); error != LXW_NO_ERROR) {
            return error;
        }
    }
    return LXW_NO_ERROR;
}

/// Writes it under a name that nobody uses.
Result<XlsxReport> writePart(const Table& table, const QString& part, const QString& path, const Job& job) {
    Workbook workbook(table, part);
    const lxw_error written = workbook.write(job);
    const lxw_error closed = workbook.close();
    if (job.stopped()) {
        return cancelled();
    }
    for (const lxw_error error : {written, closed}) {
        if (error != LXW_NO_ERROR) {
            return failure(couldNotWrite(path, QString::fromUtf8(lxw_strerror(error))));
        }
    }
    return XlsxReport{.cutTexts = workbook.cutTexts()};
}

} // namespace

Result<XlsxReport> writeXlsx(const Table& table, const QString& path, const Job& job) {
    HB_CHECK(checkSize(table, path));
    const QString part = path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".part");
    // Asked first: the library says on standard error what it cannot open.
    if (QFile probe(part); !probe.open(QIODevice::WriteOnly)) {
        return failure(couldNotWrite(path, probe.errorString()));
    }
    const Result<XlsxReport> report = writePart(table, part, path, job);
    if (!report) {
        QFile::remove(part);
        return report;
    }
    std::error_code error;
    std::filesystem::rename(
        part.toStdU16String(), path.toStdU16String(), error); // in the place of an old one
    if (error) {
        QFile::remove(part);
        return failure(couldNotWrite(path, QString::fromStdString(error.message())));
    }
    return report;
}

} // namespace hb::exchange
