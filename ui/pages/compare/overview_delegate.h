// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <array>
#include <optional>

namespace hb::pages {

class OverviewTable;
struct OverviewRow;

/// A row of OverviewTable: bands as a bar with their numbers under it, a mean with its whisker, an account
/// with its glyph.
class OverviewDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    OverviewDelegate(const theme::Theme& theme, const OverviewTable& table, QObject* parent);
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The part of a group's bar at a place in its cell.
    [[nodiscard]] std::optional<Band> bandAt(const QRect& cell, std::size_t group, const QPoint& place) const;

private:
    [[nodiscard]] QRectF inner(const QRect& cell) const;
    [[nodiscard]] std::array<QRectF, 4> partsOf(const QRect& cell, std::size_t group) const;
    [[nodiscard]] QRectF nameBox(const QStyleOptionViewItem& option) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const OverviewRow& row) const;
    void paintName(QPainter& painter, const QRectF& box, const OverviewRow& row, const QString& name) const;
    void paintNote(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintBands(QPainter& painter, const QRect& cell, std::size_t group) const;
    void paintAlike(QPainter& painter, const QRectF& box, std::size_t group, const QString& text) const;
    void
    paintWords(QPainter& painter, const QRectF& box, const QModelIndex& index, const QString& words) const;

    const theme::Theme& m_theme;
    const OverviewTable& m_table;
};

} // namespace hb::pages
