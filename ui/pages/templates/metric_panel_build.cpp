// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of MetricPanel.
#include "core/wording/words.h"
#include "ui/pages/templates/level_scores.h"
#include "ui/pages/templates/metric_draft.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/pages/templates/metric_rules_card.h"
#include "ui/pages/templates/metric_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_points.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int panelWidth = 400, scrollRoom = 12;
}

MetricPanel::MetricPanel(const theme::Theme& theme, QWidget* parent)
    : TemplatePart(parent), m_theme(theme),
      m_empty(new widgets::EmptyState(theme, theme::Icon::Templates, this)), m_scroll(new QScrollArea(this)),
      m_content(new QWidget), m_card(new widgets::Card({}, m_content)),
      m_name(widgets::makeLabel("cardTitle", m_card)), m_kind(widgets::makeLabel("captionMuted", m_card)),
      m_quick(new QPushButton(tr("Quick start"), m_card)), m_editor(new widgets::CurveEditor(theme, m_card)),
      m_valuesLabel(widgets::makeLabel("captionMuted", m_card)),
      m_points(new widgets::CurvePoints(theme, m_card)), m_levels(new LevelScores(theme, m_card)),
      m_rules(new MetricRulesCard(theme, m_content)), m_facts(new MetricWords(m_content)) {
    setObjectName(u"metricPanel"_s);
    build();
    buildCurve();
    connect(m_levels, &LevelScores::scoreSet, this, [this](const Level& level, double score) {
        if (const GroupMetric* used = use()) {
            changeUse(withLevelScore(*used, level, score),
                      tr("Set the score of %1 in %2 to %3")
                          .arg(wording::fromUtf8(level.label), name(), widgets::exactText(score)));
        }
    });
    connect(m_rules, &MetricRulesCard::useChanged, this, &MetricPanel::changeUse);
    connect(m_rules, &MetricRulesCard::ruleChanged, this, &MetricPanel::changeRule);
    connect(&m_theme, &theme::Theme::changed, this, &MetricPanel::dress);
    dress();
    refresh();
}

void MetricPanel::build() {
    m_empty->setObjectName(u"metricPanelEmpty"_s);
    m_empty->setTexts(tr("Choose a metric on the left."), {});
    m_name->setObjectName(u"metricName"_s);
    m_name->setWordWrap(true);
    m_kind->setObjectName(u"metricKind"_s);
    m_valuesLabel->setObjectName(u"metricValues"_s);
    m_valuesLabel->setWordWrap(true);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_name);
    titles->addWidget(m_kind);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addLayout(titles, 1);
    head->addWidget(m_quick, 0, Qt::AlignTop);
    QVBoxLayout* rows = m_card->content();
    rows->addLayout(head);
    for (QWidget* part : std::initializer_list<QWidget*>{m_editor, m_valuesLabel, m_points, m_levels}) {
        rows->addWidget(part);
    }
    auto* column = new QVBoxLayout(m_content);
    for (QWidget* card : std::initializer_list<QWidget*>{m_card, m_rules, m_facts}) {
        column->addWidget(card);
    }
    column->addStretch();
    m_content->setObjectName(u"hbScrolled"_s);
    m_scroll->setObjectName(u"metricPanelScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_empty);
    outer->addWidget(m_scroll);
}

void MetricPanel::buildCurve() {
    struct Start {
        const char* name;
        QString text;
        widgets::CurveShape shape;
    };
    auto* menu = new QMenu(m_quick);
    for (const Start& start :
         {Start{"higherIsBetter", tr("Higher is better"), widgets::CurveShape::HigherIsBetter},
          Start{"lowerIsBetter", tr("Lower is better"), widgets::CurveShape::LowerIsBetter},
          Start{"sweetSpot", tr("Sweet spot in the middle"), widgets::CurveShape::SweetSpot},
          Start{"threeBands",
                tr("Three bands, a third of the accounts each"),
                widgets::CurveShape::ThreeBands}}) {
        QAction* action = menu->addAction(start.text);
        action->setObjectName(QString::fromLatin1(start.name));
        connect(action, &QAction::triggered, this, [this, shape = start.shape] { quickStart(shape); });
    }
    m_quick->setObjectName(u"quickStart"_s);
    m_quick->setProperty("hbButton", u"small"_s);
    m_quick->setToolTip(tr("Draws a curve over the values that accounts have"));
    m_quick->setLayoutDirection(Qt::RightToLeft); // the sign of the menu stands behind the words
    menu->setLayoutDirection(Qt::LeftToRight);
    m_quick->setMenu(menu);
    connect(m_editor, &widgets::CurveEditor::moving, this, &MetricPanel::previewCurve);
    connect(m_editor, &widgets::CurveEditor::changed, this, &MetricPanel::changeCurve);
    connect(m_editor, &widgets::CurveEditor::selected, m_points, &widgets::CurvePoints::select);
    connect(m_editor, &widgets::CurveEditor::refused, m_points, &widgets::CurvePoints::showFault);
    connect(m_points, &widgets::CurvePoints::changed, this, &MetricPanel::changeCurve);
    connect(m_points, &widgets::CurvePoints::selected, m_editor, &widgets::CurveEditor::select);
}

void MetricPanel::dress() {
    m_content->layout()->setContentsMargins(0, 0, m_theme.px(scrollRoom), 0);
    m_content->layout()->setSpacing(m_theme.px(theme::space::cardGap));
    m_quick->setIcon(m_theme.icon(theme::Icon::ChevronDown, theme::IconInk::Muted));
    updateGeometry();
}

QSize MetricPanel::sizeHint() const {
    return {m_theme.px(panelWidth), TemplatePart::sizeHint().height()};
}

} // namespace hb::pages
