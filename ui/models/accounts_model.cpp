// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/accounts_model.h"

#include "core/wording/numbers.h"
#include "ui/models/account_tile.h"

#include <QLocale>

#include <algorithm>
#include <unordered_map>

namespace hb::models {

AccountsModel::AccountsModel(session::BookSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &session::BookSession::opened, this, &AccountsModel::rearrange);
    connect(&session, &session::BookSession::closed, this, &AccountsModel::rearrange);
    connect(&session, &session::BookSession::changed, this, &AccountsModel::rearrange);
    connect(&session, &session::BookSession::dayChanged, this, &AccountsModel::rearrange);
    connect(&session, &session::BookSession::filterChanged, this, &AccountsModel::rearrange);
    connect(&session, &session::BookSession::personChanged, this, &AccountsModel::rearrange);
    rearrange();
}

void AccountsModel::setGroupBy(const QString& key) {
    if (key != m_groupBy) {
        m_groupBy = key;
        rearrange();
    }
}

void AccountsModel::setSort(const Sorting& sort) {
    if (sort != m_sort) {
        m_sort = sort;
        rearrange();
    }
}

void AccountsModel::setFoldedSections(const QStringList& ids) {
    m_folded = QSet<QString>(ids.begin(), ids.end());
    rearrange();
}

QStringList AccountsModel::foldedSections() const {
    QStringList ids(m_folded.begin(), m_folded.end());
    ids.sort();
    return ids;
}

void AccountsModel::setFolded(const QString& section, bool folded) {
    if (m_unfolded) {
        for (const Section& shown : m_layout.sections) {
            m_folded.remove(shown.id);
        }
    }
    m_foldedByPerson = true;
    if (m_folded.contains(section) == folded) {
        return;
    }
    if (folded) {
        m_folded.insert(section);
    } else {
        m_folded.remove(section);
    }
    rearrange();
}

// --- following the session

void AccountsModel::rearrange() {
    m_tiles.clear();
    if (!m_session.isOpen()) {
        beginResetModel();
        m_rows.clear();
        m_layout = {};
        m_columns.clear();
        m_accounts.reset();
        endResetModel();
        Q_EMIT arranged();
        return;
    }
    const session::Moment& moment = *m_session.moment();
    m_names.follow(*moment.snapshot, moment.day);
    arrange(moment);
    BookLayout after = layOut(moment, m_arrangement, m_names);
    std::vector<Column<AccountIndex>> columns = accountColumns(m_session, m_names, m_layout);
    if (m_accounts == moment.snapshot->accounts &&
        std::ranges::equal(columns, m_columns, {}, &Column<AccountIndex>::id, &Column<AccountIndex>::id)) {
        std::vector<Row> rows = rowsOf(after);
        moveTo(std::move(rows), std::move(after));
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    } else {
        beginResetModel();
        m_accounts = moment.snapshot->accounts;
        m_layout = std::move(after);
        m_rows = rowsOf(m_layout);
        m_columns = std::move(columns);
        endResetModel();
    }
    Q_EMIT arranged();
}

/// What was asked for, as far as this book has what it needs.
void AccountsModel::arrange(const session::Moment& moment) {
    const auto has = [&moment](std::string_view key) {
        return moment.snapshot->findAttribute(key) != nullptr;
    };
    m_arrangement = {.filter = m_session.filter(),
                     .person = m_session.actor().name,
                     .scopeBy = QString::fromLatin1(m_session.scopeAttribute().data())};
    if (m_arrangement.filter.mine && !m_session.hasOwnAccounts()) {
        m_arrangement.filter.mine = false; // a scope that would hide the whole book
    }
    if (m_groupBy == noGroups || has(m_groupBy.toStdString())) {
        m_arrangement.groupBy = m_groupBy;
    }
    const bool canSort = m_sort.by == SortBy::LargestArr    ? has(attribute::arr)
                         : m_sort.by == SortBy::NextRenewal ? has(attribute::renewalDate)
                         : m_sort.by == SortBy::Attribute   ? has(m_sort.key.toStdString())
                                                            : true;
    if (canSort) {
        m_arrangement.sort = m_sort;
    }
}

bool AccountsModel::isFolded(const Section& section) const {
    return !m_unfolded && m_folded.contains(section.id);
}

std::vector<AccountsModel::Row> AccountsModel::rowsOf(const BookLayout& layout) {
    m_unfolded = !m_foldedByPerson && std::ranges::all_of(layout.sections, [this](const Section& section) {
        return m_folded.contains(section.id);
    });
    std::vector<Row> rows;
    for (std::uint32_t section = 0; section < layout.sections.size(); ++section) {
        rows.push_back({.section = section});
        if (isFolded(layout.sections[section])) {
            continue;
        }
        for (const AccountIndex account : layout.sections[section].accounts) {
            rows.push_back({.section = section, .account = account});
        }
    }
    return rows;
}

/// Goes from the rows that stand to `after` in at most four signals, whatever the number of rows: what goes
/// is moved to the end and removed at once, what is new is appended at once, then all are put in order.
void AccountsModel::moveTo(std::vector<Row> after, BookLayout layoutAfter) {
    renumber(after, layoutAfter);
    m_layout = std::move(layoutAfter);
    std::vector<Row> order = m_rows;
    const auto leaving =
        std::ranges::stable_partition(order, [](const Row& row) { return row.section < gone; });
    const auto staying = static_cast<std::size_t>(leaving.begin() - order.begin());
    if (staying < m_rows.size()) {
        reorder(std::move(order));
        beginRemoveRows({}, static_cast<int>(staying), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(staying);
        endRemoveRows();
    }
    std::vector<bool> stands(m_accounts->size(), false);
    std::vector<bool> sectionStands(m_layout.sections.size(), false);
    for (const Row& row : m_rows) {
        (row.account == sectionRow ? sectionStands[row.section] : stands[row.account]) = true;
    }
    std::vector<Row> arriving;
    for (const Row& row : after) {
        if (!(row.account == sectionRow ? sectionStands[row.section] : stands[row.account])) {
            arriving.push_back(row);
        }
    }
    if (!arriving.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(arriving.size()) - 1);
        m_rows.insert(m_rows.end(), arriving.begin(), arriving.end());
        endInsertRows();
    }
    reorder(std::move(after));
}

/// From here on rows speak of the later layout: sections by their later numbers, accounts in none until they
/// are put in order, and what goes from `gone` on, each by a number of its own.
void AccountsModel::renumber(const std::vector<Row>& after, const BookLayout& layoutAfter) {
    std::vector<bool> wanted(m_accounts->size(), false);
    for (const Row& row : after) {
        if (row.account != sectionRow) {
            wanted[row.account] = true;
        }
    }
    for (Row& row : m_rows) {
        if (row.account != sectionRow) {
            row.section = wanted[row.account] ? unplaced : gone;
            continue;
        }
        const auto section =
            std::ranges::find(layoutAfter.sections, m_layout.sections[row.section].id, &Section::id);
        row.section = section == layoutAfter.sections.end()
                          ? gone + row.section
                          : static_cast<std::uint32_t>(section - layoutAfter.sections.begin());
    }
}

/// `order` holds the rows that stand, in another order; sections of account rows may differ.
void AccountsModel::reorder(std::vector<Row> order) {
    const auto sameRow = [](const Row& a, const Row& b) {
        return a.account == b.account && (a.account != sectionRow || a.section == b.section);
    };
    if (std::ranges::equal(order, m_rows, sameRow)) {
        m_rows = std::move(order);
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    if (!before.isEmpty()) {
        std::vector<int> accounts(m_accounts->size(), -1);
        std::unordered_map<std::uint32_t, int> sections;
        for (std::size_t row = 0; row < order.size(); ++row) {
            const auto at = static_cast<int>(row);
            (order[row].account == sectionRow ? sections[order[row].section] : accounts[order[row].account]) =
                at;
        }
        QModelIndexList after;
        for (const QModelIndex& at : before) {
            const Row& row = m_rows[static_cast<std::size_t>(at.row())];
            after.append(createIndex(
                row.account == sectionRow ? sections.at(row.section) : accounts[row.account], at.column()));
        }
        m_rows = std::move(order);
        changePersistentIndexList(before, after);
    } else {
        m_rows = std::move(order);
    }
    Q_EMIT layoutChanged();
}

// --- answers

std::optional<AccountIndex> AccountsModel::accountAt(const QModelIndex& index) const {
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].account == sectionRow) {
        return {};
    }
    return m_rows[static_cast<std::size_t>(index.row())].account;
}

QModelIndex AccountsModel::indexOf(AccountIndex account) const {
    const auto found = std::ranges::find(m_rows, account, &Row::account);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), 0);
}

std::vector<AccountIndex> AccountsModel::listed() const {
    std::vector<AccountIndex> accounts;
    for (const Section& section : m_layout.sections) {
        accounts.insert(accounts.end(), section.accounts.begin(), section.accounts.end());
    }
    return accounts;
}

std::vector<int> AccountsModel::sectionRows() const {
    std::vector<int> rows;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].account == sectionRow) {
            rows.push_back(static_cast<int>(row));
        }
    }
    return rows;
}

QString AccountsModel::columnId(int column) const {
    return m_columns[static_cast<std::size_t>(column)].id;
}

int AccountsModel::sortColumn() const {
    const auto found = std::ranges::find(m_columns, columnOf(m_arrangement.sort), &Column<AccountIndex>::id);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

int AccountsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

Qt::ItemFlags AccountsModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return accountAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                            : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

QVariant AccountsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.section >= m_layout.sections.size()) {
        return {}; // between two layouts
    }
    return row.account == sectionRow ? sectionData(row, role) : accountData(row, index.column(), role);
}

QVariant AccountsModel::sectionData(const Row& row, int role) const {
    const Section& section = m_layout.sections[row.section];
    const auto count = static_cast<int>(section.accounts.size());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln account(s)", nullptr, count).arg(section.title);
    case IsSectionRole:
        return true;
    case SectionIdRole:
        return section.id;
    case SectionTitleRole:
        return section.title;
    case SectionCountRole:
        return count;
    case FoldedRole:
        return isFolded(section);
    default:
        return {};
    }
}

const widgets::TileData& AccountsModel::tile(AccountIndex account) const {
    auto found = m_tiles.find(account);
    if (found == m_tiles.end()) {
        found =
            m_tiles.insert(account, tileOf(m_session, account, m_layout.open[account], m_names.of(account)));
    }
    return *found;
}

QVariant AccountsModel::accountData(const Row& row, int column, int role) const {
    const Column<AccountIndex>& shown = m_columns[static_cast<std::size_t>(column)];
    switch (role) {
    case Qt::DisplayRole:
        return shown.text(row.account);
    case Qt::ToolTipRole:
        return shown.tooltip ? QVariant(shown.tooltip(row.account)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(shown.alignment | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        const widgets::TileData& data = tile(row.account);
        const Band band = data.band;
        return column == 0 ? tr("%1, %2 %3, %4")
                                 .arg(data.name,
                                      wording::bandName(band),
                                      data.score,
                                      data.reason.isEmpty() ? data.driver : data.reason)
                           : shown.text(row.account);
    }
    case TileRole:
        return QVariant::fromValue(tile(row.account));
    case IsSectionRole:
        return false;
    case SectionIdRole:
        return m_layout.sections[row.section].id;
    case AccountRole:
        return row.account;
    case BandRole:
        return static_cast<int>(m_session.onDay().scores[row.account].shown.band);
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Column<AccountIndex>& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole) {
        return QVariant(column.alignment | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace hb::models
