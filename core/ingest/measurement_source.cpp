// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/measurement_source.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/file_columns.h"
#include "core/ingest/measurement_columns.h"

#include <algorithm>
#include <cmath>

namespace hb::ingest {

namespace {

constexpr std::string_view numberExpected = "a number";

/// The metric that follows another in a file mostly follows it again: that guess saves the look-up.
class MetricGuess {
public:
    [[nodiscard]] std::uint32_t find(const MetricForms& forms, std::string_view name) {
        if (m_last < m_next.size()) {
            if (const std::uint32_t guess = m_next[m_last];
                guess < forms.size() && forms.key(guess) == name) {
                m_last = guess;
                return guess;
            }
        }
        const std::uint32_t metric = forms.find(name);
        if (metric != MetricForms::none) {
            m_next.resize(forms.size(), MetricForms::none);
            if (m_last < m_next.size()) {
                m_next[m_last] = metric;
            }
            m_last = metric;
        }
        return metric;
    }

private:
    std::vector<std::uint32_t> m_next;
    std::uint32_t m_last = 0;
};

/// Exports hold the same day in many rows on end.
class DayGuess {
public:
    [[nodiscard]] std::optional<Day> parse(const DayForm& form, std::string_view text) {
        if (text.empty() || text != m_text) {
            m_day = form.parse(text);
            m_text = text;
        }
        return m_day;
    }

private:
    std::string m_text;
    std::optional<Day> m_day;
};

/// Of a row whose account_id is empty or cannot be stored.
std::string expectedAccount(std::string_view found) {
    return found.empty() ? "an account_id" : std::string(textExpected);
}

} // namespace

struct MeasurementSource::Parts {
    TableFile table;
    MetricForms forms;
    MeasurementColumns columns;
    NumberForm numbers;
    DayForm days;
    std::optional<Day> date;
    bool createMetrics = false;
    RowReader reader;
    MetricGuess metrics = {};
    DayGuess lastDay = {};
    bool begun = false;

    void takeLong(MeasurementBatch& batch);
    void takeWide(MeasurementBatch& batch);
    void takeCell(MeasurementBatch& batch, MeasurementRow& row, const MetricColumn& column);
    void takeDerived(MeasurementBatch& batch, MeasurementRow& row, const DerivedColumn& column);
    std::optional<double> operand(MeasurementBatch& batch, std::size_t column, bool percent);
    std::optional<double> valueOf(std::uint32_t metric, std::string_view cell, bool percent) const;
    std::string expectedValue(std::uint32_t metric) const;
    std::uint32_t metricOf(std::string_view name);
    std::optional<Day> day();
    std::int64_t cellCount() const;
    RejectedRow reject(std::size_t column, std::string expected) const;
    std::string_view field(std::size_t column) const { return trimmed(reader.fields()[column]); }
};

std::uint32_t MeasurementSource::Parts::metricOf(std::string_view name) {
    const std::uint32_t metric = metrics.find(forms, name);
    return metric == MetricForms::none && createMetrics ? makeMetric(name, forms, columns.newMetrics)
                                                        : metric;
}

std::optional<Day> MeasurementSource::Parts::day() {
    return columns.date ? lastDay.parse(days, field(*columns.date)) : date;
}

std::optional<double>
MeasurementSource::Parts::valueOf(std::uint32_t metric, std::string_view cell, bool percent) const {
    if (forms.isLevel(metric)) {
        return forms.level(metric, cell);
    }
    return parseNumber(cell, numbers, percent);
}

std::string MeasurementSource::Parts::expectedValue(std::uint32_t metric) const {
    return forms.isLevel(metric) ? "a level: " + forms.levelsText(metric) : std::string(numberExpected);
}

RejectedRow MeasurementSource::Parts::reject(std::size_t column, std::string expected) const {
    return {.offset = reader.offset(),
            .line = reader.line(),
            .column = column,
            .found = clipped(field(column)),
            .expected = std::move(expected)};
}

void MeasurementSource::Parts::takeLong(MeasurementBatch& batch) {
    const std::string_view account = field(columns.account);
    if (account.empty() || beginsWithNoCharacter(account)) {
        batch.rejects.push_back(reject(columns.account, expectedAccount(account)));
        return;
    }
    const std::uint32_t metric = metricOf(field(columns.metric));
    if (metric == MetricForms::none || !forms.isMeasured(metric)) {
        batch.rejects.push_back(reject(columns.metric, expectedMetric(forms, metric)));
        return;
    }
    const std::optional<Day> observed = day();
    if (!observed) {
        batch.rejects.push_back(reject(*columns.date, days.expected()));
        return;
    }
    const std::optional<double> value = valueOf(metric, field(columns.value), columns.valuePercent);
    if (!value) {
        batch.rejects.push_back(reject(columns.value, expectedValue(metric)));
        return;
    }
    const std::string_view note = columns.note ? field(*columns.note) : std::string_view();
    if (beginsWithNoCharacter(note)) {
        batch.rejects.push_back(reject(*columns.note, std::string(textExpected)));
        return;
    }
    batch.rows.push_back({.account = account,
                          .value = *value,
                          .note = note,
                          .offset = reader.offset(),
                          .line = reader.line(),
                          .day = *observed,
                          .metric = metric,
                          .column = static_cast<std::uint32_t>(columns.value)});
}

std::int64_t MeasurementSource::Parts::cellCount() const {
    const auto cells =
        std::ranges::count_if(columns.metrics, [this](const auto& c) { return !field(c.index).empty(); });
    const auto derived = std::ranges::count_if(
        columns.derived, [this](const auto& c) { return !field(c.left).empty() && !field(c.right).empty(); });
    return std::max<std::int64_t>(1, cells + derived);
}

void MeasurementSource::Parts::takeWide(MeasurementBatch& batch) {
    const std::optional<Day> observed = day();
    const std::string_view account = field(columns.account);
    const bool isNamed = !account.empty() && !beginsWithNoCharacter(account);
    if (!isNamed || !observed) {
        RejectedRow whole = isNamed ? reject(*columns.date, days.expected())
                                    : reject(columns.account, expectedAccount(account));
        whole.count = cellCount();
        batch.rejects.push_back(std::move(whole));
        return;
    }
    MeasurementRow row{
        .account = account, .offset = reader.offset(), .line = reader.line(), .day = *observed};
    for (const MetricColumn& column : columns.metrics) {
        takeCell(batch, row, column);
    }
    for (const DerivedColumn& column : columns.derived) {
        takeDerived(batch, row, column);
    }
}

void MeasurementSource::Parts::takeCell(MeasurementBatch& batch,
                                        MeasurementRow& row,
                                        const MetricColumn& column) {
    const std::string_view cell = field(column.index);
    if (cell.empty()) {
        return;
    }
    const std::optional<double> value = valueOf(column.metric, cell, column.percent);
    if (!value) {
        batch.rejects.push_back(reject(column.index, expectedValue(column.metric)));
        batch.rejects.back().cellOnly = true;
        return;
    }
    row.value = *value;
    row.metric = column.metric;
    row.column = static_cast<std::uint32_t>(column.index);
    batch.rows.push_back(row);
}

std::optional<double>
MeasurementSource::Parts::operand(MeasurementBatch& batch, std::size_t column, bool percent) {
    const std::optional<double> value = parseNumber(field(column), numbers, percent);
    if (value) {
        return value;
    }
    // A cell that is a metric of its own has been rejected already.
    bool isRejected = false;
    for (auto r = batch.rejects.rbegin(); r != batch.rejects.rend() && r->offset == reader.offset(); ++r) {
        isRejected = isRejected || r->column == column;
    }
    if (!isRejected) {
        batch.rejects.push_back(reject(column, std::string(numberExpected)));
        batch.rejects.back().cellOnly = true;
    }
    return value;
}

void MeasurementSource::Parts::takeDerived(MeasurementBatch& batch,
                                           MeasurementRow& row,
                                           const DerivedColumn& column) {
    if (field(column.left).empty() || field(column.right).empty()) {
        return;
    }
    const std::optional<double> left = operand(batch, column.left, column.leftPercent);
    const std::optional<double> right = operand(batch, column.right, column.rightPercent);
    if (!left || !right) {
        return;
    }
    const double value = column.op == '+'   ? *left + *right
                         : column.op == '-' ? *left - *right
                         : column.op == '*' ? *left * *right
                                            : *left / *right;
    const bool isValid =
        std::isfinite(value) && (!forms.isLevel(column.metric) || forms.hasLevel(column.metric, value));
    if (!isValid) {
        RejectedRow bad =
            reject(column.right, expectedValue(column.metric) + " for " + forms.key(column.metric));
        bad.found = clipped(field(column.left)) + ' ' + column.op + ' ' + clipped(field(column.right));
        bad.cellOnly = true;
        batch.rejects.push_back(std::move(bad));
        return;
    }
    row.value = value + 0.0;
    row.metric = column.metric;
    row.column = static_cast<std::uint32_t>(column.right);
    batch.rows.push_back(row);
}

Result<MeasurementSource>
MeasurementSource::open(const QString& path, const ReadOptions& options, MetricForms forms, const Job& job) {
    HB_TRY(TableFile table, TableFile::open(path, options.encoding, job));
    HB_TRY(MeasurementColumns columns, measurementColumns(table, options, forms));
    HB_TRY(DayForm days, dayForm(options.mapping));
    RowReader reader = table.rows();
    return MeasurementSource(std::unique_ptr<Parts>(new Parts{.table = std::move(table),
                                                              .forms = std::move(forms),
                                                              .columns = std::move(columns),
                                                              .numbers = numberForm(options.mapping),
                                                              .days = std::move(days),
                                                              .date = options.date,
                                                              .createMetrics = options.createMetrics,
                                                              .reader = std::move(reader)}));
}

MeasurementSource::MeasurementSource(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
MeasurementSource::MeasurementSource(MeasurementSource&&) noexcept = default;
MeasurementSource& MeasurementSource::operator=(MeasurementSource&&) noexcept = default;
MeasurementSource::~MeasurementSource() = default;

bool MeasurementSource::isWide() const {
    return m_parts->columns.isWide;
}

bool MeasurementSource::hasNotes() const {
    return m_parts->columns.note.has_value();
}

std::span<const NewMetric> MeasurementSource::newMetrics() const {
    return m_parts->columns.newMetrics;
}

const TableFile& MeasurementSource::file() const {
    return m_parts->table;
}

std::size_t MeasurementSource::position() const {
    return m_parts->reader.position();
}

std::vector<std::size_t> MeasurementSource::keyColumns() const {
    std::vector<std::size_t> kept = {m_parts->columns.account};
    if (m_parts->columns.date) {
        kept.push_back(*m_parts->columns.date);
    }
    for (const DerivedColumn& derived : m_parts->columns.derived) {
        kept.push_back(derived.left); // without its other half a mended cell derives nothing
        kept.push_back(derived.right);
    }
    return kept;
}

bool MeasurementSource::next(MeasurementBatch& batch) {
    batch.rows.clear();
    batch.rejects.clear();
    Parts& parts = *m_parts;
    if (!parts.begun) {
        parts.begun = true;
        batch.rejects = parts.columns.findings;
    }
    return fillBatch(parts.reader, batch, [&parts, &batch] {
        if (parts.reader.fault() != RowFault::None) {
            batch.rejects.push_back(rejectFaultyRow(parts.reader, parts.table.columns().size()));
        } else if (parts.columns.isWide) {
            parts.takeWide(batch);
        } else {
            parts.takeLong(batch);
        }
    });
}

RejectedRow MeasurementSource::rejectAccount(const MeasurementRow& row, std::string expected) const {
    return {.offset = row.offset,
            .line = row.line,
            .column = m_parts->columns.account,
            .found = clipped(row.account),
            .expected = std::move(expected)};
}

RejectedRow MeasurementSource::rejectMetric(const MeasurementRow& row, std::string expected) const {
    const bool wide = m_parts->columns.isWide;
    return {.offset = row.offset,
            .line = row.line,
            .column = wide ? row.column : m_parts->columns.metric,
            .cellOnly = wide,
            .found = m_parts->forms.key(row.metric),
            .expected = std::move(expected)};
}

} // namespace hb::ingest
