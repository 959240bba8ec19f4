// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_rail.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
        auto* count = new QLabel(button);
        count->setObjectName(QStringLiteral("railCount"));
        count->setAlignment(Qt::AlignCenter);
        count->setAttribute(Qt::WA_TransparentForMouseEvents);
        theme::setStyleProperty(count, "hbText", QStringLiteral("count"));
        count->hide();
        button->installEventFilter(this);
        m_places.push_back({page, button, count});
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
        QStringList tip{m_narrow ? place.info.title : QString(), place.words};
        tip.removeAll(QString());
        place.button->setToolTip(tip.join(QStringLiteral(": ")));
        place.count->setFont(m_theme.font(theme::TextRole::CaptionStrong));
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
    m_isOpen = open;
    for (const Place& place : m_places) {
        place.button->setVisible(open && place.isOffered);
    }
}

NavigationRail::Place* NavigationRail::find(const QString& page) {
    const auto found = std::ranges::find(m_places, page, [](const Place& place) { return place.info.id; });
    return found == m_places.end() ? nullptr : &*found;
}

void NavigationRail::setOffered(const QString& page, bool offered) {
    if (Place* place = find(page)) {
        place->isOffered = offered;
        place->button->setVisible(m_isOpen && offered);
    }
}

void NavigationRail::setCount(const QString& page, int count, const QString& words) {
    Place* place = find(page);
    if (!place) {
        return;
    }
    place->count->setText(QString::number(count));
    place->count->setVisible(count > 0);
    place->button->setAccessibleName(count > 0 ? tr("%1, %2").arg(place->info.title, words) : QString());
    place->words = count > 0 ? words : QString();
    placeCount(*place);
    dress();
}

/// At the upper right of the icon.
void NavigationRail::placeCount(const Place& place) const {
    const int side = std::max(m_theme.px(16), place.count->sizeHint().width());
    place.count->setGeometry(place.button->width() / 2 + m_theme.px(4), m_theme.px(2), side, m_theme.px(16));
}

bool NavigationRail::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        for (const Place& place : m_places) {
            if (place.button == watched) {
                placeCount(place);
            }
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hb::shell
