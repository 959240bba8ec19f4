// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/number_text.h"

#include <QPainter>

#include <algorithm>

namespace hb::theme {

namespace {

double digitCell(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

bool isAsciiDigit(QChar character) {
    return character >= QChar(u'0') && character <= QChar(u'9');
}

} // namespace

double numberWidth(const QFontMetricsF& metrics, QStringView text) {
    const double cell = digitCell(metrics);
    double width = 0;
    for (const QChar character : text) {
        width += isAsciiDigit(character) ? cell : metrics.horizontalAdvance(character);
    }
    return width;
}

void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, QStringView text) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double cell = digitCell(metrics);
    const double width = numberWidth(metrics, text);
    double x = rect.left();
    if ((alignment & Qt::AlignRight) != 0) {
        x = rect.right() - width;
    } else if ((alignment & Qt::AlignHCenter) != 0) {
        x = rect.center().x() - width / 2;
    }
    const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar character : text) {
        const double advance = metrics.horizontalAdvance(character);
        const double room = isAsciiDigit(character) ? cell : advance;
        painter.drawText(QPointF(x + (room - advance) / 2, baseline), QString(character));
        x += room;
    }
}

} // namespace hb::theme
