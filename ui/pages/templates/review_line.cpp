// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/review_line.h"

#include "core/analytics/review_due.h"
#include "core/wording/days.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

ReviewLine::ReviewLine(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_sentence(widgets::makeLabel("muted", this)) {
    setObjectName(u"reviewLine"_s);
    m_sentence->setObjectName(u"reviewDue"_s);
    m_sentence->setWordWrap(true);
    auto* opens = new QPushButton(tr("Open the charter"), this);
    opens->setObjectName(u"openCharter"_s);
    opens->setProperty("hbButton", u"link"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(theme::space::s));
    row->addWidget(m_sentence, 1);
    row->addWidget(opens);
    hide();
    connect(opens, &QPushButton::clicked, this, &ReviewLine::charterAsked);
}

void ReviewLine::showTemplate(const Template* each, Day today) {
    const std::optional<Day> due = each ? analytics::reviewDue(*each, today) : std::nullopt;
    setVisible(due.has_value());
    if (due) {
        const int months = each->charter.reviewMonths;
        const QString every = months == 1 ? tr("every month") : tr("every %1 months").arg(months);
        m_sentence->setText(tr("Its charter asks for a review %1: one was due on %2.")
                                .arg(every, wording::dayText(*due, today)));
    }
}

} // namespace hb::pages
