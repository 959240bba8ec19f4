// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/score_label.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/models/account_tile.h"
#include "ui/models/accounts_model.h"
#include "ui/theme/texts.h"

#include <QLocale>

#include <algorithm>

namespace hb::models {

namespace {

template <typename Book>
QString letterOf(const Book& session, const scoring::AccountScore& score) {
    const Template& used = session.snapshot().scorecard->templates[score.templateIndex];
    return wording::scoreLetter(
        used.versions[score.versionIndex].scheme, session.shownAs(), score.shown.score);
}

using Columns = std::vector<Column<AccountIndex>>;

template <typename Book>
void addScoreColumns(Columns& columns, const Book& session, const BookLayout& layout) {
    columns.push_back({.id = QStringLiteral("score"),
                       .title = Texts::tr("Score"),
                       .alignment = Qt::AlignRight,
                       .text = [&session](AccountIndex account) {
                           const scoring::AccountScore& score = session.onDay().scores[account];
                           if (score.shown.band == Band::None) {
                               return QString(); // not enough data is no number
                           }
                           const QString letter = letterOf(session, score);
                           const QString number = wording::scoreText(score.shown.score, 1);
                           return letter.isEmpty() ? number : Texts::tr("%1 %2").arg(letter, number);
                       }});
    const bool hasChanges = std::ranges::any_of(session.onDay().trends, [](const scoring::Trend& trend) {
        return trend.direction != scoring::Direction::None;
    });
    if (hasChanges) {
        columns.push_back({.id = QStringLiteral("change"),
                           .title = Texts::tr("Change"),
                           .alignment = Qt::AlignRight,
                           .text = [&session](AccountIndex account) {
                               const scoring::Trend& trend = session.onDay().trends[account];
                               return trend.direction == scoring::Direction::None
                                          ? QString()
                                          : wording::signedPointsText(trend.change);
                           }});
    }
    columns.push_back(
        {.id = QStringLiteral("why"),
         .title = Texts::tr("Why"),
         .text = [&session, &layout](AccountIndex account) {
             const auto leading = layout.open[account].leading();
             if (leading) {
                 return wording::reasonText(session.scorer(), account, session.moment()->day, *leading);
             }
             return wording::driverShort(session.scorer(),
                                         session.scorer().detail(account, session.moment()->day));
         }});
}

/// What is computed beside what was set by hand, where anything was.
template <typename Book>
void addOverrideColumn(Columns& columns, const Book& session) {
    if (std::ranges::none_of(session.onDay().scores, &scoring::AccountScore::hasOverride)) {
        return;
    }
    columns.push_back({.id = overrideColumn,
                       .title = Texts::tr("Override"),
                       .text =
                           [&session](AccountIndex account) {
                               const scoring::AccountScore& score = session.onDay().scores[account];
                               if (!score.hasOverride) {
                                   return QString();
                               }
                               return score.computed.hasScore()
                                          ? Texts::tr("Computed %1 %2")
                                                .arg(wording::scoreText(score.computed.score, 1),
                                                     wording::bandName(score.computed.band))
                                          : Texts::tr("Computed: no score");
                           },
                       .tooltip =
                           [&session](AccountIndex account) {
                               const Day day = session.moment()->day;
                               return wording::overrideSentence(
                                   session.scorer(), session.scorer().detail(account, day), day);
                           }});
}

template <typename Book>
void addKnownColumns(Columns& columns, const Book& session) {
    const Snapshot& snapshot = session.snapshot();
    if (snapshot.findAttribute(attribute::renewalDate)) {
        columns.push_back({.id = QStringLiteral("renewal_date"),
                           .title = Texts::tr("Renews"),
                           .alignment = Qt::AlignRight,
                           .text = [&session](AccountIndex account) {
                               const Day day = session.moment()->day;
                               const auto renews = renewalDay(session.snapshot(), account, day);
                               return renews ? wording::dayText(*renews, day) : QString();
                           }});
    }
    if (snapshot.findAttribute(attribute::arr)) {
        columns.push_back(
            {.id = QStringLiteral("arr"),
             .title = Texts::tr("ARR"),
             .alignment = Qt::AlignRight,
             .text =
                 [&session](AccountIndex account) {
                     const Day day = session.moment()->day;
                     const auto cents = session.snapshot().arrCents(account, day);
                     return cents
                                ? wording::shortMoney(
                                      *cents, wording::fromUtf8(session.snapshot().currencyOn(account, day)))
                                : QString();
                 },
             .tooltip =
                 [&session](AccountIndex account) {
                     const Day day = session.moment()->day;
                     const auto cents = session.snapshot().arrCents(account, day);
                     return cents
                                ? wording::fullMoney(
                                      *cents, wording::fromUtf8(session.snapshot().currencyOn(account, day)))
                                : QString();
                 }});
    }
}

bool isShownElsewhere(std::string_view key) {
    return key == attribute::name || key == attribute::renewalDate || key == attribute::arr ||
           key == attribute::currency;
}

/// `Book` is the session or a HeldBook.
template <typename Book>
Columns columnsOf(const Book& session, const Names& names, const BookLayout& layout) {
    Columns columns;
    columns.push_back({.id = QStringLiteral("name"),
                       .title = Texts::tr("Account"),
                       .text = [&names](AccountIndex account) { return names.of(account); }});
    addScoreColumns(columns, session, layout);
    addOverrideColumn(columns, session);
    addKnownColumns(columns, session);
    for (const AttributeColumn& column : *session.snapshot().attributes) {
        if (isShownElsewhere(column.key) || column.values.empty()) {
            continue;
        }
        columns.push_back({.id = attributeColumn(wording::fromUtf8(column.key)),
                           .title = attributeTitle(wording::fromUtf8(column.key)),
                           .text = [&session, key = column.key](AccountIndex account) {
                               return wording::fromUtf8(
                                   session.snapshot().attributeOn(account, key, session.moment()->day));
                           }});
    }
    columns.push_back({.id = QStringLiteral("account_id"),
                       .title = Texts::tr("Account id"),
                       .text = [&session](AccountIndex account) {
                           return wording::fromUtf8((*session.snapshot().accounts)[account].key);
                       }});
    return columns;
}

} // namespace

std::vector<Column<AccountIndex>>
accountColumns(const session::BookSession& session, const Names& names, const BookLayout& layout) {
    return columnsOf(session, names, layout);
}

std::vector<Column<AccountIndex>>
accountColumns(const HeldBook& book, const Names& names, const BookLayout& layout) {
    return columnsOf(book, names, layout);
}

} // namespace hb::models
