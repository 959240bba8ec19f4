// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/action_form.h"

#include "ui/pages/account/day_field.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace hb::pages {

namespace {

constexpr qsizetype longestTitle = 200;

} // namespace

ActionForm::ActionForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Keep"), parent), m_title(addLine("actionTitle", tr("What is to be done"))),
      m_owner(addLine("actionOwner", tr("Who does it"))), m_due(new DayField(theme, this)),
      m_metric(new QComboBox(this)) {
    addField(m_due, "actionDue", tr("Until when: Friday, in 2 weeks, 3 May"));
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(m_metric, "actionMetric", tr("The metric that it is to move"));
}

void ActionForm::setAction(const book::ActionFacts& action, const NextFacts& about) {
    m_action = action;
    m_title->setText(action.title);
    m_owner->setText(action.owner);
    m_due->setToday(about.day);
    m_due->setDay(action.due);
    auto* names = new QCompleter(about.people ? about.people() : QStringList(), m_owner);
    names->setCaseSensitivity(Qt::CaseInsensitive);
    names->setFilterMode(Qt::MatchContains);
    delete m_owner->completer();
    m_owner->setCompleter(names);
    m_metric->clear();
    m_metric->addItem(tr("For no metric"), QString());
    for (const MetricChoice& metric : about.metrics) {
        m_metric->addItem(metric.name, metric.key);
    }
    if (m_metric->findData(action.metric) < 0) {
        m_metric->addItem(action.metric,
                          action.metric); // of another version: it stays until somebody changes it
    }
    m_metric->setCurrentIndex(m_metric->findData(action.metric));
    clearFaults();
}

void ActionForm::keep() {
    const QString title = m_title->text().simplified();
    if (title.isEmpty()) {
        refuse(m_title, tr("A few words on what is to be done."));
        return;
    }
    if (title.size() > longestTitle) {
        refuse(m_title, tr("At most %n letters; the rest fits into a note.", nullptr, int{longestTitle}));
        return;
    }
    if (!m_due->isBlank() && !m_due->day()) {
        refuse(m_due, tr("A day, such as \"Friday\", \"in 2 weeks\" or \"3 May\"; or none."));
        return;
    }
    book::ActionFacts action = m_action;
    action.title = title;
    action.owner = m_owner->text().simplified();
    action.due = m_due->day();
    action.metric = m_metric->currentData().toString();
    Q_EMIT kept(action);
}

DropForm::DropForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Drop"), parent), m_reason(addLine("dropReason", tr("Why is it not done?"))) {}

void DropForm::clear() {
    m_reason->clear();
    clearFaults();
}

void DropForm::keep() {
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        refuse(m_reason, tr("A reason: whoever reads it later learns from it."));
        return;
    }
    Q_EMIT kept(reason);
}

} // namespace hb::pages
