// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/templates_page.h"

#include "core/wording/days.h"
#include "ui/pages/templates/catalogue_part.h"
#include "ui/pages/templates/charter_part.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/effect_panel.h"
#include "ui/pages/templates/finding_mends.h"
#include "ui/pages/templates/findings_strip.h"
#include "ui/pages/templates/goals_part.h"
#include "ui/pages/templates/history_part.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/pages/templates/publish_card.h"
#include "ui/pages/templates/review_line.h"
#include "ui/pages/templates/template_desk.h"
#include "ui/pages/templates/weights_part.h"
#include "ui/session/days.h"
#include "ui/widgets/typed_number.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int weightsWide = 336, effectWide = 392, drawnFor = 1152, leastColumn = 264;

} // namespace

void TemplatesPage::showTab(const QString& name) {
    for (const Tab& tab : m_tabs) {
        tab.button->setChecked(tab.name == name);
        if (tab.name == name) {
            m_stack->setCurrentWidget(tab.page);
            m_right->setVisible(tab.beside == Beside::Effect);
        }
    }
}

/// The columns keep the proportions that they were drawn with.
void TemplatesPage::fitColumns() {
    const theme::Theme& theme = m_context.theme;
    const double scale = std::min(1.0, static_cast<double>(width()) / theme.px(drawnFor));
    const int least = theme.px(leastColumn);
    m_weights->setFixedWidth(std::max(least, static_cast<int>(theme.px(weightsWide) * scale)));
    m_right->setFixedWidth(std::max(least, static_cast<int>(theme.px(effectWide) * scale)));
    showName();
}

/// The name takes at most what the buttons beside it leave.
void TemplatesPage::showName() {
    const QString name = m_desk->isOpen() ? QString::fromStdString(m_desk->view().draft.name) : QString();
    const QString shown = name.isEmpty() ? tr("(no name)") : name;
    const QFontMetrics metrics(m_context.theme.font(theme::TextRole::PageTitle));
    m_template->setText(tr("%1 \u25BE").arg(metrics.elidedText(shown, Qt::ElideRight, width() * 2 / 5)));
    m_template->setAccessibleName(tr("Template %1").arg(shown));
}

void TemplatesPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitColumns();
}

void TemplatesPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    m_desk->wake();
}

void TemplatesPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    m_desk->rest();
}

std::vector<QWidget*> TemplatesPage::regions() {
    QWidget* shown = m_stack->currentWidget();
    std::vector<QWidget*> all{m_tabRow};
    if (shown->isAncestorOf(m_weights)) {
        all.insert(all.end(), {m_weights, m_metric});
    } else {
        all.push_back(shown);
    }
    all.insert(all.end(), {m_right, m_findings});
    return all;
}

void TemplatesPage::showFault(const QString& place) {
    const QStringList path = place.split(u'/', Qt::SkipEmptyParts);
    const QString part = path.value(0);
    if (part == u"exceptions"_s) {
        showTab(u"exceptions"_s);
    } else if (part == u"scheme"_s || part == u"min_coverage"_s || part == u"trend"_s ||
               part == u"rollup"_s) {
        showTab(u"scheme"_s);
    } else if (part == u"applies_to"_s) {
        showTab(u"applies"_s);
    } else if (part == u"charter"_s) {
        showTab(u"charter"_s);
    } else {
        showMetric(metricAt(path));
    }
}

/// The metric in "groups/1/metrics/0" or "metrics/3"; empty where the place is none's.
QString TemplatesPage::metricAt(const QStringList& path) const {
    const TemplateView& view = m_desk->view();
    const auto at = [&path](int part) { return path.value(part).toULongLong(); };
    const auto& groups = view.draft.version.groups;
    if (path.value(0) == u"metrics"_s && at(1) < view.metrics.size()) {
        return QString::fromStdString(view.metrics[at(1)].key);
    }
    const bool isUse = path.value(0) == u"groups"_s && path.value(2) == u"metrics"_s && path.size() > 3;
    if (isUse && at(1) < groups.size() && at(3) < groups[at(1)].metrics.size()) {
        return QString::fromStdString(groups[at(1)].metrics[at(3)].metric);
    }
    return {};
}

void TemplatesPage::showMetric(const QString& key) {
    m_findings->setOpen(false);
    showTab(u"scorecard"_s);
    if (!key.isEmpty()) {
        m_weights->choose(key);
        m_weights->showChosen();
    }
}

// --- what is shown

void TemplatesPage::activate(const session::ViewState& /*state*/) {
    if (!m_desk->isOpen()) {
        m_desk->open({});
    }
}

void TemplatesPage::follow() {
    const bool isOpen = m_desk->isOpen();
    setEnabled(isOpen);
    if (!isOpen) {
        return;
    }
    const TemplateView& view = m_desk->view();
    const auto shown = std::pair(m_desk->key(), m_desk->shownVersion());
    const bool isOther = std::exchange(m_shown, shown) != shown;
    for (TemplatePart* part : m_parts) {
        // What the book does not show yet would take back what was just typed there.
        const bool isOfBook = part == m_catalogue || part == m_goals;
        if (!isOfBook || !m_context.session.isBehind()) {
            part->showDraft(view);
        }
    }
    if (isOther) {
        dropHalfTyped();
    }
    showName();
    nameGoalsTab();
    m_review->showTemplate(m_desk->published(), m_context.session.today());
    m_state->setText(stateText());
    m_begin->setVisible(!view.isEditable);
    m_begin->setText(m_desk->saved() ? tr("Replace the draft by this") : tr("Start a draft"));
    m_discard->setVisible(view.isEditable);
    m_publish->setVisible(view.isEditable);
    if (!view.isEditable || m_desk->key() != m_publishing) {
        m_publishCard->hide();
    }
    followEffect();
    followFindings();
}

/// Where a book has no goals, the tab is a link to where they begin.
void TemplatesPage::nameGoalsTab() {
    const auto tab = std::ranges::find(m_tabs, u"goals"_s, &Tab::name);
    const bool hasGoals = !m_desk->view().moment->snapshot->scorecard->goals.empty();
    tab->button->setText(hasGoals ? tr("Goals") : tr("+ Goals"));
    tab->button->setToolTip(hasGoals ? QString() : tr("Say what the metrics are for"));
}

/// What was refused in one template is nothing in another.
void TemplatesPage::dropHalfTyped() {
    for (auto* field : findChildren<widgets::TypedNumber*>()) {
        field->reset();
    }
    for (auto* field : findChildren<CommittedField*>()) {
        field->reset();
    }
}

/// The effect is shown with the moment that it was worked out for: positions are of that one.
void TemplatesPage::followEffect() {
    if (!m_desk->isOpen()) {
        return;
    }
    TemplateView view = m_desk->view();
    const auto& effect = m_desk->effect();
    if (effect) {
        view.moment = effect->moment;
    }
    m_effect->setEffect(view, effect ? effect->effect : nullptr);
}

void TemplatesPage::followFindings() {
    std::vector<FindingRow> rows;
    const TemplateDesk::Found& found = m_desk->found();
    for (const analytics::Finding& finding : found.findings) {
        rows.push_back(findingRow(*found.scorer, finding, m_desk->view().isEditable));
    }
    m_findings->setRows(std::move(rows), m_desk->whyNotExamined());
}

/// "Draft of v4, saved 8:41", "Version 4, from 1 Jan: published and read-only".
QString TemplatesPage::stateText() const {
    if (!m_desk->isOpen()) {
        return {};
    }
    const TemplateView& view = m_desk->view();
    const Day today = m_context.session.today();
    if (const int number = m_desk->shownVersion(); number != 0) {
        const auto& versions = m_desk->published()->versions;
        const auto shown = std::ranges::find(versions, number, &TemplateVersion::number);
        const bool isRetired = m_desk->published()->retiredOn.has_value();
        const QString words = isRetired ? tr("Version %1, from %2: of a retired template, read-only")
                              : shown->effectiveFrom > today
                                  ? tr("Version %1, from %2: published, not in force yet, read-only")
                                  : tr("Version %1, from %2: published and read-only");
        return words.arg(number).arg(wording::dayText(shown->effectiveFrom, today));
    }
    const QString what = view.draft.basedOn > 0 ? tr("Draft of v%1").arg(view.draft.basedOn)
                                                : tr("A new template, not published yet");
    const SavedDraft* saved = m_desk->saved();
    if (m_context.session.isBehind()) {
        return tr("%1, saving\u2026").arg(what);
    }
    if (!saved) {
        return tr("%1, not kept").arg(what);
    }
    const QDateTime at = QDateTime::fromString(QString::fromStdString(saved->at), Qt::ISODate).toLocalTime();
    const QString when = at.date() == QDate::currentDate()
                             ? at.time().toString(u"HH:mm"_s)
                             : wording::dayText(session::toDay(at.date()), today);
    return saved->author.empty()
               ? tr("%1, saved %2").arg(what, when)
               : tr("%1, saved %2 by %3").arg(what, when, QString::fromStdString(saved->author));
}

QString TemplatesPage::asText() const {
    if (!m_desk->isOpen()) {
        return {};
    }
    const auto* part = dynamic_cast<const TemplatePart*>(m_stack->currentWidget());
    const QString ofPart = part ? part->asText() : QString();
    return tr("%1: %2\n").arg(QString::fromStdString(m_desk->view().draft.name), stateText()) +
           (ofPart.isEmpty() ? m_effect->asText() : ofPart);
}

widgets::Copies TemplatesPage::copies() {
    widgets::Copies copies = m_effect->copies();
    if (const auto* part = dynamic_cast<const TemplatePart*>(m_stack->currentWidget());
        part && part->asTable()) {
        copies.table = part->asTable();
        copies.readTable = {};
    }
    copies.text = [this] { return asText(); };
    copies.picture = [this] { return grab(); };
    copies.name = place();
    return copies;
}

bool TemplatesPage::escape() {
    if (!m_publishCard->isHidden()) {
        m_publishCard->hide();
        return true;
    }
    if (m_findings->isOpen()) {
        m_findings->setOpen(false);
        return true;
    }
    return false;
}

} // namespace hb::pages
