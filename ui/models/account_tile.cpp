// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/account_tile.h"

#include "core/scoring/band.h"
#include "core/scoring/rounding.h"
#include "core/wording/score_label.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/theme/texts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hb::models {

namespace {

constexpr int soonDays = 30;
constexpr std::size_t costsShown = 3;

const Scheme& schemeOf(const Snapshot& snapshot, const scoring::AccountScore& score) {
    return snapshot.scorecard->templates[score.templateIndex].versions[score.versionIndex].scheme;
}

void addMarks(widgets::TileData& tile,
              const scoring::Scorer& scorer,
              const scoring::AccountDetail& detail,
              const scoring::AccountScore& score,
              Day today) {
    if (score.hasOverride) {
        tile.marks.push_back(
            {widgets::MarkKind::Overridden, wording::overrideSentence(scorer, detail, today)});
    }
    if (score.shown.exception >= 0) {
        tile.marks.push_back({widgets::MarkKind::Capped, wording::exceptionSentence(scorer, detail)});
    }
    if (score.hasStale || score.hasHeld) {
        QStringList words;
        for (std::size_t metric = 0; metric < detail.metrics.size(); ++metric) {
            const QString stale = wording::staleSentence(scorer, detail, metric);
            if (!stale.isEmpty()) {
                words.append(stale);
            }
        }
        tile.marks.push_back(
            {widgets::MarkKind::Stale,
             words.isEmpty() ? Texts::tr("Counts a value that is not fresh.") : words.join(u'\n')});
    }
}

void addCosts(widgets::TileData& tile, const scoring::Scorer& scorer, const scoring::AccountDetail& detail) {
    const scoring::CompiledVersion& version = scorer.version(detail.templateIndex, detail.versionIndex);
    for (const scoring::CostLine& line : scoring::explainScore(detail)) {
        if (tile.costs.size() == costsShown || line.points < 0.05) {
            break;
        }
        const Band band = line.kind == scoring::LineKind::Metric
                              ? scoring::bandOf(version.ranges, detail.metrics[line.metric].score)
                              : detail.band;
        tile.costs.push_back({.name = wording::costLineName(scorer, detail, line),
                              .points = wording::pointsText(line.points),
                              .fraction = std::clamp(line.points / 100, 0.0, 1.0),
                              .band = band});
    }
    // Against the largest: three short bars of a nearly full hundred would say nothing.
    const double largest = tile.costs.empty() ? 1 : std::max(tile.costs.front().fraction, 0.1);
    for (widgets::TileCost& cost : tile.costs) {
        cost.fraction = std::min(1.0, cost.fraction / largest);
    }
    tile.helps = wording::helpSentence(scorer, detail);
}

widgets::SparklineData sparklineOf(const session::BookSession& session,
                                   AccountIndex account,
                                   const scoring::CompiledVersion& version) {
    widgets::SparklineData data;
    for (const scoring::AccountScore& score : session.sparkline(account)) {
        data.scores.push_back(score.shown.band == Band::None ? std::nullopt : score.shown.optionalScore());
    }
    for (const Range& range : version.ranges) {
        data.bounds.push_back({.from = range.from, .band = range.colour});
    }
    return data;
}

} // namespace

TileFooter footerOf(const session::Moment& moment, AccountIndex account) {
    const Snapshot& snapshot = *moment.snapshot;
    const auto cents = snapshot.arrCents(account, moment.day);
    const QString money =
        cents ? wording::shortMoney(*cents, wording::fromUtf8(snapshot.currencyOn(account, moment.day)))
              : QString();
    const auto renews = renewalDay(snapshot, account, moment.day);
    if (renews && *renews >= moment.day) {
        const int days = *renews - moment.day;
        const QString when =
            days == 0 ? Texts::tr("Renews today") : Texts::tr("Renews in %1 d").arg(QLocale().toString(days));
        return {.text = money.isEmpty() ? when : Texts::tr("%1, %2").arg(when, money),
                .matters = days <= soonDays && moment.book.scores[account].shown.band != Band::Green};
    }
    const QString owner = wording::fromUtf8(snapshot.attributeOn(account, attribute::owner, moment.day));
    if (owner.isEmpty() || money.isEmpty()) {
        return {.text = owner.isEmpty() ? money : owner};
    }
    return {.text = Texts::tr("%1, %2").arg(owner, money)};
}

widgets::TileData tileOf(const session::BookSession& session,
                         AccountIndex account,
                         scoring::Reasons open,
                         const QString& name) {
    const session::Moment& moment = *session.moment();
    const scoring::Scorer& scorer = *moment.scorer;
    const scoring::AccountScore& score = moment.book.scores[account];
    const scoring::Trend& trend = moment.book.trends[account];
    const scoring::AccountDetail detail = scorer.detail(account, moment.day);
    const scoring::CompiledVersion& version = scorer.version(score.templateIndex, score.versionIndex);
    widgets::TileData tile;
    tile.name = name;
    tile.band = score.shown.band;
    if (score.shown.band == Band::None) {
        tile.driver =
            Texts::tr("%1 is fresh, %2 is needed")
                .arg(wording::percentText(detail.coverage), wording::percentText(version.minCoverage));
    } else {
        const double shown = score.shown.score;
        const QString letter =
            wording::scoreLetter(schemeOf(*moment.snapshot, score), session.shownAs(), shown);
        tile.score =
            letter.isEmpty() ? wording::scoreText(shown, wording::schemeDecimals(version.ranges)) : letter;
        tile.scoreNumber = letter.isEmpty() ? QString() : wording::scoreText(shown, 0);
        tile.driver = wording::driverShort(scorer, detail);
        if (tile.driver.isEmpty()) {
            tile.driver = Texts::tr("Nothing costs points");
        }
    }
    tile.direction = trend.direction;
    if (trend.direction != scoring::Direction::None) {
        tile.change = wording::wholePointsText(std::abs(trend.change));
        tile.changeMatters = scoring::atLeast(std::abs(trend.change), version.trend.threshold);
    }
    if (const auto leading = open.leading()) {
        tile.reason = wording::reasonText(scorer, account, moment.day, *leading);
    }
    addMarks(tile, scorer, detail, score, moment.day);
    const TileFooter footer = footerOf(moment, account);
    tile.footer = footer.text;
    tile.footerMatters = footer.matters;
    if (tile.footer.isEmpty() && !tile.reason.isEmpty()) {
        tile.footer = tile.driver; // the reason took its place
    }
    tile.sparkline = sparklineOf(session, account, version);
    addCosts(tile, scorer, detail);
    return tile;
}

} // namespace hb::models
