// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/book_layout.h"
#include "ui/models/names.h"
#include "ui/models/table_model.h"
#include "ui/session/book_session.h"
#include "ui/widgets/tile_data.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <limits>
#include <vector>

namespace hb::models {

/// The accounts of the book on the as-of day in sections: rows for the wall and for the list. A section is a
/// row of its own; the accounts of a folded one are not rows and cost nothing. Follows the session; keeps
/// selections while rows move.
class AccountsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        TileRole = widgets::tileRole,
        IsSectionRole = widgets::tileRole + 1, ///< bool
        SectionIdRole,
        SectionTitleRole,
        SectionCountRole,
        FoldedRole,
        AccountRole, ///< AccountIndex as uint
        BandRole,    ///< int
    };

    explicit AccountsModel(session::BookSession& session, QObject* parent = nullptr);

    void setGroupBy(const QString& key);
    void setSort(const Sorting& sort);
    /// What was asked for, also while this book lacks what it needs.
    [[nodiscard]] const QString& groupBy() const { return m_groupBy; }
    [[nodiscard]] const Sorting& sort() const { return m_sort; }
    /// What holds.
    [[nodiscard]] const Arrangement& arrangement() const { return m_arrangement; }
    void setFoldedSections(const QStringList& ids);
    [[nodiscard]] QStringList foldedSections() const;
    void setFolded(const QString& section, bool folded);

    [[nodiscard]] const BookLayout& layout() const { return m_layout; }
    [[nodiscard]] const Names& names() const { return m_names; }
    [[nodiscard]] std::optional<AccountIndex> accountAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(AccountIndex account) const;
    /// All listed accounts in order, also of folded sections.
    [[nodiscard]] std::vector<AccountIndex> listed() const;
    [[nodiscard]] scoring::Reasons openOf(AccountIndex account) const { return m_layout.open[account]; }
    /// The rows that are sections, as they increase.
    [[nodiscard]] std::vector<int> sectionRows() const;
    /// The keys of the columns, of which the list shows some.
    [[nodiscard]] QString columnId(int column) const;
    /// The column that the accounts are sorted by; -1 where the book has none such.
    [[nodiscard]] int sortColumn() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void arranged(); ///< layout() is new

private:
    static constexpr std::uint32_t sectionRow = std::numeric_limits<std::uint32_t>::max();
    /// Between two layouts: a row without a section yet, and those (from here on) that go.
    static constexpr std::uint32_t unplaced = 1U << 30U, gone = 1U << 31U;
    struct Row {
        std::uint32_t section = 0;
        std::uint32_t account = sectionRow;
        friend bool operator==(const Row&, const Row&) = default;
    };

    void rearrange();
    void arrange(const session::Moment& moment);
    [[nodiscard]] std::vector<Row> rowsOf(const BookLayout& layout);
    [[nodiscard]] bool isFolded(const Section& section) const;
    void moveTo(std::vector<Row> after, BookLayout layoutAfter);
    void reorder(std::vector<Row> order);
    void renumber(const std::vector<Row>& after, const BookLayout& layoutAfter);
    [[nodiscard]] QVariant sectionData(const Row& row, int role) const;
    [[nodiscard]] QVariant accountData(const Row& row, int column, int role) const;
    [[nodiscard]] const widgets::TileData& tile(AccountIndex account) const;

    session::BookSession& m_session;
    QString m_groupBy;
    Sorting m_sort;
    Arrangement m_arrangement;
    QSet<QString> m_folded;
    bool m_foldedByPerson = false;
    bool m_unfolded = false; ///< all would be folded before a person has folded any: then none is
    Names m_names;
    BookLayout m_layout;
    std::vector<Row> m_rows;
    std::vector<Column<AccountIndex>> m_columns;
    std::shared_ptr<const std::vector<Account>> m_accounts;
    mutable QHash<AccountIndex, widgets::TileData> m_tiles; ///< of what was visible on this day
};

/// A moment of the book, read like the session: in any thread.
struct HeldBook {
    std::shared_ptr<const session::Moment> held;
    std::optional<SchemeKind> scoresAs = {}; ///< BookSession::shownAs

    [[nodiscard]] const std::shared_ptr<const session::Moment>& moment() const { return held; }
    [[nodiscard]] const Snapshot& snapshot() const { return *held->snapshot; }
    [[nodiscard]] const scoring::Scorer& scorer() const { return *held->scorer; }
    [[nodiscard]] const scoring::BookOnDay& onDay() const { return held->book; }
    [[nodiscard]] std::optional<SchemeKind> shownAs() const { return scoresAs; }
};

/// The columns that the book's data fills; all of it outlives them.
[[nodiscard]] std::vector<Column<AccountIndex>>
accountColumns(const session::BookSession& session, const Names& names, const BookLayout& layout);
[[nodiscard]] std::vector<Column<AccountIndex>>
accountColumns(const HeldBook& book, const Names& names, const BookLayout& layout);

} // namespace hb::models
