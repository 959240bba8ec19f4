// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/table_model.h"
#include "ui/pages/compare/overview_data.h"

#include <map>
#include <string>

namespace hb::pages {

/// Which accounts of a group are shown, where it is not all: of a band, by Band, or of a figure.
enum class OverviewOnly : std::uint8_t { Red, Yellow, Green, NoScore, LeftGreen, Renewing };

/// A group; under it, while it is open, a line that says that not all of it is shown, and its accounts.
struct OverviewRow {
    std::size_t group = 0;
    std::optional<AccountIndex> account = {};
    bool isNote = false;
    std::size_t shown = 0; ///< of a note: so many accounts stand under it

    [[nodiscard]] bool isGroup() const { return !account && !isNote; }
};

/// The groups in the order of a column, the whole book last; the accounts behind a group open in place. What
/// a row says is made when it is painted: thousands of groups cost nothing until they are seen.
class OverviewTable : public models::TableModel<OverviewRow> {
public:
    enum ColumnOf : int { Name, Accounts, Bands, Mean, Alike, Change, RedArr, LeftGreen, Renewing, Reason };
    static constexpr int columns = Reason + 1;

    explicit OverviewTable(QObject* parent);

    /// Groups that were open stay so by their name.
    void showData(const std::shared_ptr<const OverviewData>& data);
    void setWhy(std::shared_ptr<const OverviewWhy> why);
    void setAlike(std::shared_ptr<const OverviewAlike> alike);
    void setCountBy(CountBy countBy);
    void setShownAs(std::optional<SchemeKind> shownAs) { m_shownAs = shownAs; }

    [[nodiscard]] const std::shared_ptr<const OverviewData>& overview() const { return m_data; }
    [[nodiscard]] const OverviewWhy* why() const { return m_why.get(); }
    [[nodiscard]] const OverviewAlike* alike() const { return m_alike.get(); }
    [[nodiscard]] CountBy countBy() const { return m_countBy; }
    [[nodiscard]] const OverviewRow& at(int row) const { return rows()[static_cast<std::size_t>(row)]; }
    [[nodiscard]] bool isOpen(std::size_t group) const;
    /// "Ben Okafor", "All".
    [[nodiscard]] QString nameOf(std::size_t group) const;
    /// Of the group of that name, or of an account behind it; none where it does not stand there.
    [[nodiscard]] std::optional<int> rowOf(const QString& name, const std::string& account = {}) const;
    /// Empty of a group.
    [[nodiscard]] std::string keyAt(int row) const;
    /// Opens a group, or some of its accounts alone. Returns whether there were any.
    bool open(int row, std::optional<OverviewOnly> only = {});
    void close(int row);
    void closeAll();
    [[nodiscard]] bool anyOpen() const { return !m_open.empty(); }
    /// Of groups that show some of their accounts all; false where there are none such.
    bool showAll();
    /// None: the group is closed, or shows all of its accounts.
    [[nodiscard]] std::optional<OverviewOnly> onlyOf(std::size_t group) const;
    /// The groups as they stand, the whole book last.
    [[nodiscard]] std::vector<std::size_t> order() const;
    /// The row of the group that a row belongs to.
    [[nodiscard]] int groupRow(int row) const;
    /// The accounts that stand open under the group of a row.
    [[nodiscard]] std::vector<AccountIndex> openAccounts(int row) const;
    /// What the parts of a group's bar are: accounts, or ARR in the book's currency.
    [[nodiscard]] std::array<double, 4> bandShares(std::size_t group) const;
    [[nodiscard]] std::optional<double> mean(std::size_t group) const;
    [[nodiscard]] std::optional<analytics::StandardisedMean> alikeOf(std::size_t group) const;
    /// How far a group, or an account, rose or fell.
    [[nodiscard]] std::optional<double> change(const OverviewRow& row) const;
    [[nodiscard]] bool leftGreen(AccountIndex account) const;
    [[nodiscard]] const scoring::TrackScore& scoreOf(AccountIndex account) const {
        return m_data->view.book->now[account].shown;
    }

    void sort(int column, Qt::SortOrder direction) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] std::vector<models::Column<OverviewRow>> columnsOf() const;
    [[nodiscard]] QString text(const OverviewRow& row, int column) const;
    [[nodiscard]] QString accountText(AccountIndex account, int column) const;
    [[nodiscard]] QString headTooltip(int column) const;
    [[nodiscard]] QString tooltip(const OverviewRow& row, int column) const;
    [[nodiscard]] std::optional<double> sortValue(std::size_t group, int column) const;
    /// In the order of the column, where it says something of an account; else the largest ARR first.
    [[nodiscard]] std::vector<AccountIndex> accountsOf(std::size_t group,
                                                       std::optional<OverviewOnly> only) const;
    [[nodiscard]] std::vector<AccountIndex> sorted(std::vector<AccountIndex> accounts) const;
    [[nodiscard]] std::optional<double> sortValueOf(AccountIndex account) const;
    /// The rows under an open group.
    [[nodiscard]] std::vector<OverviewRow> behind(std::size_t group) const;
    /// Whether a value stands before another; none stands last.
    [[nodiscard]] static bool
    stands(const std::optional<double>& a, const std::optional<double>& b, Qt::SortOrder direction);
    void arrange();
    void repaint();

    std::shared_ptr<const OverviewData> m_data;
    std::shared_ptr<const OverviewWhy> m_why;
    std::shared_ptr<const OverviewAlike> m_alike;
    CountBy m_countBy = CountBy::Accounts;
    std::optional<SchemeKind> m_shownAs;
    int m_column = Change;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::map<QString, std::optional<OverviewOnly>> m_open; ///< by the name of the group
};

} // namespace hb::pages
