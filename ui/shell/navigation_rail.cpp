// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_rail.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hb::shell {

NavigationRail::NavigationRail(const theme::Theme& theme, const std::vector<PageInfo>& pages, QWidget* parent)
    : QFrame(parent), m_theme(theme) {
    setObjectName(QStringLiteral("navigationRail"));
    theme::setStyleProperty(this, "hbSurface", QStringLiteral("surface"));
    setAccessibleName(tr("Places"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(theme::space::s),
                               theme.px(theme::space::m),
                               theme.px(theme::space::s),
                               theme.px(theme::space::m));
    column->setSpacing(theme.px(theme::space::xs));
    auto* mark = new QLabel(QStringLiteral("Hb"), this);
    mark->setAlignment(Qt::AlignHCenter);
    theme::setStyleProperty(mark, "hbText", QStringLiteral("pageTitle"));
    column->addWidget(mark);
    column->addSpacing(theme.px(theme::space::s));
    for (const PageInfo& page : pages) {
        if (!page.inRail) {
            continue;
        }
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("rail.") + page.id);
        button->setText(page.title);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        theme::setStyleProperty(button, "hbButton", QStringLiteral("rail"));
        connect(button, &QToolButton::clicked, this, [this, id = page.id] { Q_EMIT chosen(id); });
        column->addWidget(button);
        m_places.push_back({page, button});
    }
    column->addStretch();
    connect(&theme, &theme::Theme::changed, this, &NavigationRail::dress);
    dress();
}

void NavigationRail::dress() {
    setFixedWidth(m_theme.px(m_narrow ? theme::size::railNarrow : theme::size::railWide));
    for (const Place& place : m_places) {
        place.button->setIcon(m_theme.icon(
            place.info.icon, place.button->isChecked() ? theme::IconInk::Accent : theme::IconInk::Muted));
        place.button->setIconSize(QSize(m_theme.px(20), m_theme.px(20)));
        place.button->setFont(m_theme.font(theme::TextRole::Caption));
        place.button->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
        place.button->setToolTip(m_narrow ? place.info.title : QString());
    }
}

void NavigationRail::setCurrent(const QString& page) {
    for (const Place& place : m_places) {
        place.button->setChecked(place.info.id == page);
    }
    dress();
}

void NavigationRail::setNarrow(bool narrow) {
    if (narrow != m_narrow) {
        m_narrow = narrow;
        dress();
    }
}

void NavigationRail::setBookOpen(bool open) {
    for (const Place& place : m_places) {
        place.button->setVisible(open);
    }
}

} // namespace hb::shell
