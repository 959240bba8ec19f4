// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows of a round: a question, or what came of all.
#include "core/wording/numbers.h"
#include "core/wording/sentences.h"
#include "core/wording/stale_levels_sentence.h"
#include "core/wording/words.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/stale_scores/level_rows.h"
#include "ui/pages/stale_scores/stale_scores_page.h"
#include "ui/pages/stale_scores/stale_table.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/level_choices.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using wording::fromUtf8;

void StaleScoresPage::showQuestion(const StaleAnswer& found) {
    const session::Moment& moment = *m_context.session.moment();
    const scoring::CompiledVersion& version = moment.scorer->versionOf(found.account, moment.day);
    const Metric& metric = moment.snapshot->scorecard->metrics[found.metric];
    m_count->setText(place());
    m_glyph->setBand(found.detail.band);
    m_name->setText(fromUtf8(moment.snapshot->nameOn(found.account, moment.day)));
    QStringList facts;
    for (const std::string_view key : {attribute::owner, attribute::segment}) {
        facts << fromUtf8(moment.snapshot->attributeOn(found.account, key, moment.day));
    }
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    m_card->setTitle(fromUtf8(metric.name));
    m_help->setText(fromUtf8(metric.help));
    m_help->setVisible(!metric.help.empty());
    showLost(found);
    showHeld(found);
    const std::optional<int> level = found.level();
    m_levels->setLevels(widgets::levelChoices(version.metrics[found.position], metric, version.ranges),
                        level,
                        m_context.session.whyNotWrite());
    m_back->setEnabled(m_current > 0);
    const QString why = m_context.session.whyNotWrite();
    const QString unset = level ? QString() : tr("It was never set: choose a level");
    widgets::setWhyNot(m_confirm, why.isEmpty() ? unset : why, tr("Enter"));
    widgets::setWhyNot(m_note, why, {});
    setAccessibleName(tr("%1: %2").arg(m_name->text(), fromUtf8(metric.name)));
    m_who->clear();
    m_who->hide();
    readWho(found);
    m_stack->setCurrentWidget(m_asking);
}

void StaleScoresPage::showHeld(const StaleAnswer& found) {
    const session::Moment& moment = *m_context.session.moment();
    const Metric& metric = moment.snapshot->scorecard->metrics[found.metric];
    const std::optional<int> level = found.level();
    const QString stale = wording::staleSentence(*moment.scorer, found.detail, found.position);
    m_held->setText(!level                          ? tr("It was never set here.")
                    : m_questions[m_current].answer ? tr("Set to %1.").arg(wording::valueText(metric, *level))
                    : stale.isEmpty()               ? tr("%1, set on %2.")
                                            .arg(wording::valueText(metric, *level),
                                                 wording::dayText(*found.of().value.observedOn, moment.day))
                                      : stale);
}

/// Of the answer that is asked again, else how many will be.
void StaleScoresPage::showLost(const StaleAnswer& found) {
    const std::optional<int>& here = m_questions[m_current].lost;
    const auto others = static_cast<int>(
        std::ranges::count_if(m_questions, [](const StaleQuestion& each) { return each.lost.has_value(); }));
    const Metric& metric = m_context.session.snapshot().scorecard->metrics[found.metric];
    m_lost->setText(
        here ? tr("Your answer, %1, could not be kept: choose again.").arg(wording::valueText(metric, *here))
        : others > 0 ? tr("%Ln could not be kept: asked again at the end.", nullptr, others)
                     : QString());
    m_lost->setVisible(!m_lost->text().isEmpty());
}

/// Who set it last, from the file: another question may be shown by the time it comes.
void StaleScoresPage::readWho(const StaleAnswer& found) {
    session::BookSession& session = m_context.session;
    if (session.path().isEmpty() || !found.of().value.observedOn) {
        return;
    }
    const StaleQuestion& question = m_questions[m_current];
    session.readOrigin((*session.snapshot().accounts)[found.account].id,
                       question.metric,
                       found.of().value.observedOn,
                       this,
                       [this, key = question.account, metric = question.metric, index = found.metric](
                           const Result<book::MetricOrigin>& origin) {
                           const bool isStill = m_current < m_questions.size() &&
                                                m_questions[m_current].account == key &&
                                                m_questions[m_current].metric == metric;
                           if (origin && isStill && m_context.session.isOpen()) {
                               showWho(*origin, index);
                           }
                       });
}

void StaleScoresPage::showWho(const book::MetricOrigin& origin, MetricIndex metric) {
    const Day day = m_context.session.moment()->day;
    const auto last =
        std::ranges::find_if(origin.byHand, [day](const book::HandValue& value) { return value.day <= day; });
    if (last != origin.byHand.end()) {
        m_who->setText(wording::handValueSentence(m_context.session.snapshot().scorecard->metrics[metric],
                                                  {.author = last->author,
                                                   .day = last->day,
                                                   .value = last->value,
                                                   .note = last->note,
                                                   .importedValue = last->importedValue},
                                                  day));
    } else if (origin.import) {
        m_who->setText(wording::importedSentence({.number = origin.import->run.value,
                                                  .by = origin.import->by,
                                                  .on = origin.import->on,
                                                  .file = origin.import->file,
                                                  .note = origin.import->note}));
    }
    m_who->setVisible(!m_who->text().isEmpty());
}

/// What was answered and has not been undone since.
bool StaleScoresPage::stands(const StaleQuestion& question) const {
    if (!question.answer) {
        return false;
    }
    if (m_context.session.isBehind()) {
        return true;
    }
    const session::Moment& moment = *m_context.session.moment();
    const auto found = findQuestion(moment, question);
    return found && found->level() == question.answer && found->of().value.observedOn == moment.day;
}

QString StaleScoresPage::roundSentence() const {
    wording::StaleRound round{.asked = static_cast<int>(m_questions.size())};
    for (const StaleQuestion& question : m_questions) {
        if (stands(question)) {
            ++(question.answer == question.before ? round.confirmed : round.changed);
        }
    }
    return wording::staleRoundSentence(round);
}

void StaleScoresPage::showEnd(const QString& sentence) {
    m_endSentence = sentence;
    m_end->setTexts(m_endSentence, tr("Back"));
    m_stack->setCurrentWidget(m_end);
}

// --- copies

/// What was undone since is no answer.
void StaleScoresPage::readTable(std::function<void(Result<exchange::Table>)> done) {
    if (!m_context.session.isOpen()) {
        done(cancelled()); // it was closed while a file was asked for
        return;
    }
    std::vector<StaleQuestion> questions = m_questions;
    for (StaleQuestion& question : questions) {
        if (!stands(question)) {
            question.answer.reset();
        }
    }
    m_context.jobs.runLatest<exchange::Table>(
        u"staleScores.table"_s,
        tr("Making the table"),
        [moment = m_context.session.moment(), questions = std::move(questions)](const Job& job) {
            return staleTable(*moment, questions, job);
        },
        this,
        std::move(done));
}

widgets::Copies StaleScoresPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); },
                           .picture = [this] { return grab(); },
                           .name = tr("Stale scores")};
    if (!m_questions.empty()) {
        copies.readTable = [this](auto done) { readTable(std::move(done)); };
    }
    return copies;
}

void StaleScoresPage::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"staleMenu"_s);
    widgets::addCopyActions(*menu, copies());
    menu->popup(event->globalPos());
}

} // namespace hb::pages
