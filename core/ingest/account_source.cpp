// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/account_source.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/file_columns.h"
#include "core/model/known_attributes.h"
#include "core/model/snapshot.h"

#include <algorithm>
#include <array>

namespace hb::ingest {

namespace {

enum class Form { Text, Amount, Currency, Day };

struct AttributeField {
    std::size_t index;
    Form form;
};

Form formOf(std::string_view key) {
    if (key == attribute::arr) {
        return Form::Amount;
    }
    if (key == attribute::currency) {
        return Form::Currency;
    }
    return key == attribute::renewalDate ? Form::Day : Form::Text;
}

/// Whether two names are one as the names of columns.
bool folds(const std::string& one, const std::string& other) {
    return foldedColumnName(QString::fromStdString(one)) == foldedColumnName(QString::fromStdString(other));
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::string attributeKey(const QString& name) {
    const QString folded = foldedColumnName(name);
    for (const std::string_view known : attribute::known) {
        if (foldedColumnName(QString::fromUtf8(known)) == folded) {
            return std::string(known);
        }
    }
    return name.toStdString();
}

bool isKnownAttribute(std::string_view key) {
    return std::ranges::find(attribute::known, key) != attribute::known.end();
}

struct AccountSource::Parts {
    TableFile table;
    std::size_t account = 0;
    std::vector<std::string> keys;
    std::vector<AttributeField> fields; ///< as keys
    NumberForm numbers;
    DayForm days;
    RowReader reader;
    ByteArena arena = {};

    void take(AccountBatch& batch);
    std::optional<std::string_view> canonical(std::string_view cell, Form form);
    std::string expected(Form form) const;
    RejectedRow reject(std::size_t column, std::string expected) const;
    std::string_view field(std::size_t column) const { return trimmed(reader.fields()[column]); }
};

std::string AccountSource::Parts::expected(Form form) const {
    switch (form) {
    case Form::Amount:
        return "an amount from 0 on with at most two decimals";
    case Form::Currency:
        return "a currency of three letters, such as USD";
    case Form::Day:
        return days.expected();
    case Form::Text:
        break;
    }
    return std::string(textExpected);
}

/// None where the cell is bad; empty where it is empty.
std::optional<std::string_view> AccountSource::Parts::canonical(std::string_view cell, Form form) {
    if (cell.empty() || form == Form::Text) {
        return beginsWithNoCharacter(cell) ? std::nullopt : std::optional(cell);
    }
    if (form == Form::Amount) {
        const auto cents = parseAmount(cell, numbers);
        return cents && *cents >= 0 ? std::optional(arena.keep(centsToText(*cents))) : std::nullopt;
    }
    if (form == Form::Day) {
        const auto day = days.parse(cell);
        return day ? std::optional(arena.keep(toIsoText(*day))) : std::nullopt;
    }
    if (cell.size() != 3 || !std::ranges::all_of(cell, isLetter)) {
        return std::nullopt;
    }
    std::string capitals(cell);
    std::ranges::transform(capitals, capitals.begin(), [](char c) { return static_cast<char>(c & ~0x20); });
    return arena.keep(capitals);
}

RejectedRow AccountSource::Parts::reject(std::size_t column, std::string wanted) const {
    return {.offset = reader.offset(),
            .line = reader.line(),
            .column = column,
            .found = clipped(field(column)),
            .expected = std::move(wanted)};
}

void AccountSource::Parts::take(AccountBatch& batch) {
    if (reader.fault() != RowFault::None) {
        batch.rejects.push_back(rejectFaultyRow(reader, table.columns().size()));
        return;
    }
    const std::string_view key = field(account);
    if (key.empty()) {
        batch.rejects.push_back(reject(account, "an account_id"));
        return;
    }
    if (beginsWithNoCharacter(key)) {
        batch.rejects.push_back(reject(account, std::string(textExpected)));
        return;
    }
    const std::size_t firstValue = batch.values.size();
    for (const AttributeField& attribute : fields) {
        const auto value = canonical(field(attribute.index), attribute.form);
        if (!value) {
            batch.values.resize(firstValue);
            batch.rejects.push_back(reject(attribute.index, expected(attribute.form)));
            return;
        }
        batch.values.push_back(*value);
    }
    batch.rows.push_back({key, firstValue, reader.offset(), reader.line()});
}

Result<AccountSource> AccountSource::open(const QString& path, const ReadOptions& options, const Job& job) {
    HB_TRY(TableFile table, TableFile::open(path, options.encoding, job));
    HB_TRY(const std::vector<FileColumn> columns, fileColumns(table, options.mapping));
    const auto account = findAccountColumn(columns, options.mapping);
    if (!account) {
        return lacksFields(table,
                           options,
                           options.mapping.key == ColumnMapping::Key::Name
                               ? "the column account_id or name"
                               : "the columns account_id and name");
    }
    if (findField(columns, u"metric") && findField(columns, u"value")) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not read the file",
                        .found = "the columns metric and value, which are of measurements",
                        .expected = "accounts: account_id, name and attributes",
                        .hint = "Import it as measurements",
                        .place = path.toStdString()});
    }
    HB_TRY(DayForm days, dayForm(options.mapping));
    std::vector<std::string> keys;
    std::vector<AttributeField> fields;
    const auto id = findField(columns, u"account_id");
    for (const FileColumn& column : columns) {
        if (column.index != id) {
            keys.push_back(attributeKey(column.target));
            fields.push_back({column.index, formOf(keys.back())});
        }
    }
    RowReader reader = table.rows();
    return AccountSource(std::unique_ptr<Parts>(new Parts{.table = std::move(table),
                                                          .account = *account,
                                                          .keys = std::move(keys),
                                                          .fields = std::move(fields),
                                                          .numbers = numberForm(options.mapping),
                                                          .days = std::move(days),
                                                          .reader = std::move(reader)}));
}

AccountSource::AccountSource(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
AccountSource::AccountSource(AccountSource&&) noexcept = default;
AccountSource& AccountSource::operator=(AccountSource&&) noexcept = default;
AccountSource::~AccountSource() = default;

std::span<const std::string> AccountSource::attributes() const {
    return m_parts->keys;
}

const TableFile& AccountSource::file() const {
    return m_parts->table;
}

std::size_t AccountSource::position() const {
    return m_parts->reader.position();
}

void AccountSource::spellAttributes(std::span<const std::string> known) {
    for (std::string& key : m_parts->keys) {
        const auto same =
            std::ranges::find_if(known, [&key](const std::string& other) { return folds(key, other); });
        if (!isKnownAttribute(key) && same != known.end() && std::ranges::find(known, key) == known.end()) {
            key = *same;
        }
    }
}

bool AccountSource::spellsOtherwise(std::span<const std::string> known) const {
    return std::ranges::any_of(m_parts->keys, [known](const std::string& key) {
        return std::ranges::any_of(
            known, [&key](const std::string& other) { return key != other && folds(key, other); });
    });
}

void AccountSource::rewind() {
    m_parts->reader = m_parts->table.rows();
}

bool AccountSource::next(AccountBatch& batch) {
    batch.rows.clear();
    batch.values.clear();
    batch.rejects.clear();
    m_parts->arena.clear();
    return fillBatch(m_parts->reader, batch, [this, &batch] { m_parts->take(batch); });
}

RejectedRow AccountSource::reject(const AccountRow& row,
                                  std::string_view attributeKey,
                                  std::string found,
                                  std::string expected) const {
    const auto key = std::ranges::find(m_parts->keys, attributeKey);
    const bool isKnown = key != m_parts->keys.end();
    const auto at = static_cast<std::size_t>(key - m_parts->keys.begin());
    return {.offset = row.offset,
            .line = row.line,
            .column = isKnown ? m_parts->fields[at].index : m_parts->account,
            .found = std::move(found),
            .expected = std::move(expected)};
}

} // namespace hb::ingest
