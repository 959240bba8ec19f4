// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/overview_table.h"

#include "ui/theme/texts.h"

#include <algorithm>
#include <iterator>
#include <numeric>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::AccountGroup;

namespace {

/// What is compared where there are several: that of the book, and no sum of several.
double amount(const Snapshot& snapshot, const analytics::Tally& tally) {
    for (const auto& [currency, cents] : tally.cents) {
        if (currency == snapshot.settings.currency) {
            return static_cast<double>(cents);
        }
    }
    return 0;
}

} // namespace

OverviewTable::OverviewTable(QObject* parent) : TableModel(columnsOf(), parent) {}

std::vector<models::Column<OverviewRow>> OverviewTable::columnsOf() const {
    const std::array titles{QString(),
                            Texts::tr("Accounts"),
                            Texts::tr("Health"),
                            Texts::tr("Mean"),
                            Texts::tr("With the same mix"),
                            Texts::tr("Change"),
                            Texts::tr("Red ARR"),
                            Texts::tr("Left green"),
                            Texts::tr("At risk"),
                            Texts::tr("Main reason")};
    std::vector<models::Column<OverviewRow>> all;
    for (int column = 0; column < columns; ++column) {
        const bool isWords = column == Name || column == Bands || column == Alike || column == Reason;
        all.push_back({.id = QString::number(column),
                       .title = titles[static_cast<std::size_t>(column)],
                       .alignment = isWords ? Qt::AlignLeft : Qt::AlignRight,
                       .text = [this, column](const OverviewRow& row) { return text(row, column); },
                       .sort = [this, column](const OverviewRow& row) -> QVariant {
                           const auto value = sortValue(row.group, column);
                           return value ? QVariant(*value) : QVariant();
                       },
                       .tooltip = [this, column](const OverviewRow& row) { return tooltip(row, column); }});
    }
    return all;
}

// --- what is shown

void OverviewTable::showData(const std::shared_ptr<const OverviewData>& data) {
    m_data = data;
    m_why.reset();
    m_alike.reset();
    m_countBy = data->view.question.countBy;
    arrange();
}

void OverviewTable::setWhy(std::shared_ptr<const OverviewWhy> why) {
    m_why = std::move(why);
    m_column == Reason ? arrange() : repaint();
}

void OverviewTable::setAlike(std::shared_ptr<const OverviewAlike> alike) {
    m_alike = std::move(alike);
    m_column == Alike ? arrange() : repaint();
}

void OverviewTable::setCountBy(CountBy countBy) {
    m_countBy = countBy;
    m_column == Bands || m_column == Mean ? arrange() : repaint();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

void OverviewTable::repaint() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
}

void OverviewTable::sort(int column, Qt::SortOrder direction) {
    m_column = column;
    m_direction = direction;
    arrange();
}

bool OverviewTable::stands(const std::optional<double>& a,
                           const std::optional<double>& b,
                           Qt::SortOrder direction) {
    if (!a || !b) {
        return a && !b;
    }
    return direction == Qt::AscendingOrder ? *a < *b : *a > *b;
}

void OverviewTable::arrange() {
    if (!m_data) {
        return;
    }
    std::vector<std::size_t> order(m_data->all());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::optional<double>> values;
    for (std::size_t group = 0; group < m_data->all(); ++group) {
        values.push_back(sortValue(group, m_column));
    }
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return stands(values[a], values[b], m_direction); });
    order.push_back(m_data->all());
    std::vector<OverviewRow> shown;
    for (const std::size_t group : order) {
        shown.push_back({.group = group});
        const auto found = group < m_data->all() ? m_open.find(m_data->names[group]) : m_open.end();
        if (found != m_open.end()) {
            std::ranges::copy(behind(group), std::back_inserter(shown));
        }
    }
    setRows(std::move(shown));
}

std::vector<std::size_t> OverviewTable::order() const {
    std::vector<std::size_t> groups;
    for (const OverviewRow& row : rows()) {
        if (row.isGroup()) {
            groups.push_back(row.group);
        }
    }
    return groups;
}

std::optional<double> OverviewTable::sortValue(std::size_t group, int column) const {
    const AccountGroup& each = m_data->group(group);
    switch (column) {
    case Name:
        return static_cast<double>(group); // by their text, as they come
    case Accounts:
        return static_cast<double>(each.accounts.size());
    case Bands: {
        const std::array<double, 4> shares = bandShares(group);
        const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
        return total > 0 ? std::optional(shares[0] / total) : std::nullopt;
    }
    case Mean:
        return mean(group);
    case Alike: {
        const auto alike = alikeOf(group);
        return alike ? alike->adjusted : std::nullopt;
    }
    case Change:
        return each.change;
    case RedArr:
        return amount(m_data->snapshot(), each.bands[0]);
    case LeftGreen:
        return static_cast<double>(each.leftGreen);
    case Renewing:
        return amount(m_data->snapshot(), m_data->renewing(group));
    default:
        break;
    }
    const auto* reason = m_why && m_why->reasons[group] ? &*m_why->reasons[group] : nullptr;
    return reason ? std::optional(reason->points) : std::nullopt;
}

// --- figures

std::array<double, 4> OverviewTable::bandShares(std::size_t group) const {
    std::array<double, 4> shares{};
    const auto& bands = m_data->group(group).bands;
    for (std::size_t band = 0; band < shares.size(); ++band) {
        shares[band] = m_countBy == CountBy::Accounts ? static_cast<double>(bands[band].accounts)
                                                      : amount(m_data->snapshot(), bands[band]);
    }
    return shares;
}

std::optional<double> OverviewTable::mean(std::size_t group) const {
    const AccountGroup& each = m_data->group(group);
    return m_countBy == CountBy::Accounts ? each.mean : each.arrWeightedMean;
}

std::optional<analytics::StandardisedMean> OverviewTable::alikeOf(std::size_t group) const {
    return m_alike && group < m_alike->size() ? (*m_alike)[group] : std::nullopt;
}

std::optional<double> OverviewTable::change(const OverviewRow& row) const {
    if (!row.account) {
        return m_data->group(row.group).change;
    }
    const scoring::TrackScore& before = m_data->view.book->before[*row.account].shown;
    const scoring::TrackScore& now = scoreOf(*row.account);
    const bool both = before.band != Band::None && now.band != Band::None;
    return both ? std::optional(now.score - before.score) : std::nullopt;
}

} // namespace hb::pages
