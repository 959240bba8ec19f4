// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_form.h"

#include "core/wording/words.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/committed_text.h"
#include "ui/widgets/calm_box.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/shared_undo.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int helpHeight = 72, levelLabelWidth = 128, levelScoreWidth = 40;

QStringList usualCategories() {
    return {MetricForm::tr("usage"),
            MetricForm::tr("adoption"),
            MetricForm::tr("satisfaction"),
            MetricForm::tr("financial"),
            MetricForm::tr("support"),
            MetricForm::tr("engagement"),
            MetricForm::tr("relationship"),
            MetricForm::tr("education"),
            MetricForm::tr("marketing")};
}

} // namespace

MetricForm::MetricForm(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_form(new QFormLayout),
      m_fault(makeFaultLabel(u"metricFault"_s, this)),
      m_better(new widgets::CalmBox(u"metricBetter"_s, tr("Which values are better"), this)),
      m_category(new widgets::CalmBox(u"metricCategory"_s, tr("Category"), this)),
      m_goal(new widgets::CalmBox(u"metricGoal"_s, tr("Goal that it serves"), this)),
      m_actionable(new QCheckBox(tr("Somebody can act on it"), this)),
      m_help(new CommittedText(u"metricHelpText"_s, tr("What it means"), this)), m_levels(new QWidget(this)),
      m_levelRows(new QVBoxLayout(m_levels)) {
    setObjectName(u"metricForm"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(m_theme.px(theme::space::m));
    m_form->setVerticalSpacing(m_theme.px(theme::space::s));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    addField("metricName", tr("Name"), &Metric::name);
    m_form->addRow(QString(), m_fault);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    addField("metricUnit", tr("Unit"), &Metric::unit);
    buildChoices();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(theme::space::m));
    column->addLayout(m_form);
    buildLevels();
    column->addWidget(m_levels);
    connect(&m_theme, &theme::Theme::changed, this, &MetricForm::dress);
    dress();
}

void MetricForm::askOwner() {
    std::ranges::find(m_fields, &Metric::ownerTeam, &TextField::text)->field->setFocus();
}

void MetricForm::addField(const char* name, const QString& title, std::string Metric::* text) {
    auto* field = new CommittedField(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    if (text == &Metric::name) {
        field->setFaultLabel(m_fault);
    }
    const TextField added{field, text};
    field->setTaker([this, added](const QString& typed) { return takeText(added, typed); });
    m_fields.push_back(added);
    m_form->addRow(title, field);
}

void MetricForm::buildChoices() {
    m_better->addItems({tr("Higher is better"), tr("Lower is better")}); // as Better
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    widgets::shareUndo(m_category->lineEdit());
    m_category->addItems(usualCategories());
    m_actionable->setObjectName(u"metricActionable"_s);
    m_actionable->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_form->addRow(tr("Better"), m_better);
    m_form->addRow(tr("Category"), m_category);
    addField("metricSourceText", tr("Source"), &Metric::source);
    addField("metricOwnerTeam", tr("Who can act"), &Metric::ownerTeam);
    addField("metricActionText", tr("What helps when it is red"), &Metric::action);
    m_form->addRow(tr("Goal"), m_goal);
    m_form->addRow(QString(), m_actionable);
    m_form->addRow(tr("What it means"), m_help);
    connect(m_better, &QComboBox::activated, this, [this](int entry) {
        change([entry](Metric& metric) { metric.better = static_cast<Better>(entry); });
    });
    connect(m_category, &QComboBox::activated, this, &MetricForm::takeCategory);
    connect(m_category->lineEdit(), &QLineEdit::editingFinished, this, &MetricForm::takeCategory);
    connect(m_goal, &QComboBox::activated, this, &MetricForm::takeGoal);
    connect(m_actionable, &QCheckBox::clicked, this, [this](bool isOn) {
        change([isOn](Metric& metric) { metric.actionable = isOn; });
    });
    connect(m_help, &CommittedText::taken, this, [this](const QString& text) {
        change([&text](Metric& metric) { metric.help = text.toStdString(); });
    });
}

void MetricForm::buildLevels() {
    m_levels->setObjectName(u"metricLevels"_s);
    m_levelRows->setContentsMargins(0, 0, 0, 0);
    m_levelRows->setSpacing(m_theme.px(theme::space::s));
    QLabel* title = widgets::makeLabel("cardTitle", m_levels);
    title->setText(tr("Levels"));
    QLabel* about = widgets::makeLabel("captionMuted", m_levels);
    about->setText(tr("Their words are the same in every template; what they score is a template's."));
    about->setWordWrap(true);
    m_levelRows->addWidget(title);
    m_levelRows->addWidget(about);
}

MetricForm::LevelRow MetricForm::makeLevel(std::size_t at) {
    auto* whole = new QWidget(m_levels);
    const LevelRow row{.whole = whole,
                       .score = widgets::makeLabel("muted", whole),
                       .label = new CommittedField(whole),
                       .help = new CommittedField(whole)};
    QLabel* fault = makeFaultLabel(u"metricLevel%1Fault"_s.arg(at), whole);
    row.label->setObjectName(u"metricLevel%1Label"_s.arg(at));
    row.label->setAccessibleName(tr("Label of level %1").arg(at + 1));
    row.label->setFaultLabel(fault);
    row.label->setTaker([this, at](const QString& text) { return takeLevel(at, &Level::label, text); });
    row.help->setObjectName(u"metricLevel%1Help"_s.arg(at));
    row.help->setAccessibleName(tr("When level %1 holds").arg(at + 1));
    row.help->setPlaceholderText(tr("Say when it holds"));
    row.help->setTaker([this, at](const QString& text) { return takeLevel(at, &Level::help, text); });
    row.score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.score->setToolTip(tr("What it scores where a template says nothing else"));
    auto* line = new QHBoxLayout;
    line->setSpacing(m_theme.px(theme::space::s));
    line->addWidget(row.label);
    line->addWidget(row.help, 1);
    line->addWidget(row.score);
    auto* lines = new QVBoxLayout(whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(m_theme.px(theme::space::xs));
    lines->addLayout(line);
    lines->addWidget(fault);
    m_levelRows->addWidget(whole);
    return row;
}

void MetricForm::dress() {
    m_help->setFixedHeight(m_theme.px(helpHeight));
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QLayoutItem* label = m_form->itemAt(row, QFormLayout::LabelRole);
        if (label && label->widget()) {
            label->widget()->setFixedHeight(
                m_theme.px(theme::size::control)); // beside the first line of its field
        }
    }
    for (const LevelRow& row : m_rows) {
        row.label->setFixedWidth(m_theme.px(levelLabelWidth));
        row.score->setFixedWidth(m_theme.px(levelScoreWidth));
    }
}

// --- what it shows

void MetricForm::showMetric(const Metric& metric, const std::vector<Goal>& goals) {
    const bool isOther = metric.key != m_metric.key;
    m_metric = metric;
    for (const TextField& each : m_fields) {
        if (isOther) {
            each.field->setModified(false);
        }
        each.field->setTruth(wording::fromUtf8(metric.*each.text));
    }
    m_better->setCurrentIndex(static_cast<int>(metric.better));
    if (isOther || !m_category->lineEdit()->isModified()) {
        m_category->setCurrentText(wording::fromUtf8(metric.category));
        m_category->lineEdit()->setModified(false);
    }
    m_actionable->setChecked(metric.actionable);
    const QString help = wording::fromUtf8(metric.help);
    isOther ? m_help->reset(help) : m_help->setTruth(help);
    showGoals(goals);
    showLevels(isOther);
}

void MetricForm::showGoals(const std::vector<Goal>& goals) {
    if (goals != m_goals || m_goal->count() == 0) {
        m_goals = goals;
        m_goal->clear();
        m_goal->addItem(tr("No goal"), QString());
        for (const Goal& goal : goals) {
            m_goal->addItem(wording::fromUtf8(goal.name), wording::fromUtf8(goal.key));
        }
        m_goal->addItem(tr("New goal\u2026")); // the one without a key of its own
    }
    m_goal->setCurrentIndex(std::max(0, m_goal->findData(wording::fromUtf8(m_metric.goal))));
}

void MetricForm::showLevels(bool isOther) {
    const std::vector<Level>& levels = m_metric.rule.levels;
    const bool isAnother = levels.size() != m_rows.size();
    while (m_rows.size() > levels.size()) {
        delete m_rows.back().whole;
        m_rows.pop_back();
    }
    while (m_rows.size() < levels.size()) {
        m_rows.push_back(makeLevel(m_rows.size()));
    }
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const LevelRow& row = m_rows[at];
        if (isOther) {
            row.label->setModified(false);
            row.help->setModified(false);
        }
        row.label->setTruth(wording::fromUtf8(levels[at].label));
        row.help->setTruth(wording::fromUtf8(levels[at].help));
        row.score->setText(widgets::exactText(levels[at].score));
    }
    m_levels->setVisible(!levels.empty());
    if (isAnother) {
        dress();
    }
}

void MetricForm::focusName() {
    m_fields.front().field->setFocus();
    m_fields.front().field->selectAll();
}

// --- what is typed

void MetricForm::change(const std::function<void(Metric&)>& edit) {
    Metric metric = m_metric;
    edit(metric);
    if (metric != m_metric) {
        m_metric = metric; // the next field must not take this back before the book has it
        Q_EMIT described(metric);
    }
}

QString MetricForm::takeText(const TextField& field, const QString& text) {
    const QString kept = text.trimmed();
    if (field.text == &Metric::name && kept.isEmpty()) {
        return tr("A metric needs a name.");
    }
    change([&](Metric& metric) { metric.*field.text = kept.toStdString(); });
    return {};
}

QString MetricForm::takeLevel(std::size_t at, std::string Level::* part, const QString& text) {
    const QString kept = text.trimmed();
    if (part == &Level::label && kept.isEmpty()) {
        return tr("A level needs a label.");
    }
    change([&](Metric& metric) { metric.rule.levels[at].*part = kept.toStdString(); });
    return {};
}

void MetricForm::takeGoal(int entry) {
    if (!m_goal->itemData(entry).isValid()) {
        Q_EMIT newGoalAsked();
        return;
    }
    const std::string key = m_goal->itemData(entry).toString().toStdString();
    change([&key](Metric& metric) { metric.goal = key; });
}

void MetricForm::giveGoal(const std::optional<Goal>& goal) {
    std::vector<Goal> goals = m_goals;
    if (goal) {
        if (std::ranges::find(goals, *goal) == goals.end()) { // else the book has it by now
            goals.push_back(*goal);
        }
        change([&goal](Metric& metric) { metric.goal = goal->key; });
    }
    showGoals(goals);
}

void MetricForm::takeCategory() {
    m_category->lineEdit()->setModified(false);
    const std::string category = m_category->currentText().trimmed().toStdString();
    change([&category](Metric& metric) { metric.category = category; });
}

} // namespace hb::pages
