// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/exceptions_part.h"

#include "ui/pages/templates/exception_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

ExceptionsPart::ExceptionsPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Lid, this)),
      m_scroll(new QScrollArea(this)), m_content(new QWidget), m_column(new QVBoxLayout(m_content)),
      m_add(new QPushButton(tr("Exception"), m_content)) {
    setObjectName(u"exceptionsPart"_s);
    build();
    connect(m_empty, &widgets::EmptyState::requested, this, &ExceptionsPart::add);
    connect(m_add, &QPushButton::clicked, this, &ExceptionsPart::add);
    connect(&context.theme, &theme::Theme::changed, this, &ExceptionsPart::dress);
    dress();
}

void ExceptionsPart::build() {
    m_content->setObjectName(u"hbScrolled"_s);
    QLabel* words = widgets::makeLabel("muted", m_content);
    words->setText(
        tr("The highest raise that holds acts first, then the lowest cap. A cap never raises, a raise "
           "never lowers."));
    words->setWordWrap(true);
    m_add->setObjectName(u"addException"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(words);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_empty);
    outer->addWidget(m_scroll);
}

void ExceptionsPart::dress() {
    m_column->setSpacing(m_context.theme.px(theme::space::m));
    m_content->setMaximumWidth(m_context.theme.px(contentWidth));
    m_add->setIcon(m_context.theme.icon(theme::Icon::Plus));
}

void ExceptionsPart::addCard() {
    const std::size_t at = m_cards.size();
    auto* card = new ExceptionCard(m_context.theme, at, m_content);
    connect(card,
            &ExceptionCard::exceptionEdited,
            this,
            [this, at](const ScoreException& edit, const QString& text) { set(at, edit, text); });
    connect(card, &ExceptionCard::moveWanted, this, [this, at](int by) { move(at, by); });
    connect(card, &ExceptionCard::removed, this, [this, at] { remove(at); });
    m_column->insertWidget(static_cast<int>(at) + 1, card); // after the words
    card->show(); // a layout shows it later only, and the focus goes there now
    m_cards.push_back(card);
}

void ExceptionsPart::showDraft(const TemplateView& view) {
    m_view = view;
    const std::vector<ScoreException>& exceptions = view.draft.version.exceptions;
    while (m_cards.size() > exceptions.size()) {
        m_cards.back()->hide();
        m_cards.back()->setParent(nullptr);
        m_cards.back()->deleteLater(); // its own button may have been clicked
        m_cards.pop_back();
    }
    while (m_cards.size() < exceptions.size()) {
        addCard();
    }
    m_empty->setVisible(exceptions.empty());
    m_scroll->setVisible(!exceptions.empty());
    m_empty->setTexts(tr("An exception caps or raises the score of an account where the weights alone would "
                         "miss what matters, as when its champion has left."),
                      view.isEditable ? tr("Add an exception") : QString());
    m_add->setEnabled(view.isEditable);
    for (ExceptionCard* card : m_cards) {
        card->showException(view);
    }
    std::optional<DraftScoring> scoring = scoringOf(view);
    const bool isSame = scoring && m_scoring && isSameScoring(*scoring, *m_scoring);
    m_scoring = std::move(scoring);
    if (!isSame) {
        m_counts.reset();
        m_isCounting = false;
        ++m_asked;
        if (isVisible()) {
            count();
        }
    }
    showCounts();
    if (m_focusAfter && m_focusAfter->card < m_cards.size()) {
        const FocusAfter focus = *std::exchange(m_focusAfter, std::nullopt);
        m_cards[focus.card]->focusPart(focus.part);
        m_scroll->ensureWidgetVisible(m_cards[focus.card]);
    }
}

// --- counts

void ExceptionsPart::showEvent(QShowEvent* event) {
    TemplatePart::showEvent(event);
    count();
}

void ExceptionsPart::count() {
    if (!m_scoring || m_scoring->part.exceptions.empty() || m_counts || m_isCounting) {
        return;
    }
    using Counts = std::vector<analytics::ExceptionCount>;
    m_isCounting = true;
    m_context.jobs.runLatest<Counts>(
        u"templates.exceptions"_s,
        {},
        [scoring = *m_scoring](const Job& job) -> Result<Counts> {
            const session::Moment& moment = *scoring.moment;
            const auto version = scoring::compile(*moment.snapshot, scoring.part.version);
            const auto matches =
                analytics::templateMatches(*moment.scorer, scoring.place, moment.day, job.stop);
            Counts counts =
                analytics::exceptionCounts(*moment.snapshot, version, matches.scored, moment.day, job.stop);
            return job.stopped() ? Result<Counts>(cancelled()) : std::move(counts);
        },
        this,
        [this, asked = m_asked](Result<Counts> counts) {
            if (asked != m_asked) {
                return; // of an older draft
            }
            m_isCounting = false;
            if (counts) {
                m_counts = std::move(*counts);
                showCounts();
            }
        });
    showCounts();
}

void ExceptionsPart::showCounts() {
    for (std::size_t at = 0; at < m_cards.size(); ++at) {
        std::optional<analytics::ExceptionCount> count;
        if (m_counts && m_scoring) {
            const auto& positions = m_scoring->part.exceptions;
            const auto found = std::ranges::find(positions, at);
            if (found != positions.end()) {
                count = (*m_counts)[static_cast<std::size_t>(found - positions.begin())];
            }
        }
        m_cards[at]->showCount(count, m_isCounting);
    }
}

// --- edits

void ExceptionsPart::add() {
    Draft draft = m_view.draft;
    std::vector<ScoreException>& all = draft.version.exceptions;
    const QString name = tr("Exception %1").arg(all.size() + 1);
    all.push_back({.name = name.toStdString(),
                   .when = {},
                   .effect = ScoreException::Effect::CapAt,
                   .score = usualScore});
    m_focusAfter = {.card = all.size() - 1, .part = u"Name"_s};
    Q_EMIT edited(draft, tr("Added the exception %1").arg(name));
}

void ExceptionsPart::set(std::size_t at, const ScoreException& exception, const QString& text) {
    if (at >= m_view.draft.version.exceptions.size()) {
        return;
    }
    Draft draft = m_view.draft;
    draft.version.exceptions[at] = exception;
    Q_EMIT edited(draft, text);
}

void ExceptionsPart::move(std::size_t at, int by) {
    Draft draft = m_view.draft;
    std::vector<ScoreException>& all = draft.version.exceptions;
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    if (at >= all.size() || to < 0 || to >= static_cast<std::ptrdiff_t>(all.size())) {
        return;
    }
    std::swap(all[at], all[static_cast<std::size_t>(to)]);
    m_focusAfter = {.card = static_cast<std::size_t>(to), .part = m_cards[at]->focusedPart()};
    const QString name = QString::fromStdString(m_view.draft.version.exceptions[at].name);
    Q_EMIT edited(draft,
                  by < 0 ? tr("Moved the exception %1 up").arg(name)
                         : tr("Moved the exception %1 down").arg(name));
}

void ExceptionsPart::remove(std::size_t at) {
    if (at >= m_view.draft.version.exceptions.size()) {
        return;
    }
    Draft draft = m_view.draft;
    const QString name = QString::fromStdString(draft.version.exceptions[at].name);
    draft.version.exceptions.erase(draft.version.exceptions.begin() + static_cast<std::ptrdiff_t>(at));
    Q_EMIT edited(draft, tr("Removed the exception %1").arg(name));
}

} // namespace hb::pages
