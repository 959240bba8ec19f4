// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/heat_map_models.h"

#include "core/wording/days.h"
#include "core/wording/prevalence_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/compare/heat_map_words.h"

#include <QLocale>

#include <algorithm>

namespace hb::pages {

// --- both

QString HeatMapShown::rowKey(std::uint32_t row) const {
    return order.kind == HeatRows::Groups ? heatGroupName(*data, row)
                                          : wording::fromUtf8((*data->snapshot().accounts)[row].key);
}

const std::string& HeatMapShown::metricKey(std::size_t metric) const {
    return data->snapshot().scorecard->metrics[data->metrics[metric].metric].key;
}

int HeatModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_shown.data ? 0 : static_cast<int>(m_shown.order.columns.size()) + 1;
}

QVariant HeatModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (orientation != Qt::Horizontal || !isText || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto metric = metricAt(section);
    return metric ? heatMetricName(*m_shown.data, *metric) : heatRowsTitle(*m_shown.data, m_shown.order.kind);
}

std::optional<std::size_t> HeatModel::metricAt(int column) const {
    return column < 1 || column >= columnCount()
               ? std::nullopt
               : std::optional(m_shown.order.columns[static_cast<std::size_t>(column - 1)]);
}

int HeatModel::columnOf(const std::string& metric) const {
    const auto& columns = m_shown.order.columns;
    const auto found = std::ranges::find_if(
        columns, [&](std::size_t column) { return m_shown.metricKey(column) == metric; });
    return found == columns.end() ? 0 : static_cast<int>(found - columns.begin()) + 1;
}

void HeatModel::show(HeatMapShown shown) {
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

// --- the map

int HeatRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_shown.data ? 0 : static_cast<int>(m_shown.order.rows.size());
}

QVariant HeatRowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto metric = metricAt(index.column());
    return metric ? cellData(rowAt(index.row()), *metric, role) : nameData(rowAt(index.row()), role);
}

QVariant HeatRowsModel::nameData(std::uint32_t row, int role) const {
    const HeatMapData& data = *m_shown.data;
    const bool isGroup = m_shown.order.kind == HeatRows::Groups;
    const auto count = isGroup ? data.grouping.groups[row].accounts.size() : 0;
    switch (role) {
    case Qt::DisplayRole:
        return heatRowName(data, m_shown.order.kind, row);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString name = heatRowName(data, m_shown.order.kind, row);
        const QString accounts =
            count == 1 ? tr("one account") : tr("%Ln accounts", nullptr, static_cast<int>(count));
        return isGroup ? tr("%1: %2").arg(name, accounts) : name;
    }
    case bandRole:
        return isGroup ? QVariant() : QVariant(static_cast<int>(data.view.book->now[row].shown.band));
    case countRole:
        return isGroup ? QVariant(QLocale().toString(static_cast<qulonglong>(count))) : QVariant();
    default:
        return {};
    }
}

QVariant HeatRowsModel::cellData(std::uint32_t row, std::size_t metric, int role) const {
    const HeatMapData& data = *m_shown.data;
    switch (role) {
    case Qt::DisplayRole:
        return heatScoreText(data, m_shown.order.kind, row, metric);
    case bandRole:
        return static_cast<int>(heatBand(data, m_shown.order.kind, row, metric));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return heatCellWords(data, m_shown.order.kind, row, metric);
    default:
        return {};
    }
}

// --- above it

QVariant HeatHeadModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto metric = metricAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return metric ? textOf(index.row(), *metric) : titleOf(index.row());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return metric ? wordsOf(index.row(), *metric) : titleOf(index.row());
    case sortRole:
        return metric && m_shown.sort && m_shown.sort->metric == m_shown.data->metrics[*metric].metric
                   ? QVariant(static_cast<int>(m_shown.sort->highestFirst ? scoring::Direction::Down
                                                                          : scoring::Direction::Up))
                   : QVariant();
    default:
        return {};
    }
}

QString HeatHeadModel::titleOf(int row) const {
    const HeatMapData& data = *m_shown.data;
    switch (row) {
    case Share:
        return data.isByArr ? tr("Share of ARR red") : tr("Share red");
    case Change:
        return tr("Accounts since %1").arg(wording::dayText(data.view.book->period.from, data.day()));
    case Weeks:
        return tr("Week by week");
    case Team:
        return tr("Owned by");
    default:
        return heatRowsTitle(data, m_shown.order.kind);
    }
}

QString HeatHeadModel::textOf(int row, std::size_t metric) const {
    const HeatMapData& data = *m_shown.data;
    switch (row) {
    case Share:
        return heatShareText(data, metric);
    case Change:
        return wording::prevalenceChange(data.metrics[metric]);
    case Weeks:
        return {};
    case Team:
        return wording::fromUtf8(data.metrics[metric].team);
    default:
        return heatMetricName(data, metric);
    }
}

QString HeatHeadModel::wordsOf(int row, std::size_t metric) const {
    const HeatMapData& data = *m_shown.data;
    if (row == Name) {
        return tr("%1: sort by it").arg(heatMetricName(data, metric));
    }
    const QString sentence = heatSentence(data, metric);
    const widgets::SparklineData* weeks = weeksOfMetric(metric);
    if (row != Weeks || !weeks) {
        return sentence;
    }
    QStringList shares;
    for (const auto& share : weeks->scores) {
        shares.append(share ? QLocale().toString(*share, 'f', 0) : tr("none"));
    }
    return tr("%1\n%2 in percent, week by week: %3")
        .arg(sentence, titleOf(Share), shares.join(QStringLiteral(", ")));
}

void HeatHeadModel::setWeeks(std::shared_ptr<const HeatMapData> of,
                             std::vector<widgets::SparklineData> weeks) {
    m_weeksOf = std::move(of);
    m_weeks = std::move(weeks);
    if (columnCount() > 1) {
        Q_EMIT dataChanged(index(Weeks, 1), index(Weeks, columnCount() - 1));
    }
}

const widgets::SparklineData* HeatHeadModel::weeksOfMetric(std::size_t metric) const {
    return m_weeksOf == m_shown.data ? &m_weeks[m_shown.data->metrics[metric].metric] : nullptr;
}

const widgets::SparklineData& HeatHeadModel::weeksOf(int column) const {
    static const widgets::SparklineData none;
    const auto metric = metricAt(column);
    const widgets::SparklineData* weeks = metric ? weeksOfMetric(*metric) : nullptr;
    return weeks ? *weeks : none;
}

} // namespace hb::pages
