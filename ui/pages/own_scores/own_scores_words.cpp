// SPDX-License-Identifier: GPL-3.0-or-later
// The figures in words, and as a table to copy.
#include "core/wording/own_scores_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/own_scores/own_scores_tables.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::OwnScores;
using analytics::OwnShare;
using analytics::PersonFigures;
using wording::fromUtf8;
using Texts = OwnScoresTexts;

QString shareTitle(OwnShare share) {
    switch (share) {
    case OwnShare::RaisedBefore:
        return Texts::tr("Raised before");
    case OwnShare::OverrodeBefore:
        return Texts::tr("Overrode before");
    case OwnShare::OverrodeUpward:
        return Texts::tr("Overrode upward");
    case OwnShare::StaleGreen:
        return Texts::tr("Green, stale");
    case OwnShare::GreenThenChurned:
        break;
    }
    return Texts::tr("Green, then left");
}

bool isEnough(const OwnScores& scores, const PersonFigures& person, Figure figure) {
    return (figure.share ? person.of(*figure.share).cases : person.gap.standing.cases) >=
           scores.options.leastCases;
}

QString figureSentence(const OwnScores& scores, const PersonFigures& person, Figure figure) {
    if (figure.share) {
        return wording::ownShareSentence(scores, person, *figure.share);
    }
    QStringList sentences{wording::ownGapSentence(scores, person), wording::ownStandingSentence(person)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString ownScoresText(const OwnScores& scores) {
    QStringList lines{wording::ownScoresHeadline(scores)};
    const auto add = [&](const PersonFigures& person) {
        lines << QString();
        if (!person.name.empty() && !isEnough(scores, person, {})) {
            lines << fromUtf8(person.name);
        }
        lines << figureSentence(scores, person, {});
        for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
            if (const Figure figure{static_cast<OwnShare>(at)}; isEnough(scores, person, figure)) {
                lines << u"  "_s + figureSentence(scores, person, figure);
            }
        }
    };
    add(scores.book);
    for (const PersonFigures& person : scores.people) {
        add(person);
    }
    return lines.join(u'\n') + u'\n';
}

QString ownScoresTable(const OwnScores& scores) {
    const auto exact = [](double value) {
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    };
    QStringList head{Texts::tr("Person"),
                     Texts::tr("Accounts"),
                     Texts::tr("Own minus measured"),
                     Texts::tr("Above others")};
    for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
        const QString title = shareTitle(static_cast<OwnShare>(at));
        head << title << Texts::tr("%1: cases").arg(title);
    }
    QString table = head.join(u'\t') + u'\n';
    for (const PersonFigures& person : scores.people) {
        QStringList cells{fromUtf8(person.name).simplified(),
                          QString::number(person.gap.standing.cases),
                          isEnough(scores, person, {}) ? exact(person.gap.standing.mean) : QString(),
                          person.gap.standing.above ? exact(*person.gap.standing.above) : QString()};
        for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
            const auto share = static_cast<OwnShare>(at);
            cells << (isEnough(scores, person, {share}) ? exact(person.of(share).share()) : QString())
                  << QString::number(person.of(share).cases);
        }
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

} // namespace hb::pages
