// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/weights_part.h"

#include "core/analytics/weight_shares.h"
#include "ui/pages/templates/draft_metrics.h"
#include "ui/pages/templates/weight_rows.h"
#include "ui/widgets/card.h"

#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

/// A row may go because of its own key or button, which it is still in.
void letGo(QWidget* row) {
    row->hide();
    row->blockSignals(true);
    row->setObjectName({});
    row->deleteLater();
}

} // namespace

WeightsPart::WeightsPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_area(new QScrollArea(this)), m_body(new QWidget),
      m_lines(new QVBoxLayout(m_body)), m_addMetric(new QPushButton(tr("+ Metric"), this)),
      m_addGroup(new QPushButton(tr("+ Group"), this)), m_dropLine(new QWidget(this)) {
    build();
    connect(m_addMetric, &QPushButton::clicked, this, &WeightsPart::showAddMenu);
    connect(m_addGroup, &QPushButton::clicked, this, &WeightsPart::addGroup);
}

void WeightsPart::build() {
    const theme::Theme& theme = m_context.theme;
    m_body->setObjectName(u"hbScrolled"_s);
    m_lines->setContentsMargins(0, 0, theme.px(theme::space::s), 0);
    m_lines->setSpacing(0);
    m_lines->addStretch(1);
    m_area->setWidget(m_body);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    m_dropLine->setProperty("hbSurface", u"accent"_s);
    m_dropLine->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropLine->hide();
    m_addMetric->setObjectName(u"addMetric"_s);
    m_addGroup->setObjectName(u"addGroup"_s);
    for (QPushButton* button : {m_addMetric, m_addGroup}) {
        button->setProperty("hbButton", u"small"_s);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(theme::space::s));
    buttons->addWidget(m_addMetric);
    buttons->addWidget(m_addGroup);
    buttons->addStretch();
    auto* card = new widgets::Card({}, this);
    card->content()->addWidget(m_area, 1);
    card->content()->addLayout(buttons);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
}

// --- what is shown

void WeightsPart::showDraft(const TemplateView& view) {
    if (view.draft.key != m_view.draft.key || !view.isEditable) {
        m_locked.clear();
    }
    m_view = view;
    if (!m_view.draft.version.groups.empty() && !placeOf(m_chosen.toStdString())) {
        choose({});
        for (const Group& group : view.draft.version.groups) {
            if (!group.metrics.empty()) {
                choose(QString::fromStdString(group.metrics.front().metric));
                break;
            }
        }
    }
    makeRows();
    refresh();
}

void WeightsPart::choose(const QString& key) {
    if (key == m_chosen) {
        return;
    }
    m_chosen = key;
    refresh();
    Q_EMIT metricChosen(key);
}

/// Rows that are there stay, and keep their focus.
void WeightsPart::makeRows() {
    const std::vector<Group>& groups = m_view.draft.version.groups;
    while (m_groups.size() > groups.size()) {
        letGo(m_groups.back());
        m_groups.pop_back();
        for (WeightRow* row : m_rows.back()) {
            letGo(row);
        }
        m_rows.pop_back();
    }
    while (m_groups.size() < groups.size()) {
        m_groups.push_back(new WeightGroupRow(m_context.theme, m_body));
        m_rows.emplace_back();
        connectGroup(m_groups.back(), m_groups.size() - 1);
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        std::vector<WeightRow*>& rows = m_rows[group];
        while (rows.size() > groups[group].metrics.size()) {
            letGo(rows.back());
            rows.pop_back();
        }
        while (rows.size() < groups[group].metrics.size()) {
            rows.push_back(new WeightRow(m_context.theme, m_body));
            connectRow(rows.back());
        }
    }
    int at = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        m_lines->insertWidget(at++, m_groups[group]);
        for (WeightRow* row : m_rows[group]) {
            m_lines->insertWidget(at++, row);
        }
    }
}

void WeightsPart::connectGroup(WeightGroupRow* row, std::size_t group) {
    connect(row, &WeightGroupRow::weightChanged, this, [this, group](double weight) {
        setGroupWeight(group, weight);
    });
    connect(row, &WeightGroupRow::renamed, this, [this, group](const QString& name) {
        renameGroup(group, name);
    });
    connect(row, &WeightGroupRow::menuRequested, this, [this, group](const QPoint& place) {
        showGroupMenu(group, place);
    });
}

void WeightsPart::connectRow(WeightRow* row) {
    connect(row, &WeightRow::chosen, this, [this, row] {
        const QString key = row->facts().key;
        m_chosen.clear(); // a click on the chosen one keeps it chosen
        choose(key);
    });
    connect(row, &WeightRow::weightMoving, this, [this, row](double weight) {
        previewWeight(row->facts().key, weight);
    });
    connect(row, &WeightRow::weightChanged, this, [this, row](double weight) {
        setWeight(row->facts().key, weight);
    });
    connect(row, &WeightRow::lockToggled, this, [this, row](bool isLocked) {
        lock(row->facts().key.toStdString(), isLocked);
    });
    connect(row, &WeightRow::menuRequested, this, [this, row](const QPoint& place) {
        showMetricMenu(*row, place);
    });
    connect(row, &WeightRow::moveRequested, this, [this, row](int by) { step(row->facts().key, by); });
    connect(row, &WeightRow::removeRequested, this, [this, row] { remove(row->facts().key); });
    connect(row, &WeightRow::dragStarted, this, [this, row] { drag(row->facts().key); });
}

void WeightsPart::refresh() {
    const TemplateVersion& version = m_view.draft.version;
    const auto shares = analytics::nominalShares(version);
    const auto ofGroups = analytics::groupShares(version);
    for (std::size_t group = 0; group < m_groups.size() && group < version.groups.size(); ++group) {
        const Group& shown = version.groups[group];
        m_groups[group]->setObjectName(u"group.%1"_s.arg(QString::fromStdString(shown.key)));
        m_groups[group]->setGroup(shown, ofGroups[group], m_view.isEditable);
        for (std::size_t at = 0; at < m_rows[group].size() && at < shown.metrics.size(); ++at) {
            const GroupMetric& metric = shown.metrics[at];
            const QString key = QString::fromStdString(metric.metric);
            m_rows[group][at]->setObjectName(u"metric.%1"_s.arg(key));
            m_rows[group][at]->setFacts({.key = key,
                                         .name = nameOf(metric.metric),
                                         .weight = metric.weight,
                                         .share = shares[group][at],
                                         .isLocked = m_locked.contains(metric.metric),
                                         .isChosen = key == m_chosen,
                                         .isEditable = m_view.isEditable,
                                         .isKnown = metricOf(metric.metric) != nullptr});
        }
    }
    m_addMetric->setVisible(m_view.isEditable);
    m_addGroup->setVisible(m_view.isEditable);
}

const Metric* WeightsPart::metricOf(const std::string& key) const {
    const auto found = std::ranges::find(m_view.metrics, key, &Metric::key);
    return found == m_view.metrics.end() ? nullptr : &*found;
}

QString WeightsPart::nameOf(const std::string& key) const {
    const Metric* metric = metricOf(key);
    return QString::fromStdString(metric ? metric->name : key);
}

std::optional<WeightsPart::Place> WeightsPart::placeOf(const std::string& key) const {
    const std::vector<Group>& groups = m_view.draft.version.groups;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto at = std::ranges::find(groups[group].metrics, key, &GroupMetric::metric);
        if (at != groups[group].metrics.end()) {
            return Place{.group = group,
                         .metric = static_cast<std::size_t>(at - groups[group].metrics.begin())};
        }
    }
    return {};
}

// --- weights

Draft WeightsPart::withWeight(const std::string& key, double weight) const {
    Draft draft = m_view.draft;
    if (const auto place = placeOf(key)) {
        draft.version.groups[place->group].metrics[place->metric].weight = weight;
    }
    std::set<std::string> others = m_locked;
    others.erase(key); // who moves a locked one means to
    draft.version = analytics::withLockedShares(m_view.draft.version, std::move(draft.version), others);
    return draft;
}

void WeightsPart::lock(const std::string& key, bool isLocked) {
    if (isLocked) {
        m_locked.insert(key);
    } else {
        m_locked.erase(key);
    }
    refresh();
}

/// The shares follow, and so does the curve that is shown: it is that of the metric that moves.
void WeightsPart::previewWeight(const QString& key, double weight) {
    choose(key);
    const Draft draft = withWeight(key.toStdString(), weight);
    const auto shares = analytics::nominalShares(draft.version);
    for (std::size_t group = 0; group < m_rows.size(); ++group) {
        for (std::size_t metric = 0; metric < m_rows[group].size(); ++metric) {
            m_rows[group][metric]->setShare(shares[group][metric]);
        }
    }
    Q_EMIT previewed(draft);
}

void WeightsPart::showChosen() {
    if (const auto place = placeOf(m_chosen.toStdString())) {
        m_area->ensureWidgetVisible(m_rows[place->group][place->metric]);
    }
}

void WeightsPart::setWeight(const QString& key, double weight) {
    Q_EMIT edited(
        withWeight(key.toStdString(), weight),
        tr("Set the weight of %1 to %2").arg(nameOf(key.toStdString()), QLocale().toString(weight)));
}

void WeightsPart::setGroupWeight(std::size_t group, double weight) {
    if (group >= m_view.draft.version.groups.size()) {
        return;
    }
    Draft draft = m_view.draft;
    draft.version.groups[group].weight = weight;
    draft.version = analytics::withLockedShares(m_view.draft.version, std::move(draft.version), m_locked);
    const QString name = QString::fromStdString(draft.version.groups[group].name);
    Q_EMIT edited(draft, tr("Set the weight of %1 to %2").arg(name, QLocale().toString(weight)));
}

// --- metrics and groups come, go and move

void WeightsPart::add(const std::string& key) {
    const Metric* metric = metricOf(key);
    Draft draft = m_view.draft;
    if (!metric) {
        return;
    }
    if (draft.version.groups.empty()) {
        draft.version.groups.push_back(newGroup(draft.version, tr("Metrics")));
    }
    const auto chosen = placeOf(m_chosen.toStdString());
    Group& group = draft.version.groups[chosen ? chosen->group : draft.version.groups.size() - 1];
    group.metrics.push_back(newUse(*metric, *m_view.moment, group));
    m_chosen = QString::fromStdString(key);
    Q_EMIT edited(draft, tr("Added %1").arg(nameOf(key)));
    Q_EMIT metricChosen(m_chosen);
    QTimer::singleShot(0, this, &WeightsPart::showChosen); // once its row has its place
}

void WeightsPart::remove(const QString& key) {
    Draft draft = m_view.draft;
    if (const auto place = placeOf(key.toStdString())) {
        auto& metrics = draft.version.groups[place->group].metrics;
        metrics.erase(metrics.begin() + static_cast<std::ptrdiff_t>(place->metric));
        Q_EMIT edited(draft, tr("Took %1 out of the template").arg(nameOf(key.toStdString())));
    }
}

void WeightsPart::move(const std::string& key, Place to) {
    const auto from = placeOf(key);
    Draft draft = m_view.draft;
    if (!from || to.group >= draft.version.groups.size()) {
        return;
    }
    auto& old = draft.version.groups[from->group].metrics;
    const GroupMetric metric = old[from->metric];
    old.erase(old.begin() + static_cast<std::ptrdiff_t>(from->metric));
    if (to.group == from->group && to.metric > from->metric) {
        --to.metric;
    }
    Group& group = draft.version.groups[to.group];
    const std::size_t at = std::min(to.metric, group.metrics.size());
    group.metrics.insert(group.metrics.begin() + static_cast<std::ptrdiff_t>(at), metric);
    draft.version = analytics::withLockedShares(m_view.draft.version, std::move(draft.version), m_locked);
    Q_EMIT edited(draft, tr("Moved %1 to %2").arg(nameOf(key), QString::fromStdString(group.name)));
}

/// One place up or down, over the edge of a group into the next.
void WeightsPart::step(const QString& key, int by) {
    const auto from = placeOf(key.toStdString());
    if (!from) {
        return;
    }
    const std::vector<Group>& groups = m_view.draft.version.groups;
    if (by < 0 && from->metric > 0) {
        move(key.toStdString(), {.group = from->group, .metric = from->metric - 1});
    } else if (by < 0 && from->group > 0) {
        move(key.toStdString(), {.group = from->group - 1, .metric = groups[from->group - 1].metrics.size()});
    } else if (by > 0 && from->metric + 1 < groups[from->group].metrics.size()) {
        move(key.toStdString(), {.group = from->group, .metric = from->metric + 2});
    } else if (by > 0 && from->group + 1 < groups.size()) {
        move(key.toStdString(), {.group = from->group + 1, .metric = 0});
    }
    if (const auto now = placeOf(key.toStdString())) {
        m_rows[now->group][now->metric]->findChild<QPushButton*>(u"metricName"_s)->setFocus();
    }
}

void WeightsPart::addGroup() {
    if (!m_view.isEditable) {
        return;
    }
    Draft draft = m_view.draft;
    draft.version.groups.push_back(newGroup(draft.version, tr("New group")));
    Q_EMIT edited(draft, tr("Added a group"));
    WeightGroupRow* added = m_groups.back();
    added->rename();
    QTimer::singleShot(
        0, added, [this, added] { m_area->ensureWidgetVisible(added); }); // once it has its place
}

void WeightsPart::renameGroup(std::size_t group, const QString& name) {
    Draft draft = m_view.draft;
    if (group < draft.version.groups.size()) {
        draft.version.groups[group].name = name.toStdString();
        Q_EMIT edited(draft, tr("Named the group %1").arg(name));
    }
}

void WeightsPart::removeGroup(std::size_t group) {
    Draft draft = m_view.draft;
    if (group < draft.version.groups.size()) {
        const QString name = QString::fromStdString(draft.version.groups[group].name);
        draft.version.groups.erase(draft.version.groups.begin() + static_cast<std::ptrdiff_t>(group));
        Q_EMIT edited(draft, tr("Removed the group %1").arg(name));
    }
}

void WeightsPart::rollUpGroup(std::size_t group, Rollup rollup) {
    Draft draft = m_view.draft;
    if (group < draft.version.groups.size()) {
        draft.version.groups[group].rollup = rollup;
        const QString name = QString::fromStdString(draft.version.groups[group].name);
        Q_EMIT edited(draft, tr("Changed how %1 is rolled up").arg(name));
    }
}

void WeightsPart::moveGroup(std::size_t group, int by) {
    Draft draft = m_view.draft;
    const std::size_t other = by < 0 ? group - 1 : group + 1;
    if (std::max(group, other) >= draft.version.groups.size()) {
        return;
    }
    std::swap(draft.version.groups[group], draft.version.groups[other]);
    Q_EMIT edited(draft,
                  tr("Moved the group %1").arg(QString::fromStdString(draft.version.groups[other].name)));
}

} // namespace hb::pages
