// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts that stand open behind the groups of the Overview.
#include "ui/models/names.h"
#include "ui/pages/compare/overview_table.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace hb::pages {

bool OverviewTable::isOpen(std::size_t group) const {
    return group < m_data->all() && m_open.contains(m_data->names[group]);
}

std::optional<OverviewOnly> OverviewTable::onlyOf(std::size_t group) const {
    return isOpen(group) ? m_open.at(m_data->names[group]) : std::nullopt;
}

std::vector<AccountIndex> OverviewTable::accountsOf(std::size_t group,
                                                    std::optional<OverviewOnly> only) const {
    const std::span<const AccountIndex> accounts = m_data->group(group).accounts;
    std::vector<AccountIndex> all(accounts.begin(), accounts.end());
    if (only) {
        std::erase_if(all, [&](AccountIndex account) {
            switch (*only) {
            case OverviewOnly::LeftGreen:
                return !leftGreen(account);
            case OverviewOnly::Renewing:
                return !std::ranges::binary_search(m_data->renewingNext, account);
            default:
                return scoreOf(account).band != static_cast<Band>(*only);
            }
        });
    }
    return sorted(std::move(all));
}

std::vector<AccountIndex> OverviewTable::sorted(std::vector<AccountIndex> accounts) const {
    const bool isUp = m_direction == Qt::AscendingOrder;
    std::vector<std::size_t> order(accounts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (m_column == Name) {
        const QCollator collator = models::nameCollator();
        std::vector<QCollatorSortKey> keys;
        keys.reserve(accounts.size());
        for (const AccountIndex account : accounts) {
            keys.push_back(collator.sortKey(accountText(account, Name)));
        }
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return isUp ? keys[a] < keys[b] : keys[b] < keys[a];
        });
    } else {
        std::vector<std::optional<double>> values;
        values.reserve(accounts.size());
        for (const AccountIndex account : accounts) {
            values.push_back(sortValueOf(account));
        }
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return stands(values[a], values[b], m_direction); });
    }
    std::vector<AccountIndex> inOrder;
    inOrder.reserve(accounts.size());
    for (const std::size_t at : order) {
        inOrder.push_back(accounts[at]);
    }
    return inOrder;
}

/// None of all where the column says nothing of an account: they stay as they come, the largest ARR first.
std::optional<double> OverviewTable::sortValueOf(AccountIndex account) const {
    const scoring::TrackScore& now = scoreOf(account);
    // As the groups: of amounts in the book's currency, for others are not added and not compared.
    const auto arr = [&](bool counts) {
        const Snapshot& snapshot = m_data->snapshot();
        const Day day = m_data->view.book->period.to;
        const auto cents = snapshot.arrCents(account, day);
        return counts && cents && snapshot.currencyOn(account, day) == snapshot.settings.currency
                   ? std::optional(static_cast<double>(*cents))
                   : std::nullopt;
    };
    switch (m_column) {
    case Bands: // as groups are by their share of red
        return now.band == Band::None ? std::nullopt : std::optional(-static_cast<double>(now.band));
    case Mean:
        return now.band == Band::None ? std::nullopt : std::optional(now.score);
    case Change:
        return change({.group = 0, .account = account});
    case RedArr:
        return arr(now.band == Band::Red);
    case LeftGreen:
        return leftGreen(account) ? 1 : 0;
    case Renewing:
        return arr(std::ranges::binary_search(m_data->renewingNext, account));
    default:
        return std::nullopt;
    }
}

bool OverviewTable::leftGreen(AccountIndex account) const {
    return m_data->view.book->before[account].shown.band == Band::Green &&
           scoreOf(account).band != Band::Green;
}

std::vector<OverviewRow> OverviewTable::behind(std::size_t group) const {
    const std::optional<OverviewOnly> only = onlyOf(group);
    const std::vector<AccountIndex> accounts = accountsOf(group, only);
    std::vector<OverviewRow> all;
    if (only) {
        all.push_back({.group = group, .isNote = true, .shown = accounts.size()});
    }
    for (const AccountIndex account : accounts) {
        all.push_back({.group = group, .account = account});
    }
    return all;
}

bool OverviewTable::open(int row, std::optional<OverviewOnly> only) {
    row = groupRow(row);
    const std::size_t group = at(row).group;
    if (group == m_data->all() || accountsOf(group, only).empty()) {
        return false;
    }
    close(row);
    m_open[m_data->names[group]] = only;
    insertRowsAt(row + 1, behind(group));
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    return true;
}

void OverviewTable::close(int row) {
    row = groupRow(row);
    if (!isOpen(at(row).group)) {
        return;
    }
    m_open.erase(m_data->names[at(row).group]);
    int end = row + 1;
    while (end < rowCount() && !at(end).isGroup()) {
        ++end;
    }
    if (end > row + 1) {
        removeRowsAt(row + 1, end - row - 1);
    }
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

void OverviewTable::closeAll() {
    m_open.clear();
    arrange();
}

bool OverviewTable::showAll() {
    bool any = false;
    for (auto& [name, only] : m_open) {
        any = any || only;
        only.reset();
    }
    if (any) {
        arrange();
    }
    return any;
}

std::string OverviewTable::keyAt(int row) const {
    const auto account = at(row).account;
    return account ? (*m_data->snapshot().accounts)[*account].key : std::string();
}

std::optional<int> OverviewTable::rowOf(const QString& name, const std::string& account) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).account.has_value() != account.empty() && nameOf(at(row).group) == name &&
            keyAt(row) == account) {
            return row;
        }
    }
    return std::nullopt;
}

int OverviewTable::groupRow(int row) const {
    while (row > 0 && !at(row).isGroup()) {
        --row;
    }
    return row;
}

std::vector<AccountIndex> OverviewTable::openAccounts(int row) const {
    std::vector<AccountIndex> accounts;
    for (int each = groupRow(row) + 1; each < rowCount() && !at(each).isGroup(); ++each) {
        if (at(each).account) {
            accounts.push_back(*at(each).account);
        }
    }
    return accounts;
}

} // namespace hb::pages
