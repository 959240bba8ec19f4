// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parts.h"
#include "core/ingest/outcome_source.h"
#include "core/store/outcome_store.h"

namespace hb::book {

namespace {

using ingest::OutcomeRow;
using ingest::OutcomeSource;

void count(store::Upserted what, ImportReport& report) {
    ++report.read;
    switch (what) {
    case store::Upserted::Inserted:
        ++report.inserted;
        break;
    case store::Upserted::Updated:
        ++report.updated;
        break;
    case store::Upserted::Unchanged:
        ++report.unchanged;
        break;
    }
}

Result<void> importBatch(ImportRun& run,
                         const OutcomeSource& source,
                         store::OutcomeWriter& writer,
                         ingest::OutcomeBatch& batch) {
    for (const OutcomeRow& row : batch.rows) {
        auto account = run.accounts().find(row.account);
        if (!account && run.request.createAccounts) {
            HB_TRY(account, run.createAccount(row.account));
        }
        if (!account) {
            batch.rejects.push_back(source.rejectAccount(row, std::string(expectedAccount)));
            continue;
        }
        const AccountId id = run.accounts().id(*account);
        const auto length = static_cast<qsizetype>(row.reason.size());
        HB_TRY(const store::Upserted what,
               writer.state({.account = id,
                             .day = row.day,
                             .kind = row.kind,
                             .statesArrChange = source.hasArrChange(),
                             .arrChangeCents = row.arrChangeCents,
                             .statesReason = source.hasReason(),
                             .reason = QString::fromUtf8(row.reason.data(), length),
                             .ordinal = run.nextOrdinal()},
                            run.run));
        count(what, run.report);
        run.touch(id);
    }
    return {};
}

} // namespace

Result<void> importOutcomes(ImportRun& run) {
    HB_TRY(auto writer, store::OutcomeWriter::prepare(run.database()));
    for (const QString& file : run.request.files) {
        HB_TRY(auto opened, OutcomeSource::open(file, run.readOptions(), run.job));
        const auto source = std::make_shared<OutcomeSource>(std::move(opened));
        run.rejects.beginFile(source);
        ingest::OutcomeBatch batch;
        while (source->next(batch)) {
            HB_CHECK(importBatch(run, *source, writer, batch));
            HB_CHECK(run.rejects.add(batch.rejects));
            HB_CHECK(run.progress(source->position()));
        }
        run.fileDone(source->file().textSize());
    }
    return {};
}

} // namespace hb::book
