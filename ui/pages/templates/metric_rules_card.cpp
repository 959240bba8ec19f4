// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_rules_card.h"

#include "core/wording/words.h"
#include "ui/pages/templates/template_part.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int usualWindow = 30;

bool isWindowed(Aggregation aggregation) {
    return aggregation != Aggregation::Last && aggregation != Aggregation::DaysSince;
}

bool canBeEmpty(Aggregation aggregation) {
    return aggregation == Aggregation::Sum || aggregation == Aggregation::Count;
}

QString dayText(int days) {
    return days == 1 ? MetricRulesCard::tr("%n day", nullptr, days)
                     : MetricRulesCard::tr("%n days", nullptr, days);
}

void choose(QComboBox* box, int entry) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(entry);
}

} // namespace

// --- what a person sets

bool MetricRulesCard::hasWindow() const {
    return isWindowed(m_metric.rule.aggregation);
}

QString MetricRulesCard::name() const {
    return wording::fromUtf8(m_metric.name);
}

void MetricRulesCard::setStale(WhenStale when) {
    if (when == m_use.whenStale) {
        return;
    }
    GroupMetric use = m_use;
    use.whenStale = when;
    Q_EMIT useChanged(use, tr("Set what counts when %1 is stale").arg(name()));
}

void MetricRulesCard::setMissing(std::optional<double> score) {
    if (score == m_use.whenMissing) {
        return;
    }
    GroupMetric use = m_use;
    use.whenMissing = score;
    Q_EMIT useChanged(use, tr("Set what counts when %1 is missing").arg(name()));
}

void MetricRulesCard::setAggregation(Aggregation aggregation) {
    if (aggregation == m_metric.rule.aggregation) {
        return;
    }
    MetricRule rule = m_metric.rule;
    rule.aggregation = aggregation;
    rule.windowDays = !isWindowed(aggregation) ? 0 : rule.windowDays > 0 ? rule.windowDays : usualWindow;
    rule.emptyIsZero = rule.emptyIsZero && canBeEmpty(aggregation);
    Q_EMIT ruleChanged(rule, tr("Set how %1 is read").arg(name()));
}

// --- what it shows

void MetricRulesCard::showMetric(const Metric& metric, const GroupMetric& use, bool editable) {
    m_metric = metric;
    m_use = use;
    m_editable = editable;
    showStale();
    showMissing();
    showAggregation();
    showValid();
}

void MetricRulesCard::reset() {
    for (widgets::TypedNumber* field : {m_staleTarget, m_missingScore, m_window, m_valid}) {
        field->reset();
    }
}

void MetricRulesCard::showStale() {
    using Rule = WhenStale::Rule;
    const bool canBeStale = m_metric.rule.aggregation == Aggregation::Last && m_metric.rule.validDays > 0;
    const bool canDecay = m_metric.rule.validDays > 0;
    const WhenStale& when = m_use.whenStale;
    choose(m_stale, static_cast<int>(when.rule));
    if (auto* entries = qobject_cast<QStandardItemModel*>(m_stale->model())) {
        QStandardItem* decay = entries->item(static_cast<int>(Rule::DecayTo));
        decay->setEnabled(canDecay);
        decay->setToolTip(canDecay ? QString() : tr("Needs a number of days that a value is valid for"));
    }
    m_stale->setEnabled(m_editable);
    m_staleTarget->setVisible(when.rule == Rule::DecayTo);
    m_staleTarget->setEnabled(m_editable);
    m_staleTarget->setNumber(when.target);
    QString help;
    if (m_metric.rule.aggregation != Aggregation::Last) {
        help = tr("Never so: only the last measurement can grow old, this is read over days.");
    } else if (!canBeStale) {
        help = tr("Never so while values stay valid for ever. To move to a score, say below for how many "
                  "days a value is valid.");
    } else if (when.rule == Rule::Exclude) {
        help = tr("Its weight goes to the other metrics of its group.");
    } else if (when.rule == Rule::Keep) {
        help = tr("The last score goes on, and does not count as fresh.");
    } else {
        help = tr("From day %1 on it moves there, and arrives on day %2.")
                   .arg(m_metric.rule.validDays + 1)
                   .arg(2 * m_metric.rule.validDays);
    }
    m_stalePart.help->setText(help);
}

void MetricRulesCard::showMissing() {
    const bool isScored = m_use.whenMissing.has_value();
    choose(m_missing, isScored ? 1 : 0);
    m_missing->setEnabled(m_editable);
    m_missingScore->setVisible(isScored);
    m_missingScore->setEnabled(m_editable);
    m_missingScore->setNumber(m_use.whenMissing.value_or(usualScore));
    m_missingPart.help->setText(isScored
                                    ? tr("It stands in for accounts without a value, and is never fresh.")
                                    : tr("Its weight goes to the other metrics of its group."));
}

void MetricRulesCard::showAggregation() {
    const MetricRule& rule = m_metric.rule;
    m_aggregationPart.whole->setVisible(rule.kind == MetricKind::Number);
    choose(m_aggregation, static_cast<int>(rule.aggregation));
    m_aggregation->setEnabled(m_editable);
    m_window->setVisible(hasWindow());
    m_windowDays->setVisible(hasWindow());
    m_window->setEnabled(m_editable);
    m_window->setNumber(rule.windowDays);
    m_emptyIsZero->setVisible(canBeEmpty(rule.aggregation));
    m_emptyIsZero->setEnabled(m_editable);
    m_emptyIsZero->setChecked(rule.emptyIsZero);
    QString help;
    switch (rule.aggregation) {
    case Aggregation::Last:
        help = tr("The latest measurement, while it is valid.");
        break;
    case Aggregation::DaysSince:
        help = tr("How many days ago it was last measured.");
        break;
    case Aggregation::ChangePct:
        help = tr("The mean of the last %1 beside that of the %1 before, in percent.")
                   .arg(dayText(rule.windowDays));
        break;
    case Aggregation::Count:
        help = tr("On how many of the last %1 something was measured.").arg(dayText(rule.windowDays));
        break;
    default:
        help = tr("Over the measurements of the last %1.").arg(dayText(rule.windowDays));
        break;
    }
    m_aggregationPart.help->setText(help);
}

void MetricRulesCard::showValid() {
    const bool isLast = m_metric.rule.aggregation == Aggregation::Last;
    m_validPart.whole->setVisible(isLast);
    m_valid->setEnabled(m_editable);
    m_valid->setNumber(m_metric.rule.validDays);
    m_validPart.help->setText(m_metric.rule.validDays == 0 ? tr("0 days: a value stays valid for ever.")
                                                           : tr("Older values are stale. 0: never."));
}

// --- how it is built

MetricRulesCard::MetricRulesCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("How it counts"), parent), m_theme(theme) {
    setObjectName(u"metricRules"_s);
    buildStale();
    buildMissing();
    buildValid();
    buildAggregation();
    connect(&m_theme, &theme::Theme::changed, this, &MetricRulesCard::dress);
    dress();
}

MetricRulesCard::Part MetricRulesCard::addPart(const char* partName, const QString& title) {
    Part part;
    part.whole = new QWidget(this);
    part.whole->setObjectName(QString::fromLatin1(partName) + u"Part"_s);
    auto* label = new QLabel(title, part.whole);
    part.help = widgets::makeLabel("captionMuted", part.whole);
    part.help->setObjectName(QString::fromLatin1(partName) + u"Help"_s);
    part.help->setWordWrap(true);
    part.fault = widgets::makeLabel("caption", part.whole);
    part.fault->setObjectName(QString::fromLatin1(partName) + u"Fault"_s);
    part.fault->setWordWrap(true);
    part.fault->hide();
    auto* controls = new QHBoxLayout;
    controls->setSpacing(theme::space::s);
    part.controls = controls;
    auto* rows = new QVBoxLayout(part.whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::xs);
    rows->addWidget(label);
    rows->addLayout(controls);
    rows->addWidget(part.fault);
    rows->addWidget(part.help);
    content()->addWidget(part.whole);
    return part;
}

QComboBox* MetricRulesCard::addChoice(const Part& part, const char* boxName, const QString& spoken) {
    auto* box = new QComboBox(part.whole);
    box->setObjectName(QString::fromLatin1(boxName));
    box->setAccessibleName(spoken);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->installEventFilter(this);
    part.controls->addWidget(box, 1);
    return box;
}

} // namespace hb::pages
