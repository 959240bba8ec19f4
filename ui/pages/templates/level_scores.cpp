// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/level_scores.h"

#include "core/scoring/band.h"
#include "core/wording/words.h"
#include "ui/pages/templates/metric_draft.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int levelWidth = 72;
}

LevelScores::LevelScores(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_list(new QVBoxLayout), m_fault(widgets::makeLabel("caption", this)) {
    setObjectName(u"levelScores"_s);
    m_fault->setObjectName(u"levelFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_list);
    rows->addWidget(m_fault);
    connect(&m_theme, &theme::Theme::changed, this, &LevelScores::dress);
    dress();
}

LevelScores::Row LevelScores::makeRow(std::size_t at) {
    auto* whole = new QWidget(this);
    const Row row{.whole = whole,
                  .glyph = new widgets::BandGlyph(m_theme, 14, whole),
                  .label = new QLabel(whole),
                  .help = widgets::makeLabel("captionMuted", whole),
                  .score = new widgets::TypedNumber(whole)};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    row.help->setWordWrap(true);
    row.score->setBounds(0, 100, false, tr("A score is a number from 0 to 100."));
    row.score->setObjectName(u"levelScore%1"_s.arg(at));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.label);
    words->addWidget(row.help);
    auto* line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.glyph, 0, Qt::AlignVCenter);
    line->addLayout(words, 1);
    line->addWidget(row.score, 0, Qt::AlignVCenter);
    connect(row.score, &widgets::TypedNumber::entered, this, [this, at](double score) {
        Q_EMIT scoreSet(Level(m_levels[at]), score);
    });
    connect(row.score, &widgets::TypedNumber::faultChanged, this, &LevelScores::sayFault);
    m_list->addWidget(whole);
    return row;
}

void LevelScores::setLevels(const std::vector<Level>& levels, const GroupMetric& use, const Scheme& scheme) {
    const bool isOther = levels.size() != m_rows.size();
    m_levels = levels;
    while (m_rows.size() > levels.size()) {
        delete m_rows.back().whole;
        m_rows.pop_back();
    }
    while (m_rows.size() < levels.size()) {
        m_rows.push_back(makeRow(m_rows.size()));
    }
    if (isOther) {
        dress();
        reset();
    }
    for (std::size_t at = 0; at < levels.size(); ++at) {
        const Level& level = levels[at];
        const Row& row = m_rows[at];
        const double score = levelScore(use, level);
        const QString label = wording::fromUtf8(level.label);
        QStringList help{wording::fromUtf8(level.help)};
        if (score != level.score) {
            help << tr("The metric's own score is %1.").arg(widgets::exactText(level.score));
        }
        help.removeAll(QString());
        row.label->setText(label);
        row.help->setText(help.join(u' '));
        row.help->setVisible(!help.isEmpty());
        row.glyph->setBand(scoring::bandOf(scheme.ranges, score));
        row.score->setAccessibleName(tr("Score of %1").arg(label));
        row.score->setNumber(score);
        row.score->setEnabled(m_editable);
    }
}

void LevelScores::reset() {
    for (const Row& row : m_rows) {
        row.score->reset();
    }
}

void LevelScores::setEditable(bool editable) {
    m_editable = editable;
    for (const Row& row : m_rows) {
        row.score->setEnabled(editable);
    }
}

void LevelScores::dress() {
    const int gap = m_theme.px(theme::space::s);
    layout()->setSpacing(gap);
    m_list->setSpacing(gap);
    for (const Row& row : m_rows) {
        row.whole->layout()->setSpacing(gap);
        row.score->setFixedWidth(m_theme.px(levelWidth));
    }
}

void LevelScores::sayFault() {
    for (const Row& row : m_rows) {
        if (!row.score->fault().isEmpty()) {
            widgets::showFault(m_fault, row.score->fault());
            return;
        }
    }
    widgets::showFault(m_fault, {});
}

} // namespace hb::pages
