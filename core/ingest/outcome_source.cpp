// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/outcome_source.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/file_columns.h"

#include <utility>

namespace hb::ingest {

namespace {

std::optional<OutcomeKind> parseKind(std::string_view text) {
    if (text.size() > 16) {
        return std::nullopt;
    }
    const std::string word = lowerCase(text);
    return word == "retained" ? std::optional(OutcomeKind::Renewed) : outcomeKindOf(word);
}

} // namespace

struct OutcomeSource::Parts {
    TableFile table;
    std::size_t account = 0;
    std::size_t date = 0;
    std::size_t outcome = 0;
    std::optional<std::size_t> arrChange;
    std::optional<std::size_t> reason;
    NumberForm numbers;
    DayForm days;
    RowReader reader;

    void take(OutcomeBatch& batch);
    RejectedRow reject(std::size_t column, std::string expected) const;
    std::string_view field(std::size_t column) const { return trimmed(reader.fields()[column]); }
};

RejectedRow OutcomeSource::Parts::reject(std::size_t column, std::string expected) const {
    return {.offset = reader.offset(),
            .line = reader.line(),
            .column = column,
            .found = clipped(field(column)),
            .expected = std::move(expected)};
}

void OutcomeSource::Parts::take(OutcomeBatch& batch) {
    if (reader.fault() != RowFault::None) {
        batch.rejects.push_back(rejectFaultyRow(reader, table.columns().size()));
        return;
    }
    OutcomeRow row{.account = field(account), .offset = reader.offset(), .line = reader.line()};
    const auto day = days.parse(field(date));
    const auto kind = parseKind(field(outcome));
    if (row.account.empty() || beginsWithNoCharacter(row.account)) {
        batch.rejects.push_back(
            reject(account, row.account.empty() ? "an account_id" : std::string(textExpected)));
        return;
    }
    if (!day) {
        batch.rejects.push_back(reject(date, days.expected()));
        return;
    }
    if (!kind) {
        batch.rejects.push_back(reject(outcome, "renewed (or retained), churned, expanded or downgraded"));
        return;
    }
    row.day = *day;
    row.kind = *kind;
    if (arrChange && !field(*arrChange).empty()) {
        row.arrChangeCents = parseAmount(field(*arrChange), numbers);
        if (!row.arrChangeCents) {
            batch.rejects.push_back(reject(*arrChange, "an amount with at most two decimals"));
            return;
        }
    }
    row.reason = reason ? field(*reason) : std::string_view();
    if (beginsWithNoCharacter(row.reason)) {
        batch.rejects.push_back(reject(*reason, std::string(textExpected)));
        return;
    }
    batch.rows.push_back(row);
}

Result<OutcomeSource> OutcomeSource::open(const QString& path, const ReadOptions& options, const Job& job) {
    HB_TRY(TableFile table, TableFile::open(path, options.encoding, job));
    HB_TRY(const std::vector<FileColumn> columns, fileColumns(table, options.mapping));
    const auto account = findAccountColumn(columns, options.mapping);
    const auto date = findField(columns, u"date");
    const auto outcome = findField(columns, u"outcome");
    if (!account || !date || !outcome) {
        return lacksFields(table, options, "the columns account_id, date and outcome");
    }
    HB_TRY(DayForm days, dayForm(options.mapping));
    RowReader reader = table.rows();
    return OutcomeSource(std::unique_ptr<Parts>(new Parts{.table = std::move(table),
                                                          .account = *account,
                                                          .date = *date,
                                                          .outcome = *outcome,
                                                          .arrChange = findField(columns, u"arr_change"),
                                                          .reason = findField(columns, u"reason"),
                                                          .numbers = numberForm(options.mapping),
                                                          .days = std::move(days),
                                                          .reader = std::move(reader)}));
}

OutcomeSource::OutcomeSource(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
OutcomeSource::OutcomeSource(OutcomeSource&&) noexcept = default;
OutcomeSource& OutcomeSource::operator=(OutcomeSource&&) noexcept = default;
OutcomeSource::~OutcomeSource() = default;

bool OutcomeSource::hasArrChange() const {
    return m_parts->arrChange.has_value();
}

bool OutcomeSource::hasReason() const {
    return m_parts->reason.has_value();
}

const TableFile& OutcomeSource::file() const {
    return m_parts->table;
}

std::size_t OutcomeSource::position() const {
    return m_parts->reader.position();
}

bool OutcomeSource::next(OutcomeBatch& batch) {
    batch.rows.clear();
    batch.rejects.clear();
    return fillBatch(m_parts->reader, batch, [this, &batch] { m_parts->take(batch); });
}

RejectedRow OutcomeSource::rejectAccount(const OutcomeRow& row, std::string expected) const {
    return {.offset = row.offset,
            .line = row.line,
            .column = m_parts->account,
            .found = clipped(row.account),
            .expected = std::move(expected)};
}

} // namespace hb::ingest
