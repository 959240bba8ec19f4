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
    m_due->setToday(about.day);
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
    showTexts(textsOf(action));
}

QStringList ActionForm::textsOf(const book::ActionFacts& action) {
    return {action.title, action.owner, DayField::textOf(action.due), action.metric};
}

book::ActionFacts ActionForm::factsOf(const QStringList& texts) const {
    return {.title = texts.value(0).simplified(),
            .owner = texts.value(1).simplified(),
            .due = m_due->dayOf(texts.value(2)),
            .metric = texts.value(3),
            .createdOn = {}};
}

void ActionForm::keep() {
    const book::ActionFacts typed = factsOf(texts());
    if (typed.title.isEmpty()) {
        refuse(m_title, tr("A few words on what is to be done."));
        return;
    }
    if (typed.title.size() > longestTitle) {
        refuse(m_title, tr("At most %n letters; the rest fits into a note.", nullptr, int{longestTitle}));
        return;
    }
    if (!m_due->isBlank() && !typed.due) {
        refuse(m_due, tr("A day, such as \"Friday\", \"in 2 weeks\" or \"3 May\"; or none."));
        return;
    }
    if (!draft().isTouched()) {
        Q_EMIT cancelled(); // nothing is another: nothing to undo
        return;
    }
    Q_EMIT kept(factsOf(shownTexts()), typed);
}

DropForm::DropForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Drop"), parent), m_reason(addLine("dropReason", tr("Why is it not done?"))) {}

void DropForm::clear() {
    showTexts({});
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
