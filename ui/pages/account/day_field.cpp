// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/day_field.h"

#include "ui/session/days.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/shared_undo.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

DayField::DayField(const theme::Theme& theme, QWidget* parent) : QLineEdit(parent), m_theme(theme) {
    widgets::shareUndo(this);
    QAction* open = addAction(QIcon(), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Choose in a calendar (Alt+Down)"));
    connect(open, &QAction::triggered, this, &DayField::showCalendar);
    const auto dress = [this, open] {
        open->setIcon(m_theme.icon(theme::Icon::Calendar, theme::IconInk::Muted));
    };
    connect(&m_theme, &theme::Theme::changed, this, dress);
    dress();
}

void DayField::setToday(Day today, DayMeant meant) {
    m_today = today;
    m_meant = meant;
}

QString DayField::textOf(std::optional<Day> day) {
    return day ? QLocale().toString(session::toQDate(*day), u"d MMM yyyy"_s) : QString();
}

std::optional<Day> DayField::dayOf(const QString& text) const {
    return typedDay(text, m_today, m_meant);
}

void DayField::setDay(std::optional<Day> day) {
    setText(textOf(day));
}

std::optional<Day> DayField::day() const {
    return dayOf(text());
}

void DayField::showCalendar() {
    auto* frame = new QFrame(this, Qt::Popup);
    frame->setAttribute(Qt::WA_DeleteOnClose);
    frame->setObjectName(u"dayCalendar"_s);
    theme::setStyleProperty(frame, "hbPopup", true);
    auto* rows = new QVBoxLayout(frame);
    auto* calendar = new QCalendarWidget(frame);
    widgets::dressCalendar(*calendar, m_theme);
    calendar->setSelectedDate(session::toQDate(day().value_or(m_today)));
    rows->addWidget(calendar);
    const auto take = [this, frame](QDate date) {
        selectAll();
        insert(textOf(session::toDay(date))); // as typed: the field's own undo has it
        frame->close();
        setFocus(Qt::PopupFocusReason);
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    frame->adjustSize();
    frame->move(mapToGlobal(QPoint(width() - frame->width(), height())));
    frame->show();
    calendar->setFocus();
}

void DayField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        showCalendar();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace hb::pages
