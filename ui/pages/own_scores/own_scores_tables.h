// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/own_scores.h"
#include "core/exchange/table.h"
#include "ui/pages/own_scores/sorted_table.h"
#include "ui/session/book_session.h"

#include <QCoreApplication>

#include <memory>
#include <optional>
#include <vector>

namespace hb::pages {

/// The words of the tables and of their copies.
struct OwnScoresTexts {
    Q_DECLARE_TR_FUNCTIONS(OwnScoresTables)
};

/// The figures with the moment that their positions belong to.
struct ShownScores {
    std::shared_ptr<const session::Moment> moment;
    analytics::OwnScores scores;
};

/// A figure of a person: the gap, or one of the shares.
struct Figure {
    std::optional<analytics::OwnShare> share; ///< none: the gap
};

struct PersonRow {
    std::shared_ptr<const ShownScores> of;
    std::size_t person = 0;

    [[nodiscard]] const analytics::PersonFigures& figures() const { return of->scores.people[person]; }
};

/// A row a person. Figures with too few cases say so and have no value to sort by.
class PeopleTable : public SortedTable<PersonRow> {
public:
    explicit PeopleTable(QObject* parent);
    static constexpr int gapColumn = 2, aboveColumn = 3;
    static constexpr int barRole = models::sortRole + 1;    ///< of the gap: -1..1
    static constexpr int enoughRole = models::sortRole + 2; ///< there are enough cases
    void showScores(const std::shared_ptr<const ShownScores>& shown);
    /// Name and count of accounts stand for the gap.
    [[nodiscard]] static Figure figureOf(int column);

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QVariant sortValue(const PersonRow& row, int column) const override;

private:
    double m_widest = 1; ///< the largest gap that is shown
};

struct BehindRow {
    std::shared_ptr<const ShownScores> of;
    AccountIndex account = 0;
    std::optional<analytics::AccountGap> gap = {};
};

/// The accounts behind a figure.
class BehindTable : public SortedTable<BehindRow> {
public:
    explicit BehindTable(QObject* parent);
    void showFigure(const std::shared_ptr<const ShownScores>& shown, std::size_t person, Figure figure);

protected:
    [[nodiscard]] QVariant sortValue(const BehindRow& row, int column) const override;
};

[[nodiscard]] bool
isEnough(const analytics::OwnScores& scores, const analytics::PersonFigures& person, Figure);
/// What the column of a share is called.
[[nodiscard]] QString shareTitle(analytics::OwnShare share);
/// What the figure says, in words.
[[nodiscard]] QString
figureSentence(const analytics::OwnScores& scores, const analytics::PersonFigures& person, Figure figure);
/// Everything in words: what holds for the book, then person by person.
[[nodiscard]] QString ownScoresText(const analytics::OwnScores& scores);
/// Not rounded, with the cases of each figure; what has too few is empty. A row a row, as they stand.
[[nodiscard]] exchange::Table ownScoresTable(const std::vector<PersonRow>& rows);
[[nodiscard]] exchange::Table behindTable(const std::vector<BehindRow>& rows);

} // namespace hb::pages
