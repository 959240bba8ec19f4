// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace hb::pages {

/// Where the rows of the wall stand: section lines as wide as the wall, tiles in columns below them. It costs
/// what the sections cost, not the tiles.
class WallLayout {
public:
    struct Measures {
        QSize cell; ///< of a tile with the gap at its right and below it
        int columns = 1;
        int left = 0;
        int sectionWidth = 0;
        int sectionHeight = 0;
    };

    /// `sectionRows` increase and begin with row 0.
    void set(const Measures& measures, const std::vector<int>& sectionRows, int rowCount);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int rowCount() const { return m_rowCount; }
    [[nodiscard]] QRect rect(int row) const;
    [[nodiscard]] std::optional<int> rowAt(QPoint point) const;
    /// The row at a point, or the one nearest to it; none only where there are no rows.
    [[nodiscard]] std::optional<int> nearestRow(QPoint point) const;
    /// The first and the last row that a band from `top` to `bottom` touches; empty as {1, 0}.
    [[nodiscard]] std::pair<int, int> rowsWithin(int top, int bottom) const;
    /// The column that a row stands in; none for a section.
    [[nodiscard]] std::optional<int> columnOf(int row) const;
    /// The row one line down (`step` 1) or up (-1) from `row`, in `column` where it is long enough; `row`
    /// itself at either end.
    [[nodiscard]] int rowBeside(int row, int step, int column) const;

private:
    /// A section with its tiles.
    struct Block {
        int first = 0;
        int tiles = 0;
        int top = 0;
    };
    [[nodiscard]] const Block& blockOf(int row) const;
    [[nodiscard]] const Block& blockAt(int y) const;
    [[nodiscard]] int lines(const Block& block) const;

    Measures m_measures;
    std::vector<Block> m_blocks;
    int m_rowCount = 0;
    int m_height = 0;
};

} // namespace hb::pages
