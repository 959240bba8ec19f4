// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/review_line.h"

#include "core/wording/days.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int monthsInYear = 12;
}

std::optional<Day> monthsAfter(Day day, int months) {
    const YearMonthDay from = toYearMonthDay(day);
    const int month = from.month - 1 + months;
    for (int last = from.day; last > 0; --last) {
        if (const auto found =
                fromYearMonthDay(from.year + month / monthsInYear, month % monthsInYear + 1, last)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Day> nextReview(const Template& each, int months) {
    if (months == 0 || each.versions.empty()) {
        return std::nullopt;
    }
    const auto newest = std::ranges::max_element(each.versions, {}, &TemplateVersion::effectiveFrom);
    return monthsAfter(newest->effectiveFrom, months);
}

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
    const int months = each && !each->retiredOn ? each->charter.reviewMonths : 0;
    const std::optional<Day> due = each ? nextReview(*each, months) : std::nullopt;
    setVisible(due && *due < today);
    if (!isHidden()) {
        const QString every = months == 1 ? tr("every month") : tr("every %1 months").arg(months);
        m_sentence->setText(tr("Its charter asks for a review %1: one was due on %2.")
                                .arg(every, wording::dayText(*due, today)));
    }
}

} // namespace hb::pages
