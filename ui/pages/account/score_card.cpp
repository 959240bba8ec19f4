// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/score_card.h"

#include "core/wording/sentences.h"
#include "ui/widgets/band_glyph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

ScoreCard::ScoreCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_glyph(new widgets::BandGlyph(theme, 20, this)),
      m_score(makeLabel("hero", this)), m_number(makeLabel("secondary", this)),
      m_band(makeLabel("muted", this)), m_arrow(makeLabel("body", this)), m_change(makeLabel("body", this)),
      m_fresh(makeLabel("muted", this)), m_computed(makeLabel("muted", this)),
      m_next(makeLabel("muted", this)), m_reasons(makeLabel("caption", this)) {
    m_score->setObjectName(u"score"_s);
    m_band->setObjectName(u"scoreBand"_s);
    m_change->setObjectName(u"scoreChange"_s);
    m_next->setObjectName(u"scoreNext"_s);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space::s);
    for (QWidget* part : {static_cast<QWidget*>(m_glyph),
                          static_cast<QWidget*>(m_score),
                          static_cast<QWidget*>(m_number),
                          static_cast<QWidget*>(m_band)}) {
        top->addWidget(part, 0, Qt::AlignVCenter);
    }
    top->addStretch(1);
    auto* change = new QHBoxLayout;
    change->setSpacing(theme::space::s);
    change->addWidget(m_arrow);
    change->addWidget(m_change, 1);
    content()->addLayout(top);
    content()->addLayout(change);
    for (QLabel* label : {m_fresh, m_computed, m_next, m_reasons}) {
        label->setWordWrap(true);
        content()->addWidget(label);
    }
    content()->addStretch(1);
    connect(&m_theme, &theme::Theme::changed, this, &ScoreCard::dress);
    dress();
}

void ScoreCard::setFacts(const ScoreFacts& facts) {
    m_facts = facts;
    m_glyph->setBand(facts.band);
    const bool letters = !facts.letter.isEmpty();
    const bool none = facts.score.isEmpty();
    m_score->setText(letters ? facts.letter : none ? tr("No data") : facts.score);
    theme::setStyleProperty(
        m_score, "hbText", none || facts.muted ? (none ? u"cardTitle"_s : u"heroMuted"_s) : u"hero"_s);
    m_number->setText(letters ? facts.score : QString());
    m_number->setVisible(letters);
    m_band->setText(none ? QString() : wording::bandName(facts.band));
    m_change->setText(facts.change);
    m_fresh->setText(facts.fresh);
    m_computed->setText(facts.computed);
    m_computed->setVisible(!facts.computed.isEmpty());
    m_next->setText(facts.nextBand);
    m_next->setVisible(!facts.nextBand.isEmpty());
    m_reasons->setText(facts.reasons.join(u'\n'));
    m_reasons->setVisible(!facts.reasons.empty());
    setAccessibleName(tr("Score"));
    setAccessibleDescription(
        QStringList{m_score->text(), m_band->text(), facts.change, facts.fresh}.join(u", "_s));
    dress();
}

void ScoreCard::dress() {
    setFixedWidth(m_theme.px(208));
    QPalette colours = m_reasons->palette();
    colours.setColor(QPalette::WindowText, m_theme.band(m_facts.band).text);
    m_reasons->setPalette(colours);
    const bool hasTrend = m_facts.direction != scoring::Direction::None;
    m_arrow->setVisible(hasTrend);
    m_change->setVisible(hasTrend);
    if (!hasTrend) {
        return;
    }
    const int side = m_theme.px(10);
    QPixmap arrow(QSize(side, side) * devicePixelRatioF());
    arrow.setDevicePixelRatio(devicePixelRatioF());
    arrow.fill(Qt::transparent);
    QPainter painter(&arrow);
    widgets::paintTrendArrow(painter, QRectF(0, 0, side, side), m_facts.direction, m_theme.tokens().ink);
    painter.end();
    m_arrow->setPixmap(arrow);
}

} // namespace hb::pages
