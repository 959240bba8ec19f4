// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/wall_layout.h"

#include <algorithm>

namespace hb::pages {

void WallLayout::set(const Measures& measures, const std::vector<int>& sectionRows, int rowCount) {
    m_measures = measures;
    m_rowCount = rowCount;
    m_blocks.clear();
    int top = 0;
    for (std::size_t at = 0; at < sectionRows.size(); ++at) {
        const int end = at + 1 < sectionRows.size() ? sectionRows[at + 1] : rowCount;
        m_blocks.push_back({.first = sectionRows[at], .tiles = end - sectionRows[at] - 1, .top = top});
        top += m_measures.sectionHeight + lines(m_blocks.back()) * m_measures.cell.height();
    }
    m_height = top;
}

int WallLayout::lines(const Block& block) const {
    return (block.tiles + m_measures.columns - 1) / m_measures.columns;
}

const WallLayout::Block& WallLayout::blockOf(int row) const {
    return *(std::ranges::upper_bound(m_blocks, row, {}, &Block::first) - 1);
}

const WallLayout::Block& WallLayout::blockAt(int y) const {
    const auto after = std::ranges::upper_bound(m_blocks, y, {}, &Block::top);
    return after == m_blocks.begin() ? *after : *(after - 1);
}

QRect WallLayout::rect(int row) const {
    if (row < 0 || row >= m_rowCount || m_blocks.empty()) {
        return {};
    }
    const Block& block = blockOf(row);
    if (row == block.first) {
        return {m_measures.left, block.top, m_measures.sectionWidth, m_measures.sectionHeight};
    }
    const int tile = row - block.first - 1;
    const QPoint corner(m_measures.left + tile % m_measures.columns * m_measures.cell.width(),
                        block.top + m_measures.sectionHeight +
                            tile / m_measures.columns * m_measures.cell.height());
    return {corner, m_measures.cell};
}

std::optional<int> WallLayout::rowAt(QPoint point) const {
    const auto nearest = nearestRow(point);
    return nearest && rect(*nearest).contains(point) ? nearest : std::nullopt;
}

std::optional<int> WallLayout::nearestRow(QPoint point) const {
    if (m_blocks.empty()) {
        return {};
    }
    const Block& block = blockAt(point.y());
    const int below = point.y() - block.top - m_measures.sectionHeight;
    if (below < 0 || block.tiles == 0) {
        return block.first;
    }
    const int line = std::min(below / m_measures.cell.height(), lines(block) - 1);
    const int column =
        std::clamp((point.x() - m_measures.left) / m_measures.cell.width(), 0, m_measures.columns - 1);
    return block.first + 1 + std::min(line * m_measures.columns + column, block.tiles - 1);
}

std::pair<int, int> WallLayout::rowsWithin(int top, int bottom) const {
    if (m_blocks.empty() || bottom < 0 || top >= m_height) {
        return {1, 0};
    }
    const int right = m_measures.left + m_measures.columns * m_measures.cell.width();
    return {*nearestRow({m_measures.left, std::max(0, top)}), *nearestRow({right, bottom})};
}

std::optional<int> WallLayout::columnOf(int row) const {
    const Block& block = blockOf(row);
    return row == block.first ? std::nullopt : std::optional((row - block.first - 1) % m_measures.columns);
}

int WallLayout::rowBeside(int row, int step, int column) const {
    const QRect here = rect(row);
    const int y = step > 0 ? here.bottom() + 1 : here.top() - 1;
    if (y < 0 || y >= m_height) {
        return row;
    }
    return nearestRow({m_measures.left + column * m_measures.cell.width(), y}).value_or(row);
}

} // namespace hb::pages
