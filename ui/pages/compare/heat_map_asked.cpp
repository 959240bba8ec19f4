// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks of the heat map, and what it says.
#include "ui/pages/compare/heat_map_part.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/pages/compare/heat_map_words.h"
#include "ui/widgets/chip.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

// --- what is asked

void HeatMapPart::askHead(const QModelIndex& index) {
    const auto metric = m_headModel.metricAt(index.column());
    if (!metric) {
        if (index.row() == HeatHeadModel::Name && m_sort) {
            m_sort.reset();
            arrange();
        }
        return;
    }
    if (!isShownNewest()) {
        return; // its columns are on their way, and may be others
    }
    const MetricIndex asked = m_data->metrics[*metric].metric;
    if (index.row() == HeatHeadModel::Name) {
        sortBy(asked);
    } else if (index.row() == HeatHeadModel::Share) {
        listRed(asked);
    }
}

void HeatMapPart::askRow(const QModelIndex& index) {
    const HeatMapShown shown = m_rowsModel.shown(); // a copy: the map may change meanwhile
    goOn(shown, m_rowsModel.rowAt(index.row()));
}

/// A row of what stands, or stood, there: an account opens, a group shows its accounts.
void HeatMapPart::goOn(const HeatMapShown& shown, std::uint32_t row) {
    if (shown.order.kind == HeatRows::Accounts) {
        Q_EMIT accountAsked(shown.data->view.book, row, shown.order.rows);
    } else if (shown.data == m_data) {
        Q_EMIT insideAsked({u"group"_s, shown.rowKey(row)});
    }
}

void HeatMapPart::sortBy(MetricIndex metric) {
    const bool isAgain = m_sort && m_sort->metric == metric;
    m_sort = HeatMapSort{.metric = metric, .highestFirst = isAgain && !m_sort->highestFirst};
    m_rowsAlike = false;
    arrange();
}

QJsonObject HeatMapPart::layoutContent() const {
    if (!m_layout.isEmpty()) {
        return m_layout;
    }
    QJsonObject content{{u"alike"_s, m_alike->isChecked()}, {u"rows_alike"_s, m_rowsAlike}};
    if (m_sort && m_data) {
        const Metric& metric = m_data->snapshot().scorecard->metrics[m_sort->metric];
        content.insert(u"sort"_s, QString::fromStdString(metric.key));
        content.insert(u"highest_first"_s, m_sort->highestFirst);
    }
    return content;
}

void HeatMapPart::layOut(const QJsonObject& content) {
    m_layout = content;
    m_layoutBy = m_view.question.by;
    if (m_data && isSameMap(m_data->view, m_view)) {
        takeLayout();
        arrange();
    }
}

void HeatMapPart::takeLayout() {
    const QJsonObject content = std::exchange(m_layout, {});
    if (content.isEmpty()) {
        return;
    }
    m_alike->setChecked(content.value(u"alike"_s).toBool());
    m_rowsAlike = content.value(u"rows_alike"_s).toBool();
    const auto metric = m_data->snapshot().findMetric(content.value(u"sort"_s).toString().toStdString());
    m_sort = metric ? std::optional(HeatMapSort{.metric = *metric,
                                                .highestFirst = content.value(u"highest_first"_s).toBool()})
                    : std::nullopt;
}

void HeatMapPart::listRed(MetricIndex metric) {
    const auto at = m_data->find(metric);
    if (at && !m_data->metrics[*at].red.empty()) {
        Q_EMIT insideAsked(
            {u"red"_s, QString::fromStdString(m_data->snapshot().scorecard->metrics[metric].key)});
    }
}

bool HeatMapPart::escape() {
    if (!m_narrowed) {
        return false;
    }
    Q_EMIT insideAsked(oneUp());
    return true;
}

/// From a group to the groups, from what is red to all accounts.
QStringList HeatMapPart::oneUp() const {
    return m_narrowed->group ? QStringList() : QStringList{u"accounts"_s};
}

/// The rows that the words of the place are of; what this book does not have is the top.
void HeatMapPart::lookInside() {
    m_narrowed = narrowedBy(m_view.inside);
    const bool areAccounts = m_narrowed || m_view.inside == QStringList{u"accounts"_s};
    m_rows = areAccounts ? HeatRows::Accounts : HeatRows::Groups;
    (areAccounts ? m_accounts : m_groups)->setChecked(true);
    arrange();
}

/// {"group", its name} or {"red", the metric's key}.
std::optional<HeatMapPart::Narrowed> HeatMapPart::narrowedBy(const QStringList& inside) const {
    if (inside.size() != 2) {
        return {};
    }
    if (inside[0] == "group"_L1) {
        const auto& groups = m_data->grouping.groups;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            if (heatGroupName(*m_data, group) == inside[1]) {
                return Narrowed{.group = groups[group].values};
            }
        }
    } else if (inside[0] == "red"_L1) {
        const std::string key = inside[1].toStdString();
        const auto& metrics = m_data->snapshot().scorecard->metrics;
        const auto found = std::ranges::find_if(m_data->metrics, [&](const auto& metric) {
            return metrics[metric.metric].key == key && !metric.red.empty();
        });
        if (found != m_data->metrics.end()) {
            return Narrowed{.red = found->metric};
        }
    }
    return {};
}

std::vector<QWidget*> HeatMapPart::regions() {
    return {m_head, m_map};
}

// --- what is said

std::optional<std::size_t> HeatMapPart::metricInFocus() const {
    const bool isHead = m_head->hasFocus() || !m_map->currentIndex().isValid();
    return m_headModel.metricAt((isHead ? m_head : m_map)->currentIndex().column());
}

void HeatMapPart::sayMetric() {
    const HeatMapData* shown = m_headModel.shown().data.get();
    const auto metric = metricInFocus();
    const std::size_t red = metric ? shown->metrics[*metric].red.size() : 0;
    m_sentence->setText(metric ? heatSentence(*shown, *metric)
                               : tr("A metric's name sorts by it, its share lists the accounts behind it."));
    m_listRed->setText(red == 1 ? tr("Show the account")
                                : tr("Show the %Ln accounts", nullptr, static_cast<int>(red)));
    m_listRed->setVisible(red > 0);
}

QString HeatMapPart::narrowedText() const {
    if (!m_narrowed || !m_data) {
        return {};
    }
    if (m_narrowed->red) {
        const auto metric = m_data->find(*m_narrowed->red);
        return metric ? tr("Red in %1").arg(heatMetricName(*m_data, *metric)) : QString();
    }
    const auto& groups = m_data->grouping.groups;
    const auto found = std::ranges::find(groups, *m_narrowed->group, &analytics::AccountGroup::values);
    return found == groups.end() ? QString()
                                 : heatGroupName(*m_data, static_cast<std::size_t>(found - groups.begin()));
}

void HeatMapPart::sayState() {
    const QString narrowed = narrowedText();
    m_pill->setText(QString(narrowed).replace(u'&', QStringLiteral("&&")));
    m_pill->setAccessibleName(tr("%1: show all again").arg(narrowed));
    m_pill->setVisible(!narrowed.isEmpty());
    const std::size_t rows = m_rowsModel.shown().order.rows.size();
    const bool areSome = m_alike->isChecked() && m_rowsAlike && m_clustered < rows;
    m_note->setText(areSome ? tr("%1 of %2 accounts were compared with one another; each other one stands "
                                 "after the one most like it.")
                                  .arg(QLocale().toString(static_cast<qulonglong>(m_clustered)),
                                       QLocale().toString(static_cast<qulonglong>(rows)))
                            : QString());
}

// --- copies

QString HeatMapPart::headline() const {
    return m_data && !m_data->metrics.empty() ? heatSentence(*m_data, 0) : QString();
}

QString HeatMapPart::asText() const {
    return m_data ? heatMapText(*m_data) : QString();
}

exchange::Table HeatMapPart::asTable() const {
    const HeatMapShown& shown = m_rowsModel.shown();
    return shown.data ? heatMapTable(*shown.data, shown.order) : exchange::Table();
}

std::function<exchange::Table()> HeatMapPart::tableMaker() const {
    return [data = m_rowsModel.shown().data, order = m_rowsModel.shown().order] {
        return data ? heatMapTable(*data, order) : exchange::Table();
    };
}

} // namespace hb::pages
