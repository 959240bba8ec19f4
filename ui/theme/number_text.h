// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QStringView>

class QPainter;

namespace hb::theme {

// Numbers with digits in cells of the widest digit, so that columns stand: Qt 6.4 cannot ask a font for
// tabular figures.

[[nodiscard]] double numberWidth(const QFontMetricsF& metrics, QStringView text);
/// Draws in the painter's font and pen; horizontally left, right or centred by `alignment`, vertically
/// centred.
void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, QStringView text);

} // namespace hb::theme
