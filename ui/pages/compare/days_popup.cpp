// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/days_popup.h"

#include "ui/session/days.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/card.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

DaysPopup::DaysPopup(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_from(new QDateEdit(this)), m_to(new QDateEdit(this)),
      m_hint(widgets::makeLabel("secondary", this)) {
    setObjectName(u"compareDays"_s);
    theme::setStyleProperty(this, "hbPopup", true);
    auto* rows = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::m);
    rows->setContentsMargins(margin, margin, margin, margin);
    auto* line = new QHBoxLayout;
    m_from->setObjectName(u"compareFrom"_s);
    m_from->setAccessibleName(tr("From"));
    m_to->setObjectName(u"compareTo"_s);
    m_to->setAccessibleName(tr("To"));
    auto* done = new QPushButton(tr("Compare"), this);
    done->setObjectName(u"compareDaysDone"_s);
    done->setProperty("hbButton", u"primary"_s);
    for (QDateEdit* day : {m_from, m_to}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(u"d MMM yyyy"_s);
        widgets::dressCalendar(*day->calendarWidget(), theme);
        connect(day, &QDateEdit::dateChanged, this, &DaysPopup::say);
    }
    line->addWidget(m_from);
    line->addWidget(new QLabel(u"\u2192"_s, this));
    line->addWidget(m_to);
    line->addWidget(done);
    rows->addLayout(line);
    m_hint->setObjectName(u"compareDaysHint"_s);
    rows->addWidget(m_hint);
    connect(done, &QPushButton::clicked, this, &DaysPopup::take);
}

void DaysPopup::popUpUnder(const QWidget& button, const analytics::Period& period, Day last) {
    for (QDateEdit* day : {m_from, m_to}) {
        day->setDateRange(session::toQDate(firstDay), session::toQDate(last));
    }
    m_from->setDate(session::toQDate(period.from));
    m_to->setDate(session::toQDate(period.to));
    say();
    adjustSize();
    move(button.mapToGlobal(QPoint(0, button.height())));
    show();
    m_from->setFocus(Qt::PopupFocusReason);
}

/// In either order: the earlier day is what the later one is compared with.
void DaysPopup::say() {
    m_hint->setText(m_from->date() == m_to->date()
                        ? tr("Two different days are needed.")
                        : tr("How the accounts of the later day stand, and stood on the earlier one."));
}

void DaysPopup::take() {
    const Day a = session::toDay(m_from->date());
    const Day b = session::toDay(m_to->date());
    if (a != b) {
        close();
        Q_EMIT chosen({.from = std::min(a, b), .to = std::max(a, b)});
    }
}

void DaysPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        take();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace hb::pages
