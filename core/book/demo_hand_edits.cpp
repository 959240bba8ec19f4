// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_hand_edits.h"

#include "core/book/demo_stories.h"
#include "core/book/edits.h"
#include "core/scoring/reasons.h"
#include "core/wording/words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hb::book {

namespace {

struct DemoNote {
    std::size_t story; ///< in demoStories()
    int daysAgo;
    QStringView text;
    NoteKind kind = NoteKind::Note;
};
constexpr std::array notes{
    DemoNote{0, 9, u"Warehouse scanners drop out since their new firmware. Support has it."},
    DemoNote{0,
             1,
             u"Their COO called: two depots stood still this morning. Wants a date for the fix.",
             NoteKind::Call},
    DemoNote{1,
             2,
             u"Payout file rejected four times. They reconcile by hand until it is solved.",
             NoteKind::Email},
    DemoNote{2, 6, u"Marta, our champion, left for another company. Her successor is not named yet."},
    DemoNote{2, 40, u"Reference call went well; Marta offered a case study for the spring.", NoteKind::Call},
    DemoNote{3,
             75,
             u"Quarterly review: fewer depots use it since the reorganisation. They see no hurry.",
             NoteKind::Review},
    DemoNote{3,
             24,
             u"New head of procurement asks for a list of who signs in. Renewal talk is set.",
             NoteKind::Meeting},
    DemoNote{4, 96, u"Tried to reach the plant manager twice, no answer.", NoteKind::Call},
    DemoNote{5,
             60,
             u"Bought seats for the outlet stores. Wants to hear about analytics in autumn.",
             NoteKind::Meeting},
    DemoNote{8, 12, u"Every buyer signs in daily now. They asked what more seats would cost."},
    DemoNote{9, 15, u"Two more schools of the trust start next term."},
    DemoNote{10, 10, u"Migration to the new data centre began; sign-ins dip as planned until it is done."},
    DemoNote{11, 3, u"Kick-off done. First goal: quotes out in two days instead of five.", NoteKind::Meeting},
};

struct DemoStep {
    std::size_t story;
    QStringView title;
    std::string_view metric;
    int plannedDaysAgo;
    int dueIn;            ///< days from today
    int doneDaysAgo = -1; ///< -1: it is open
};
constexpr std::array steps{
    DemoStep{0, u"Get a date for the scanner fix", "urgent_tickets", 8, 2},
    DemoStep{2, u"Ask who follows Marta, and be introduced", "", 4, 1},
    DemoStep{3, u"Send procurement the list of who signs in", "seats_active_pct", 24, 5},
    DemoStep{5, u"Show the outlet stores' figures in analytics", "", 60, -40, 44},
    DemoStep{8, u"Send prices for the bakeries' seats", "", 12, 9},
};

struct DemoContact {
    std::size_t story;
    QStringView name;
    ContactRole role;
    int knownDays;
    int leftDaysAgo = -1; ///< -1: still there
};
constexpr std::array contacts{
    DemoContact{0, u"Tom Hargreaves", ContactRole::Champion, 420},
    DemoContact{0, u"Sylvia Brandt, COO", ContactRole::Sponsor, 300},
    DemoContact{2, u"Marta Kowalczyk", ContactRole::Champion, 510, demoChampionLeftDaysAgo},
    DemoContact{2, u"Iain Reid", ContactRole::User, 200},
    DemoContact{3, u"Pauline Meyer, procurement", ContactRole::Other, 24},
    DemoContact{5, u"Oskar Lindgren", ContactRole::Champion, 600},
};

struct DemoJudgement {
    std::size_t story;
    int daysAgo;
    int level;
    QStringView note;
};
constexpr std::array judgements{
    DemoJudgement{3, 24, 2, u"Procurement asks what they get for it; nobody there answers."},
    DemoJudgement{5, 18, 4, u"Offered to speak at our customer day."},
    DemoJudgement{8, 12, 4, u"Plans to bring the bakeries in."},
    DemoJudgement{10, 10, 3, u"Calm about the migration; no complaint."},
};

constexpr std::string_view sentimentMetric = "csm_sentiment";
constexpr int overriddenDaysAgo = 10;
constexpr int overriddenDaysLeft = 20;
constexpr std::size_t overriddenStory = 10;
constexpr int reviewedDaysAgo = 4;

/// Writes as the owner of the account.
class OwnersHand {
public:
    OwnersHand(Book& book, const Snapshot& snapshot, Day today)
        : m_book(book), m_snapshot(snapshot), m_today(today) {}

    [[nodiscard]] Result<void> apply(AccountIndex account, const Edit& edit) {
        const QString owner = wording::fromUtf8(m_snapshot.attributeOn(account, attribute::owner, m_today));
        HB_CHECK(book::apply(m_book, edit, {.name = owner, .login = owner.toLower().replace(u' ', u'.')}));
        return {};
    }

private:
    Book& m_book;
    const Snapshot& m_snapshot;
    Day m_today;
};

Result<AccountIndex> accountOf(const Snapshot& snapshot, std::size_t story) {
    const std::string_view key = demoStories()[story].key;
    if (const auto found = snapshot.findAccount(key)) {
        return *found;
    }
    return failure(
        {.code = ErrorCode::NotFound, .what = "The demo lacks an account", .found = std::string(key)});
}

Result<void> writeNotes(OwnersHand& hand, const Snapshot& snapshot, Day today) {
    for (const DemoNote& note : notes) {
        HB_TRY(const AccountIndex account, accountOf(snapshot, note.story));
        const AccountId id = (*snapshot.accounts)[account].id;
        HB_CHECK(hand.apply(account,
                            AddNote{.account = id,
                                    .day = today - note.daysAgo,
                                    .text = note.text.toString(),
                                    .kind = note.kind}));
    }
    return {};
}

Result<void> planSteps(OwnersHand& hand, const Snapshot& snapshot, Day today) {
    for (const DemoStep& step : steps) {
        HB_TRY(const AccountIndex account, accountOf(snapshot, step.story));
        ActionFacts facts{.title = step.title.toString(),
                          .owner = wording::fromUtf8(snapshot.attributeOn(account, attribute::owner, today)),
                          .due = today + step.dueIn,
                          .metric = wording::fromUtf8(step.metric),
                          .createdOn = today - step.plannedDaysAgo};
        if (step.doneDaysAgo >= 0) {
            facts.status = ActionStatus::Done;
            facts.closedOn = today - step.doneDaysAgo;
        }
        HB_CHECK(hand.apply(account, SetAction{.account = (*snapshot.accounts)[account].id, .facts = facts}));
    }
    return {};
}

Result<void> nameContacts(OwnersHand& hand, const Snapshot& snapshot, Day today) {
    for (const DemoContact& contact : contacts) {
        HB_TRY(const AccountIndex account, accountOf(snapshot, contact.story));
        ContactFacts facts{
            .name = contact.name.toString(), .role = contact.role, .cameOn = today - contact.knownDays};
        if (contact.leftDaysAgo >= 0) {
            facts.leftOn = today - contact.leftDaysAgo;
        }
        HB_CHECK(
            hand.apply(account, SetContact{.account = (*snapshot.accounts)[account].id, .facts = facts}));
    }
    return {};
}

Result<void> setLevels(OwnersHand& hand, const Snapshot& snapshot, Day today) {
    const std::optional<MetricIndex> metric = snapshot.findMetric(sentimentMetric);
    if (!metric) {
        return failure({.code = ErrorCode::NotFound,
                        .what = "The demo lacks a metric",
                        .found = std::string(sentimentMetric)});
    }
    for (const DemoJudgement& judgement : judgements) {
        HB_TRY(const AccountIndex account, accountOf(snapshot, judgement.story));
        HB_CHECK(hand.apply(account,
                            SetMeasurement{.account = (*snapshot.accounts)[account].id,
                                           .metric = snapshot.metricIds[*metric],
                                           .day = today - judgement.daysAgo,
                                           .value = judgement.level,
                                           .note = judgement.note.toString()}));
    }
    return {};
}

Result<void> overrideOne(OwnersHand& hand, const Snapshot& snapshot, Day today) {
    HB_TRY(const AccountIndex account, accountOf(snapshot, overriddenStory));
    return hand.apply(account,
                      AddOverride{.account = (*snapshot.accounts)[account].id,
                                  .target = OverrideTarget::Overall,
                                  .key = {},
                                  .score = 80,
                                  .first = today - overriddenDaysAgo,
                                  .last = today + overriddenDaysLeft,
                                  .enteredOn = today - overriddenDaysAgo,
                                  .reason = u"migration weeks"_s});
}

/// Owners have looked at what has been red for long, all but the one that was left alone.
Result<void> reviewOldReds(OwnersHand& hand, const std::shared_ptr<const Snapshot>& snapshot, Day today) {
    const scoring::Scorer scorer(snapshot);
    const scoring::BookOnDay book = bookOnDay(scorer, today - reviewedDaysAgo);
    for (std::size_t i = 0; i < book.reasons.size(); ++i) {
        const auto account = static_cast<AccountIndex>(i);
        const scoring::Reasons reasons = book.reasons[i];
        if (demoStoryOf(i) || snapshot->isChurned(account, today) ||
            !reasons.has(scoring::Reason::RedLeftAlone)) {
            continue;
        }
        HB_CHECK(hand.apply(account,
                            SetReviewed{.account = (*snapshot->accounts)[i].id,
                                        .day = today - reviewedDaysAgo,
                                        .reasons = reasons.bits()}));
    }
    return {};
}

} // namespace

Result<void> addDemoHandEdits(Book& book, Day today) {
    HB_TRY(const std::shared_ptr<const Snapshot> snapshot, loadSnapshot(book));
    OwnersHand hand(book, *snapshot, today);
    HB_CHECK(writeNotes(hand, *snapshot, today));
    HB_CHECK(planSteps(hand, *snapshot, today));
    HB_CHECK(nameContacts(hand, *snapshot, today));
    HB_CHECK(setLevels(hand, *snapshot, today));
    HB_CHECK(overrideOne(hand, *snapshot, today));
    return reviewOldReds(hand, snapshot, today);
}

} // namespace hb::book
