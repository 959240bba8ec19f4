// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/table_file.h"
#include "core/model/outcome.h"

#include <memory>

namespace hb::ingest {

/// One row of an outcomes file. The views hold until the next batch.
struct OutcomeRow {
    std::string_view account;
    Day day = {};
    OutcomeKind kind = OutcomeKind::Renewed;
    std::optional<std::int64_t> arrChangeCents = {};
    std::string_view reason = {};
    std::size_t offset = 0;
    std::int64_t line = 0;
};

struct OutcomeBatch {
    std::vector<OutcomeRow> rows;
    std::vector<RejectedRow> rejects;
};

/// Reads an outcomes file. An optional column that it lacks says nothing; an empty cell of one says "none".
class OutcomeSource {
public:
    [[nodiscard]] static Result<OutcomeSource>
    open(const QString& path, const ReadOptions& options, const Job& job = {});
    OutcomeSource(OutcomeSource&&) noexcept;
    OutcomeSource& operator=(OutcomeSource&&) noexcept;
    ~OutcomeSource();

    [[nodiscard]] bool hasArrChange() const;
    [[nodiscard]] bool hasReason() const;
    [[nodiscard]] bool next(OutcomeBatch& batch);
    [[nodiscard]] const TableFile& file() const;
    [[nodiscard]] std::size_t position() const;
    [[nodiscard]] RejectedRow rejectAccount(const OutcomeRow& row, std::string expected) const;

private:
    struct Parts;
    explicit OutcomeSource(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hb::ingest
