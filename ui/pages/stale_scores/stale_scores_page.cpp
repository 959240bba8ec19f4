// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stale_scores/stale_scores_page.h"

#include "core/analytics/movement.h"
#include "core/wording/error_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/stale_scores/level_rows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/spaces.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;
using wording::fromUtf8;

namespace {
constexpr int cardWidth = 720, longestNote = 10'000;
}

StaleScoresPage::StaleScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_looking(new QWidget(this)), m_asking(new QWidget(this)),
      m_end(new widgets::EmptyState(context.theme, theme::Icon::Check, this)),
      m_glyph(new widgets::BandGlyph(context.theme, 18, m_asking)), m_count(makeLabel("muted", m_asking)),
      m_lost(makeLabel("body", m_asking)), m_name(makeLabel("pageTitle", m_asking)),
      m_facts(makeLabel("muted", m_asking)), m_help(makeLabel("muted", m_asking)),
      m_held(makeLabel("body", m_asking)), m_who(makeLabel("captionMuted", m_asking)),
      m_keys(makeLabel("captionMuted", m_asking)), m_card(new widgets::Card({}, m_asking)),
      m_levels(new LevelRows(context.theme, m_card)), m_note(new QLineEdit(m_card)),
      m_back(new QPushButton(tr("Back"), m_card)), m_skip(new QPushButton(tr("Skip"), m_card)),
      m_confirm(new QPushButton(tr("Confirm unchanged"), m_card)) {
    setObjectName(u"staleScoresPage"_s);
    setFocusPolicy(Qt::StrongFocus);
    build();
    const session::BookSession& session = context.session;
    connect(&session, &session::BookSession::changed, this, [this] {
        if (isVisible()) {
            show();
        }
    });
    connect(&session, &session::BookSession::dayChanged, this, [this] {
        if (isVisible()) {
            restart();
        }
    });
    connect(&session, &session::BookSession::editLost, this, &StaleScoresPage::takeBack);
    connect(m_levels, &LevelRows::chosen, this, &StaleScoresPage::answer);
    connect(m_note, &QLineEdit::returnPressed, this, &StaleScoresPage::confirm);
    connect(m_back, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_confirm, &QPushButton::clicked, this, &StaleScoresPage::confirm);
    connect(m_end, &widgets::EmptyState::requested, this, [this] { m_navigator.goBack(); });
}

void StaleScoresPage::build() {
    m_count->setObjectName(u"staleCount"_s);
    m_lost->setObjectName(u"staleLost"_s);
    m_lost->setTextFormat(Qt::PlainText);
    m_lost->setWordWrap(true);
    m_name->setObjectName(u"staleAccount"_s);
    m_help->setObjectName(u"staleHelp"_s);
    m_held->setObjectName(u"staleHeld"_s);
    m_who->setObjectName(u"staleWho"_s);
    m_keys->setText(tr("1 to 9 choose · Enter: still so · Right: skip · Left: back · a letter begins "
                       "the note · Esc leaves"));
    m_name->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    widgets::followSpace(head, m_context.theme, theme::space::s);
    head->addWidget(m_glyph);
    head->addWidget(m_name);
    head->addSpacing(m_context.theme.px(theme::space::s));
    head->addWidget(m_facts, 1);
    m_card->setMaximumWidth(m_context.theme.px(cardWidth));
    auto* rows = new QVBoxLayout(m_asking);
    widgets::followPage(rows, m_context.theme);
    rows->addWidget(m_count);
    rows->addWidget(m_lost);
    rows->addLayout(head);
    rows->addWidget(m_card);
    rows->addWidget(m_keys);
    rows->addStretch(1);
    buildCard(m_card->content());
    m_stack->addWidget(m_looking);
    m_stack->addWidget(m_asking);
    m_stack->addWidget(m_end);
}

void StaleScoresPage::buildCard(QBoxLayout* rows) {
    m_note->setObjectName(u"staleNote"_s);
    m_note->setMaxLength(longestNote);
    m_note->setPlaceholderText(tr("Why? It is kept with the answer"));
    m_note->setAccessibleName(tr("Note"));
    widgets::shareUndo(m_note);
    m_back->setObjectName(u"staleBack"_s);
    m_skip->setObjectName(u"staleSkip"_s);
    m_confirm->setObjectName(u"staleConfirm"_s);
    m_confirm->setProperty("hbButton", u"primary"_s);
    auto* last = new QHBoxLayout;
    widgets::followSpace(last, m_context.theme, theme::space::s);
    for (QPushButton* button : {m_back, m_skip, m_confirm}) {
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
        if (button == m_confirm) {
            last->addStretch(1);
        }
        last->addWidget(button);
    }
    widgets::followSpace(rows, m_context.theme, theme::space::m);
    for (QLabel* label : {m_help, m_held, m_who}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        rows->addWidget(label);
    }
    rows->addWidget(m_levels);
    rows->addWidget(m_note);
    rows->addLayout(last);
}

// --- the questions

void StaleScoresPage::activate(const session::ViewState& /*state*/) {
    const session::BookSession& session = m_context.session;
    if (m_round != Round{.book = session.path(), .day = session.asOf(), .list = session.list()} ||
        m_current >= m_questions.size()) {
        restart();
    } else {
        show(); // back from a look at the account: the place, and what was typed, are kept
    }
    setFocus(Qt::OtherFocusReason);
}

/// Every account of the list is looked at for what to ask: beside the window.
void StaleScoresPage::restart() {
    m_questions.clear();
    m_current = 0;
    m_note->clear();
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        return;
    }
    m_round = {.book = session.path(), .day = session.asOf(), .list = session.list()};
    m_isLooking = true;
    m_stack->setCurrentWidget(m_looking);
    Q_EMIT placeChanged();
    using Questions = std::vector<StaleQuestion>;
    m_context.jobs.runLatest<Questions>(
        u"staleScores"_s,
        tr("Looking for stale scores"),
        [moment = session.moment(), listed = session.list(), person = session.person()](
            const Job& job) -> Result<Questions> {
            // Nothing was listed yet where one came from another page: then it is about all.
            auto list = listed.empty() ? analytics::everyAccount(*moment->snapshot) : listed;
            std::erase_if(list, [&](AccountIndex account) {
                return moment->snapshot->isChurned(account, moment->day);
            });
            Questions questions = staleQuestions(*moment, list, person, job.stop);
            return job.stopped() ? Result<Questions>(cancelled()) : Result<Questions>(std::move(questions));
        },
        this,
        [this](Result<Questions> questions) {
            m_isLooking = false;
            questions ? begin(std::move(*questions)) : showEnd(wording::errorSentence(questions.error()));
        });
}

void StaleScoresPage::begin(std::vector<StaleQuestion> questions) {
    m_questions = std::move(questions);
    show();
}

void StaleScoresPage::show() {
    if (!m_context.session.isOpen() || m_isLooking) {
        return;
    }
    const session::Moment& moment = *m_context.session.moment();
    std::optional<StaleAnswer> found;
    while (m_current < m_questions.size() && !(found = findQuestion(moment, m_questions[m_current]))) {
        m_questions.erase(m_questions.begin() + static_cast<std::ptrdiff_t>(m_current));
    }
    if (found) {
        showQuestion(*found);
    } else {
        showEnd(roundSentence());
    }
    Q_EMIT placeChanged();
}

// --- answers

void StaleScoresPage::move(int by) {
    if ((by < 0 && m_current == 0) || (by > 0 && m_current >= m_questions.size())) {
        return;
    }
    m_current = by < 0 ? m_current - 1 : m_current + 1;
    m_note->setText(m_current < m_questions.size() ? m_questions[m_current].note : QString());
    setFocus(Qt::OtherFocusReason);
    show();
}

void StaleScoresPage::confirm() {
    if (m_current >= m_questions.size()) {
        return;
    }
    const auto found = findQuestion(*m_context.session.moment(), m_questions[m_current]);
    const std::optional<int> level = found ? found->level() : std::nullopt;
    if (level) {
        answer(*level);
    } else {
        setFocus(Qt::OtherFocusReason); // the note waits for the level
    }
}

void StaleScoresPage::answer(int level) {
    if (m_current >= m_questions.size()) {
        return;
    }
    session::BookSession& session = m_context.session;
    if (const QString why = session.whyNotWrite(); !why.isEmpty()) {
        m_navigator.toast(why);
        return;
    }
    StaleQuestion& question = m_questions[m_current];
    const auto found = findQuestion(*session.moment(), question);
    if (!found) {
        return;
    }
    const Metric& metric = session.snapshot().scorecard->metrics[found->metric];
    const QString text = tr("Set %1 of %2 to %3")
                             .arg(fromUtf8(metric.name), m_name->text(), wording::valueText(metric, level));
    question.answer = level;
    question.lost.reset();
    question.note.clear();
    const book::SetMeasurement edit{.account = (*session.snapshot().accounts)[found->account].id,
                                    .metric = question.metric,
                                    .day = session.asOf(),
                                    .value = level,
                                    .note = m_note->text().trimmed()};
    move(1);
    session.apply(edit, text);
}

/// What could not be kept is asked again: at the end, so that nothing moves under the keys.
void StaleScoresPage::takeBack(const book::Edit& lost) {
    if (!m_context.session.isOpen()) {
        return;
    }
    const auto at = questionOf(lost, m_context.session.snapshot(), m_questions);
    if (!at) {
        return;
    }
    StaleQuestion question = m_questions[*at];
    question.lost = std::exchange(question.answer, std::nullopt);
    question.note = std::get<book::SetMeasurement>(lost).note;
    if (*at < m_current) {
        m_questions.erase(m_questions.begin() + static_cast<std::ptrdiff_t>(*at));
        m_questions.push_back(std::move(question));
        --m_current;
    } else {
        m_questions[*at] = std::move(question);
    }
    const bool isAsked = m_current < m_questions.size() && m_questions[m_current].lost;
    if (isAsked && m_note->text().isEmpty()) {
        m_note->setText(m_questions[m_current].note);
    }
    if (isVisible()) {
        show();
    }
}

void StaleScoresPage::keyPressEvent(QKeyEvent* event) {
    const bool isPlain =
        (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    const bool isAsking = m_current < m_questions.size();
    const int key = event->key();
    const auto place = static_cast<std::size_t>(std::max(0, key - Qt::Key_1));
    const bool isLetter = !event->text().isEmpty() && event->text().front().isLetter();
    if (!isPlain || m_isLooking) {
        Page::keyPressEvent(event);
    } else if (key == Qt::Key_Left) {
        move(-1);
    } else if (!isAsking) {
        key == Qt::Key_Return || key == Qt::Key_Enter ? m_navigator.goBack() : Page::keyPressEvent(event);
    } else if (key == Qt::Key_Right) {
        move(1);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        confirm();
    } else if (key >= Qt::Key_1 && key <= Qt::Key_9 && place < m_levels->levels().size()) {
        answer(m_levels->levels()[place].level);
    } else if (isLetter && m_note->isEnabled()) {
        m_note->setFocus(Qt::OtherFocusReason);
        m_note->insert(event->text());
    } else {
        Page::keyPressEvent(event);
    }
}

bool StaleScoresPage::escape() {
    if (m_note->hasFocus()) {
        setFocus(Qt::OtherFocusReason); // what is written waits for the level
    } else {
        m_navigator.goBack();
    }
    return true;
}

QString StaleScoresPage::place() const {
    return m_current < m_questions.size() ? tr("%1 of %2").arg(m_current + 1).arg(m_questions.size())
                                          : QString();
}

QString StaleScoresPage::asText() const {
    return m_current < m_questions.size()
               ? u"%1\n%2\n%3\n"_s.arg(m_name->text(), accessibleName(), m_held->text())
               : m_endSentence + u'\n';
}

} // namespace hb::pages
