// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of MetricRulesCard.
#include "ui/pages/templates/metric_rules_card.h"
#include "ui/pages/templates/template_part.h"
#include "ui/widgets/typed_number.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int mostDays = 3650, numberWidth = 64;
} // namespace

widgets::TypedNumber*
MetricRulesCard::addNumber(const Part& part, const char* fieldName, const QString& spoken) {
    auto* field = new widgets::TypedNumber(part.whole);
    field->setObjectName(QString::fromLatin1(fieldName));
    field->setAccessibleName(spoken);
    part.controls->addWidget(field);
    connect(field,
            &widgets::TypedNumber::faultChanged,
            part.fault,
            [fault = part.fault](const QString& said) { widgets::showFault(fault, said); });
    return field;
}

void MetricRulesCard::buildStale() {
    m_stalePart = addPart("whenStale", tr("When stale"));
    m_stale = addChoice(m_stalePart, "whenStale", tr("When stale"));
    m_stale->addItems({tr("It does not count"), tr("It keeps its last score"), tr("It moves to a score")});
    m_staleTarget = addNumber(m_stalePart, "staleTarget", tr("The score it moves to"));
    m_staleTarget->setBounds(0, 100, false, tr("A score is a number from 0 to 100."));
    connect(m_stale, &QComboBox::activated, this, [this](int entry) {
        const auto rule = static_cast<WhenStale::Rule>(entry);
        const bool decays = rule == WhenStale::Rule::DecayTo;
        const bool canDecay = m_metric.rule.validDays > 0;
        if (decays && !canDecay) {
            showStale();
        } else if (rule != m_use.whenStale.rule) {
            setStale({.rule = rule, .target = decays ? usualScore : 0});
        }
    });
    connect(m_staleTarget, &widgets::TypedNumber::entered, this, [this](double score) {
        setStale({.rule = WhenStale::Rule::DecayTo, .target = score});
    });
}

void MetricRulesCard::buildMissing() {
    m_missingPart = addPart("whenMissing", tr("When missing"));
    m_missing = addChoice(m_missingPart, "whenMissing", tr("When missing"));
    m_missing->addItems({tr("It does not count"), tr("It counts as a score")});
    m_missingScore = addNumber(m_missingPart, "missingScore", tr("The score that stands in"));
    m_missingScore->setBounds(0, 100, false, tr("A score is a number from 0 to 100."));
    connect(m_missing, &QComboBox::activated, this, [this](int entry) {
        if ((entry == 1) != m_use.whenMissing.has_value()) {
            setMissing(entry == 1 ? std::optional(usualScore) : std::nullopt);
        }
    });
    connect(
        m_missingScore, &widgets::TypedNumber::entered, this, [this](double score) { setMissing(score); });
}

void MetricRulesCard::buildAggregation() {
    m_aggregationPart = addPart("aggregation", tr("How it is read"));
    m_aggregation = addChoice(m_aggregationPart, "aggregation", tr("How it is read"));
    m_aggregation->addItems({tr("Last value"),
                             tr("Mean"),
                             tr("Sum"),
                             tr("Lowest"),
                             tr("Highest"),
                             tr("Days with a value"),
                             tr("Change in percent"),
                             tr("Days since the last")}); // as Aggregation
    m_window = addNumber(m_aggregationPart, "windowDays", tr("Days that are looked at"));
    m_window->setBounds(1, mostDays, true, tr("A window has 1 to 3,650 whole days."));
    m_windowDays = new QLabel(tr("days"), m_aggregationPart.whole);
    m_aggregationPart.controls->addWidget(m_windowDays);
    m_emptyIsZero = new QCheckBox(tr("Nothing measured counts as 0"), m_aggregationPart.whole);
    m_emptyIsZero->setObjectName(u"emptyIsZero"_s);
    qobject_cast<QBoxLayout*>(m_aggregationPart.whole->layout())->insertWidget(2, m_emptyIsZero);
    connect(m_aggregation, &QComboBox::activated, this, [this](int entry) {
        setAggregation(static_cast<Aggregation>(entry));
    });
    connect(m_window, &widgets::TypedNumber::entered, this, [this](double days) {
        MetricRule rule = m_metric.rule;
        rule.windowDays = static_cast<int>(days);
        Q_EMIT ruleChanged(rule, tr("Set the window of %1 to %2 days").arg(name()).arg(rule.windowDays));
    });
    connect(m_emptyIsZero, &QCheckBox::clicked, this, [this](bool isZero) {
        MetricRule rule = m_metric.rule;
        rule.emptyIsZero = isZero;
        Q_EMIT ruleChanged(rule, tr("Set what %1 is when nothing was measured").arg(name()));
    });
}

void MetricRulesCard::buildValid() {
    m_validPart = addPart("validDays", tr("Valid for"));
    m_valid = addNumber(m_validPart, "validDays", tr("Days that a value is valid for"));
    m_valid->setBounds(0, mostDays, true, tr("A value is valid for 0 to 3,650 whole days."));
    m_valid->setRule([this](double days) {
        const bool decays = m_use.whenStale.rule == WhenStale::Rule::DecayTo;
        return days < 1 && decays ? tr("To move to a score when stale, it needs at least 1 day.") : QString();
    });
    m_validDays = new QLabel(tr("days"), m_validPart.whole);
    m_validPart.controls->addWidget(m_validDays);
    m_validPart.controls->addStretch();
    connect(m_valid, &widgets::TypedNumber::entered, this, [this](double days) {
        MetricRule rule = m_metric.rule;
        rule.validDays = static_cast<int>(days);
        Q_EMIT ruleChanged(rule,
                           rule.validDays == 0
                               ? tr("Set %1 to stay valid for ever").arg(name())
                               : tr("Set %1 to be valid for %2 days").arg(name()).arg(rule.validDays));
    });
}

void MetricRulesCard::dress() {
    content()->setSpacing(m_theme.px(theme::space::m));
    for (widgets::TypedNumber* field : {m_staleTarget, m_missingScore, m_window, m_valid}) {
        field->setFixedWidth(m_theme.px(numberWidth));
    }
}

/// The wheel is the column's until a box has the focus.
bool MetricRulesCard::eventFilter(QObject* watched, QEvent* event) {
    const auto* box = qobject_cast<QComboBox*>(watched);
    if (event->type() == QEvent::Wheel && box != nullptr && !box->hasFocus()) {
        event->ignore();
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace hb::pages
