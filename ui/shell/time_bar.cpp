// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/time_bar.h"

#include "core/wording/days.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hb::shell {

TimeBar::TimeBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_session(context.session), m_sentence(new QLabel(this)),
      m_back(widgets::makeButton("link", tr("Back to today"), this)) {
    setObjectName(QStringLiteral("timeBar"));
    theme::setStyleProperty(this, "hbSurface", QStringLiteral("accentTint"));
    const theme::Theme& theme = context.theme;
    setFixedHeight(theme.px(theme::size::timeBar));
    connect(&theme, &theme::Theme::changed, this, [this, &theme] {
        setFixedHeight(theme.px(theme::size::timeBar));
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(theme::space::pageMargin), 0, theme.px(theme::space::pageMargin), 0);
    m_sentence->setObjectName(QStringLiteral("timeSentence"));
    m_back->setObjectName(QStringLiteral("backToToday"));
    row->addWidget(m_sentence);
    row->addWidget(m_back);
    row->addStretch();
    connect(m_back, &QPushButton::clicked, this, [this] { m_session.setAsOf(m_session.today()); });
    connect(&m_session, &session::BookSession::opened, this, &TimeBar::follow);
    connect(&m_session, &session::BookSession::closed, this, &TimeBar::follow);
    connect(&m_session, &session::BookSession::changed, this, &TimeBar::follow);
    connect(&m_session, &session::BookSession::dayChanged, this, &TimeBar::follow);
    follow();
}

void TimeBar::follow() {
    // A copy to read says its day itself.
    const bool isCopysDay = m_session.sharedCopy() && m_session.asOf() == m_session.homeDay();
    const bool past = m_session.isOpen() && m_session.isPast() && !isCopysDay;
    setVisible(past);
    if (past) {
        m_sentence->setText(wording::timeBarSentence(
            m_session.asOf(), m_session.today(), m_session.snapshot().newestMeasurement));
    }
}

} // namespace hb::shell
