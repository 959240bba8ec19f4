// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/trend_card.h"

#include "core/wording/days.h"
#include "ui/widgets/copy_menu.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

TrendCard::TrendCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_chart(new charts::TrendChart(theme, this)), m_times(new QButtonGroup(this)) {
    constexpr std::array<int, 5> choices{3, 6, 12, 24, 0};
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::xs);
    for (const int months : choices) {
        auto* button = new QPushButton(months == 0 ? tr("All") : QLocale().toString(months), this);
        button->setAccessibleName(months == 0 ? tr("All of the time") : tr("%n months", nullptr, months));
        button->setProperty("hbButton", u"segment"_s);
        button->setObjectName(u"months%1"_s.arg(months));
        button->setCheckable(true);
        button->setChecked(months == 12);
        m_times->addButton(button, months);
        row->addWidget(button);
        if (months == choices[3]) { // "3 6 12 24 months  All"
            QLabel* unit = widgets::makeLabel("secondary", this);
            unit->setText(tr("months"));
            row->addWidget(unit);
        }
    }
    row->addStretch(1);
    content()->setContentsMargins(theme::space::m, theme::space::s, theme::space::s, theme::space::s);
    content()->setSpacing(theme::space::xs);
    content()->addLayout(row);
    content()->addWidget(m_chart, 1);
    m_chart->setObjectName(u"trend"_s);
    m_chart->setContextMenuPolicy(Qt::CustomContextMenu);
    const auto fit = [this, &theme] { m_chart->setMinimumHeight(theme.px(220)); };
    connect(&theme, &theme::Theme::changed, this, fit);
    connect(m_chart, &QWidget::customContextMenuRequested, this, &TrendCard::showMenu);
    connect(m_times, &QButtonGroup::idClicked, this, &TrendCard::monthsChanged);
    fit();
}

int TrendCard::months() const {
    return m_times->checkedId();
}

void TrendCard::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    if (const std::optional<Day> day = m_chart->pointedDay()) {
        menu->addAction(tr("Why: what changed since %1").arg(wording::longDayText(*day)),
                        this,
                        [this, at = *day] { Q_EMIT m_chart->dayChosen(at); })
            ->setObjectName(u"why"_s);
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu,
                            {.text = [this] { return m_chart->asText(); },
                             .table = [this] { return m_chart->asTable(); },
                             .picture = [this] { return m_chart->picture(); }});
    menu->popup(m_chart->mapToGlobal(place));
}

} // namespace hb::pages
