// SPDX-License-Identifier: GPL-3.0-or-later
// How the Templates page is put together.
#include "ui/pages/templates/applies_part.h"
#include "ui/pages/templates/catalogue_part.h"
#include "ui/pages/templates/charter_part.h"
#include "ui/pages/templates/effect_panel.h"
#include "ui/pages/templates/exceptions_part.h"
#include "ui/pages/templates/findings_strip.h"
#include "ui/pages/templates/goals_part.h"
#include "ui/pages/templates/history_part.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/pages/templates/publish_card.h"
#include "ui/pages/templates/review_line.h"
#include "ui/pages/templates/scheme_part.h"
#include "ui/pages/templates/template_desk.h"
#include "ui/pages/templates/templates_page.h"
#include "ui/pages/templates/weights_part.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

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
      m_publish(makeButton("publish", tr("Publish\u2026"), "primary", this)),
      m_review(new ReviewLine(context.theme, this)), m_tabRow(new QWidget(this)),
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
    column.addWidget(m_review);
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
    m_goals = new GoalsPart(m_context, this);
    auto* charter = new CharterPart(m_context, this);
    addTab("scorecard", tr("Scorecard"), scorecardTab(), Beside::Effect);
    addTab("exceptions", tr("Exceptions"), exceptions, Beside::Effect);
    addTab("scheme", tr("Scheme"), scheme, Beside::Effect);
    addTab("applies", tr("Applies to"), applies, Beside::Effect);
    addTab("metrics", tr("Metrics"), m_catalogue, Beside::Nothing);
    addTab("history", tr("History"), m_history, Beside::Nothing);
    addTab("charter", tr("Charter"), charter, Beside::Nothing);
    addTab("goals", tr("Goals"), m_goals, Beside::Nothing);
    row->addStretch();
    m_parts = {m_weights, m_metric, exceptions, scheme, applies, m_catalogue, m_history, charter, m_goals};
    showTab(u"scorecard"_s);
}

void TemplatesPage::addTab(const char* name, const QString& text, QWidget* page, Beside beside) {
    QPushButton* button = makeButton(name, text, "segment", m_tabRow);
    button->setObjectName(u"tab.%1"_s.arg(QLatin1StringView(name)));
    button->setCheckable(true);
    m_tabRow->layout()->addWidget(button);
    m_stack->addWidget(page);
    m_tabs.push_back({.name = QString::fromLatin1(name), .button = button, .page = page, .beside = beside});
    connect(button, &QPushButton::clicked, this, [this, shown = m_tabs.back().name] { showTab(shown); });
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
    connect(m_review, &ReviewLine::charterAsked, this, [this] { showTab(u"charter"_s); });
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

} // namespace hb::pages
