// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/own_scores/own_scores_tables.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/names.h"

#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::OwnScores;
using analytics::OwnShare;
using analytics::PersonFigures;
using wording::fromUtf8;
using Texts = OwnScoresTexts;

namespace {

constexpr int sharesFrom = PeopleTable::aboveColumn + 1;

QString shareHelp(OwnShare share) {
    switch (share) {
    case OwnShare::RaisedBefore:
        return Texts::tr("Of levels raised by hand: those in the days before a review or a renewal");
    case OwnShare::OverrodeBefore:
        return Texts::tr("Of overrides upward: those begun in the days before a review or a renewal");
    case OwnShare::OverrodeUpward:
        return Texts::tr("Of overrides that stand over a score: those above it");
    case OwnShare::StaleGreen:
        return Texts::tr("Of green accounts: those with a level that is out of date");
    case OwnShare::GreenThenChurned:
        break;
    }
    return Texts::tr("Of accounts that left: those green on one of the days before");
}

QString notEnough(std::size_t cases) {
    return Texts::tr("not enough (%1)").arg(wording::countText(cases));
}

QString gapText(const PersonRow& row) {
    const analytics::Standing& standing = row.figures().gap.standing;
    if (!isEnough(row.of->scores, row.figures(), {})) {
        return notEnough(standing.cases);
    }
    return wording::signedPointsText(standing.mean);
}

/// Beside everybody else's where the numbers are alike.
QString aboveText(const PersonRow& row) {
    const analytics::Standing& standing = row.figures().gap.standing;
    if (!standing.above) {
        return notEnough(standing.cases);
    }
    const QString points = wording::signedPointsText(*standing.above);
    return standing.standsOut ? Texts::tr("%1, beyond chance").arg(points) : points;
}

QVariant aboveValue(const PersonRow& row) {
    const std::optional<double>& above = row.figures().gap.standing.above;
    return above ? QVariant(*above) : QVariant();
}

QString shareText(const PersonRow& row, OwnShare share) {
    const analytics::ShareFigure& figure = row.figures().of(share);
    if (!isEnough(row.of->scores, row.figures(), {share})) {
        return notEnough(figure.cases);
    }
    return Texts::tr("%1 of %2, %3")
        .arg(wording::countText(figure.hits),
             wording::countText(figure.cases),
             wording::percentText(figure.share()));
}

QVariant figureValue(const PersonRow& row, Figure figure) {
    if (!isEnough(row.of->scores, row.figures(), figure)) {
        return {};
    }
    return figure.share ? row.figures().of(*figure.share).share() : row.figures().gap.standing.mean;
}

std::vector<models::Column<PersonRow>> peopleColumns() {
    std::vector<models::Column<PersonRow>> columns{
        {.id = u"person"_s,
         .title = Texts::tr("Person"),
         .text = [](const PersonRow& row) { return fromUtf8(row.figures().name); }},
        {.id = u"accounts"_s,
         .title = Texts::tr("Accounts"),
         .alignment = Qt::AlignRight,
         .text = [](const PersonRow& row) { return wording::countText(row.figures().gap.standing.cases); },
         .sort =
             [](const PersonRow& row) {
                 return QVariant(static_cast<qulonglong>(row.figures().gap.standing.cases));
             }},
        {.id = u"gap"_s,
         .title = Texts::tr("Own minus measured"),
         .text = gapText,
         .sort = [](const PersonRow& row) { return figureValue(row, {}); },
         .tooltip = [](const PersonRow& row) { return figureSentence(row.of->scores, row.figures(), {}); }},
        {.id = u"above"_s,
         .title = Texts::tr("Above others"),
         .text = aboveText,
         .sort = aboveValue,
         .tooltip = [](const PersonRow& row) { return figureSentence(row.of->scores, row.figures(), {}); }}};
    for (std::size_t at = 0; at < analytics::ownShareCount; ++at) {
        const auto share = static_cast<OwnShare>(at);
        columns.push_back({.id = fromUtf8(analytics::toText(share)),
                           .title = shareTitle(share),
                           .alignment = Qt::AlignRight,
                           .text = [share](const PersonRow& row) { return shareText(row, share); },
                           .sort = [share](const PersonRow& row) { return figureValue(row, {share}); },
                           .tooltip =
                               [share](const PersonRow& row) {
                                   return figureSentence(row.of->scores, row.figures(), {share});
                               }});
    }
    return columns;
}

std::vector<models::Column<BehindRow>> behindColumns() {
    const auto number = [](const QString& id, const QString& title, auto value, auto words) {
        return models::Column<BehindRow>{
            .id = id,
            .title = title,
            .alignment = Qt::AlignRight,
            .text = [value,
                     words](const BehindRow& row) { return row.gap ? words(value(*row.gap)) : QString(); },
            .sort =
                [value](const BehindRow& row) { return row.gap ? QVariant(value(*row.gap)) : QVariant(); },
            .tooltip = {}};
    };
    const auto points = [](double value) { return wording::pointsText(value); };
    using analytics::AccountGap;
    return {
        {.id = u"account"_s,
         .title = Texts::tr("Account"),
         .text =
             [](const BehindRow& row) {
                 return models::nameOf(*row.of->moment->snapshot, row.account, row.of->moment->day);
             }},
        {.id = u"owner"_s,
         .title = Texts::tr("Owner"),
         .text =
             [](const BehindRow& row) {
                 const session::Moment& moment = *row.of->moment;
                 return fromUtf8(moment.snapshot->attributeOn(row.account, attribute::owner, moment.day));
             }},
        number(
            u"own"_s, Texts::tr("Own"), [](const AccountGap& gap) { return gap.own; }, points),
        number(
            u"measured"_s, Texts::tr("Measured"), [](const AccountGap& gap) { return gap.measured; }, points),
        number(
            u"difference"_s,
            Texts::tr("Difference"),
            [](const AccountGap& gap) { return gap.gap(); },
            [](double value) { return wording::signedPointsText(value); })};
}

template <typename Row>
QVariant valueOf(const models::Column<Row>& column, const Row& row) {
    return column.sort ? column.sort(row) : QVariant(column.text(row).toCaseFolded());
}

} // namespace

// --- people

PeopleTable::PeopleTable(QObject* parent) : SortedTable(peopleColumns(), parent) {}

void PeopleTable::showScores(const std::shared_ptr<const ShownScores>& shown) {
    std::vector<PersonRow> rows;
    m_widest = 1;
    for (std::size_t at = 0; at < shown->scores.people.size(); ++at) {
        rows.push_back({.of = shown, .person = at});
        if (isEnough(shown->scores, rows.back().figures(), {})) {
            m_widest = std::max(m_widest, std::abs(rows.back().figures().gap.standing.mean));
        }
    }
    show(std::move(rows));
}

Figure PeopleTable::figureOf(int column) {
    return column < sharesFrom ? Figure{} : Figure{static_cast<OwnShare>(column - sharesFrom)};
}

QVariant PeopleTable::data(const QModelIndex& index, int role) const {
    if (role != barRole && role != enoughRole) {
        return SortedTable::data(index, role);
    }
    const PersonRow& row = rows()[static_cast<std::size_t>(index.row())];
    const bool enough =
        index.column() == aboveColumn
            ? row.figures().gap.standing.above.has_value()
            : index.column() < gapColumn || isEnough(row.of->scores, row.figures(), figureOf(index.column()));
    if (role == enoughRole) {
        return enough;
    }
    return index.column() == gapColumn && enough ? QVariant(row.figures().gap.standing.mean / m_widest)
                                                 : QVariant();
}

QVariant PeopleTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::ToolTipRole || section < gapColumn) {
        return SortedTable::headerData(section, orientation, role);
    }
    const Figure figure = figureOf(section);
    if (section == aboveColumn) {
        return Texts::tr("The same, beside the accounts of everybody else where the numbers are alike");
    }
    return figure.share ? shareHelp(*figure.share)
                        : Texts::tr("The levels of the accounts that a person owns, less their numbers");
}

QVariant PeopleTable::sortValue(const PersonRow& row, int column) const {
    return valueOf(columnAt(column), row);
}

// --- the accounts behind a figure

BehindTable::BehindTable(QObject* parent) : SortedTable(behindColumns(), parent) {}

void BehindTable::showFigure(const std::shared_ptr<const ShownScores>& shown,
                             std::size_t person,
                             Figure figure) {
    const PersonFigures& figures = shown->scores.people[person];
    std::vector<BehindRow> rows;
    if (isEnough(shown->scores, figures, figure)) {
        for (const AccountIndex account :
             figure.share ? figures.of(*figure.share).accounts : figures.gap.accounts) {
            const auto gap =
                std::ranges::find(shown->scores.accounts, account, &analytics::AccountGap::account);
            rows.push_back({.of = shown,
                            .account = account,
                            .gap = gap == shown->scores.accounts.end() ? std::nullopt : std::optional(*gap)});
        }
    }
    show(std::move(rows));
}

QVariant BehindTable::sortValue(const BehindRow& row, int column) const {
    return valueOf(columnAt(column), row);
}

} // namespace hb::pages
