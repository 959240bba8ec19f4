// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"
#include "core/book/edit_checks.h"
#include "core/store/database.h"
#include "core/store/scorecard_store.h"

#include <algorithm>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkNoteText(const char* what, const QString& text) {
    HB_CHECK(checkLength(what, text));
    return text.trimmed().isEmpty() ? invalid(what, {}, "some words") : Result<void>();
}

Result<void> checkMetricKey(store::Database& database, const char* what, const QString& key) {
    if (key.isEmpty()) {
        return {};
    }
    HB_TRY(const Scorecard scorecard, store::readScorecard(database));
    const bool isKnown =
        std::ranges::find(scorecard.metrics, key.toStdString(), &Metric::key) != scorecard.metrics.end();
    return isKnown ? Result<void>() : invalid(what, key, "the key of a metric of this book");
}

Result<void> checkClosing(const char* what, const ActionFacts& facts) {
    const bool isOpen = facts.status == ActionStatus::Open;
    if (isOpen) {
        return facts.closedOn || !facts.closeReason.isEmpty()
                   ? invalid(what,
                             u"an open action that is closed"_s,
                             "no last day and no reason while it is open")
                   : Result<void>();
    }
    if (!facts.closedOn) {
        return invalid(what, {}, "the day on which it was closed");
    }
    HB_CHECK(checkDay(what, *facts.closedOn));
    if (*facts.closedOn < facts.createdOn) {
        return invalid(what,
                       QString::fromStdString(toIsoText(*facts.closedOn)),
                       "a day of closing that is not before the first");
    }
    HB_CHECK(checkLength(what, facts.closeReason));
    if (facts.status == ActionStatus::Dropped && facts.closeReason.trimmed().isEmpty()) {
        return invalid(what, {}, "a reason why it was dropped");
    }
    return {};
}

} // namespace

Result<void> checkEdit(store::Database& database, const AddNote& edit) {
    constexpr auto what = "Could not add the note";
    HB_CHECK(checkAccount(database, what, edit.account));
    HB_CHECK(checkDay(what, edit.day));
    return checkNoteText(what, edit.text);
}

Result<void> checkEdit(store::Database& /*database*/, const ChangeNote& edit) {
    return checkNoteText("Could not change the note", edit.text);
}

Result<void> checkEdit(store::Database& database, const SetContact& edit) {
    constexpr auto what = "Could not keep the contact";
    HB_CHECK(checkAccount(database, what, edit.account));
    if (!edit.facts) {
        return {};
    }
    if (edit.facts->name.trimmed().isEmpty()) {
        return invalid(what, edit.facts->name, "a name");
    }
    for (const QString& text : {edit.facts->name, edit.facts->email, edit.facts->note}) {
        HB_CHECK(checkLength(what, text));
    }
    HB_CHECK(checkDay(what, edit.facts->cameOn));
    return edit.facts->leftOn ? checkDay(what, *edit.facts->leftOn) : Result<void>();
}

Result<void> checkEdit(store::Database& database, const SetAction& edit) {
    constexpr auto what = "Could not keep the action";
    HB_CHECK(checkAccount(database, what, edit.account));
    if (!edit.facts) {
        return {};
    }
    const ActionFacts& facts = *edit.facts;
    if (facts.title.trimmed().isEmpty()) {
        return invalid(what, facts.title, "what is to be done");
    }
    HB_CHECK(checkLength(what, facts.title));
    HB_CHECK(checkLength(what, facts.owner));
    HB_CHECK(checkDay(what, facts.createdOn));
    if (facts.due) {
        HB_CHECK(checkDay(what, *facts.due));
    }
    HB_CHECK(checkClosing(what, facts));
    return checkMetricKey(database, what, facts.metric);
}

Result<void> checkEdit(store::Database& database, const SetOutcome& edit) {
    constexpr auto what = "Could not state the outcome";
    constexpr std::int64_t mostCents = 100'000'000'000'000'000; // as an amount in a file
    HB_CHECK(checkAccount(database, what, edit.account));
    HB_CHECK(checkDay(what, edit.day));
    if (!edit.facts) {
        return {};
    }
    const std::int64_t cents = edit.facts->arrChangeCents.value_or(0);
    if (cents <= -mostCents || cents >= mostCents) {
        return invalid(what, QString::fromStdString(centsToText(cents)), "an amount of at most 15 digits");
    }
    return checkLength(what, edit.facts->reason);
}

} // namespace hb::book
