// SPDX-License-Identifier: GPL-3.0-or-later
// What costs points and what changed, as the account page shows and copies it.
#include "core/scoring/band.h"
#include "core/wording/account_words.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/pages/account/account_facts.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t costsShown = 5, stepsShown = 7;

QString
valueOf(const AccountAt& at, const scoring::CompiledMetric& compiled, const scoring::MetricDetail& metric) {
    return metric.value.value
               ? wording::valueText(at.snapshot().scorecard->metrics[compiled.metric], *metric.value.value)
               : Texts::tr("no data");
}

widgets::CostRow metricRow(const AccountAt& at, const scoring::CostLine& line) {
    const scoring::CompiledMetric& compiled = at.version().metrics[line.metric];
    const scoring::MetricDetail& detail = at.detail.metrics[line.metric];
    const Metric& metric = at.snapshot().scorecard->metrics[compiled.metric];
    widgets::CostRow row;
    row.band = scoring::bandOf(at.version().ranges, detail.score);
    if (detail.override) {
        row.mark = theme::Icon::Pin;
    }
    row.value = valueOf(at, compiled, detail);
    row.age = wording::ageText(detail, at.day());
    row.helps = wording::fromUtf8(metric.action);
    row.who = wording::fromUtf8(metric.ownerTeam);
    QStringList lines{wording::staleSentence(at.scorer(), at.detail, line.metric),
                      wording::scoredSentence(at.scorer(), at.detail, line.metric)};
    if (!metric.action.empty()) {
        lines << Texts::tr("What helps: %1.").arg(row.helps);
    }
    lines.removeAll(QString());
    row.tooltip = u"%1\n%2"_s.arg(wording::fromUtf8(metric.name), lines.join(u'\n'));
    return row;
}

// Where a metric of a line stands in the version of the as-of day, which may lack it.
std::optional<std::size_t> positionOf(const AccountAt& at, const scoring::ChangeLine& line) {
    if (line.kind != scoring::LineKind::Metric) {
        return {};
    }
    const auto& metrics = at.version().metrics;
    const auto found = std::ranges::find(metrics, line.metric, &scoring::CompiledMetric::metric);
    return found == metrics.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - metrics.begin()));
}

charts::WaterfallStep restOf(const std::vector<scoring::ChangeLine>& lines, std::size_t first) {
    double points = 0;
    for (std::size_t line = first; line < lines.size(); ++line) {
        points += lines[line].points;
    }
    const auto count = static_cast<int>(lines.size() - first);
    return {.name = Texts::tr("%n smaller", nullptr, count),
            .points = points,
            .text = wording::signedPointsText(points),
            .sentence = Texts::tr("Each is smaller than those above; the table has them all.")};
}

/// The largest costs, and overrides and exceptions, which stand by themselves, come first: how many are
/// shown.
std::size_t putFirst(std::vector<scoring::CostLine>& lines) {
    if (lines.size() <= costsShown + 1) {
        return lines.size();
    }
    const auto rest =
        std::stable_partition(lines.begin() + costsShown, lines.end(), [](const scoring::CostLine& line) {
            return line.kind != scoring::LineKind::Metric;
        });
    return static_cast<std::size_t>(rest - lines.begin());
}

} // namespace

Costs costs(const AccountAt& at, CostRows wanted) {
    Costs result;
    std::vector<scoring::CostLine> lines = scoring::explainScore(at.detail);
    const double largest = lines.empty() ? 1 : std::max(1.0, std::abs(lines.front().points));
    const std::size_t shown = wanted == CostRows::All ? lines.size() : putFirst(lines);
    for (std::size_t line = 0; line < shown; ++line) {
        widgets::CostRow row;
        const bool isMetric = lines[line].kind == scoring::LineKind::Metric;
        if (isMetric) {
            row = metricRow(at, lines[line]);
        } else {
            row.mark =
                lines[line].kind == scoring::LineKind::Exceptions ? theme::Icon::Lid : theme::Icon::Pin;
            row.band = at.detail.band;
        }
        row.name = wording::costLineName(at.scorer(), at.detail, lines[line]);
        row.points = wording::pointsText(lines[line].points);
        row.fraction = std::max(0.0, lines[line].points / largest);
        result.rows.push_back(std::move(row));
        result.metrics.push_back(isMetric ? std::optional(lines[line].metric) : std::nullopt);
    }
    result.rest = wording::restOfCostsText(lines, shown);
    if (at.detail.overall && !lines.empty()) {
        result.total =
            Texts::tr("Together %1: a score of %2")
                .arg(wording::pointsText(wording::sumOf(lines)), scoreText(at, *at.detail.overall));
    }
    return result;
}

Change change(const AccountAt& at, Day since, Day until) {
    const auto changed = scoring::explainChange(at.scorer(), at.account, since, until);
    Change result;
    charts::WaterfallData& waterfall = result.waterfall;
    waterfall.description = wording::changeSentence(at.scorer(), changed, at.day());
    const auto end = [&at](const scoring::AccountDetail& detail) {
        return charts::WaterfallEnd{.name = wording::dayText(detail.day, at.day()),
                                    .score = detail.overall.value_or(0),
                                    .band = detail.band,
                                    .text = detail.overall ? scoreText(at, *detail.overall)
                                                           : Texts::tr("no data")};
    };
    waterfall.before = end(changed.before);
    waterfall.after = end(changed.after);
    std::vector<scoring::ChangeLine> lines = changed.lines;
    std::ranges::stable_sort(
        lines, std::ranges::greater(), [](const scoring::ChangeLine& line) { return std::abs(line.points); });
    const std::size_t shown = lines.size() <= stepsShown + 1 ? lines.size() : stepsShown;
    for (std::size_t line = 0; line < shown; ++line) {
        waterfall.steps.push_back(
            {.name = wording::changeLineName(at.scorer(), changed, lines[line]),
             .points = lines[line].points,
             .text = wording::signedPointsText(lines[line].points),
             .sentence = wording::changeLineSentence(at.scorer(), changed, lines[line], at.day())});
        result.metrics.push_back(positionOf(at, lines[line]));
    }
    if (shown < lines.size()) {
        waterfall.steps.push_back(restOf(lines, shown));
        result.metrics.emplace_back();
    }
    return result;
}

exchange::Table costTable(const AccountAt& at) {
    exchange::Table table{.name = Texts::tr("Costs points"),
                          .head = {Texts::tr("Costs points"),
                                   Texts::tr("Points"),
                                   Texts::tr("Value"),
                                   Texts::tr("Score"),
                                   Texts::tr("Share"),
                                   Texts::tr("Measured")},
                          .rows = {}};
    for (const scoring::CostLine& line : scoring::explainScore(at.detail)) {
        std::vector<exchange::Cell> cells{wording::costLineName(at.scorer(), at.detail, line),
                                          exchange::Number{.value = line.points, .decimals = 1}};
        if (line.kind == scoring::LineKind::Metric) {
            const scoring::MetricDetail& metric = at.detail.metrics[line.metric];
            const auto number = [](const std::optional<double>& value) -> exchange::Cell {
                return value ? exchange::Cell(exchange::Number{.value = *value, .decimals = 1})
                             : exchange::Cell();
            };
            cells.push_back(number(metric.value.value));
            cells.push_back(number(metric.score));
            cells.emplace_back(exchange::Percent{.share = metric.share, .decimals = 1});
            cells.push_back(metric.value.observedOn ? exchange::Cell(*metric.value.observedOn)
                                                    : exchange::Cell());
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

exchange::Table changeTable(const AccountAt& at, Day since, Day until) {
    const auto changed = scoring::explainChange(at.scorer(), at.account, since, until);
    exchange::Table table{
        .name = Texts::tr("What changed"),
        .head = {Texts::tr("What changed"),
                 Texts::tr("Points, %1 to %2")
                     .arg(QString::fromStdString(toIsoText(since)), QString::fromStdString(toIsoText(until))),
                 Texts::tr("Cause"),
                 Texts::tr("In words")},
        .rows = {}};
    for (const scoring::ChangeLine& line : changed.lines) {
        table.rows.push_back({wording::changeLineName(at.scorer(), changed, line),
                              exchange::Number{.value = line.points, .decimals = 1},
                              QString::fromLatin1(scoring::toText(line.cause)),
                              wording::changeLineSentence(at.scorer(), changed, line, at.day())});
    }
    return table;
}

QString costText(const AccountAt& at) {
    const std::vector<scoring::CostLine> lines = scoring::explainScore(at.detail);
    QStringList texts;
    for (const scoring::CostLine& line : lines) {
        texts << Texts::tr("%1 costs %2")
                     .arg(wording::costLineName(at.scorer(), at.detail, line),
                          wording::pointsText(line.points));
    }
    return lines.empty() ? QString() : texts.join(u'\n') + u'\n';
}

QString changeText(const AccountAt& at, Day since, Day until) {
    const auto changed = scoring::explainChange(at.scorer(), at.account, since, until);
    QStringList texts{wording::changeSentence(at.scorer(), changed, at.day())};
    for (const scoring::ChangeLine& line : changed.lines) {
        texts << wording::changeLineSentence(at.scorer(), changed, line, at.day());
    }
    return texts.join(u'\n') + u'\n';
}

} // namespace hb::pages
