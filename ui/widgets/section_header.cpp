// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_header.h"

#include <QKeyEvent>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace hb::widgets {

SectionHeader::SectionHeader(const theme::Theme& theme, const QString& title, QWidget* parent)
    : QPushButton(title, parent), m_theme(theme) {
    setProperty("hbButton", u"section"_s);
    connect(&m_theme, &theme::Theme::changed, this, &SectionHeader::dress);
    connect(this, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    dress();
}

void SectionHeader::setTitle(const QString& title, int count) {
    setText(u"%1  %2"_s.arg(title, QLocale().toString(count)));
}

void SectionHeader::setOpen(bool open) {
    if (open == m_open) {
        return;
    }
    m_open = open;
    dress();
    Q_EMIT openChanged(open);
}

void SectionHeader::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        setOpen(event->key() == Qt::Key_Right);
        return;
    }
    QPushButton::keyPressEvent(event);
}

void SectionHeader::dress() {
    setIcon(
        m_theme.icon(m_open ? theme::Icon::ChevronDown : theme::Icon::ChevronRight, theme::IconInk::Muted));
    setIconSize(QSize(m_theme.px(12), m_theme.px(12)));
    setAccessibleDescription(m_open ? tr("Unfolded") : tr("Folded"));
}

} // namespace hb::widgets
