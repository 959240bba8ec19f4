// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/templates_page.h"

#include "core/wording/days.h"
#include "ui/pages/templates/applies_part.h"
#include "ui/pages/templates/catalogue_part.h"
#include "ui/pages/templates/charter_part.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/effect_panel.h"
#include "ui/pages/templates/exceptions_part.h"
#include "ui/pages/templates/finding_mends.h"
#include "ui/pages/templates/findings_strip.h"
#include "ui/pages/templates/history_part.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/pages/templates/publish_card.h"
#include "ui/pages/templates/scheme_part.h"
#include "ui/pages/templates/template_desk.h"
#include "ui/pages/templates/weights_part.h"
#include "ui/session/days.h"
#include "ui/widgets/typed_number.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int weightsWide = 336, effectWide = 392, drawnFor = 1152, leastColumn = 264;

QPushButton* makeButton(const char* name, const QString& text, const char* kind, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("hbButton", QString::fromLatin1(kind));
    return button;
}

} // namespace

TemplatesPage::TemplatesPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_desk(new TemplateDesk(context, this)),
      m_template(makeButton("templateMenu", {}, "flat", this)), m_state(widgets::makeLabel("muted", this)),
      m_begin(makeButton("beginDraft", tr("Start a draft"), "", this)),
      m_discard(makeButton("discardDraft", tr("Throw away"), "flat", this)),
      m_publish(makeButton("publish", tr("Publish\u2026"), "primary", this)), m_tabRow(new QWidget(this)),
      m_stack(new QStackedWidget(this)), m_weights(new WeightsPart(context, this)),
      m_metric(new MetricPanel(context.theme, this)), m_history(new HistoryPart(context, this)),
      m_right(new QWidget(this)), m_publishCard(new PublishCard(context, *m_desk, this)),
      m_effect(new EffectPanel(context, this)), m_findings(new FindingsStrip(context.theme, this)) {
    build();
    connectParts();
    fitColumns();
    m_desk->open({});
    follow();
}

void TemplatesPage::build() {
    const theme::Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::pageMargin);
    column->setContentsMargins(margin, theme.px(theme::space::l), margin, theme.px(theme::space::l));
    column->setSpacing(theme.px(theme::space::m));
    buildHead(*column);
    buildTabs();
    column->addWidget(m_tabRow);
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(theme.px(theme::space::cardGap));
    right->addWidget(m_publishCard);
    right->addWidget(m_effect, 1);
    m_publishCard->hide();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.px(theme::space::cardGap));
    columns->addWidget(m_stack, 1);
    columns->addWidget(m_right);
    column->addLayout(columns, 1);
    column->addWidget(m_findings);
}

void TemplatesPage::buildHead(QVBoxLayout& column) {
    m_template->setProperty("hbHead", true);
    m_template->setToolTip(tr("Another template, a new one, or an older version"));
    m_state->setObjectName(u"templateState"_s);
    auto* line = new QHBoxLayout;
    line->setSpacing(m_context.theme.px(theme::space::s));
    line->addWidget(m_template);
    line->addWidget(m_state, 1);
    line->addWidget(m_discard);
    line->addWidget(m_begin);
    line->addWidget(m_publish);
    column.addLayout(line);
}

QWidget* TemplatesPage::scorecardTab() {
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m_context.theme.px(theme::space::cardGap));
    line->addWidget(m_weights);
    line->addWidget(m_metric, 1);
    return both;
}

void TemplatesPage::buildTabs() {
    auto* row = new QHBoxLayout(m_tabRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_context.theme.px(theme::space::xs));
    auto* exceptions = new ExceptionsPart(m_context, this);
    auto* scheme = new SchemePart(m_context, this);
    auto* applies = new AppliesPart(m_context, this);
    m_catalogue = new CataloguePart(m_context, this);
    auto* charter = new CharterPart(m_context, this);
    addTab("scorecard", tr("Scorecard"), scorecardTab());
    addTab("exceptions", tr("Exceptions"), exceptions);
    addTab("scheme", tr("Scheme"), scheme);
    addTab("applies", tr("Applies to"), applies);
    addTab("metrics", tr("Metrics"), m_catalogue);
    addTab("history", tr("History"), m_history);
    addTab("charter", tr("Charter"), charter);
    row->addStretch();
    m_parts = {m_weights, m_metric, exceptions, scheme, applies, m_catalogue, m_history, charter};
    showTab(u"scorecard"_s);
}

void TemplatesPage::addTab(const char* name, const QString& text, QWidget* page) {
    QPushButton* button = makeButton(name, text, "segment", m_tabRow);
    button->setObjectName(u"tab.%1"_s.arg(QLatin1StringView(name)));
    button->setCheckable(true);
    m_tabRow->layout()->addWidget(button);
    m_stack->addWidget(page);
    const bool movesScores =
        page != m_history && page != m_catalogue && dynamic_cast<CharterPart*>(page) == nullptr;
    m_tabs.push_back(
        {.name = QString::fromLatin1(name), .button = button, .page = page, .movesScores = movesScores});
    connect(button, &QPushButton::clicked, this, [this, shown = m_tabs.back().name] { showTab(shown); });
}

void TemplatesPage::showTab(const QString& name) {
    for (const Tab& tab : m_tabs) {
        tab.button->setChecked(tab.name == name);
        if (tab.name == name) {
            m_stack->setCurrentWidget(tab.page);
            m_right->setVisible(tab.movesScores);
        }
    }
}

void TemplatesPage::connectPart(TemplatePart* part) {
    connect(part, &TemplatePart::previewed, m_desk, &TemplateDesk::preview);
    connect(part, &TemplatePart::edited, m_desk, &TemplateDesk::edit);
    connect(part, &TemplatePart::bookEdited, this, [this](const book::Edit& edit, const QString& text) {
        m_context.session.apply(edit, text);
    });
}

void TemplatesPage::connectParts() {
    for (TemplatePart* part : m_parts) {
        connectPart(part);
    }
    connect(m_weights, &WeightsPart::metricChosen, m_metric, &MetricPanel::setMetric);
    connect(m_weights, &WeightsPart::newMetricAsked, this, [this] { showTab(u"metrics"_s); });
    connect(m_desk, &TemplateDesk::shown, this, &TemplatesPage::follow);
    connect(m_desk, &TemplateDesk::effectChanged, this, &TemplatesPage::followEffect);
    connect(m_desk, &TemplateDesk::findingsChanged, this, &TemplatesPage::followFindings);
    connect(&m_context.session, &session::BookSession::savingChanged, this, [this] {
        m_state->setText(stateText());
    });
    connect(&m_context.theme, &theme::Theme::changed, this, &TemplatesPage::fitColumns);
    connect(m_template, &QPushButton::clicked, this, &TemplatesPage::showTemplateMenu);
    connect(m_begin, &QPushButton::clicked, m_desk, &TemplateDesk::beginDraft);
    connect(m_discard, &QPushButton::clicked, this, &TemplatesPage::discard);
    connect(m_publish, &QPushButton::clicked, this, &TemplatesPage::beginPublish);
    connect(m_publishCard, &PublishCard::closed, this, [this] {
        m_publishCard->hide();
        m_publish->setFocus(Qt::OtherFocusReason);
    });
    connect(m_publishCard, &PublishCard::publishRequested, this, &TemplatesPage::publish);
    connect(m_history, &HistoryPart::versionAsked, this, [this](int number) {
        m_desk->openVersion(number);
        showTab(u"scorecard"_s);
    });
    connect(m_history, &HistoryPart::restoreAsked, this, [this](int number) {
        m_desk->beginDraftOf(number);
        showTab(u"scorecard"_s);
    });
    connect(m_history, &HistoryPart::exportAsked, this, &TemplatesPage::exportVersion);
    connect(m_findings, &FindingsStrip::metricAsked, this, &TemplatesPage::showMetric);
    connect(m_findings, &FindingsStrip::mendAsked, this, &TemplatesPage::mend);
    connect(m_effect, &EffectPanel::faultAsked, this, &TemplatesPage::showFault);
    connect(&m_context.session.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (isVisible() && window()->isActiveWindow()) {
            m_desk->goWithStep();
        }
    });
    connect(m_effect, &EffectPanel::accountAsked, this, [this](const QString& key) {
        m_navigator.go({.page = session::page::account, .account = key});
    });
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
        if (part != m_catalogue || !m_context.session.isBehind()) {
            part->showDraft(view);
        }
    }
    if (isOther) {
        dropHalfTyped();
    }
    showName();
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
    return m_desk->isOpen()
               ? tr("%1: %2\n").arg(QString::fromStdString(m_desk->view().draft.name), stateText()) +
                     m_effect->asText()
               : QString();
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
