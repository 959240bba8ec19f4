// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/template_desk.h"

#include "core/book/draft_scorecard.h"
#include "core/scoring/template_match.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

const SavedDraft* findDraft(const Snapshot& snapshot, const std::string& key) {
    const auto found = std::ranges::find_if(snapshot.drafts,
                                            [&](const SavedDraft& saved) { return saved.draft.key == key; });
    return found == snapshot.drafts.end() ? nullptr : &*found;
}

const Template* findTemplate(const Snapshot& snapshot, const std::string& key) {
    const auto found = std::ranges::find(snapshot.scorecard->templates, key, &Template::key);
    return found == snapshot.scorecard->templates.end() ? nullptr : &*found;
}

/// The template whose draft alone is another in `after`; empty: none is, or the one in front too.
std::string changedElsewhere(const Snapshot& before, const Snapshot& after, const std::string& front) {
    std::string changed;
    const auto look = [&](const Snapshot& from, const Snapshot& to) {
        for (const SavedDraft& each : from.drafts) {
            const SavedDraft* other = findDraft(to, each.draft.key);
            if (!other || other->draft != each.draft) {
                changed = changed.empty() || changed != front ? each.draft.key : changed;
            }
        }
    };
    look(before, after);
    look(after, before);
    return changed == front ? std::string() : changed;
}

const TemplateVersion* findVersion(const Template& each, int number) {
    const auto found = std::ranges::find(each.versions, number, &TemplateVersion::number);
    return found == each.versions.end() ? nullptr : &*found;
}

} // namespace

TemplateDesk::TemplateDesk(const shell::Context& context, QObject* parent)
    : QObject(parent), m_context(context) {
    const session::BookSession* session = &context.session;
    connect(session, &session::BookSession::opened, this, [this] { open({}); });
    connect(session, &session::BookSession::closed, this, &TemplateDesk::clear);
    connect(session, &session::BookSession::changed, this, &TemplateDesk::follow);
    connect(session, &session::BookSession::dayChanged, this, &TemplateDesk::follow);
    connect(session, &session::BookSession::editLost, this, &TemplateDesk::takeBack);
}

void TemplateDesk::clear() {
    m_view = {};
    m_version = 0;
    m_moving.reset();
    m_waiting.reset();
    m_effect.reset();
    m_found = {};
    Q_EMIT shown();
}

void TemplateDesk::open(const QString& key) {
    if (!m_context.session.isOpen()) {
        return;
    }
    const Snapshot& snapshot = m_context.session.snapshot();
    std::string wanted = key.toStdString();
    if (!findTemplate(snapshot, wanted) && !findDraft(snapshot, wanted)) {
        wanted = snapshot.drafts.empty() ? snapshot.scorecard->templates.front().key
                                         : snapshot.drafts.front().draft.key;
    }
    if (const SavedDraft* saved = findDraft(snapshot, wanted)) {
        show(saved->draft, 0);
    } else {
        const Template& each = *findTemplate(snapshot, wanted);
        show(book::draftOf(each, each.versions.back(), snapshot.scorecard->metrics),
             each.versions.back().number);
    }
}

void TemplateDesk::openVersion(int number) {
    const Template* each = published();
    if (const TemplateVersion* version = each ? findVersion(*each, number) : nullptr) {
        show(book::draftOf(*each, *version, m_context.session.snapshot().scorecard->metrics), number);
    }
}

const Template* TemplateDesk::published() const {
    return isOpen() ? findTemplate(*m_view.moment->snapshot, m_view.draft.key) : nullptr;
}

const SavedDraft* TemplateDesk::saved() const {
    return isOpen() ? findDraft(*m_view.moment->snapshot, m_view.draft.key) : nullptr;
}

void TemplateDesk::wake() {
    m_isResting = false;
    if (m_hasMissed) {
        follow();
    }
}

/// The book has changed, or the day. What a person has done and the book does not show yet stands.
void TemplateDesk::follow() {
    m_hasMissed = m_isResting;
    if (!isOpen() || m_isResting) {
        return;
    }
    if (m_version == 0 && m_context.session.isBehind()) {
        show(Draft(m_view.draft), 0);
        return;
    }
    const Snapshot& snapshot = m_context.session.snapshot();
    if (m_goesWithStep && !m_context.session.isBehind()) {
        m_goesWithStep = false;
        const std::string other = changedElsewhere(*m_view.moment->snapshot, snapshot, m_view.draft.key);
        if (!other.empty() && (findTemplate(snapshot, other) || findDraft(snapshot, other))) {
            open(QString::fromStdString(other));
            return;
        }
    }
    const bool hasNewDraft = !saved() && findDraft(snapshot, m_view.draft.key);
    const Template* each = findTemplate(snapshot, m_view.draft.key);
    if (m_version == 0 || hasNewDraft || !each || !findVersion(*each, m_version)) {
        open(key());
    } else {
        show(book::draftOf(*each, *findVersion(*each, m_version), snapshot.scorecard->metrics), m_version);
    }
}

/// A step could not be written: the banner says why, and the desk shows what the book has.
void TemplateDesk::takeBack(const book::Edit& edit) {
    const auto* lost = std::get_if<book::SetDraft>(&edit);
    if (lost && isOpen() && lost->key == m_view.draft.key) {
        open(key());
    } else if (isOpen() && !lost) {
        Q_EMIT shown(); // what a part shows of the book before it is there
    }
}

void TemplateDesk::show(Draft draft, int version) {
    const session::BookSession& session = m_context.session;
    if (m_view.moment != session.moment()) {
        m_view.moment = session.moment();
        const session::Moment& now = *m_view.moment;
        m_base = std::make_shared<const book::EffectBase>(
            book::EffectBase{.snapshot = now.snapshot,
                             .scores = scoring::shownTracks(now.book.scores),
                             .living = analytics::livingByArr(*now.snapshot, now.day),
                             .day = now.day});
    }
    if (version != 0 || draft.key != m_view.draft.key) {
        m_effect.reset();
        m_moving.reset();
        m_found = {};
    }
    m_version = version;
    const Day today = session.today();
    m_view.today = m_view.moment->day == today ? std::nullopt : std::optional(today);
    m_view.draft = std::move(draft);
    m_view.isEditable = version == 0;
    m_view.metrics = book::metricsWith(m_view.moment->snapshot->scorecard->metrics, m_view.draft);
    Q_EMIT shown();
    if (version == 0) {
        computeEffect(m_moving.value_or(m_view.draft));
    } else {
        Q_EMIT effectChanged();
        computeFindings(whyNotExamined().isEmpty() ? m_view.moment->scorer : nullptr);
    }
}

QString TemplateDesk::whyNotExamined() const {
    if (!isOpen()) {
        return {};
    }
    if (m_version == 0) {
        return m_effect && !m_effect->effect->faults.isEmpty()
                   ? tr("What looks unsound is said here once the draft is ready.")
                   : QString();
    }
    const Template& each = *published();
    const Day day = m_view.moment->day;
    const bool scores = each.versions[scoring::versionOn(each.versions, day)].number == m_version &&
                        (!each.retiredOn || *each.retiredOn > day);
    return scores ? QString() : tr("Only what scores is examined: this version does not.");
}

void TemplateDesk::preview(const Draft& draft) {
    if (m_view.isEditable) {
        m_moving = draft;
        computeEffect(draft);
    }
}

void TemplateDesk::edit(const Draft& draft, const QString& text) {
    m_moving.reset();
    if (!m_view.isEditable || draft == m_view.draft) {
        return;
    }
    show(draft, 0);
    m_context.session.apply(book::SetDraft{.key = draft.key, .draft = draft}, text);
}

void TemplateDesk::beginDraft() {
    if (m_version != 0) {
        beginDraftOf(m_version);
    }
}

void TemplateDesk::beginDraftOf(int version) {
    const Template* each = published();
    const TemplateVersion* from = each ? findVersion(*each, version) : nullptr;
    if (!from) {
        return;
    }
    Draft draft = book::draftOf(*each, *from, m_view.moment->snapshot->scorecard->metrics);
    const QString text =
        tr("Began a draft of %1 from v%2").arg(QString::fromStdString(each->name)).arg(version);
    show(draft, 0);
    m_context.session.apply(book::SetDraft{.key = draft.key, .draft = std::move(draft)}, text);
}

void TemplateDesk::duplicate(const QString& name) {
    Draft draft = book::duplicateOf(m_view.draft,
                                    book::freeTemplateKey(*m_view.moment->snapshot, name.toStdString()),
                                    name.toStdString());
    show(draft, 0);
    m_context.session.apply(book::SetDraft{.key = draft.key, .draft = std::move(draft)},
                            tr("Began the template %1").arg(name));
}

void TemplateDesk::discardDraft() {
    if (!saved()) {
        return;
    }
    const std::string thrown = m_view.draft.key;
    const QString text = tr("Threw the draft of %1 away").arg(QString::fromStdString(m_view.draft.name));
    if (const Template* each = published()) {
        openVersion(each->versions.back().number);
    }
    m_context.session.apply(book::SetDraft{.key = thrown, .draft = {}}, text);
}

/// One at a time, and of those that wait the newest: while a slider moves each answer builds on the one
/// before, and none is thrown away.
void TemplateDesk::computeEffect(const Draft& draft) {
    if (m_isWorking) {
        m_waiting = draft;
        return;
    }
    using Made = std::shared_ptr<const book::DraftEffect>;
    const bool goesOn = m_effect && m_effect->moment == m_view.moment && m_effect->of == draft.key &&
                        (m_moving || m_effect->effect->columns);
    m_isWorking = true;
    m_context.jobs.run<Made>(
        {},
        [base = m_base, draft, last = goesOn ? m_effect->effect : nullptr](const Job& job) -> Result<Made> {
            return std::make_shared<const book::DraftEffect>(
                book::draftEffect(*base, draft, last.get(), job.stop));
        },
        this,
        [this, moment = m_view.moment, draft](const Result<Made>& made) {
            m_isWorking = false;
            takeEffect(moment, draft, made ? *made : nullptr);
        });
}

void TemplateDesk::takeEffect(const std::shared_ptr<const session::Moment>& moment,
                              const Draft& draft,
                              std::shared_ptr<const book::DraftEffect> effect) {
    if (effect && moment == m_view.moment && m_version == 0 && draft.key == m_view.draft.key) {
        m_effect = {.moment = moment, .of = draft.key, .effect = std::move(effect)};
        Q_EMIT effectChanged();
        if (!m_waiting && draft == m_view.draft) { // not of what moves: the drag goes first
            computeFindings(m_effect->effect->after);
        }
    }
    if (const auto waiting = std::exchange(m_waiting, std::nullopt); waiting && m_version == 0 && isOpen()) {
        computeEffect(*waiting);
    }
}

/// Of the draft as it would be published, or of the version that scores; `scorer` null: it is not ready.
void TemplateDesk::computeFindings(const std::shared_ptr<const scoring::Scorer>& scorer) {
    if (!scorer) {
        m_found = {};
        Q_EMIT findingsChanged();
        return;
    }
    m_context.jobs.runLatest<Found>(
        u"draft findings"_s,
        {},
        [scorer, day = m_view.moment->day, of = m_view.draft](const Job& job) -> Result<Found> {
            Found found{.of = of, .scorer = scorer, .findings = {}};
            found.findings = analytics::findings(*scorer, day, {}, job.stop);
            std::erase_if(found.findings, [&](const analytics::Finding& finding) {
                return scorer->snapshot().scorecard->templates[finding.templateIndex].key != of.key;
            });
            return found;
        },
        this,
        [this, moment = m_view.moment](Result<Found> found) {
            if (found && moment == m_view.moment) {
                m_found = std::move(*found);
                Q_EMIT findingsChanged();
            }
        });
}

} // namespace hb::pages
