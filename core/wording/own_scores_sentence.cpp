// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/own_scores_sentence.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <cmath>

namespace hb::wording {

namespace {

using analytics::OwnScores;
using analytics::OwnShare;
using analytics::PersonFigures;
using analytics::ShareFigure;

struct Own {
    Q_DECLARE_TR_FUNCTIONS(OwnScores)
};

QString notEnough(std::size_t cases, std::size_t least) {
    return Own::tr("Not enough to say: %1 of the %2 cases that it takes.")
        .arg(countText(cases), countText(least));
}

/// "14 points above", "1 point below"; none where it rounds to nothing.
std::optional<QString> wayText(double points) {
    const auto size = static_cast<int>(std::lround(std::abs(points)));
    if (size == 0) {
        return std::nullopt;
    }
    if (points > 0) {
        return size == 1 ? Own::tr("%Ln point above", nullptr, size)
                         : Own::tr("%Ln points above", nullptr, size);
    }
    return size == 1 ? Own::tr("%Ln point below", nullptr, size) : Own::tr("%Ln points below", nullptr, size);
}

QString accountsText(std::size_t count) {
    const auto number = static_cast<int>(count);
    return number == 1 ? Own::tr("%Ln account", nullptr, number) : Own::tr("%Ln accounts", nullptr, number);
}

QString bookSentence(OwnShare share, const OwnScores& scores, const QString& hits, const QString& cases) {
    const QString window = QLocale().toString(scores.options.windowDays);
    switch (share) {
    case OwnShare::RaisedBefore:
        return Own::tr(
                   "%1 of %2 levels raised by hand were raised in the %3 days before a review or a renewal.")
            .arg(hits, cases, window);
    case OwnShare::OverrodeBefore:
        return Own::tr("%1 of %2 overrides upward began in the %3 days before a review or a renewal.")
            .arg(hits, cases, window);
    case OwnShare::OverrodeUpward:
        return Own::tr("%1 of %2 overrides are above the score that they stand over.").arg(hits, cases);
    case OwnShare::StaleGreen:
        return Own::tr("%1 of %2 green accounts have a level that is out of date.").arg(hits, cases);
    case OwnShare::GreenThenChurned:
        break;
    }
    return Own::tr("%1 of %2 accounts that left were green within the %3 days before.")
        .arg(hits, cases, QLocale().toString(scores.options.greenDays));
}

QString personSentence(
    OwnShare share, const OwnScores& scores, const QString& hits, const QString& cases, const QString& name) {
    const QString window = QLocale().toString(scores.options.windowDays);
    switch (share) {
    case OwnShare::RaisedBefore:
        return Own::tr("%1 of %2 levels that %3 raised by hand were raised in the %4 days before a review or "
                       "a renewal.")
            .arg(hits, cases, name, window);
    case OwnShare::OverrodeBefore:
        return Own::tr("%1 of %2 overrides upward by %3 began in the %4 days before a review or a renewal.")
            .arg(hits, cases, name, window);
    case OwnShare::OverrodeUpward:
        return Own::tr("%1 of %2 overrides by %3 are above the score that they stand over.")
            .arg(hits, cases, name);
    case OwnShare::StaleGreen:
        return Own::tr("%1 of %2 green accounts of %3 have a level that is out of date.")
            .arg(hits, cases, name);
    case OwnShare::GreenThenChurned:
        break;
    }
    return Own::tr("%1 of %2 accounts with levels by %3 that left were green within the %4 days before.")
        .arg(hits, cases, name, QLocale().toString(scores.options.greenDays));
}

QString listText(QStringList names) {
    const QString last = names.takeLast();
    return names.isEmpty() ? last : Own::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

} // namespace

QString ownScoresHeadline(const OwnScores& scores) {
    QStringList names;
    std::size_t compared = 0;
    for (const PersonFigures& person : scores.people) {
        compared += person.gap.standing.above ? 1U : 0U;
        if (person.gap.standing.standsOut) {
            names.append(fromUtf8(person.name));
        }
    }
    if (compared == 0) {
        return Own::tr("Not enough to compare people: it takes %1 accounts with scores of both kinds.")
            .arg(countText(scores.options.leastCases));
    }
    if (names.isEmpty()) {
        return Own::tr("Nobody's own scores stand further above the numbers than chance explains.");
    }
    return Own::tr(
               "The own scores of %1 of %2 people stand further above the numbers than chance explains: %3.")
        .arg(countText(static_cast<std::size_t>(names.size())), countText(compared), listText(names));
}

QString ownGapSentence(const OwnScores& scores, const PersonFigures& person) {
    const analytics::Standing& standing = person.gap.standing;
    if (standing.cases < scores.options.leastCases) {
        return notEnough(standing.cases, scores.options.leastCases);
    }
    const QString accounts = accountsText(standing.cases);
    const std::optional<QString> way = wayText(standing.mean);
    if (person.name.empty()) {
        return way ? Own::tr("All own scores together stand %1 what the numbers say, over %2.")
                         .arg(*way, accounts)
                   : Own::tr("All own scores together stand where the numbers do, over %1.").arg(accounts);
    }
    const QString name = fromUtf8(person.name);
    return way ? Own::tr("%1's own scores stand %2 what the numbers say, over %3.").arg(name, *way, accounts)
               : Own::tr("%1's own scores stand where the numbers do, over %2.").arg(name, accounts);
}

QString ownStandingSentence(const PersonFigures& person) {
    const analytics::Standing& standing = person.gap.standing;
    if (!standing.above) {
        return {};
    }
    const std::optional<QString> way = wayText(*standing.above);
    if (!way) {
        return Own::tr("Where the numbers are alike, that is as everybody else's.");
    }
    return standing.standsOut
               ? Own::tr(
                     "Where the numbers are alike, that is %1 everybody else's: more than chance explains.")
                     .arg(*way)
               : Own::tr("Where the numbers are alike, that is %1 everybody else's.").arg(*way);
}

QString ownShareSentence(const OwnScores& scores, const PersonFigures& person, OwnShare share) {
    const ShareFigure& figure = person.of(share);
    if (figure.cases < scores.options.leastCases) {
        return notEnough(figure.cases, scores.options.leastCases);
    }
    const QString hits = countText(figure.hits);
    const QString cases = countText(figure.cases);
    return person.name.empty() ? bookSentence(share, scores, hits, cases)
                               : personSentence(share, scores, hits, cases, fromUtf8(person.name));
}

} // namespace hb::wording
