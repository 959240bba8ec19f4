// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/day_popup.h"

#include "core/wording/days.h"
#include "ui/session/book_session.h"
#include "ui/session/days.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calendar.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <array>

namespace hb::shell {

DayPopup::DayPopup(const Context& context, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(context.session), m_calendar(new QCalendarWidget(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_first(new QLabel(this)), m_last(new QLabel(this)) {
    setObjectName(QStringLiteral("dayPopup"));
    theme::setStyleProperty(this, "hbPopup", true);
    const theme::Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(theme::space::m),
                               theme.px(theme::space::m),
                               theme.px(theme::space::m),
                               theme.px(theme::space::m));
    widgets::dressCalendar(*m_calendar, theme);
    column->addWidget(m_calendar);
    struct Step {
        QString text;
        int days;
    };
    auto* steps = new QHBoxLayout;
    for (const Step& made : std::array<Step, 4>{
             {{tr("Week back"), -7}, {tr("Day back"), -1}, {tr("Day on"), 1}, {tr("Week on"), 7}}}) {
        auto* button = new QPushButton(made.text, this);
        button->setObjectName(QStringLiteral("step%1").arg(made.days));
        connect(button, &QPushButton::clicked, this, [this, days = made.days] { step(days); });
        steps->addWidget(button);
    }
    column->addLayout(steps);
    m_slider->setObjectName(QStringLiteral("daySlider"));
    m_slider->setAccessibleName(tr("As-of day"));
    column->addWidget(m_slider);
    auto* ends = new QHBoxLayout;
    for (QLabel* end : {m_first, m_last}) {
        theme::setStyleProperty(end, "hbText", QStringLiteral("captionMuted"));
    }
    ends->addWidget(m_first);
    ends->addStretch();
    ends->addWidget(m_last);
    column->addLayout(ends);
    connect(m_calendar, &QCalendarWidget::clicked, this, [this](QDate date) {
        m_session.setAsOf(session::toDay(date));
    });
    connect(m_calendar, &QCalendarWidget::activated, this, &QWidget::close);
    connect(m_slider, &QSlider::valueChanged, this, [this](int day) {
        if (!m_following) {
            m_session.setAsOf(Day{day});
        }
    });
    connect(&m_session, &session::BookSession::dayChanged, this, &DayPopup::follow);
}

void DayPopup::step(int days) {
    m_session.setAsOf(m_session.asOf() + days);
}

void DayPopup::follow() {
    if (!m_session.isOpen()) {
        return;
    }
    m_following = true;
    const Day first = m_session.firstDay();
    const Day last = m_session.today();
    m_slider->setRange(first.number, last.number);
    m_slider->setPageStep(7);
    m_slider->setValue(m_session.asOf().number);
    m_calendar->setDateRange(session::toQDate(first), session::toQDate(last));
    m_calendar->setSelectedDate(session::toQDate(m_session.asOf()));
    m_first->setText(wording::dayText(first, last));
    m_last->setText(tr("Today"));
    m_following = false;
}

void DayPopup::popUpUnder(const QWidget& button) {
    follow();
    adjustSize();
    const QPoint corner = button.mapToGlobal(QPoint(button.width() - width(), button.height()));
    move(corner);
    show();
    m_calendar->setFocus();
}

} // namespace hb::shell
