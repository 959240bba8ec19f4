// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_reader.h"

#include "core/store/account_keys.h"
#include "core/store/journal.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

QString selectRows() {
    return uR"(SELECT journal.id, at, name, what, account_id, account.key, before, after
               FROM journal JOIN person ON person.id = person_id LEFT JOIN account ON account.id = account_id)"_s;
}

Result<std::vector<JournalRow>> readLines(Query rows) {
    std::vector<JournalRow> all;
    while (rows.next()) {
        all.push_back({.id = rows.get<std::int64_t>(0),
                       .at = rows.get<QString>(1),
                       .by = rows.get<QString>(2),
                       .what = rows.get<QString>(3),
                       .account = rows.get<std::optional<AccountId>>(4),
                       .accountKey = rows.get<QString>(5),
                       .before = rows.get<QString>(6),
                       .after = rows.get<QString>(7)});
    }
    HB_CHECK(rows.finished());
    return all;
}

/// A pattern of LIKE for a text that may stand anywhere; patterns have a limit.
QString anywhere(const QString& text) {
    constexpr qsizetype mostTyped = 1000;
    QString part = text.trimmed().left(mostTyped);
    part.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + part + u'%';
}

std::optional<QString> stampOf(const std::optional<Day>& day, int later) {
    return day ? std::optional(firstStampOf(*day + later)) : std::nullopt;
}

} // namespace

Result<std::vector<JournalRow>> journalRows(Database& database, const JournalFilter& filter) {
    // Values are looked at as they were typed, not as JSON escapes them.
    const QString sql = uR"(
        WITH RECURSIVE asked (older, account, first, after_last, person, part) AS (VALUES (?, ?, ?, ?, ?, ?)),
            part (id) AS (SELECT account FROM asked
                          UNION SELECT account.id FROM account JOIN part ON merged_into = part.id) )"_s +
                        selectRows() + uR"(, asked
        WHERE (asked.older = 0 OR journal.id < asked.older)
          AND (asked.account IS NULL OR journal.account_id IN (SELECT id FROM part))
          AND (asked.first IS NULL OR at >= asked.first)
          AND (asked.after_last IS NULL OR at < asked.after_last)
          AND (asked.person = '%%' OR name LIKE asked.person ESCAPE '\')
          AND (asked.part = '%%'
               OR EXISTS (SELECT 1 FROM json_tree(CASE WHEN json_valid(after) THEN after ELSE '{}' END)
                          WHERE atom LIKE asked.part ESCAPE '\')
               OR EXISTS (SELECT 1 FROM json_tree(CASE WHEN json_valid(before) THEN before ELSE '{}' END)
                          WHERE atom LIKE asked.part ESCAPE '\'))
        ORDER BY journal.id DESC LIMIT ?)"_s;
    HB_TRY(Query rows,
           database.query(sql,
                          filter.before,
                          filter.account,
                          stampOf(filter.from, 0),
                          stampOf(filter.to, 1),
                          anywhere(filter.person),
                          anywhere(filter.text),
                          filter.most));
    return readLines(std::move(rows));
}

Result<std::vector<JournalRow>> closingRows(Database& database, AccountId account) {
    HB_TRY(Query rows,
           database.query(selectRows() + u" WHERE journal."_s + isPartOfAccount() + uR"(
                AND what IN ('set_override_end', 'set_action', 'set_contact') ORDER BY journal.id)"_s,
                          account));
    return readLines(std::move(rows));
}

Result<std::vector<JournalRow>> mergeRows(Database& database, AccountId account) {
    HB_TRY(Query rows,
           database.query(selectRows() + u" WHERE journal."_s + isPartOfAccount() +
                              u" AND what = 'merge_account' ORDER BY journal.id DESC"_s,
                          account));
    return readLines(std::move(rows));
}

} // namespace hb::store
