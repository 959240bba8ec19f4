// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_words.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <vector>

namespace hb::store {

namespace {

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

/// A run of letters and digits as the index keeps it.
struct Token {
    qsizetype at = 0;
    QString folded;
};

QString folded(QStringView word) {
    const QString apart = word.toString().normalized(QString::NormalizationForm_KD);
    QString plain;
    for (const QChar each : apart) {
        if (!each.isMark()) {
            plain += each;
        }
    }
    return plain.toCaseFolded();
}

std::vector<Token> tokensOf(const QString& text) {
    std::vector<Token> tokens;
    qsizetype begin = -1;
    for (qsizetype at = 0; at <= text.size();) {
        const bool isPair =
            at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
        const char32_t each = at == text.size() ? U' '
                              : isPair          ? QChar::surrogateToUcs4(text[at], text[at + 1])
                                                : char32_t{text[at].unicode()};
        const bool isWord = QChar::isLetterOrNumber(each) || QChar::isMark(each);
        if (isWord && begin < 0) {
            begin = at;
        } else if (!isWord && begin >= 0) {
            tokens.push_back({.at = begin, .folded = folded(QStringView(text).mid(begin, at - begin))});
            begin = -1;
        }
        at += isPair ? 2 : 1;
    }
    return tokens;
}

/// The last of a word's tokens is one's beginning, those before it stand just before it.
qsizetype placeOf(const std::vector<Token>& word, const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at + word.size() <= tokens.size(); ++at) {
        bool isHere = tokens[at + word.size() - 1].folded.startsWith(word.back().folded);
        for (std::size_t part = 0; isHere && part + 1 < word.size(); ++part) {
            isHere = tokens[at + part].folded == word[part].folded;
        }
        if (isHere) {
            return tokens[at].at;
        }
    }
    return -1;
}

/// Where each of them stands in a text; -1: nowhere.
std::vector<qsizetype> places(const QString& text, const SoughtWords& sought) {
    std::vector<qsizetype> found;
    if (!sought.words.isEmpty()) {
        const std::vector<Token> tokens = tokensOf(text);
        for (const QString& word : sought.words) {
            found.push_back(placeOf(tokensOf(word), tokens));
        }
    }
    for (const QString& sign : sought.signs) {
        found.push_back(text.indexOf(sign, 0, Qt::CaseInsensitive));
    }
    return found;
}

} // namespace

SoughtWords soughtIn(const QString& text) {
    constexpr qsizetype mostWords = 32;
    constexpr qsizetype mostTyped = 1000; // patterns of LIKE have a limit
    SoughtWords sought;
    for (const QString& word :
         readable(text.left(mostTyped)).simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords)) {
        (isIndexed(word) ? sought.words : sought.signs).push_back(word);
    }
    return sought;
}

bool holdsAll(const QString& text, const SoughtWords& sought) {
    return !sought.isEmpty() &&
           std::ranges::none_of(places(text, sought), [](qsizetype at) { return at < 0; });
}

qsizetype firstHit(const QString& text, const SoughtWords& sought) {
    qsizetype first = -1;
    for (const qsizetype at : places(text, sought)) {
        first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
}

} // namespace hb::store
