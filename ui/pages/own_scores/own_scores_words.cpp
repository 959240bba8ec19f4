// SPDX-License-Identifier: GPL-3.0-or-later
// The figures in words, and as a table to copy.
#include "core/wording/own_scores_sentence.h"
#include "core/wording/words.h"
#include "ui/models/names.h"
#include "ui/pages/own_scores/own_scores_tables.h"

#include <QCoreApplication>
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

exchange::Table ownScoresTable(const std::vector<PersonRow>& rows) {
    using exchange::Cell;
    using exchange::Number;
    exchange::Table table{.name = Texts::tr("Own scores"),
                          .head = {Texts::tr("Person"),
                                   Texts::tr("Accounts"),
                                   Texts::tr("Own minus measured"),
                                   Texts::tr("Above others")},
                          .rows = {}};
    for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
        const QString title = shareTitle(static_cast<OwnShare>(at));
        table.head << title << Texts::tr("%1: cases").arg(title);
    }
    const auto count = [](auto cases) { return Number{.value = static_cast<double>(cases)}; };
    for (const PersonRow& row : rows) {
        const OwnScores& scores = row.of->scores;
        const PersonFigures& person = row.figures();
        const auto& standing = person.gap.standing;
        std::vector<Cell> cells{
            fromUtf8(person.name).simplified(),
            count(standing.cases),
            isEnough(scores, person, {}) ? Cell(Number{.value = standing.mean, .decimals = 1}) : Cell(),
            standing.above ? Cell(Number{.value = *standing.above, .decimals = 1}) : Cell()};
        for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
            const auto share = static_cast<OwnShare>(at);
            cells.push_back(isEnough(scores, person, {share})
                                ? Cell(exchange::Percent{.share = person.of(share).share()})
                                : Cell());
            cells.emplace_back(count(person.of(share).cases));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

exchange::Table behindTable(const std::vector<BehindRow>& rows) {
    exchange::Table table{.name = Texts::tr("Own scores, accounts"),
                          .head = {Texts::tr("Account"),
                                   Texts::tr("Account id"),
                                   Texts::tr("Owner"),
                                   Texts::tr("Own"),
                                   Texts::tr("Measured"),
                                   Texts::tr("Difference")},
                          .rows = {}};
    for (const BehindRow& row : rows) {
        const session::Moment& moment = *row.of->moment;
        const Snapshot& snapshot = *moment.snapshot;
        const auto points = [&row](auto figure) {
            return row.gap ? exchange::numberCell(figure(*row.gap)) : exchange::Cell();
        };
        using analytics::AccountGap;
        table.rows.push_back({models::nameOf(snapshot, row.account, moment.day),
                              fromUtf8((*snapshot.accounts)[row.account].key),
                              fromUtf8(snapshot.attributeOn(row.account, attribute::owner, moment.day)),
                              points([](const AccountGap& gap) { return gap.own; }),
                              points([](const AccountGap& gap) { return gap.measured; }),
                              points([](const AccountGap& gap) { return gap.gap(); })});
    }
    return table;
}

} // namespace hb::pages
