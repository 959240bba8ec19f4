// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/peek_panel.h"

#include "core/wording/sentences.h"
#include "ui/models/account_tile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/why_not.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hb::pages {

namespace {
constexpr int panelWidth = 360;
constexpr std::size_t driversShown = 3;
} // namespace

PeekPanel::PeekPanel(const shell::Context& context, const models::AccountsModel& model, QWidget* parent)
    : QFrame(parent), m_context(context), m_model(model),
      m_glyph(new widgets::BandGlyph(context.theme, 20, this)), m_name(widgets::makeLabel("pageTitle", this)),
      m_about(widgets::makeLabel("captionMuted", this)), m_score(widgets::makeLabel("hero", this)),
      m_change(new QLabel(this)), m_sparkline(new widgets::Sparkline(context.theme, this)),
      m_reasons(widgets::makeLabel("cardTitle", this)), m_review(new QPushButton(tr("Reviewed"), this)),
      m_note(new QPushButton(tr("Note"), this)), m_open(new QPushButton(tr("Open"), this)) {
    setObjectName(QStringLiteral("peek"));
    theme::setStyleProperty(this, "hbCard", true);
    setFixedWidth(context.theme.px(panelWidth));
    connect(&context.theme, &theme::Theme::changed, this, [this] {
        setFixedWidth(m_context.theme.px(panelWidth));
    });
    build();
}

void PeekPanel::build() {
    const theme::Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    const int padding = theme.px(theme::space::cardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.px(theme::space::s));
    auto* head = new QHBoxLayout;
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closePeek"));
    const auto dress = [&theme, close] {
        close->setIcon(theme.icon(theme::Icon::Close, theme::IconInk::Muted));
    };
    connect(&theme, &theme::Theme::changed, close, dress);
    dress();
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &PeekPanel::closeRequested);
    m_name->setObjectName(QStringLiteral("peekName"));
    m_name->setWordWrap(true);
    head->addWidget(m_glyph);
    head->addWidget(m_name, 1);
    head->addWidget(close);
    column->addLayout(head);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    auto* figures = new QHBoxLayout;
    figures->addWidget(m_score);
    figures->addWidget(m_change, 0, Qt::AlignBottom);
    figures->addStretch();
    m_sparkline->setFixedSize(theme.px(120), theme.px(32));
    figures->addWidget(m_sparkline);
    column->addLayout(figures);
    m_reasons->setWordWrap(true);
    column->addWidget(m_reasons);
    addSection(*column, tr("Why"), m_why);
    addSection(*column, tr("What changed"), m_changed);
    addSection(*column, {}, m_helps);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    m_review->setObjectName(QStringLiteral("peekReview"));
    m_note->setObjectName(QStringLiteral("peekNote"));
    m_open->setObjectName(QStringLiteral("peekOpen"));
    theme::setStyleProperty(m_open, "hbButton", QStringLiteral("primary"));
    connect(m_review, &QPushButton::clicked, this, &PeekPanel::reviewRequested);
    connect(m_note, &QPushButton::clicked, this, &PeekPanel::noteRequested);
    connect(m_open, &QPushButton::clicked, this, &PeekPanel::openRequested);
    buttons->addWidget(m_note);
    buttons->addWidget(m_review);
    buttons->addStretch();
    buttons->addWidget(m_open);
    column->addLayout(buttons);
}

void PeekPanel::addSection(QVBoxLayout& column, const QString& title, QLabel*& words) {
    words = new QLabel(this);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addSpacing(m_context.theme.px(theme::space::xs));
    if (!title.isEmpty()) {
        auto* head = widgets::makeLabel("captionMuted", this);
        head->setText(title);
        column.addWidget(head);
    }
    column.addWidget(words);
}

std::optional<AccountIndex> PeekPanel::account() const {
    const session::BookSession& session = m_context.session;
    return session.isOpen() ? session.snapshot().findAccount(m_account.toStdString()) : std::nullopt;
}

void PeekPanel::showAccount(AccountIndex account) {
    const session::BookSession& session = m_context.session;
    m_account = QString::fromStdString((*session.snapshot().accounts)[account].key);
    const session::Moment& moment = *session.moment();
    const scoring::Scorer& scorer = *moment.scorer;
    const scoring::AccountDetail detail = scorer.detail(account, moment.day);
    const scoring::CompiledVersion& version = scorer.version(detail.templateIndex, detail.versionIndex);
    const widgets::TileData tile =
        models::tileOf(session, account, m_model.openOf(account), m_model.names().of(account));
    m_glyph->setBand(tile.band);
    m_name->setText(tile.name);
    m_about->setText(tile.footer);
    m_about->setVisible(!tile.footer.isEmpty());
    m_score->setText(detail.overall ? wording::scoreText(*detail.overall, 1) : tr("No data"));
    const scoring::Trend& trend = moment.book.trends[account];
    m_change->setText(
        trend.direction == scoring::Direction::None
            ? QString()
            : tr("%1 in %2 days").arg(wording::signedPointsText(trend.change)).arg(version.trend.days));
    m_sparkline->setData(tile.sparkline);
    QStringList reasons;
    for (std::size_t at = 0; at < scoring::reasonCount; ++at) {
        const auto reason = static_cast<scoring::Reason>(at);
        if (m_model.openOf(account).has(reason)) {
            reasons.append(wording::reasonText(scorer, account, moment.day, reason));
        }
    }
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty());
    QStringList why;
    for (const scoring::CostLine& line : scoring::explainScore(detail)) {
        if (why.size() < static_cast<int>(driversShown) && line.points >= 0.05) {
            why.append(
                tr("%1 costs %2")
                    .arg(wording::costLineName(scorer, detail, line), wording::pointsText(line.points)));
        }
    }
    for (const QString& sentence :
         {wording::overrideSentence(scorer, detail, moment.day),
          wording::exceptionSentence(scorer, detail),
          detail.band == Band::None ? wording::coverageSentence(scorer, detail) : QString()}) {
        if (!sentence.isEmpty()) {
            why.append(sentence);
        }
    }
    m_why->setText(why.isEmpty() ? tr("Nothing costs points.") : why.join(u'\n'));
    const Day before = moment.day - version.trend.days;
    m_changed->setText(wording::changeSentence(
        scorer, scoring::explainChange(scorer, account, before, moment.day), moment.day));
    const QString helps = wording::helpSentence(scorer, detail);
    m_helps->setText(helps);
    m_helps->setVisible(!helps.isEmpty());
    const QString past =
        session.isPast() ? tr("You are looking at a past day: go back to today to review.") : QString();
    widgets::setWhyNot(m_review, session.isReadOnly() ? session.whyNotWrite() : past, tr("Ctrl+R"));
    if (m_model.openOf(account).empty()) {
        m_review->setEnabled(false);
    }
}

} // namespace hb::pages
