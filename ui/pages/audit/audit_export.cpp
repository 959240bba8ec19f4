// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_export.h"

#include "core/wording/audit_sentence.h"
#include "core/wording/words.h"

using namespace Qt::StringLiterals;

namespace hb::pages {

using wording::fromUtf8;

Result<exchange::Table>
auditTable(book::Book& book, const Snapshot& snapshot, book::AuditQuestion question, Day today) {
    // The names of the columns are those of the command line.
    exchange::Table table{.name = u"changes"_s,
                          .head = {u"entry"_s,
                                   u"at"_s,
                                   u"by"_s,
                                   u"what"_s,
                                   u"account_id"_s,
                                   u"account"_s,
                                   u"sentence"_s,
                                   u"before"_s,
                                   u"after"_s},
                          .rows = {}};
    for (bool hasMore = true; hasMore;) {
        HB_TRY(const book::AuditPage page, book::readAudit(book, question));
        for (const AuditEntry& entry : page.entries) {
            const auto account = snapshot.findAccount(entry.accountKey);
            table.rows.push_back({exchange::Number{.value = static_cast<double>(entry.id)},
                                  fromUtf8(entry.at),
                                  fromUtf8(entry.person),
                                  fromUtf8(entry.what),
                                  fromUtf8(entry.accountKey),
                                  account ? fromUtf8(snapshot.nameOn(*account, today)) : QString(),
                                  wording::auditSentence(snapshot, entry, today),
                                  fromUtf8(entry.before),
                                  fromUtf8(entry.after)});
            question.before = entry.id;
        }
        hasMore = page.hasMore;
    }
    return table;
}

} // namespace hb::pages
