// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/heat_map_words.h"

#include "core/analytics/benchmark.h"
#include "core/wording/benchmark_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/prevalence_sentence.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/models/names.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/theme/texts.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hb::pages {

using wording::fromUtf8;

namespace {

const std::vector<Range>&
schemeOf(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric) {
    return kind == HeatRows::Accounts ? data.map.schemeOf(row)
                                      : data.map.schemes[data.cell(row, metric).scheme];
}

/// Among the accounts of the same segment that are compared.
QString amongSegment(const HeatMapData& data, AccountIndex account, MetricIndex metric) {
    const Snapshot& snapshot = data.snapshot();
    if (!snapshot.findAttribute(attribute::segment)) {
        return {};
    }
    std::vector<double> others;
    for (const AccountIndex other :
         analytics::accountsAlike(snapshot, account, attribute::segment, data.day())) {
        const auto score = data.map.score(other, metric);
        if (score && std::ranges::binary_search(data.view.book->accounts, other)) {
            others.push_back(*score);
        }
    }
    const analytics::PlaceAmong place =
        analytics::placeAmong(data.map.at(account, metric), std::move(others));
    if (!place.quartiles) {
        return {};
    }
    const QString segment =
        models::groupTitle(fromUtf8(attribute::segment),
                           fromUtf8(snapshot.attributeOn(account, attribute::segment, data.day())));
    const int decimals = wording::schemeDecimals(data.map.schemeOf(account));
    return Texts::tr("%1: %2. %3")
        .arg(segment,
             wording::benchmarkText(place, Texts::tr("it")),
             wording::benchmarkScores(place, decimals));
}

QString groupCellWords(const HeatMapData& data, std::uint32_t row, std::size_t metric) {
    const analytics::GroupCell& cell = data.cell(row, metric);
    const QString score = heatScoreText(data, HeatRows::Groups, row, metric);
    const auto scored = static_cast<int>(cell.scored);
    const QString mean =
        scored == 1 ? Texts::tr("%1, %2; 1 account has a score, red in %3")
                    : Texts::tr("mean %1, %2; %Ln accounts have a score, red in %3", nullptr, scored);
    const QString words = mean.arg(score, wording::bandName(cell.band), wording::countText(cell.red));
    return cell.isOneScheme
               ? words
               : Texts::tr("%1. Their templates draw bands differently: the colour is that of half of them")
                     .arg(words);
}

} // namespace

QString heatGroupName(const HeatMapData& data, std::size_t group) {
    return groupName(data.view, data.grouping.groups[group]);
}

QString heatRowName(const HeatMapData& data, HeatRows kind, std::uint32_t row) {
    return kind == HeatRows::Groups ? heatGroupName(data, row)
                                    : models::nameOf(data.snapshot(), row, data.day());
}

QString heatMetricName(const HeatMapData& data, std::size_t metric) {
    return fromUtf8(data.snapshot().scorecard->metrics[data.metrics[metric].metric].name);
}

QString heatRowsTitle(const HeatMapData& data, HeatRows kind) {
    if (kind == HeatRows::Accounts) {
        return Texts::tr("Account");
    }
    QStringList titles;
    for (const QString& key : data.view.question.by) {
        titles.append(models::attributeTitle(key));
    }
    return titles.join(u", "_s);
}

Band heatBand(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric) {
    return kind == HeatRows::Groups ? data.cell(row, metric).band
                                    : data.map.band(row, data.metrics[metric].metric);
}

QString heatScoreText(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric) {
    const auto score = heatScore(data, kind, row, metric);
    return score ? wording::scoreText(*score, wording::schemeDecimals(schemeOf(data, kind, row, metric)))
                 : QString();
}

QString heatCellWords(const HeatMapData& data, HeatRows kind, std::uint32_t row, std::size_t metric) {
    const QString head = Texts::tr("%1, %2").arg(heatRowName(data, kind, row), heatMetricName(data, metric));
    const QString score = heatScoreText(data, kind, row, metric);
    if (score.isEmpty()) {
        return Texts::tr("%1: no score").arg(head);
    }
    if (kind == HeatRows::Groups) {
        return Texts::tr("%1: %2").arg(head, groupCellWords(data, row, metric));
    }
    const QString own =
        Texts::tr("%1: %2, %3").arg(head, score, wording::bandName(heatBand(data, kind, row, metric)));
    const QString among = amongSegment(data, row, data.metrics[metric].metric);
    return among.isEmpty() ? own : own + u'\n' + among;
}

QString heatShareText(const HeatMapData& data, std::size_t metric) {
    const std::optional<double> share = data.share(metric);
    return share ? wording::partText(*share) : QString();
}

QString heatSentence(const HeatMapData& data, std::size_t metric) {
    return wording::prevalenceSentence(
        data.snapshot(), data.metrics[metric], data.view.book->period.from, data.day());
}

QString heatMapText(const HeatMapData& data) {
    QStringList lines;
    for (std::size_t metric = 0; metric < data.metrics.size(); ++metric) {
        lines.append(heatSentence(data, metric));
    }
    return lines.join(u'\n');
}

exchange::Table heatMapTable(const HeatMapData& data, const HeatMapOrder& order) {
    using exchange::Cell;
    exchange::Table table{
        .name = Texts::tr("Heat map"), .head = {heatRowsTitle(data, order.kind)}, .rows = {}};
    std::vector<Cell> shares{data.isByArr ? Texts::tr("Share of ARR red") : Texts::tr("Share red")};
    for (const std::size_t column : order.columns) {
        table.head.append(heatMetricName(data, column));
        const std::optional<double> share = data.share(column);
        shares.push_back(share ? Cell(exchange::Percent{.share = *share}) : Cell());
    }
    table.rows.push_back(std::move(shares));
    for (const std::uint32_t row : order.rows) {
        std::vector<Cell> cells{heatRowName(data, order.kind, row)};
        for (const std::size_t column : order.columns) {
            cells.push_back(exchange::numberCell(heatScore(data, order.kind, row, column)));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace hb::pages
