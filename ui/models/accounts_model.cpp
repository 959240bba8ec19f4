// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/accounts_model.h"

#include "core/wording/numbers.h"
#include "ui/models/account_tile.h"

#include <QLocale>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

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
    if (key != m_arrangement.groupBy) {
        m_arrangement.groupBy = key;
        rearrange();
    }
}

void AccountsModel::setSortBy(SortBy by) {
    if (by != m_arrangement.sortBy) {
        m_arrangement.sortBy = by;
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
    const bool sameAccounts = m_accounts == moment.snapshot->accounts;
    m_names.follow(*moment.snapshot, moment.day);
    m_arrangement.filter = m_session.filter();
    m_arrangement.person = m_session.actor().name;
    if (m_arrangement.filter.mine && !m_session.hasOwnAccounts()) {
        m_arrangement.filter.mine = false; // a scope that would hide the whole book
    }
    BookLayout after = layOut(moment, m_arrangement, m_names);
    if (sameAccounts) {
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
        makeColumns();
        endResetModel();
    }
    Q_EMIT arranged();
}

void AccountsModel::makeColumns() {
    m_columns = accountColumns(m_session, m_names, m_layout);
}

std::vector<AccountsModel::Row> AccountsModel::rowsOf(const BookLayout& layout) const {
    std::vector<Row> rows;
    for (std::uint32_t section = 0; section < layout.sections.size(); ++section) {
        rows.push_back({.section = section});
        if (m_folded.contains(layout.sections[section].id)) {
            continue;
        }
        for (const AccountIndex account : layout.sections[section].accounts) {
            rows.push_back({.section = section, .account = account});
        }
    }
    return rows;
}

QString AccountsModel::keyOf(const Row& row, const BookLayout& layout) const {
    return layout.sections[row.section].id;
}

/// Goes from the rows that stand to `after` in at most four signals, whatever the number of rows: what goes
/// is moved to the end and removed at once, what is new is appended at once, then all are put in order.
void AccountsModel::moveTo(std::vector<Row> after, BookLayout layoutAfter) {
    std::unordered_map<std::string, std::uint32_t> sectionAfter;
    for (std::uint32_t section = 0; section < layoutAfter.sections.size(); ++section) {
        sectionAfter[layoutAfter.sections[section].id.toStdString()] = section;
    }
    std::unordered_set<std::uint32_t> accountsAfter;
    for (const Row& row : after) {
        accountsAfter.insert(row.account);
    }
    // From here on rows speak of the later layout; those that go have no section there.
    constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();
    std::vector<Row> kept, leaving;
    std::unordered_set<std::uint32_t> accountsKept, sectionsKept;
    for (Row& row : m_rows) {
        const bool isSection = row.account == sectionRow;
        const auto section =
            isSection ? sectionAfter.find(keyOf(row, m_layout).toStdString()) : sectionAfter.end();
        if (isSection ? section == sectionAfter.end() : !accountsAfter.contains(row.account)) {
            row.section = gone;
            leaving.push_back(row);
            continue;
        }
        if (isSection) {
            row.section = section->second;
            sectionsKept.insert(row.section);
        } else {
            row.section = gone;
            accountsKept.insert(row.account);
        }
        kept.push_back(row);
    }
    m_layout = std::move(layoutAfter);
    if (!leaving.empty()) {
        std::vector<Row> order = kept;
        order.insert(order.end(), leaving.begin(), leaving.end());
        reorder(std::move(order));
        beginRemoveRows({}, static_cast<int>(kept.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows = std::move(kept);
        endRemoveRows();
    }
    std::vector<Row> arriving;
    for (const Row& row : after) {
        const bool stood = row.account == sectionRow ? sectionsKept.contains(row.section)
                                                     : accountsKept.contains(row.account);
        if (!stood) {
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
    std::unordered_map<std::uint64_t, int> position;
    const auto id = [](const Row& row) {
        return (std::uint64_t{row.account} << 32U) | (row.account == sectionRow ? row.section : 0U);
    };
    for (std::size_t row = 0; row < order.size(); ++row) {
        position[id(order[row])] = static_cast<int>(row);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& at : before) {
        const auto found = position.find(id(m_rows[static_cast<std::size_t>(at.row())]));
        after.append(found == position.end() ? QModelIndex() : createIndex(found->second, at.column()));
    }
    m_rows = std::move(order);
    changePersistentIndexList(before, after);
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

QString AccountsModel::columnId(int column) const {
    return m_columns[static_cast<std::size_t>(column)].id;
}

std::optional<SortBy> AccountsModel::sortOfColumn(int column) const {
    static const QHash<QString, SortBy> sorts{{QStringLiteral("name"), SortBy::Name},
                                              {QStringLiteral("score"), SortBy::LowestScore},
                                              {QStringLiteral("change"), SortBy::LargestFall},
                                              {QStringLiteral("why"), SortBy::Attention},
                                              {QStringLiteral("arr"), SortBy::LargestArr},
                                              {QStringLiteral("renewal_date"), SortBy::NextRenewal}};
    const auto found = sorts.constFind(columnId(column));
    return found == sorts.constEnd() ? std::nullopt : std::optional(*found);
}

int AccountsModel::sortColumn() const {
    for (int column = 0; column < columnCount(); ++column) {
        if (sortOfColumn(column) == m_arrangement.sortBy) {
            return column;
        }
    }
    return -1;
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
        return m_folded.contains(section.id);
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
