// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/plain_line.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace hb::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOfALine = 200;

/// The first characters of a text, none of them cut in two.
QStringView firstOf(QStringView text, qsizetype most) {
    text = text.left(most);
    return !text.isEmpty() && text.back().isHighSurrogate() ? text.chopped(1) : text;
}

QString cut(const QString& line) {
    return line.size() <= mostOfALine ? line : firstOf(line, mostOfALine).trimmed().toString() + u'…';
}

template <typename Plain>
QString firstThatSays(const QString& text, Plain plain) {
    for (const QStringView line : firstOf(text, 10 * mostOfALine).split(u'\n')) {
        const QString said = plain(line.toString().simplified());
        if (!said.isEmpty()) {
            return cut(said);
        }
    }
    return {};
}

// --- the marks at the head of a line

bool isOnly(QStringView line, QChar mark) {
    return std::ranges::all_of(line, [mark](QChar each) { return each == mark || each == u' '; });
}

/// A rule, or the fence of a block of code.
bool isRule(QStringView line) {
    constexpr qsizetype least = 3;
    const bool isFence = line.startsWith(u"```") || line.startsWith(u"~~~");
    return isFence ||
           (line.size() >= least && (isOnly(line, u'-') || isOnly(line, u'*') || isOnly(line, u'_')));
}

qsizetype runOf(QStringView text, qsizetype from) {
    qsizetype end = from;
    while (end < text.size() && text[end] == text[from]) {
        ++end;
    }
    return end - from;
}

/// Quotes, bullets with their boxes, and the heading.
QStringView withoutHead(QStringView line) {
    for (bool again = true; again && !line.isEmpty();) {
        again = false;
        for (const QStringView mark : {QStringView(u"- "),
                                       QStringView(u"* "),
                                       QStringView(u"+ "),
                                       QStringView(u"[ ] "),
                                       QStringView(u"[x] "),
                                       QStringView(u"[X] "),
                                       QStringView(u">")}) {
            if (line.startsWith(mark)) {
                line = line.mid(mark.size()).trimmed();
                again = true;
            }
        }
    }
    constexpr qsizetype deepest = 6;
    const qsizetype level = line.startsWith(u'#') ? runOf(line, 0) : 0;
    if (level == 0 || level > deepest || (level < line.size() && line[level] != u' ')) {
        return line;
    }
    line = line.mid(level).trimmed();
    const qsizetype last = line.lastIndexOf(u' ');
    return isOnly(line.mid(last + 1), u'#') ? line.left(std::max<qsizetype>(last, 0)).trimmed() : line;
}

// --- the marks within

struct Found {
    QString text;
    qsizetype end = 0; ///< behind it
};

QString withoutMarks(QStringView text);

bool isMark(QChar each) {
    return each.unicode() < 128 && (each.isPunct() || each.isSymbol());
}

/// `code`, its text as it stands.
std::optional<Found> codeAt(QStringView text, qsizetype from) {
    const qsizetype marks = runOf(text, from);
    for (qsizetype at = from + marks; at < text.size(); ++at) {
        if (text[at] == u'`') {
            const qsizetype run = runOf(text, at);
            if (run == marks) {
                return Found{text.mid(from + marks, at - from - marks).trimmed().toString(), at + run};
            }
            at += run - 1;
        }
    }
    return {};
}

/// Where what opens at `from` closes.
std::optional<qsizetype> closeOf(QStringView text, qsizetype from, QChar open, QChar close) {
    int depth = 0;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == u'\\') {
            ++at;
        } else if (text[at] == open) {
            ++depth;
        } else if (text[at] == close && --depth == 0) {
            return at;
        }
    }
    return {};
}

/// [text](address), with or without the mark of a picture before it.
std::optional<Found> linkAt(QStringView text, qsizetype from) {
    const qsizetype open = text[from] == u'!' ? from + 1 : from;
    if (open >= text.size() || text[open] != u'[') {
        return {};
    }
    const auto close = closeOf(text, open, u'[', u']');
    if (!close || *close + 1 >= text.size() || text[*close + 1] != u'(') {
        return {};
    }
    const auto end = closeOf(text, *close + 1, u'(', u')');
    return end ? std::optional(Found{withoutMarks(text.mid(open + 1, *close - open - 1)), *end + 1})
               : std::nullopt;
}

/// <https://example.com>, <eva@example.com>.
std::optional<Found> addressAt(QStringView text, qsizetype from) {
    const qsizetype close = text.indexOf(u'>', from);
    const QStringView inside = close < 0 ? QStringView() : text.mid(from + 1, close - from - 1);
    const bool isAddress = inside.contains(u"://") || inside.contains(u'@');
    return isAddress && !inside.contains(u' ') ? std::optional(Found{inside.toString(), close + 1})
                                               : std::nullopt;
}

/// *so*, _so_, **so** or ~~so~~; not within numbers ("5*3*2") or, with _, within words.
std::optional<Found> stressedAt(QStringView text, qsizetype from) {
    const QChar mark = text[from];
    const qsizetype marks = runOf(text, from), begin = from + marks;
    const auto charAt = [text](qsizetype at) { return at >= 0 && at < text.size() ? text[at] : QChar(u' '); };
    const auto joins = [&](qsizetype before, qsizetype after) {
        const QChar a = charAt(before), b = charAt(after);
        return mark == u'*' ? a.isDigit() && b.isDigit() : a.isLetterOrNumber() && b.isLetterOrNumber();
    };
    if (marks > 3 || (mark == u'~' && marks != 2) || charAt(begin).isSpace() || joins(from - 1, begin)) {
        return {};
    }
    std::optional<qsizetype> closes; // a run as long closes best, else the end of a longer one
    for (qsizetype at = begin; at < text.size(); ++at) {
        if (text[at] != mark) {
            continue;
        }
        const qsizetype run = runOf(text, at), end = at + run;
        if (run >= marks && at > begin && !charAt(at - 1).isSpace() && !joins(at - 1, end)) {
            closes = run == marks ? end : closes.value_or(end);
            if (run == marks) {
                break;
            }
        }
        at = end - 1;
    }
    return closes ? std::optional(Found{withoutMarks(text.mid(begin, *closes - marks - begin)), *closes})
                  : std::nullopt;
}

std::optional<Found> markedAt(QStringView text, qsizetype from) {
    switch (text[from].unicode()) {
    case u'\\':
        return from + 1 < text.size() && isMark(text[from + 1])
                   ? std::optional(Found{QString(text[from + 1]), from + 2})
                   : std::nullopt;
    case u'`':
        return codeAt(text, from);
    case u'!':
    case u'[':
        return linkAt(text, from);
    case u'<':
        return addressAt(text, from);
    case u'*':
    case u'_':
    case u'~':
        return stressedAt(text, from);
    default:
        return {};
    }
}

QString withoutMarks(QStringView text) {
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (const auto found = markedAt(text, at)) {
            plain += found->text;
            at = found->end;
            continue;
        }
        const qsizetype marks = isMark(text[at]) && text[at] != u'!' ? runOf(text, at) : 1;
        plain += text.mid(at, marks); // a run that marks nothing stays whole
        at += marks;
    }
    return plain;
}

} // namespace

QString firstLine(const QString& text) {
    return firstThatSays(text, [](const QString& line) { return line; });
}

QString firstNoteLine(const QString& markdown) {
    return firstThatSays(markdown, [](const QString& line) {
        return isRule(line) ? QString() : withoutMarks(withoutHead(line)).simplified();
    });
}

} // namespace hb::wording
