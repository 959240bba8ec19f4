// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "core/wording/days.h"
#include "ui/session/book_session.h"
#include "ui/shell/day_popup.h"
#include "ui/shell/who_looks.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_button.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <initializer_list>

namespace hb::shell {

namespace {
constexpr int leastPlace = 96; ///< of it is seen, whatever stands beside it
constexpr int namesShare = 5;  ///< of the bar is the most for a name
} // namespace

TopBar::TopBar(const Context& context, QMenu* menu, QWidget* parent)
    : QFrame(parent), m_session(context.session), m_theme(context.theme),
      m_back(tool("back", tr("Back (Alt+Left)"))), m_forward(tool("forward", tr("Forward (Alt+Right)"))),
      m_up(new widgets::ElidedButton(this)), m_step(new QLabel(QStringLiteral("\u203A"), this)),
      m_place(new widgets::ElidedLabel("body", this)), m_palette(new QPushButton(this)),
      m_day(new QPushButton(this)), m_person(new widgets::ElidedButton(this)),
      m_menu(tool("menu", tr("Menu (F10)"))), m_days(new DayPopup(context, this)) {
    setObjectName(QStringLiteral("topBar"));
    theme::setStyleProperty(this, "hbSurface", QStringLiteral("surface"));
    build(menu);
    connectParts();
    dress();
    follow();
}

void TopBar::build(QMenu* menu) {
    m_up->setObjectName(QStringLiteral("pathUp"));
    m_place->setObjectName(QStringLiteral("pathPlace"));
    m_palette->setObjectName(QStringLiteral("paletteBox"));
    m_day->setObjectName(QStringLiteral("asOfButton"));
    m_person->setObjectName(QStringLiteral("personButton"));
    for (QPushButton* flat : std::initializer_list<QPushButton*>{m_up, m_day, m_person}) {
        theme::setStyleProperty(flat, "hbButton", QStringLiteral("flat"));
    }
    m_palette->setToolTip(tr("An account, or what to do (Ctrl+K)"));
    m_palette->setAccessibleName(tr("Find or do anything"));
    theme::setStyleProperty(m_palette, "hbButton", QStringLiteral("search"));
    m_day->setToolTip(tr("Look at another day (Ctrl+D)"));
    m_person->setHint(tr("Who looks"));
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(m_theme.px(theme::space::m), 0, m_theme.px(theme::space::m), 0);
    row->setSpacing(m_theme.px(theme::space::xs));
    for (QWidget* part : std::initializer_list<QWidget*>{m_back, m_forward, m_up, m_step, m_place}) {
        row->addWidget(part);
    }
    row->addStretch(1);
    row->addWidget(m_palette, 2);
    row->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_day, m_person, m_menu}) {
        row->addWidget(part);
    }
}

void TopBar::connectParts() {
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_up, &QPushButton::clicked, this, &TopBar::upRequested);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteRequested);
    connect(m_day, &QPushButton::clicked, this, &TopBar::openDays);
    connect(m_person, &QPushButton::clicked, this, &TopBar::personRequested);
    connect(&m_session, &session::BookSession::opened, this, &TopBar::follow);
    connect(&m_session, &session::BookSession::closed, this, &TopBar::follow);
    connect(&m_session, &session::BookSession::changed, this, &TopBar::follow);
    connect(&m_session, &session::BookSession::dayChanged, this, &TopBar::follow);
    connect(&m_session, &session::BookSession::personChanged, this, &TopBar::follow);
    connect(&m_theme, &theme::Theme::changed, this, &TopBar::dress);
}

QToolButton* TopBar::tool(const char* name, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void TopBar::dress() {
    setFixedHeight(m_theme.px(theme::size::topBar));
    m_step->setContentsMargins(0, 0, m_theme.px(theme::space::s), 0); // as far as the button before it keeps
    m_back->setIcon(m_theme.icon(theme::Icon::Back));
    m_forward->setIcon(m_theme.icon(theme::Icon::Forward));
    m_menu->setIcon(m_theme.icon(theme::Icon::Menu));
    m_day->setIcon(m_theme.icon(theme::Icon::Calendar));
    m_person->setIcon(m_theme.icon(theme::Icon::Person));
    m_palette->setIcon(m_theme.icon(theme::Icon::Search, theme::IconInk::Muted));
    m_palette->setMaximumWidth(m_theme.px(420));
    m_palette->setMinimumWidth(m_theme.px(200));
}

void TopBar::follow() {
    const bool open = m_session.isOpen();
    m_day->setVisible(open);
    m_palette->setVisible(open);
    m_person->setVisible(open);
    if (open) {
        m_day->setText(tr(" As of %1 \u25BE").arg(wording::longDayText(m_session.asOf())));
        m_person->setWords(u' ' + whoText(m_session));
    }
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_up->setMaximumWidth(width() / namesShare);
    m_person->setMaximumWidth(width() / namesShare);
    const bool isWide = width() >= m_theme.px(1100);
    m_palette->setText(isWide ? tr("  Find or do anything    Ctrl+K") : tr("  Find or do anything"));
}

void TopBar::setPath(const QString& up, const QString& place) {
    m_up->setVisible(!up.isEmpty());
    m_up->setWords(up);
    m_step->setVisible(!up.isEmpty() && !place.isEmpty());
    m_place->setText(place);
    m_place->setVisible(!place.isEmpty());
    m_place->setMinimumWidth(std::min(m_place->sizeHint().width(), m_theme.px(leastPlace)));
}

void TopBar::setHistory(bool back, bool forward) {
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::openDays() {
    if (m_session.isOpen()) {
        m_days->popUpUnder(*m_day);
    }
}

void TopBar::openMenu() {
    m_menu->showMenu();
}

} // namespace hb::shell
