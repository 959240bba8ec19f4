// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_export.h"

#include "core/exchange/csv_writer.h"
#include "core/exchange/plain_cell.h"
#include "core/wording/audit_sentence.h"
#include "core/wording/words.h"

#include <QSaveFile>

namespace hb::pages {

using wording::fromUtf8;

namespace {

Error couldNotWrite(const QSaveFile& file) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + file.fileName().toStdString(),
            .found = file.errorString().toStdString()};
}

} // namespace

Result<qlonglong> exportAudit(book::Book& book,
                              const Snapshot& snapshot,
                              book::AuditQuestion question,
                              Day today,
                              const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(couldNotWrite(file));
    }
    exchange::CsvWriter csv(file);
    for (const char* head :
         {"entry", "at", "by", "what", "account_id", "account", "sentence", "before", "after"}) {
        csv.field(std::string_view(head));
    }
    csv.endRow();
    qlonglong count = 0;
    for (bool hasMore = true; hasMore && csv.isGood();) {
        HB_TRY(const book::AuditPage page, book::readAudit(book, question));
        for (const AuditEntry& entry : page.entries) {
            const auto account = snapshot.findAccount(entry.accountKey);
            csv.field(entry.id);
            for (const QString& text : {fromUtf8(entry.at),
                                        fromUtf8(entry.person),
                                        fromUtf8(entry.what),
                                        fromUtf8(entry.accountKey),
                                        account ? fromUtf8(snapshot.nameOn(*account, today)) : QString(),
                                        wording::auditSentence(snapshot, entry, today),
                                        fromUtf8(entry.before),
                                        fromUtf8(entry.after)}) {
                csv.field(exchange::plainCell(text));
            }
            csv.endRow();
            question.before = entry.id;
            ++count;
        }
        hasMore = page.hasMore;
    }
    HB_CHECK(csv.finish());
    if (!file.commit()) {
        return failure(couldNotWrite(file));
    }
    return count;
}

} // namespace hb::pages
