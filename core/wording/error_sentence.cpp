// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/error_sentence.h"

#include "core/wording/named.h"
#include "core/wording/words.h"

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

QString withoutStop(QString text) {
    text = text.trimmed();
    while (text.endsWith(u'.') || text.endsWith(u':')) {
        text.chop(1);
    }
    return text;
}

QString asSentence(const QString& text) {
    const QString trimmed = text.trimmed();
    const bool ends = trimmed.endsWith(u'.') || trimmed.endsWith(u'?') || trimmed.endsWith(u'!');
    return ends || trimmed.isEmpty() ? trimmed : trimmed + u'.';
}

/// "a day", "one of these": words that can follow "is not".
bool namesAKind(const QString& expected) {
    return expected.startsWith(u"a "_s) || expected.startsWith(u"an "_s) ||
           expected.startsWith(u"one of "_s) || expected.startsWith(u"the "_s);
}

/// "No space left" after a colon; names and codes stay as they are.
QString afterColon(const QString& text) {
    const bool word = text.size() > 1 && text.at(1).isLower();
    return word ? text.left(1).toLower() + text.mid(1) : text;
}

/// What follows the head after a colon: what was found, in words or as it stands, and what was expected.
QString detailText(const QString& found, const QString& expected) {
    if (expected.isEmpty()) {
        return afterColon(found);
    }
    return found.isEmpty() ? Words::tr("expected is %1").arg(expected)
                           : Words::tr("found %1, expected %2").arg(found, expected);
}

} // namespace

QString notAsExpected(const QString& found, const QString& expected) {
    const QString wanted = withoutStop(expected);
    if (wanted.isEmpty()) {
        return Words::tr("%1 is not expected here").arg(quoted(found));
    }
    if (found.trimmed().isEmpty()) {
        return Words::tr("expected is %1").arg(wanted);
    }
    return namesAKind(wanted) ? Words::tr("%1 is not %2").arg(quoted(found), wanted)
                              : Words::tr("%1 stands there, expected is %2").arg(quoted(found), wanted);
}

QString errorSentence(const Error& error) {
    const QString place = fromUtf8(error.place);
    const QString what = withoutStop(fromUtf8(error.what));
    const QString found = fromUtf8(error.found).trimmed();
    const QString head =
        place.isEmpty() || what.contains(place) ? what : Words::tr("%1 (%2)").arg(what, place);
    const QString hint = asSentence(fromUtf8(error.hint));
    if (found.contains(u'\n')) {
        const QString list = Words::tr("%1:").arg(head) + u'\n' + found;
        return hint.isEmpty() ? list : list + u'\n' + hint;
    }
    const QString detail = detailText(withoutStop(found), withoutStop(fromUtf8(error.expected)));
    const QString sentence = asSentence(detail.isEmpty() ? head : Words::tr("%1: %2").arg(head, detail));
    return hint.isEmpty() ? sentence : sentence + u' ' + hint;
}

QString rejectedRowsSentence(const RejectedRows& rows) {
    const QLocale locale;
    const int read = static_cast<int>(rows.read);
    const QString taken = locale.toString(static_cast<qlonglong>(rows.read - rows.rejected));
    const QString in = read == 1 ? Words::tr("%1 of %Ln row is in.", nullptr, read).arg(taken)
                                 : Words::tr("%1 of %Ln rows are in.", nullptr, read).arg(taken);
    if (rows.rejected == 0) {
        return in;
    }
    const int left = static_cast<int>(rows.rejected);
    const QString out = left == 1 ? Words::tr("%Ln was left out.", nullptr, left)
                                  : Words::tr("%Ln were left out.", nullptr, left);
    const QString row = rows.column.isEmpty() ? Words::tr("Row %1").arg(rows.line)
                                              : Words::tr("Row %1, %2").arg(rows.line).arg(rows.column);
    return Words::tr("%1 %2 %3: %4.").arg(in, out, row, notAsExpected(rows.found, rows.expected));
}

} // namespace hb::wording
