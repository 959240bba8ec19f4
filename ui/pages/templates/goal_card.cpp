// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/goal_card.h"

#include "core/wording/words.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/goal_rows.h"
#include "ui/widgets/calm_box.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

QLabel* caption(const QString& text, QWidget* parent) {
    QLabel* label = widgets::makeLabel("captionMuted", parent);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

/// The entries anew where they differ, so that an open list stays.
void fill(QComboBox* box,
          const std::vector<std::pair<QString, QString>>& entries,
          const std::string& chosen) {
    bool isSame = box->count() == static_cast<int>(entries.size());
    for (int at = 0; isSame && at < box->count(); ++at) {
        const auto& [name, key] = entries[static_cast<std::size_t>(at)];
        isSame = box->itemText(at) == name && box->itemData(at).toString() == key;
    }
    if (!isSame) {
        box->clear();
        for (const auto& [name, key] : entries) {
            box->addItem(name, key);
        }
    }
    box->setCurrentIndex(std::max(0, box->findData(wording::fromUtf8(chosen))));
}

} // namespace

GoalCard::GoalCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_goal(new QWidget(this)), m_name(new CommittedField(m_goal)),
      m_nameFault(makeFaultLabel(u"goalNameFault"_s, m_goal)),
      m_parent(new widgets::CalmBox(u"goalParent"_s, tr("Goal that it is under"), m_goal)),
      m_remove(new QPushButton(tr("Remove"), m_goal)), m_kept(caption({}, m_goal)),
      m_takeOff(new QPushButton(tr("Take them off it"), m_goal)), m_metric(new QWidget(this)),
      m_serves(new widgets::CalmBox(u"servedGoal"_s, tr("Goal that it serves"), m_metric)),
      m_nothing(caption(tr("Choose a goal or a metric to change it."), this)) {
    setObjectName(u"goalCard"_s);
    buildGoal();
    buildMetric();
    content()->addWidget(m_nothing);
    connect(&m_theme, &theme::Theme::changed, this, &GoalCard::dress);
    dress();
    showNothing();
}

void GoalCard::buildGoal() {
    m_name->setObjectName(u"goalName"_s);
    m_name->setAccessibleName(tr("Name of the goal"));
    m_name->setFaultLabel(m_nameFault);
    m_name->setTaker([this](const QString& text) { return takeName(text); });
    m_remove->setObjectName(u"removeGoal"_s);
    m_kept->setObjectName(u"goalKept"_s);
    m_takeOff->setObjectName(u"takeMetricsOff"_s);
    m_takeOff->setProperty("hbButton", u"link"_s);
    auto* rows = new QVBoxLayout(m_goal);
    rows->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{caption(tr("Name"), m_goal),
                                                         m_name,
                                                         m_nameFault,
                                                         caption(tr("Under"), m_goal),
                                                         m_parent,
                                                         m_kept}) {
        rows->addWidget(each);
    }
    rows->addWidget(m_takeOff, 0, Qt::AlignLeft);
    rows->addWidget(m_remove, 0, Qt::AlignLeft);
    content()->addWidget(m_goal);
    connect(m_parent, &QComboBox::activated, this, &GoalCard::takeParent);
    connect(m_remove, &QPushButton::clicked, this, &GoalCard::removeAsked);
    connect(m_takeOff, &QPushButton::clicked, this, &GoalCard::takeOffAsked);
}

void GoalCard::buildMetric() {
    auto* rows = new QVBoxLayout(m_metric);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(caption(tr("Serves"), m_metric));
    rows->addWidget(m_serves);
    rows->addWidget(caption(tr("A metric serves the same goal in every template."), m_metric));
    content()->addWidget(m_metric);
    connect(m_serves, &QComboBox::activated, this, &GoalCard::takeServed);
}

void GoalCard::dress() {
    m_goal->layout()->setSpacing(m_theme.px(theme::space::s));
    m_metric->layout()->setSpacing(m_theme.px(theme::space::s));
}

// --- what it shows

void GoalCard::showOnly(const QWidget* body) {
    for (QWidget* each : std::initializer_list<QWidget*>{m_goal, m_metric, m_nothing}) {
        each->setVisible(each == body);
    }
}

void GoalCard::showGoal(const std::vector<Goal>& goals, const std::string& key, int serving) {
    const auto goal = std::ranges::find(goals, key, &Goal::key);
    if (goal == goals.end()) {
        showNothing();
        return;
    }
    if (m_key != key) {
        m_key = key;
        m_name->setModified(false);
    }
    setTitle(wording::fromUtf8(goal->name));
    m_name->setTruth(wording::fromUtf8(goal->name));
    std::vector<std::pair<QString, QString>> above{{tr("No other goal"), QString()}};
    for (const Goal& each : goals) {
        if (!isWithin(goals, each.key, key)) {
            above.emplace_back(wording::fromUtf8(each.name), wording::fromUtf8(each.key));
        }
    }
    fill(m_parent, above, goal->parent);
    m_parent->setEnabled(above.size() > 1);
    m_remove->setEnabled(serving == 0);
    m_takeOff->setVisible(serving > 0);
    m_kept->setVisible(serving > 0);
    m_kept->setText(serving == 1
                        ? tr("%n metric serves it: it stays until that serves another.", nullptr, serving)
                        : tr("%n metrics serve it: it stays until they serve another.", nullptr, serving));
    showOnly(m_goal);
}

void GoalCard::showMetric(const Metric& metric, const std::vector<Goal>& goals) {
    m_key = metric.key;
    setTitle(wording::fromUtf8(metric.name));
    std::vector<std::pair<QString, QString>> entries{{tr("No goal"), QString()}};
    for (const Goal& each : goals) {
        entries.emplace_back(wording::fromUtf8(each.name), wording::fromUtf8(each.key));
    }
    fill(m_serves, entries, metric.goal);
    showOnly(m_metric);
}

void GoalCard::showNothing() {
    m_key.clear();
    setTitle({});
    showOnly(m_nothing);
}

// --- what a person does

QString GoalCard::takeName(const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) {
        return tr("A goal needs a name.");
    }
    Q_EMIT renamed(name);
    return {};
}

void GoalCard::takeParent(int entry) {
    Q_EMIT moved(m_parent->itemData(entry).toString());
}

void GoalCard::takeServed(int entry) {
    Q_EMIT served(m_serves->itemData(entry).toString());
}

} // namespace hb::pages
