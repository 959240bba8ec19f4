// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/audit.h"

#include "core/store/journal_reader.h"

#include <algorithm>

namespace hb::book {

Result<AuditPage> readAudit(Book& book, const AuditQuestion& question) {
    const int most = std::max(question.most, 1);
    HB_TRY(std::vector<store::JournalRow> rows,
           store::journalRows(book.database(),
                              {.text = question.text,
                               .person = question.person,
                               .account = question.account,
                               .from = question.from,
                               .to = question.to,
                               .before = question.before,
                               .most = most + 1}));
    AuditPage page;
    page.hasMore = rows.size() > static_cast<std::size_t>(most);
    if (page.hasMore) {
        rows.pop_back();
    }
    for (const store::JournalRow& row : rows) {
        page.entries.push_back({.id = row.id,
                                .at = row.at.toStdString(),
                                .person = row.by.toStdString(),
                                .what = row.what.toStdString(),
                                .account = row.account,
                                .accountKey = row.accountKey.toStdString(),
                                .before = row.before.toStdString(),
                                .after = row.after.toStdString()});
    }
    return page;
}

} // namespace hb::book
