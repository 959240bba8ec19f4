// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_panel.h"

#include "core/analytics/template_matches.h"
#include "core/wording/words.h"
#include "ui/pages/templates/draft_scoring.h"
#include "ui/pages/templates/level_scores.h"
#include "ui/pages/templates/metric_draft.h"
#include "ui/pages/templates/metric_rules_card.h"
#include "ui/pages/templates/metric_words.h"
#include "ui/widgets/curve_points.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

/// The living accounts that the template scores on the moment's day.
std::vector<AccountIndex> accountsOf(const TemplateView& view) {
    return analytics::templateMatches(
               *view.moment->scorer, book::placeOf(*view.moment->snapshot, view.draft), view.moment->day)
        .scored;
}

} // namespace

const Metric* MetricPanel::metric() const {
    return m_view ? findMetric(m_view->metrics, m_key) : nullptr;
}

const GroupMetric* MetricPanel::use() const {
    return m_view ? findUse(m_view->draft.version, m_key) : nullptr;
}

QString MetricPanel::name() const {
    const Metric* shown = metric();
    return shown != nullptr ? wording::fromUtf8(shown->name) : QString();
}

void MetricPanel::setMetric(const QString& key) {
    if (key.toStdString() != m_key) {
        m_key = key.toStdString();
        startMetric();
    }
}

void MetricPanel::showDraft(const TemplateView& view) {
    const bool isOther = !m_view || m_view->draft.key != view.draft.key;
    m_view = view;
    if (isOther) {
        startMetric();
    } else {
        refresh();
    }
}

/// Another metric or template: nothing of the one before stays.
void MetricPanel::startMetric() {
    m_editor->setCurve({}); // a drag ends, unseen
    m_editor->select(-1);
    m_points->reset();
    m_levels->reset();
    m_rules->reset();
    refresh();
    m_editor->fit();
    m_scroll->verticalScrollBar()->setValue(0);
}

void MetricPanel::refresh() {
    const Metric* shown = metric();
    const GroupMetric* used = use();
    const bool isChosen = shown != nullptr && used != nullptr;
    m_empty->setVisible(!isChosen);
    m_scroll->setVisible(isChosen);
    if (!isChosen) {
        return;
    }
    const bool isNumber = shown->rule.kind == MetricKind::Number;
    follow(*shown);
    showHead(*shown);
    for (QWidget* part : std::initializer_list<QWidget*>{m_editor, m_points, m_valuesLabel, m_quick}) {
        part->setVisible(isNumber);
    }
    m_levels->setVisible(!isNumber);
    if (isNumber) {
        showCurve(*shown, *used);
    } else {
        showLevels(*shown, *used);
    }
    m_rules->showMetric(*shown, *used, m_view->isEditable);
    m_facts->showMetric(*shown, m_view->metrics);
}

void MetricPanel::showHead(const Metric& metric) {
    m_name->setText(name());
    const QString unit = wording::fromUtf8(metric.unit);
    if (metric.rule.kind == MetricKind::Level) {
        const auto count = static_cast<int>(metric.rule.levels.size());
        m_kind->setText(tr("Set by hand, %n levels", nullptr, count));
    } else {
        m_kind->setText(unit.isEmpty() ? tr("A number") : tr("A number in %1").arg(unit));
    }
    m_quick->setEnabled(m_view->isEditable);
}

void MetricPanel::showCurve(const Metric& metric, const GroupMetric& use) {
    const Scheme& scheme = m_view->draft.version.scheme;
    const QString unit = wording::fromUtf8(metric.unit);
    m_editor->setAccessibleName(tr("Curve of %1").arg(name()));
    m_editor->setRanges(scheme);
    m_editor->setUnit(unit);
    m_editor->setEditable(m_view->isEditable);
    m_editor->setCurve(use.curve);
    m_editor->setHistogram(m_values.fresh);
    m_valuesLabel->setText(valuesText());
    m_points->setRanges(scheme);
    m_points->setUnit(unit);
    m_points->setEditable(m_view->isEditable);
    if (!m_editor->isDragging()) {
        m_points->setCurve(use.curve);
        m_points->select(m_editor->selection());
    }
}

void MetricPanel::showLevels(const Metric& metric, const GroupMetric& use) {
    m_levels->setEditable(m_view->isEditable);
    m_levels->setLevels(metric.rule.levels, use, m_view->draft.version.scheme);
}

void MetricPanel::follow(const Metric& metric) {
    if (!m_view->moment || metric.rule.kind != MetricKind::Number) {
        m_valuesFor.reset();
        m_values = {};
        return;
    }
    ValuesFor wanted{.moment = m_view->moment,
                     .draft = m_view->draft.key,
                     .appliesTo = m_view->draft.version.appliesTo,
                     .metric = m_key,
                     .rule = metric.rule};
    if (m_valuesFor == wanted) {
        return;
    }
    const bool areSameAccounts = m_valuesFor && m_valuesFor->moment == wanted.moment &&
                                 m_valuesFor->draft == wanted.draft &&
                                 m_valuesFor->appliesTo == wanted.appliesTo;
    if (!areSameAccounts) {
        m_accounts = accountsOf(*m_view);
    }
    const session::Moment& moment = *m_view->moment;
    m_values = analytics::metricValues(*moment.snapshot, m_key, metric.rule, m_accounts, moment.day);
    m_valuesFor = std::move(wanted);
}

QString MetricPanel::valuesText() const {
    const auto count = [](std::size_t accounts) { return static_cast<int>(accounts); };
    const QString when = asOfText(*m_view);
    const int fresh = count(m_values.fresh.size()), all = fresh + count(m_values.stale + m_values.missing);
    if (all == 0) {
        return tr("No account has this template %1.").arg(when);
    }
    QString text = all == 1 ? tr("%1 of %n account has a value %2", nullptr, all).arg(fresh).arg(when)
                            : tr("%1 of %n accounts have a value %2", nullptr, all).arg(fresh).arg(when);
    if (m_values.stale > 0) {
        text += tr(", %n stale", nullptr, count(m_values.stale));
    }
    if (m_values.missing > 0) {
        text += tr(", %n missing", nullptr, count(m_values.missing));
    }
    return text + u'.';
}

// --- edits

void MetricPanel::previewCurve(const std::vector<CurvePoint>& curve) {
    m_points->setCurve(curve);
    if (const GroupMetric* used = use()) {
        GroupMetric changed = *used;
        changed.curve = curve;
        Q_EMIT previewed(withUse(m_view->draft, changed));
    }
}

void MetricPanel::takeCurve(const std::vector<CurvePoint>& curve, const QString& text) {
    if (const GroupMetric* used = use()) {
        GroupMetric changed = *used;
        changed.curve = curve;
        changeUse(changed, text);
    }
}

void MetricPanel::changeCurve(const std::vector<CurvePoint>& curve, widgets::CurveChange what) {
    switch (what) {
    case widgets::CurveChange::Moved:
        return takeCurve(curve, tr("Moved a point of %1").arg(name()));
    case widgets::CurveChange::Added:
        return takeCurve(curve, tr("Added a point to %1").arg(name()));
    case widgets::CurveChange::Removed:
        return takeCurve(curve, tr("Removed a point of %1").arg(name()));
    }
}

void MetricPanel::quickStart(widgets::CurveShape shape) {
    const Metric* shown = metric();
    const GroupMetric* used = use();
    if (shown == nullptr || used == nullptr) {
        return;
    }
    const std::vector<CurvePoint> curve =
        widgets::curveShape(shape, m_values.fresh, m_view->draft.version.scheme, shown->better);
    m_editor->select(-1);
    m_points->reset();
    if (curve != used->curve) {
        takeCurve(curve, tr("Drew a new curve for %1").arg(name()));
        m_editor->fit();
    }
}

void MetricPanel::changeUse(const GroupMetric& use, const QString& text) {
    // A copy: who listens shows the new truth, and what is passed may be part of the old one.
    const Draft draft = withUse(m_view->draft, use);
    Q_EMIT edited(draft, text);
}

void MetricPanel::changeRule(const MetricRule& rule, const QString& text) {
    static const std::vector<Metric> none;
    const Draft draft = withRule(m_view->draft,
                                 std::string(m_key),
                                 rule,
                                 m_view->moment ? m_view->moment->snapshot->scorecard->metrics : none);
    Q_EMIT edited(draft, text);
}

} // namespace hb::pages
