// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/costs_card.h"

#include "core/wording/sentences.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/session/days.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/copy_menu.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

QPushButton* makeTab(const QString& text, const QString& name, QButtonGroup* group, QWidget* parent) {
    auto* tab = new QPushButton(text, parent);
    tab->setObjectName(name);
    tab->setProperty("hbButton", u"segment"_s);
    tab->setCheckable(true);
    group->addButton(tab);
    return tab;
}

} // namespace

CostsCard::CostsCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_rest(new QPushButton(this)), m_day(new QDateEdit(this)),
      m_untilDay(new QDateEdit(this)), m_stack(new QStackedWidget(this)),
      m_list(new widgets::CostList(theme, this)), m_to(makeLabel("muted", this)),
      m_total(makeLabel("captionMuted", this)), m_sentence(makeLabel("body", this)),
      m_nothing(makeLabel("muted", this)), m_waterfall(new charts::WaterfallChart(theme, this)) {
    auto* tabs = new QButtonGroup(this);
    m_costsTab = makeTab(tr("Costs points"), u"costsTab"_s, tabs, this);
    m_changeTab = makeTab(tr("What changed since"), u"changeTab"_s, tabs, this);
    m_costsTab->setChecked(true);
    m_list->setObjectName(u"costs"_s);
    m_waterfall->setObjectName(u"waterfall"_s);
    m_sentence->setObjectName(u"changeSentence"_s);
    m_rest->setObjectName(u"restOfCosts"_s);
    m_rest->setProperty("hbButton", u"link"_s);
    m_day->setObjectName(u"sinceDay"_s);
    m_day->setAccessibleName(tr("From the day"));
    m_untilDay->setObjectName(u"untilDay"_s);
    m_untilDay->setAccessibleName(tr("To the day"));
    for (QDateEdit* day : {m_day, m_untilDay}) {
        day->setCalendarPopup(true);
        widgets::dressCalendar(*day->calendarWidget(), m_theme);
        day->setDisplayFormat(u"d MMM yyyy"_s);
    }
    m_to->setText(tr("to"));
    m_sentence->setWordWrap(true);
    m_nothing->setWordWrap(true);
    build();
    showView(0);
    connectParts();
}

void CostsCard::build() {
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::xs);
    row->addWidget(m_costsTab);
    row->addWidget(m_changeTab);
    row->addWidget(m_day);
    row->addWidget(m_to);
    row->addWidget(m_untilDay);
    row->addStretch(1);
    row->addWidget(m_total);
    auto* costs = new QWidget(this);
    auto* costsLayout = new QVBoxLayout(costs);
    costsLayout->setContentsMargins(0, 0, 0, 0);
    costsLayout->setSpacing(0);
    costsLayout->addWidget(m_nothing);
    costsLayout->addWidget(m_list);
    costsLayout->addWidget(m_rest, 0, Qt::AlignLeft);
    costsLayout->addStretch(1);
    auto* change = new QWidget(this);
    auto* changeLayout = new QVBoxLayout(change);
    changeLayout->setContentsMargins(0, 0, 0, 0);
    changeLayout->addWidget(m_sentence);
    changeLayout->addWidget(m_waterfall);
    changeLayout->addStretch(1);
    m_stack->addWidget(costs);
    m_stack->addWidget(change);
    content()->addLayout(row);
    content()->addWidget(m_stack, 1);
}

void CostsCard::connectParts() {
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &CostsCard::showMenu);
    connect(m_costsTab, &QPushButton::clicked, this, &CostsCard::showCosts);
    connect(m_changeTab, &QPushButton::clicked, this, [this] { showChangeSince({}); });
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fillCosts();
    });
    connect(
        m_day, &QDateEdit::dateChanged, this, [this](QDate date) { showChangeSince(session::toDay(date)); });
    connect(m_untilDay, &QDateEdit::dateChanged, this, [this](QDate date) {
        const Day day = session::toDay(date);
        m_until = m_at && day == m_at->day() ? std::nullopt : std::optional(day);
        showChangeSince({});
    });
    connect(m_list, &widgets::CostList::activated, this, [this](int at) { askMetric(m_costs.metrics, at); });
    connect(m_waterfall, &charts::WaterfallChart::activated, this, [this](int step) {
        askMetric(m_changeMetrics, step);
    });
}

void CostsCard::clear() {
    m_at.reset();
}

void CostsCard::setAccount(const AccountAt& at, Day first) {
    m_at = at;
    const QSignalBlocker quiet(m_day);
    m_day->setDateRange(session::toQDate(std::min(first, at.day())), session::toQDate(at.day()));
    m_day->setDate(session::toQDate(since()));
    const QSignalBlocker quietToo(m_untilDay);
    m_untilDay->setDateRange(m_day->minimumDate(), m_day->maximumDate());
    m_untilDay->setDate(session::toQDate(until()));
    fill();
}

void CostsCard::forgetDay() {
    m_since.reset();
    m_until.reset();
    m_all = false;
}

void CostsCard::showCosts() {
    m_costsTab->setChecked(true);
    showView(0);
}

void CostsCard::showChangeSince(std::optional<Day> since) {
    if (since) {
        m_since = since;
        const QSignalBlocker quiet(m_day);
        m_day->setDate(session::toQDate(*since));
    }
    m_changeTab->setChecked(true);
    showView(1);
}

void CostsCard::showPeriod(const analytics::Period& period) {
    const auto within = [this](Day day) {
        return std::clamp(day, session::toDay(m_day->minimumDate()), m_at->day());
    };
    m_until = period.to < m_at->day() ? std::optional(within(period.to)) : std::nullopt;
    const QSignalBlocker quiet(m_untilDay);
    m_untilDay->setDate(session::toQDate(until()));
    showChangeSince(within(period.from));
}

// The card is as high as what it shows, not as the higher of its views.
void CostsCard::showView(int index) {
    m_stack->setCurrentIndex(index);
    m_to->setVisible(index == 1);
    m_untilDay->setVisible(index == 1);
    for (int at = 0; at < m_stack->count(); ++at) {
        m_stack->widget(at)->setSizePolicy(QSizePolicy::Preferred,
                                           at == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    fill();
}

bool CostsCard::isShowingChange() const {
    return m_stack->currentIndex() == 1;
}

Day CostsCard::since() const {
    return m_since.value_or(m_at->day() - m_at->version().trend.days);
}

/// What is looked at may by now be an earlier day than the one that was chosen.
Day CostsCard::until() const {
    return std::min(m_until.value_or(m_at->day()), m_at->day());
}

void CostsCard::fill() {
    if (m_at) {
        fillCosts();
        fillChange();
    }
}

void CostsCard::fillCosts() {
    m_costs = costs(*m_at, m_all ? CostRows::All : CostRows::First);
    m_list->setRows(m_costs.rows);
    m_list->setAccessibleName(tr("Costs points"));
    m_list->setAccessibleDescription(wording::driverSentence(m_at->scorer(), m_at->detail));
    m_list->setVisible(!m_costs.rows.empty());
    m_nothing->setVisible(m_costs.rows.empty());
    m_nothing->setText(m_at->detail.overall ? tr("Nothing costs points.")
                                            : wording::coverageSentence(m_at->scorer(), m_at->detail));
    m_rest->setText(m_all ? tr("Show fewer") : m_costs.rest);
    m_rest->setVisible(m_all || !m_costs.rest.isEmpty());
    m_total->setText(m_costs.total);
    m_total->setVisible(!isShowingChange());
}

void CostsCard::fillChange() {
    const Change changed = change(*m_at, since(), until());
    m_changeMetrics = changed.metrics;
    m_sentence->setText(changed.waterfall.description);
    m_waterfall->setVisible(!changed.waterfall.steps.empty());
    m_waterfall->setData(changed.waterfall);
}

void CostsCard::askMetric(const std::vector<std::optional<std::size_t>>& metrics, int row) {
    const auto at = static_cast<std::size_t>(row);
    if (row >= 0 && at < metrics.size() && metrics[at]) {
        Q_EMIT metricAsked(*metrics[at]);
    }
}

std::optional<std::size_t> CostsCard::pointedMetric() const {
    const auto& metrics = isShowingChange() ? m_changeMetrics : m_costs.metrics;
    const int row = isShowingChange() ? m_waterfall->currentRow() : m_list->currentRow();
    if (row >= 0 && static_cast<std::size_t>(row) < metrics.size() &&
        metrics[static_cast<std::size_t>(row)]) {
        return metrics[static_cast<std::size_t>(row)];
    }
    const auto first = std::ranges::find_if(metrics, [](const auto& metric) { return metric.has_value(); });
    return first == metrics.end() ? std::nullopt : *first;
}

void CostsCard::focusRows() {
    m_list->setFocus(Qt::ShortcutFocusReason);
}

exchange::Table CostsCard::asTable() const {
    if (!m_at) {
        return {};
    }
    return isShowingChange() ? changeTable(*m_at, since(), until()) : costTable(*m_at);
}

QPixmap CostsCard::picture() {
    return m_stack->currentWidget()->grab();
}

void CostsCard::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    if (const auto metric = pointedMetric()) {
        menu->addAction(
                tr("Why: where this comes from"), this, [this, at = *metric] { Q_EMIT metricAsked(at); })
            ->setObjectName(u"why"_s);
        menu->addSeparator();
    }
    const auto words = [this] {
        return isShowingChange() ? changeText(*m_at, since(), until()) : costText(*m_at);
    };
    widgets::addCopyActions(
        *menu,
        {.text = words, .table = [this] { return asTable(); }, .picture = [this] { return picture(); }});
    menu->popup(mapToGlobal(place));
}

} // namespace hb::pages
