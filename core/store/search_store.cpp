// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_store.h"

#include "core/store/account_keys.h"

#include <QChar>
#include <QStringList>

#include <algorithm>
#include <array>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

/// A text taken apart: what the index knows, and what has to be looked for in the texts themselves.
struct Sought {
    QString match;     ///< in the language of FTS5; empty: the index is not asked
    QStringList parts; ///< patterns of LIKE
};

/// Scripts whose words the index cannot tell apart, since no blanks stand between them.
bool setsNoBlanks(char32_t character) {
    constexpr std::array scripts{QChar::Script_Han,
                                 QChar::Script_Hiragana,
                                 QChar::Script_Katakana,
                                 QChar::Script_Thai,
                                 QChar::Script_Lao,
                                 QChar::Script_Khmer,
                                 QChar::Script_Myanmar,
                                 QChar::Script_Tibetan};
    return std::ranges::find(scripts, QChar::script(character)) != scripts.end();
}

/// Whether the index keeps a word as it is typed: it is letters and digits, with signs only between them.
bool isIndexed(const QString& word) {
    const QList<uint> characters = word.toUcs4();
    const auto isLetter = [](uint each) { return QChar::isLetterOrNumber(each) && !setsNoBlanks(each); };
    const auto isKept = [&](uint each) {
        return isLetter(each) || QChar::isMark(each) || QChar::isPunct(each);
    };
    return std::ranges::any_of(characters, isLetter) && std::ranges::all_of(characters, isKept);
}

QString quoted(QString word) {
    return u"\""_s + word.replace(u'"', u"\"\""_s) + u"\"*"_s;
}

QString contains(QString word) {
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

/// A half of a surrogate pair or a control character is nothing that a text could be searched for.
QString readable(const QString& text) {
    QString kept;
    for (const uint each : text.toUcs4()) {
        const bool isControl = QChar::category(each) == QChar::Other_Control;
        if (isControl || each == QChar::ReplacementCharacter) {
            kept += u' ';
        } else {
            kept += QString::fromUcs4(reinterpret_cast<const char32_t*>(&each), 1);
        }
    }
    return kept;
}

Sought soughtIn(const QString& text) {
    constexpr qsizetype mostWords = 32;
    constexpr qsizetype mostTyped = 1000; // patterns of LIKE have a limit
    Sought sought;
    QStringList indexed;
    for (const QString& word :
         readable(text.left(mostTyped)).simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords)) {
        if (isIndexed(word)) {
            indexed.push_back(quoted(word));
        } else {
            sought.parts.push_back(contains(word));
        }
    }
    sought.match = indexed.join(u" AND "_s);
    return sought;
}

/// Where one kind of rows has its words.
struct Words {
    QLatin1StringView table;
    QLatin1StringView index;
    QLatin1StringView text;
};

template <typename RowId>
Result<void> findIn(Database& database,
                    const Words& words,
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
    const Sought sought = soughtIn(text);
    FoundRows found;
    if (sought.match.isEmpty() && sought.parts.isEmpty()) {
        return found;
    }
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
    return found;
}

} // namespace hb::store
