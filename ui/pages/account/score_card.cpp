// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/score_card.h"

#include "core/wording/account_words.h"
#include "core/wording/sentences.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
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
      m_next(makeLabel("muted", this)), m_nearest(makeLabel("captionMuted", this)),
      m_reasons(new QLabel(this)) {
    m_score->setObjectName(u"score"_s);
    m_band->setObjectName(u"scoreBand"_s);
    m_change->setObjectName(u"scoreChange"_s);
    m_next->setObjectName(u"scoreNext"_s);
    m_nearest->setObjectName(u"scoreNearest"_s);
    m_reasons->setTextFormat(Qt::PlainText);
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
    for (QLabel* label : {m_fresh, m_computed, m_next, m_nearest, m_reasons}) {
        label->setWordWrap(true);
        content()->addWidget(label);
    }
    content()->addStretch(1);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("What costs points"));
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
    m_nearest->setText(facts.nearest);
    m_nearest->setVisible(!facts.nearest.isEmpty());
    for (QLabel* label : {m_next, m_nearest}) {
        label->setToolTip(facts.flips);
    }
    m_reasons->setText(facts.reasons.join(u'\n'));
    m_reasons->setVisible(!facts.reasons.empty());
    setAccessibleName(tr("Score"));
    setAccessibleDescription(words());
    dress();
}

QString ScoreCard::words() const {
    QStringList parts{m_score->text(),
                      m_band->text(),
                      wording::directionText(m_facts.direction),
                      m_facts.change,
                      m_facts.fresh,
                      m_facts.computed,
                      m_facts.nextBand,
                      m_facts.flips};
    parts.append(m_facts.reasons);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void ScoreCard::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        Q_EMIT whyAsked();
    }
}

void ScoreCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT whyAsked();
        return;
    }
    Card::keyPressEvent(event);
}

void ScoreCard::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(tr("Why: what costs points"), this, &ScoreCard::whyAsked);
    QAction* overriding = menu->addAction(tr("Override the score"), this, &ScoreCard::overrideAsked);
    overriding->setObjectName(u"override"_s);
    widgets::setWhyNot(menu, overriding, m_facts.whyNotOverride);
    menu->addSeparator();
    widgets::addCopyActions(*menu,
                            {.text = [this] { return words(); }, .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

void ScoreCard::dress() {
    setFixedWidth(m_theme.px(208));
    QPalette colours = m_reasons->palette();
    colours.setColor(QPalette::WindowText, m_theme.band(m_facts.band).text);
    m_reasons->setPalette(colours);
    m_reasons->setFont(m_theme.font(theme::TextRole::CaptionStrong));
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
