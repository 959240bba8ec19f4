// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_head.h"

#include "core/wording/words.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

QPushButton* makeButton(const QString& name, const QString& kind, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("hbButton", kind);
    return button;
}

} // namespace

AccountHead::AccountHead(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_previous(makeButton(u"previousAccount"_s, u"flat"_s, this)),
      m_next(makeButton(u"nextAccount"_s, u"flat"_s, this)), m_reviewed(makeButton(u"reviewed"_s, {}, this)),
      m_note(makeButton(u"newNote"_s, {}, this)), m_action(makeButton(u"planAction"_s, {}, this)),
      m_more(makeButton(u"more"_s, u"flat"_s, this)), m_position(makeLabel("muted", this)),
      m_headline(makeLabel("body", this)), m_glyph(new widgets::BandGlyph(theme, 18, this)),
      m_name(new widgets::ElidedLabel("pageTitle", this)), m_facts(new widgets::ElidedLabel("muted", this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    buildTop(rows);
    buildName(rows);
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_headline->setContextMenuPolicy(Qt::NoContextMenu); // the account's menu has all copies
    rows->addWidget(m_headline);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        Q_EMIT menuRequested(mapToGlobal(place));
    });
    connect(m_previous, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_reviewed, &QPushButton::clicked, this, &AccountHead::reviewRequested);
    connect(m_note, &QPushButton::clicked, this, &AccountHead::noteRequested);
    connect(m_action, &QPushButton::clicked, this, &AccountHead::actionRequested);
    connect(m_more, &QPushButton::clicked, this, [this] {
        Q_EMIT menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    connect(&theme, &theme::Theme::changed, this, &AccountHead::dress);
    dress();
}

void AccountHead::buildTop(QBoxLayout* rows) {
    m_position->setObjectName(u"listPosition"_s);
    m_reviewed->setText(tr("Reviewed"));
    m_note->setText(tr("Note"));
    m_action->setText(tr("Action"));
    m_more->setText(u"\u2026"_s);
    const auto explain = [](QPushButton* button, const QString& name, const QString& tip) {
        button->setAccessibleName(name);
        button->setToolTip(tip);
    };
    explain(m_previous, tr("Previous account"), tr("Previous account (Alt+Up)"));
    explain(m_next, tr("Next account"), tr("Next account (Alt+Down)"));
    m_note->setAccessibleName(tr("Write a note"));
    m_action->setAccessibleName(tr("Plan a next step"));
    explain(m_more, tr("More"), tr("More"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_previous);
    row->addWidget(m_position);
    row->addWidget(m_next);
    row->addStretch(1);
    for (QPushButton* button : {m_reviewed, m_note, m_action, m_more}) {
        row->addWidget(button);
    }
    rows->addLayout(row);
}

void AccountHead::buildName(QBoxLayout* rows) {
    m_name->setObjectName(u"accountName"_s);
    m_facts->setObjectName(u"accountFacts"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_glyph);
    row->addWidget(m_name);
    row->addSpacing(theme::space::s);
    row->addWidget(m_facts, 1);
    rows->addLayout(row);
}

void AccountHead::dress() {
    m_previous->setIcon(m_theme.icon(theme::Icon::ChevronLeft));
    m_next->setIcon(m_theme.icon(theme::Icon::ChevronRight));
    m_note->setIcon(m_theme.icon(theme::Icon::Plus, theme::IconInk::Ink, theme::Gap::After));
    m_action->setIcon(m_theme.icon(theme::Icon::Plus, theme::IconInk::Ink, theme::Gap::After));
    m_reviewed->setIcon(m_theme.icon(theme::Icon::Check, theme::IconInk::Ink, theme::Gap::After));
    for (QPushButton* button : {m_note, m_action, m_reviewed}) {
        button->setIconSize(QSize(m_theme.px(18), m_theme.px(14)));
    }
}

void AccountHead::setAccount(const AccountAt& at) {
    m_glyph->setBand(at.detail.band);
    m_name->setText(accountName(at));
    m_name->setToolTip(
        tr("%1\nId: %2").arg(m_name->text(), wording::fromUtf8((*at.snapshot().accounts)[at.account].key)));
    m_facts->setText(factsLine(at));
    m_headline->setText(headline(at).join(u' '));
    widgets::setWhyNot(m_note, at.whyNotWrite, tr("Write a note (Ctrl+N)"));
    widgets::setWhyNot(m_action, at.whyNotWrite, tr("Plan a next step (Ctrl+Shift+N)"));
}

void AccountHead::setPlace(std::optional<std::size_t> place, std::size_t count) {
    const bool canWalk = place && count > 1;
    m_position->setText(canWalk ? tr("%1 of %2").arg(*place + 1).arg(count) : QString());
    for (QWidget* part : {static_cast<QWidget*>(m_position),
                          static_cast<QWidget*>(m_previous),
                          static_cast<QWidget*>(m_next)}) {
        part->setVisible(canWalk);
    }
    m_previous->setEnabled(canWalk && *place > 0);
    m_next->setEnabled(canWalk && *place + 1 < count);
}

void AccountHead::setWhyNotReview(const QString& why) {
    widgets::setWhyNot(m_reviewed, why, tr("I have looked at this (Ctrl+R)"));
}

} // namespace hb::pages
