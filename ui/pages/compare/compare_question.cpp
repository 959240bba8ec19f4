// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_question.h"

#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/score_label.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::array kinds{"this_quarter", "last_quarter", "30_days", "12_months", "two_days"};
/// With more values an attribute makes groups of next to nobody: they are made when somebody asks.
constexpr std::size_t mostAhead = 1000;
constexpr std::array known{attribute::owner,
                           attribute::segment,
                           attribute::manager,
                           attribute::region,
                           attribute::lifecycleStage,
                           attribute::product,
                           attribute::serviceLevel,
                           attribute::champion,
                           attribute::currency,
                           attribute::status};
constexpr std::array makeNoGroups{
    attribute::name, attribute::arr, attribute::renewalDate, attribute::parentId};
enum Field : int { Tab, Kind, From, To, Count, FirstBy };
constexpr QChar amongSign = u'='; ///< no key begins so: what follows says whose accounts

std::optional<Day> dayOf(const QString& text) {
    return parseIsoDay(text.toStdString());
}

bool hasFewValues(const AttributeColumn& column, std::size_t texts) {
    std::vector<bool> seen(texts, false);
    std::size_t count = 0;
    for (auto value = column.values.begin(); value != column.values.end() && count <= mostAhead; ++value) {
        count += seen[*value] ? 0U : 1U;
        seen[*value] = true;
    }
    return count <= mostAhead;
}

} // namespace

QString periodName(analytics::PeriodKind kind) {
    switch (kind) {
    case analytics::PeriodKind::ThisQuarter:
        return Texts::tr("This quarter");
    case analytics::PeriodKind::LastQuarter:
        return Texts::tr("Last quarter");
    case analytics::PeriodKind::Days30:
        return Texts::tr("30 days");
    case analytics::PeriodKind::Months12:
        return Texts::tr("12 months");
    case analytics::PeriodKind::TwoDays:
        break;
    }
    return Texts::tr("Two days");
}

QString periodKey(analytics::PeriodKind kind) {
    return QString::fromLatin1(kinds[static_cast<std::size_t>(kind)]);
}

std::optional<analytics::PeriodKind> periodKindOf(const QString& key) {
    const auto found = std::ranges::find(kinds, key.toStdString());
    return found == kinds.end() ? std::nullopt
                                : std::optional(static_cast<analytics::PeriodKind>(found - kinds.begin()));
}

QString periodText(const analytics::Period& period, Day today) {
    return Texts::tr("%1 \u2192 %2")
        .arg(wording::dayText(period.from, today), wording::dayText(period.to, today));
}

void groupAhead(const analytics::ComparedBook& book, const std::stop_token& stop) {
    const Snapshot& snapshot = book.snapshot();
    for (const QString& key : comparableAttributes(snapshot)) {
        if (stop.stop_requested()) {
            return;
        }
        const std::string name = key.toStdString();
        if (const std::string_view by = name;
            hasFewValues(*snapshot.findAttribute(name), snapshot.texts->size())) {
            static_cast<void>(book.groupings->by({&by, 1}));
        }
    }
}

QStringList comparableAttributes(const Snapshot& snapshot) {
    QStringList keys;
    for (const std::string_view key : known) {
        if (snapshot.findAttribute(key)) {
            keys.append(wording::fromUtf8(key));
        }
    }
    for (const AttributeColumn& column : *snapshot.attributes) {
        const bool isOther = std::ranges::find(known, column.key) == known.end() &&
                             std::ranges::find(makeNoGroups, column.key) == makeNoGroups.end();
        if (isOther && !column.values.empty()) {
            keys.append(QString::fromStdString(column.key));
        }
    }
    return keys;
}

bool tellsApart(const Snapshot& snapshot,
                const QString& key,
                Day day,
                std::span<const analytics::PaidAccount> of) {
    const AttributeColumn* column = snapshot.findAttribute(key.toStdString());
    return column && std::ranges::any_of(of, [&](const analytics::PaidAccount& each) {
               return column->on(each.account, day) != column->on(of.front().account, day);
           });
}

bool hasArr(std::span<const analytics::PaidAccount> living) {
    return std::ranges::any_of(
        living, [](const analytics::PaidAccount& each) { return each.cents.value_or(0) != 0; });
}

const analytics::Grouping& groupingOf(const CompareView& view) {
    std::vector<std::string> keys;
    for (const QString& key : view.question.by) {
        keys.push_back(key.toStdString());
    }
    const std::vector<std::string_view> by(keys.begin(), keys.end());
    return view.book->groupings->by(by);
}

QString groupName(const CompareView& view, const analytics::AccountGroup& group) {
    QStringList titles;
    for (qsizetype at = 0; at < view.question.by.size(); ++at) {
        const std::string& value = (*view.book->snapshot().texts)[group.values[static_cast<std::size_t>(at)]];
        titles.append(models::groupTitle(view.question.by[at], QString::fromStdString(value)));
    }
    return titles.join(Texts::tr(", "));
}

session::Filter filterOf(const CompareView& view, const std::optional<std::array<TextIndex, 2>>& group) {
    session::Filter filter;
    const QStringList by = group ? view.question.by : QStringList();
    for (qsizetype at = 0; at < by.size(); ++at) {
        const std::string& value = (*view.book->snapshot().texts)[(*group)[static_cast<std::size_t>(at)]];
        filter.attributes.push_back({.key = by[at], .values = {QString::fromStdString(value)}});
    }
    if (view.question.among && !by.contains(view.question.among->key)) {
        filter.attributes.push_back(*view.question.among);
    }
    return filter;
}

CompareQuestion questionOf(const session::CompareState& state, const Snapshot& snapshot, Day day) {
    const bool hasDays = state.days && state.days->from < state.days->to;
    const bool isTwoDays = state.kind == analytics::PeriodKind::TwoDays;
    CompareQuestion question{.kind = state.kind,
                             .period =
                                 isTwoDays && hasDays ? *state.days : analytics::periodOn(day, state.kind),
                             .by = {},
                             .countBy = state.byArr ? CountBy::Arr : CountBy::Accounts,
                             .among = {}};
    const QStringList comparable = comparableAttributes(snapshot);
    if (state.among && comparable.contains(state.among->key) &&
        anyAmong(snapshot, *state.among, question.period.to)) {
        question.among = state.among;
    }
    for (const QString& key : state.by) {
        if (comparable.contains(key) && !question.by.contains(key) && question.by.size() < 2) {
            question.by.append(key);
        }
    }
    if (question.by.isEmpty()) {
        const std::vector<analytics::PaidAccount> living =
            analytics::livingByArr(snapshot, question.period.to);
        const auto apart = std::ranges::find_if(comparable, [&](const QString& key) {
            return tellsApart(snapshot, key, question.period.to, living);
        });
        question.by = {apart != comparable.end() ? *apart : wording::fromUtf8(attribute::owner)};
    }
    return question;
}

session::CompareState stateOf(const CompareQuestion& question, const QString& tab) {
    const bool isTwoDays = question.kind == analytics::PeriodKind::TwoDays;
    return {.tab = tab,
            .kind = question.kind,
            .days = isTwoDays ? std::optional(question.period) : std::nullopt,
            .by = question.by,
            .byArr = question.countBy == CountBy::Arr,
            .among = question.among};
}

QStringList toText(const session::CompareState& state) {
    const auto iso = [&](Day analytics::Period::* which) {
        return state.days ? QString::fromStdString(toIsoText(*state.days.*which)) : QString();
    };
    return QStringList{state.tab,
                       periodKey(state.kind),
                       iso(&analytics::Period::from),
                       iso(&analytics::Period::to),
                       state.byArr ? u"arr"_s : u"accounts"_s} +
           state.by +
           (state.among ? QStringList{amongSign + state.among->key} + state.among->values : QStringList());
}

session::CompareState compareStateFromText(const QStringList& text) {
    session::CompareState state;
    state.tab = text.value(Tab);
    state.kind = periodKindOf(text.value(Kind)).value_or(state.kind);
    const std::optional<Day> from = dayOf(text.value(From));
    const std::optional<Day> to = dayOf(text.value(To));
    if (from && to && *from < *to) {
        state.days = analytics::Period{*from, *to};
    }
    state.byArr = text.value(Count) == u"arr";
    state.by = text.mid(FirstBy);
    const auto among =
        std::ranges::find_if(state.by, [](const QString& each) { return each.startsWith(amongSign); });
    if (among != state.by.end()) {
        state.among = {.key = among->mid(1), .values = QStringList(among + 1, state.by.end())};
        state.by.erase(among, state.by.end());
    }
    return state;
}

QString accountScoreText(const analytics::ComparedBook& book,
                         const scoring::AccountScore& score,
                         std::optional<SchemeKind> shownAs) {
    if (score.shown.band == Band::None) {
        return {};
    }
    const Template& scored = book.snapshot().scorecard->templates[score.templateIndex];
    const Scheme& scheme = scored.versions[score.versionIndex].scheme;
    const QString letter = wording::scoreLetter(scheme, shownAs, score.shown.score);
    return letter.isEmpty() ? wording::scoreText(score.shown.score, wording::schemeDecimals(scheme.ranges))
                            : letter;
}

} // namespace hb::pages
