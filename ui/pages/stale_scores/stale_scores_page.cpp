// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stale_scores/stale_scores_page.h"

#include "core/analytics/stale_levels.h"
#include "core/scoring/band.h"
#include "core/wording/numbers.h"
#include "core/wording/sentences.h"
#include "core/wording/stale_levels_sentence.h"
#include "ui/models/book_layout.h"
#include "ui/pages/stale_scores/level_rows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/level_choices.h"
#include "ui/widgets/shared_undo.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr int cardWidth = 720, longestNote = 10'000;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

StaleScoresPage::StaleScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_asking(new QWidget(this)), m_end(new widgets::EmptyState(context.theme, theme::Icon::Check, this)),
      m_glyph(new widgets::BandGlyph(context.theme, 18, m_asking)), m_count(makeLabel("muted", m_asking)),
      m_name(makeLabel("pageTitle", m_asking)), m_facts(makeLabel("muted", m_asking)),
      m_help(makeLabel("muted", m_asking)), m_held(makeLabel("body", m_asking)),
      m_who(makeLabel("captionMuted", m_asking)), m_keys(makeLabel("captionMuted", m_asking)),
      m_card(new widgets::Card({}, m_asking)), m_levels(new LevelRows(context.theme, m_card)),
      m_note(new QLineEdit(m_card)), m_back(new QPushButton(tr("Back"), m_card)),
      m_skip(new QPushButton(tr("Skip"), m_card)),
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
    connect(m_levels, &LevelRows::chosen, this, &StaleScoresPage::answer);
    connect(m_note, &QLineEdit::returnPressed, this, &StaleScoresPage::confirm);
    connect(m_back, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_confirm, &QPushButton::clicked, this, &StaleScoresPage::confirm);
    connect(m_end, &widgets::EmptyState::requested, this, [this] { m_navigator.goBack(); });
}

void StaleScoresPage::build() {
    m_count->setObjectName(u"staleCount"_s);
    m_name->setObjectName(u"staleAccount"_s);
    m_help->setObjectName(u"staleHelp"_s);
    m_held->setObjectName(u"staleHeld"_s);
    m_who->setObjectName(u"staleWho"_s);
    m_keys->setText(tr("1 to 9 choose · Enter: still so · N or Right: skip · Left: back · a letter begins "
                       "the note · Esc leaves"));
    m_name->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(m_glyph);
    head->addWidget(m_name);
    head->addSpacing(theme::space::s);
    head->addWidget(m_facts, 1);
    m_card->setMaximumWidth(m_context.theme.px(cardWidth));
    auto* rows = new QVBoxLayout(m_asking);
    constexpr int margin = theme::space::pageMargin;
    rows->setContentsMargins(margin, theme::space::l, margin, margin);
    rows->setSpacing(theme::space::m);
    rows->addWidget(m_count);
    rows->addLayout(head);
    rows->addWidget(m_card);
    rows->addWidget(m_keys);
    rows->addStretch(1);
    buildCard(m_card->content());
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
    last->setSpacing(theme::space::s);
    for (QPushButton* button : {m_back, m_skip, m_confirm}) {
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
        if (button == m_confirm) {
            last->addStretch(1);
        }
        last->addWidget(button);
    }
    rows->setSpacing(theme::space::m);
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
    const Round round{.book = session.path(), .day = session.asOf(), .list = session.list()};
    if (std::exchange(m_round, round) != round || m_current >= m_questions.size()) {
        restart();
    } else {
        show(); // back from a look at the account: the place, and what was typed, are kept
    }
    setFocus(Qt::OtherFocusReason);
}

void StaleScoresPage::restart() {
    m_questions.clear();
    m_current = 0;
    m_note->clear();
    const session::BookSession& session = m_context.session;
    if (session.isOpen()) {
        const session::Moment& moment = *session.moment();
        const std::vector<scoring::Reasons> open = models::openReasons(moment, session.person());
        for (const analytics::StaleLevel& level :
             analytics::staleLevels(*moment.scorer, session.list(), open, moment.day)) {
            m_questions.push_back({.account = toQString((*moment.snapshot->accounts)[level.account].key),
                                   .metric = moment.snapshot->metricIds[level.metric],
                                   .before = {},
                                   .answer = {}});
        }
        for (Question& question : m_questions) {
            question.before = levelOf(*find(question));
        }
    }
    show();
}

std::optional<StaleScoresPage::Found> StaleScoresPage::find(const Question& question) const {
    const session::Moment& moment = *m_context.session.moment();
    const auto account = moment.snapshot->findAccount(question.account.toStdString());
    const auto id = std::ranges::find(moment.snapshot->metricIds, question.metric);
    if (!account || id == moment.snapshot->metricIds.end()) {
        return {};
    }
    const auto metric = static_cast<MetricIndex>(id - moment.snapshot->metricIds.begin());
    const auto& metrics = moment.scorer->versionOf(*account, moment.day).metrics;
    const auto at = std::ranges::find(metrics, metric, &scoring::CompiledMetric::metric);
    if (at == metrics.end()) {
        return {};
    }
    return Found{.account = *account,
                 .metric = metric,
                 .position = static_cast<std::size_t>(at - metrics.begin()),
                 .detail = moment.scorer->detail(*account, moment.day)};
}

std::optional<int> StaleScoresPage::levelOf(const Found& found) const {
    const std::optional<double>& value = found.detail.metrics[found.position].value.value;
    return value ? std::optional(static_cast<int>(std::lround(*value))) : std::nullopt;
}

void StaleScoresPage::show() {
    if (!m_context.session.isOpen()) {
        return;
    }
    std::optional<Found> found;
    while (m_current < m_questions.size() && !(found = find(m_questions[m_current]))) {
        m_questions.erase(m_questions.begin() + static_cast<std::ptrdiff_t>(m_current));
    }
    if (found) {
        showQuestion(*found);
    } else {
        showEnd();
    }
    m_stack->setCurrentWidget(found ? m_asking : static_cast<QWidget*>(m_end));
    Q_EMIT placeChanged();
}

void StaleScoresPage::showQuestion(const Found& found) {
    const session::Moment& moment = *m_context.session.moment();
    const scoring::CompiledVersion& version = moment.scorer->versionOf(found.account, moment.day);
    const Metric& metric = moment.snapshot->scorecard->metrics[found.metric];
    const Question& question = m_questions[m_current];
    m_count->setText(place());
    m_glyph->setBand(found.detail.band);
    m_name->setText(toQString(moment.snapshot->nameOn(found.account, moment.day)));
    QStringList facts;
    for (const std::string_view key : {attribute::owner, attribute::segment}) {
        facts << toQString(moment.snapshot->attributeOn(found.account, key, moment.day));
    }
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    m_card->setTitle(toQString(metric.name));
    m_help->setText(toQString(metric.help));
    m_help->setVisible(!metric.help.empty());
    const std::optional<int> level = levelOf(found);
    const scoring::MetricDetail& detail = found.detail.metrics[found.position];
    const QString stale = wording::staleSentence(*moment.scorer, found.detail, found.position);
    m_held->setText(!level            ? tr("It was never set here.")
                    : question.answer ? tr("Set to %1.").arg(wording::valueText(metric, *level))
                    : stale.isEmpty() ? tr("%1, set on %2.")
                                            .arg(wording::valueText(metric, *level),
                                                 wording::dayText(*detail.value.observedOn, moment.day))
                                      : stale);
    m_levels->setLevels(widgets::levelChoices(version.metrics[found.position], metric, version.ranges),
                        level);
    m_back->setEnabled(m_current > 0);
    m_confirm->setEnabled(level.has_value());
    m_confirm->setToolTip(level ? tr("Enter") : tr("It was never set: choose a level"));
    setAccessibleName(tr("%1: %2").arg(m_name->text(), toQString(metric.name)));
    m_who->clear();
    m_who->hide();
    readWho(found);
}

/// Who set it last, from the file: another question may be shown by the time it comes.
void StaleScoresPage::readWho(const Found& found) {
    session::BookSession& session = m_context.session;
    const scoring::MetricDetail& detail = found.detail.metrics[found.position];
    if (session.path().isEmpty() || !detail.value.observedOn) {
        return;
    }
    const Question& question = m_questions[m_current];
    session.readOrigin(
        (*session.snapshot().accounts)[found.account].id,
        question.metric,
        detail.value.observedOn,
        this,
        [this, key = question.account, metric = question.metric, index = found.metric](
            const Result<book::MetricOrigin>& origin) {
            const bool isStill = m_current < m_questions.size() && m_questions[m_current].account == key &&
                                 m_questions[m_current].metric == metric;
            if (!origin || !isStill || !m_context.session.isOpen()) {
                return;
            }
            const Day day = m_context.session.moment()->day;
            const auto last = std::ranges::find_if(
                origin->byHand, [day](const book::HandValue& value) { return value.day <= day; });
            if (last != origin->byHand.end()) {
                m_who->setText(
                    wording::handValueSentence(m_context.session.snapshot().scorecard->metrics[index],
                                               {.author = last->author,
                                                .day = last->day,
                                                .value = last->value,
                                                .note = last->note,
                                                .importedValue = last->importedValue},
                                               day));
            } else if (origin->import) {
                m_who->setText(wording::importedSentence({.number = origin->import->run.value,
                                                          .by = origin->import->by,
                                                          .at = origin->import->at,
                                                          .file = origin->import->file,
                                                          .note = origin->import->note}));
            }
            m_who->setVisible(!m_who->text().isEmpty());
        });
}

/// What was answered and has not been undone since.
bool StaleScoresPage::stands(const Question& question) const {
    if (!question.answer) {
        return false;
    }
    if (m_context.session.isBehind()) {
        return true;
    }
    const auto found = find(question);
    return found && levelOf(*found) == question.answer &&
           found->detail.metrics[found->position].value.observedOn == m_context.session.moment()->day;
}

void StaleScoresPage::showEnd() {
    wording::StaleRound round{.asked = static_cast<int>(m_questions.size())};
    for (const Question& question : m_questions) {
        if (stands(question)) {
            ++(question.answer == question.before ? round.confirmed : round.changed);
        }
    }
    m_endSentence = wording::staleRoundSentence(round);
    m_end->setTexts(m_endSentence, tr("Back"));
}

// --- answers

void StaleScoresPage::move(int by) {
    if ((by < 0 && m_current == 0) || (by > 0 && m_current >= m_questions.size())) {
        return;
    }
    m_current = by < 0 ? m_current - 1 : m_current + 1;
    m_note->clear();
    setFocus(Qt::OtherFocusReason);
    show();
}

void StaleScoresPage::confirm() {
    if (m_current >= m_questions.size()) {
        return;
    }
    const auto found = find(m_questions[m_current]);
    const std::optional<int> level = found ? levelOf(*found) : std::nullopt;
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
    Question& question = m_questions[m_current];
    const auto found = find(question);
    if (!found) {
        return;
    }
    const Metric& metric = session.snapshot().scorecard->metrics[found->metric];
    const QString text = tr("Set %1 of %2 to %3")
                             .arg(toQString(metric.name), m_name->text(), wording::valueText(metric, level));
    question.answer = level;
    const book::SetMeasurement edit{.account = (*session.snapshot().accounts)[found->account].id,
                                    .metric = question.metric,
                                    .day = session.asOf(),
                                    .value = level,
                                    .note = m_note->text().trimmed()};
    move(1);
    session.apply(edit, text);
}

void StaleScoresPage::keyPressEvent(QKeyEvent* event) {
    const bool isPlain =
        (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    const bool isAsking = m_current < m_questions.size();
    const int key = event->key();
    const auto place = static_cast<std::size_t>(std::max(0, key - Qt::Key_1));
    const bool isLetter = !event->text().isEmpty() && event->text().front().isLetter();
    if (!isPlain) {
        Page::keyPressEvent(event);
    } else if (key == Qt::Key_Left) {
        move(-1);
    } else if (!isAsking) {
        key == Qt::Key_Return || key == Qt::Key_Enter ? m_navigator.goBack() : Page::keyPressEvent(event);
    } else if (key == Qt::Key_Right || key == Qt::Key_N) {
        move(1);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        confirm();
    } else if (key >= Qt::Key_1 && key <= Qt::Key_9 && place < m_levels->levels().size()) {
        answer(m_levels->levels()[place].level);
    } else if (isLetter) {
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
