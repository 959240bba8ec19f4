// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/table_file.h"

#include <memory>

namespace hb::ingest {

/// One row of an accounts file; values are AccountBatch::values from `firstValue`, one for each
/// AccountSource::attributes().
struct AccountRow {
    std::string_view account; ///< its key, trimmed, never empty
    std::size_t firstValue = 0;
    std::size_t offset = 0;
    std::int64_t line = 0;
};

/// The views hold until the next batch.
struct AccountBatch {
    std::vector<AccountRow> rows;
    /// Canonical: arr as "120000.5", currency in capitals, days as YYYY-MM-DD, all else trimmed. Empty: the
    /// cell clears the value.
    std::vector<std::string_view> values;
    std::vector<RejectedRow> rejects;
};

/// Reads an accounts file. Whether a name is needed (new accounts) and a parent exists is for the caller to
/// say: `reject(row, key, ...)`.
class AccountSource {
public:
    [[nodiscard]] static Result<AccountSource>
    open(const QString& path, const ReadOptions& options, const Job& job = {});
    AccountSource(AccountSource&&) noexcept;
    AccountSource& operator=(AccountSource&&) noexcept;
    ~AccountSource();

    /// The attribute keys that the file has columns for, in its order: known ones as in hb::attribute (`name`
    /// among them), custom ones as written. A key that is absent leaves the value alone.
    [[nodiscard]] std::span<const std::string> attributes() const;
    /// Spells the custom ones that `known` lacks like the first of it that is the same as a column name.
    void spellAttributes(std::span<const std::string> known);
    /// Whether any of `known` is the same as a column name, but spelt otherwise.
    [[nodiscard]] bool spellsOtherwise(std::span<const std::string> known) const;
    [[nodiscard]] bool next(AccountBatch& batch);
    /// Begins again at the first row; a pipe can be opened only once.
    void rewind();
    [[nodiscard]] const TableFile& file() const;
    [[nodiscard]] std::size_t position() const;
    /// A reject of a row for the value of `attributeKey`; an empty key: for its account_id.
    [[nodiscard]] RejectedRow reject(const AccountRow& row,
                                     std::string_view attributeKey,
                                     std::string found,
                                     std::string expected) const;

private:
    struct Parts;
    explicit AccountSource(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The spelling of an attribute that Healthbook knows; else the name as it is written.
[[nodiscard]] std::string attributeKey(const QString& name);
[[nodiscard]] bool isKnownAttribute(std::string_view key);

} // namespace hb::ingest
