// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/condition_row.h"

#include "core/wording/condition_level.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/value_list.h"
#include "ui/widgets/calm_box.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int leadWidth = 48, targetWidth = 240, testWidth = 120, scoreWidth = 72, popupWidth = 280;
using Target = Condition::Target;
using Test = Condition::Test;

QString codeOf(Target target, const std::string& key) {
    return QString::number(static_cast<int>(target)) + u':' + QString::fromStdString(key);
}

QString codeOf(const Condition& condition) {
    const bool hasKey = condition.target == Target::Metric || condition.target == Target::Group ||
                        condition.target == Target::Attribute;
    return codeOf(condition.target, hasKey ? condition.key : std::string());
}

std::vector<Test> testsOf(Target target) {
    switch (target) {
    case Target::Overall:
        return {Test::ScoreAtMost, Test::ScoreAtLeast};
    case Target::Attribute:
        return {Test::In};
    case Target::Metric:
    case Target::AnyMetric:
    case Target::Group:
        break;
    }
    return {Test::ScoreAtMost, Test::ScoreAtLeast, Test::Absent};
}

QString metricName(const TemplateView& view, const std::string& key) {
    const auto metric = std::ranges::find(view.metrics, key, &Metric::key);
    return wording::fromUtf8(metric == view.metrics.end() ? key : metric->name);
}

} // namespace

QString lackOf(const Condition& condition, const TemplateVersion& version) {
    if (condition.target == Target::Attribute) {
        return condition.values.empty() ? ConditionRow::tr("Choose at least one value.") : QString();
    }
    if (condition.target == Target::Group) {
        return std::ranges::find(version.groups, condition.key, &Group::key) == version.groups.end()
                   ? ConditionRow::tr("This group is no longer in the template: choose another.")
                   : QString();
    }
    const bool isUsed =
        condition.target != Target::Metric || std::ranges::any_of(version.groups, [&](const Group& group) {
            return std::ranges::find(group.metrics, condition.key, &GroupMetric::metric) !=
                   group.metrics.end();
        });
    return isUsed ? QString() : ConditionRow::tr("This metric is no longer in the template: choose another.");
}

ConditionRow::ConditionRow(const theme::Theme& theme, const QString& prefix, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_lead(widgets::makeLabel("muted", this)),
      m_target(new widgets::CalmBox(prefix + u"Target"_s, tr("What the condition looks at"), this)),
      m_test(new widgets::CalmBox(prefix + u"Test"_s, tr("Test"), this)), m_score(new CommittedField(this)),
      m_level(widgets::makeLabel("muted", this)), m_values(new QPushButton(this)),
      m_remove(new QToolButton(this)), m_fault(makeFaultLabel(prefix + u"Fault"_s, this)),
      m_missing(makeFaultLabel(prefix + u"Lack"_s, this)) {
    build(prefix);
    connect(m_target, &QComboBox::activated, this, &ConditionRow::chooseTarget);
    connect(m_test, &QComboBox::activated, this, &ConditionRow::chooseTest);
    connect(m_values, &QPushButton::clicked, this, &ConditionRow::openValues);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removed);
    connect(&m_theme, &theme::Theme::changed, this, &ConditionRow::dress);
    m_score->setTaker([this](const QString& text) { return takeScore(text); });
    dress();
}

void ConditionRow::build(const QString& prefix) {
    m_score->setObjectName(prefix + u"Score"_s);
    m_score->setAccessibleName(tr("Score"));
    m_score->setAlignment(Qt::AlignRight);
    m_score->setFaultLabel(m_fault);
    m_level->setObjectName(prefix + u"Level"_s);
    m_level->setTextFormat(Qt::PlainText);
    m_values->setObjectName(prefix + u"Values"_s);
    m_remove->setObjectName(prefix + u"Remove"_s);
    m_remove->setToolTip(tr("Remove this condition"));
    m_remove->setAccessibleName(m_remove->toolTip());
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::space::s);
    for (QWidget* part : {static_cast<QWidget*>(m_lead),
                          static_cast<QWidget*>(m_target),
                          static_cast<QWidget*>(m_test),
                          static_cast<QWidget*>(m_score),
                          static_cast<QWidget*>(m_level),
                          static_cast<QWidget*>(m_values)}) {
        line->addWidget(part);
    }
    line->addStretch();
    line->addWidget(m_remove);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::xs);
    rows->addLayout(line);
    rows->addWidget(m_fault);
    rows->addWidget(m_missing);
}

void ConditionRow::dress() {
    m_lead->setFixedWidth(m_theme.px(leadWidth));
    m_target->setFixedWidth(m_theme.px(targetWidth));
    m_test->setFixedWidth(m_theme.px(testWidth));
    m_score->setFixedWidth(m_theme.px(scoreWidth));
    const int indent = m_theme.px(leadWidth) + theme::space::s;
    m_fault->setContentsMargins(indent, 0, 0, 0);
    m_missing->setContentsMargins(indent, 0, 0, 0);
    m_remove->setIcon(m_theme.icon(theme::Icon::Close));
}

void ConditionRow::showCondition(const TemplateView& view, const Condition& condition, const QString& lead) {
    m_view = view;
    m_condition = condition;
    m_lead->setText(lead);
    if (!m_target->view()->isVisible()) { // an open list is not changed under the pointer
        fillTargets(view);
    }
    fillTests();
    const bool hasScore = condition.test == Test::ScoreAtMost || condition.test == Test::ScoreAtLeast;
    m_score->setVisible(hasScore);
    m_score->setTruth(hasScore ? widgets::exactText(condition.score) : QString());
    const QString level = wording::conditionLevel(condition, view.draft.version, view.metrics);
    m_level->setText(tr("(%1)").arg(level));
    m_level->setVisible(!level.isEmpty());
    m_values->setVisible(condition.test == Test::In);
    m_values->setText(valuesText());
    showValues();
    const QString lack = lackOf(condition, view.draft.version);
    m_missing->setText(widgets::faultText(lack));
    m_missing->setVisible(!lack.isEmpty());
    for (QWidget* part : {static_cast<QWidget*>(m_target),
                          static_cast<QWidget*>(m_test),
                          static_cast<QWidget*>(m_score),
                          static_cast<QWidget*>(m_values),
                          static_cast<QWidget*>(m_remove)}) {
        part->setEnabled(view.isEditable);
    }
}

void ConditionRow::fillTargets(const TemplateView& view) {
    m_target->clear();
    m_target->addItem(tr("Overall score"), codeOf(Target::Overall, {}));
    m_target->addItem(tr("Any metric"), codeOf(Target::AnyMetric, {}));
    for (const Group& group : view.draft.version.groups) {
        m_target->addItem(tr("Group: %1").arg(wording::fromUtf8(group.name)),
                          codeOf(Target::Group, group.key));
    }
    for (const Group& group : view.draft.version.groups) {
        for (const GroupMetric& used : group.metrics) {
            m_target->addItem(metricName(view, used.metric), codeOf(Target::Metric, used.metric));
        }
    }
    for (const AttributeColumn& column : *view.moment->snapshot->attributes) {
        const QString key = QString::fromStdString(column.key);
        m_target->addItem(tr("Account: %1").arg(models::attributeTitle(key)),
                          codeOf(Target::Attribute, column.key));
    }
    const QString now = codeOf(m_condition);
    if (m_target->findData(now) < 0) {
        const bool isMetric = m_condition.target == Target::Metric;
        m_target->addItem(
            isMetric ? metricName(view, m_condition.key) : QString::fromStdString(m_condition.key), now);
    }
    m_target->setCurrentIndex(m_target->findData(now));
}

void ConditionRow::fillTests() {
    const auto words = [](Test test) {
        switch (test) {
        case Test::ScoreAtMost:
            return tr("is at most");
        case Test::ScoreAtLeast:
            return tr("is at least");
        case Test::Absent:
            return tr("is absent");
        case Test::In:
            break;
        }
        return tr("is one of");
    };
    m_test->clear();
    for (const Test test : testsOf(m_condition.target)) {
        m_test->addItem(words(test), static_cast<int>(test));
    }
    m_test->setCurrentIndex(m_test->findData(static_cast<int>(m_condition.test)));
}

void ConditionRow::chooseTarget() {
    const QString code = m_target->currentData().toString();
    if (code == codeOf(m_condition)) {
        return;
    }
    Condition condition = m_condition;
    condition.target = static_cast<Target>(code.section(u':', 0, 0).toInt());
    condition.key = code.section(u':', 1).toStdString();
    const std::vector<Test> tests = testsOf(condition.target);
    if (std::ranges::find(tests, condition.test) == tests.end()) {
        condition.test = tests.front();
        condition.score = condition.test == Test::In ? 0 : usualScore;
    }
    condition.values.clear();
    Q_EMIT conditionEdited(condition);
}

void ConditionRow::chooseTest() {
    Condition condition = m_condition;
    condition.test = static_cast<Test>(m_test->currentData().toInt());
    if (condition.test == m_condition.test) {
        return;
    }
    const bool hadScore = m_condition.test != Test::Absent;
    condition.score = condition.test == Test::Absent ? 0 : hadScore ? condition.score : usualScore;
    Q_EMIT conditionEdited(condition);
}

QString ConditionRow::takeScore(const QString& text) {
    const std::optional<double> score = widgets::typedNumber(text);
    if (!score || *score < 0 || *score > 100) {
        return tr("A score from 0 to 100, with at most 6 decimals.");
    }
    Condition condition = m_condition;
    condition.score = *score;
    if (condition != m_condition) {
        Q_EMIT conditionEdited(condition);
    }
    return {};
}

// --- values

QString ConditionRow::valuesText() const {
    QStringList words;
    for (const std::string& value : m_condition.values) {
        words.append(valueWords(value));
    }
    return (words.isEmpty() ? tr("Choose values") : words.join(tr(", "))) + u" \u25BE"_s;
}

void ConditionRow::openValues() {
    if (m_popup) {
        m_popup->deleteLater();
    }
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setAttribute(Qt::WA_DeleteOnClose);
    m_popup->setProperty("hbPopup", true);
    m_list = new ValueList(m_theme, m_target->currentText(), m_popup);
    connect(m_list, &ValueList::valuesChosen, this, [this](const std::vector<std::string>& values) {
        Condition condition = m_condition;
        condition.values = values;
        Q_EMIT conditionEdited(condition);
    });
    auto* rows = new QVBoxLayout(m_popup);
    rows->addWidget(m_list);
    m_popup->setFixedWidth(m_theme.px(popupWidth));
    showValues();
    m_popup->move(m_values->mapToGlobal(QPoint(0, m_values->height() + m_theme.px(theme::space::xs))));
    m_popup->show();
    m_list->focusList();
}

void ConditionRow::showValues() {
    if (m_popup && m_condition.target == Target::Attribute) {
        const session::Moment& moment = *m_view.moment;
        m_list->setValues(analytics::valueCounts(*moment.snapshot, m_condition.key, moment.day),
                          m_condition.values,
                          m_view.isEditable);
    }
}

} // namespace hb::pages
