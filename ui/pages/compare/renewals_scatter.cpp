// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/renewals_scatter.h"

#include "core/scoring/template_match.h"
#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/names.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/theme/texts.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using charts::ScatterPoint;
using charts::Soonness;

std::optional<Day> renewalOf(const CompareView& view, AccountIndex account) {
    const Day day = view.question.period.to;
    return parseIsoDay(view.book->snapshot().attributeOn(account, attribute::renewalDate, day));
}

Soonness soonnessOf(const CompareView& view, AccountIndex account) {
    constexpr int month = 30;
    constexpr int quarter = 90;
    const std::optional<Day> renews = renewalOf(view, account);
    if (!renews || *renews < view.question.period.to) {
        return Soonness::Unknown;
    }
    const int days = *renews - view.question.period.to;
    return days <= month ? Soonness::Days30 : days <= quarter ? Soonness::Days90 : Soonness::Later;
}

std::vector<ScatterPoint> pointsOf(const CompareView& view) {
    const analytics::ComparedBook& book = *view.book;
    const std::string& currency = book.snapshot().settings.currency;
    std::vector<ScatterPoint> points;
    for (const analytics::PaidAccount& who : book.living) {
        const scoring::TrackScore& score = book.now[who.account].shown;
        if (who.cents.value_or(0) > 0 && who.currency == currency && score.band != Band::None) {
            points.push_back({.account = who.account,
                              .score = score.score,
                              .amount = static_cast<double>(*who.cents),
                              .band = score.band,
                              .soon = soonnessOf(view, who.account)});
        }
    }
    std::ranges::stable_sort(points, {}, &ScatterPoint::score);
    return points;
}

QString wordsOf(const CompareView& view, const ScatterPoint& point) {
    const Snapshot& snapshot = view.book->snapshot();
    const Day day = view.question.period.to;
    QStringList words{
        models::nameOf(snapshot, point.account, day),
        Texts::tr("%1 %2").arg(accountScoreText(*view.book, view.book->now[point.account], view.shownAs),
                               wording::bandName(point.band)),
        wording::shortMoney(std::llround(point.amount), wording::fromUtf8(snapshot.settings.currency))};
    if (const auto renews = renewalOf(view, point.account)) {
        words.append(Texts::tr("renews %1").arg(wording::dayText(*renews, day)));
    }
    return words.join(u", "_s);
}

/// Where the bands of the default template begin: others may draw them elsewhere, and colour says it.
std::vector<double> boundsOf(const CompareView& view) {
    std::set<double> bounds{0, 100};
    const Scorecard& scorecard = *view.book->snapshot().scorecard;
    if (!scorecard.templates.empty()) { // the default is last
        const auto& versions = scorecard.templates.back().versions;
        const auto& scheme = versions[scoring::versionOn(versions, view.question.period.to)].scheme;
        for (const Range& range : scheme.ranges) {
            bounds.insert(range.from);
        }
    }
    return {bounds.begin(), bounds.end()};
}

} // namespace

charts::ScatterData scatterOf(const CompareView& view) {
    charts::ScatterData data;
    data.points = pointsOf(view);
    data.scale = boundsOf(view);
    const QString currency = wording::fromUtf8(view.book->snapshot().settings.currency);
    data.amountText = [currency](double cents) { return wording::shortMoney(std::llround(cents), currency); };
    data.wordsOf = [view](const ScatterPoint& point) { return wordsOf(view, point); };
    data.keyOf = [view](const ScatterPoint& point) {
        return wording::fromUtf8((*view.book->snapshot().accounts)[point.account].key);
    };
    const auto soon = std::ranges::count_if(data.points, [](const ScatterPoint& point) {
        return point.band != Band::Green && point.soon >= Soonness::Days90;
    });
    const auto count = static_cast<int>(data.points.size());
    const QString who = count == 1 ? Texts::tr("One account by score and ARR")
                                   : Texts::tr("%Ln accounts by score and ARR", nullptr, count);
    data.description = soon == 1 ? Texts::tr("%1; one renews within 90 days and is not green.").arg(who)
                                 : Texts::tr("%1; %2 renew within 90 days and are not green.")
                                       .arg(who, wording::countText(static_cast<std::size_t>(soon)));
    return data;
}

QString scatterNote(const CompareView& view, const charts::ScatterData& data) {
    if (data.points.empty()) {
        return Texts::tr("None of these accounts has a score and an ARR in %1: there is nothing to draw.")
            .arg(wording::fromUtf8(view.book->snapshot().settings.currency));
    }
    QStringList sentences;
    if (const auto hollow = std::ranges::count(data.points, Soonness::Unknown, &ScatterPoint::soon);
        hollow > 0) {
        sentences << (hollow == std::ssize(data.points)
                          ? Texts::tr(
                                "No renewal day to come is known, so all points are hollow and of one size.")
                          : Texts::tr("Of hollow points no renewal day to come is known."));
    }
    const auto missing = static_cast<int>(view.book->living.size() - data.points.size());
    if (missing > 0) {
        sentences
            << (missing == 1
                    ? Texts::tr("Not drawn: %Ln account without a score or an ARR in %1.", nullptr, missing)
                    : Texts::tr("Not drawn: %Ln accounts without a score or an ARR in %1.", nullptr, missing))
                   .arg(wording::fromUtf8(view.book->snapshot().settings.currency));
    }
    return sentences.join(u' ');
}

std::vector<AccountIndex> walkedFrom(const charts::ScatterData& data, std::size_t point) {
    constexpr std::size_t most = 500; // on each side
    const std::size_t first = point - std::min(point, most);
    const std::size_t last = std::min(point + most + 1, data.points.size());
    std::vector<AccountIndex> walked;
    for (std::size_t at = first; at < last; ++at) {
        walked.push_back(data.points[at].account);
    }
    return walked;
}

exchange::Table scatterTable(const CompareView& view) {
    const Snapshot& snapshot = view.book->snapshot();
    const Day day = view.question.period.to;
    const QString currency = wording::fromUtf8(snapshot.settings.currency);
    exchange::Table table{.name = Texts::tr("Score and ARR"),
                          .head = {Texts::tr("Account"),
                                   Texts::tr("Name"),
                                   Texts::tr("Score"),
                                   Texts::tr("Band"),
                                   Texts::tr("ARR"),
                                   Texts::tr("Renews")},
                          .rows = {}};
    for (const ScatterPoint& point : pointsOf(view)) {
        const std::optional<Day> renews = renewalOf(view, point.account);
        table.rows.push_back({wording::fromUtf8((*snapshot.accounts)[point.account].key),
                              models::nameOf(snapshot, point.account, day),
                              exchange::numberCell(point.score),
                              wording::bandName(point.band),
                              exchange::Money{.cents = std::llround(point.amount), .currency = currency},
                              renews ? exchange::Cell(*renews) : exchange::Cell()});
    }
    return table;
}

} // namespace hb::pages
