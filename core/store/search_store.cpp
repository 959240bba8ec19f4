// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_store.h"

#include "core/store/account_keys.h"
#include "core/store/search_words.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

/// How the database is asked.
struct Sought {
    QString match;     ///< in the language of FTS5; empty: the index is not asked
    QStringList parts; ///< patterns of LIKE
};

QString quoted(QString word) {
    return u"\""_s + word.replace(u'"', u"\"\""_s) + u"\"*"_s;
}

QString contains(QString word) {
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

Sought asked(const SoughtWords& words) {
    Sought sought;
    QStringList indexed;
    for (const QString& word : words.words) {
        indexed.push_back(quoted(word));
    }
    for (const QString& sign : words.signs) {
        sought.parts.push_back(contains(sign));
    }
    sought.match = indexed.join(u" AND "_s);
    return sought;
}

/// Where one kind of rows has its words.
struct Searched {
    QLatin1StringView table;
    QLatin1StringView index;
    QLatin1StringView text;
};

template <typename RowId>
Result<void> findIn(Database& database,
                    const Searched& words,
                    const Sought& sought,
                    std::optional<AccountId> account,
                    std::vector<RowId>& found) {
    // Written out where there is none, so that an account's rows are found by their index.
    const QString whose = account ? isPartOfAccount() : u"? IS NULL"_s;
    QString sql = u"SELECT id FROM %1 WHERE %2"_s.arg(words.table, whose);
    QString wanted = sought.match;
    if (!wanted.isEmpty()) {
        sql += u" AND id IN (SELECT rowid FROM %1 WHERE %1 MATCH ?)"_s.arg(words.index);
    } else {
        sql += u" AND ? = ''"_s;
    }
    // The number of parts is not known beforehand, so they come as one bound JSON list.
    QStringList escaped;
    for (QString part : sought.parts) {
        part.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        escaped.push_back(u'"' + part + u'"');
    }
    sql += u" AND NOT EXISTS (SELECT 1 FROM json_each(?) AS part WHERE %1 NOT LIKE part.value ESCAPE '\\')"
           " ORDER BY id DESC LIMIT %2"_s.arg(words.text)
               .arg(mostFound);
    HB_TRY(Query rows, database.query(sql, account, wanted, u"[%1]"_s.arg(escaped.join(u','))));
    while (rows.next()) {
        found.push_back(rows.get<RowId>(0));
    }
    return rows.finished();
}

} // namespace

Result<FoundRows> findWords(Database& database, const QString& text, std::optional<AccountId> account) {
    const SoughtWords words = soughtIn(text);
    FoundRows found;
    if (words.isEmpty()) {
        return found;
    }
    const Sought sought = asked(words);
    HB_CHECK(findIn(database, {"note"_L1, "note_words"_L1, "text"_L1}, sought, account, found.notes));
    HB_CHECK(findIn(database,
                    {"action"_L1, "action_words"_L1, "(title || ' ' || close_reason)"_L1},
                    sought,
                    account,
                    found.actions));
    HB_CHECK(findIn(database,
                    {"contact"_L1, "contact_words"_L1, "(name || ' ' || note)"_L1},
                    sought,
                    account,
                    found.contacts));
    HB_CHECK(findIn(
        database, {"override"_L1, "override_words"_L1, "reason"_L1}, sought, account, found.overrides));
    return found;
}

} // namespace hb::store
