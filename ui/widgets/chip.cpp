// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/band_glyph.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace hb::widgets {

Chip::Chip(const theme::Theme& theme, ChipSign sign, const QString& text, QWidget* parent)
    : QPushButton(text, parent), m_theme(theme), m_sign(sign) {
    setCheckable(true);
    setProperty("hbButton", u"chip"_s);
    connect(&m_theme, &theme::Theme::changed, this, &Chip::dress);
    dress();
}

void Chip::setSign(ChipSign sign) {
    m_sign = sign;
    dress();
}

void Chip::dress() {
    const int side = m_theme.px(14);
    const int gap = m_theme.px(theme::space::xs);
    setIconSize(QSize(side + gap, side));
    if (const auto* icon = std::get_if<theme::Icon>(&m_sign)) {
        setIcon(m_theme.icon(*icon, theme::IconInk::Ink, theme::Gap::After));
    } else if (const auto* band = std::get_if<Band>(&m_sign)) {
        setIcon(QIcon(bandGlyphPixmap(*band, m_theme, side, devicePixelRatioF(), gap)));
    } else {
        setIcon({});
    }
}

Pill::Pill(const theme::Theme& theme, const QString& text, QWidget* parent)
    : QPushButton(text, parent), m_theme(theme) {
    setProperty("hbButton", u"pill"_s);
    setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
    setToolTip(tr("Remove this filter"));
    setAccessibleName(tr("Filter %1, remove").arg(text));
    connect(&m_theme, &theme::Theme::changed, this, &Pill::dress);
    connect(this, &QPushButton::clicked, this, &Pill::removed);
    dress();
}

void Pill::dress() {
    setIconSize(QSize(m_theme.px(12), m_theme.px(12)));
    setIcon(m_theme.icon(theme::Icon::Close, theme::IconInk::Muted));
}

void Pill::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removed();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace hb::widgets
