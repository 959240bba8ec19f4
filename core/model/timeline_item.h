// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/model/action.h"
#include "core/model/contact.h"
#include "core/model/note.h"
#include "core/model/outcome.h"
#include "core/model/override.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hb {

enum class TimelineKind : std::uint8_t {
    Note,
    Value, ///< of a metric, set by hand
    OverrideEntered,
    OverrideEnded, ///< by a person, before its last day
    OverrideRanOut,
    ActionCreated,
    ActionClosed,
    ContactCame,
    ContactLeft,
    Import,    ///< that stated something of the account
    Attribute, ///< that changed
    Version,   ///< by which the account is scored from then on
    Outcome,
    Merge, ///< another account merged into it, or taken apart from it again
};

/// The word of each kind in what commands print.
inline constexpr std::array<std::string_view, 14> timelineWords{"note",
                                                                "value",
                                                                "override_entered",
                                                                "override_ended",
                                                                "override_ran_out",
                                                                "action_created",
                                                                "action_closed",
                                                                "contact_came",
                                                                "contact_left",
                                                                "import",
                                                                "attribute",
                                                                "version",
                                                                "outcome",
                                                                "merge"};

[[nodiscard]] constexpr std::string_view toText(TimelineKind kind) {
    return timelineWords.at(static_cast<std::size_t>(kind));
}

/// Something that happened to an account. Which fields are set depends on the kind; sentences are made of it
/// in core/wording.
struct TimelineItem {
    TimelineKind kind = TimelineKind::Note;
    AccountId account;
    Day day;
    std::string at = {};     ///< when it was written down: UTC, ISO 8601; empty where nobody did
    std::string person = {}; ///< who did; may be empty
    /// What it is about: key of a metric, group, attribute or template, title of an action, name of a
    /// contact, file of an import, id of an account that was merged.
    std::string subject = {};
    /// A note's text, what stands beside a value or contact, a reason, the source of an import.
    std::string text = {};
    std::string before = {};          ///< of an attribute; of accounts taken apart the id of the other one
    std::string after = {};           ///< the same; of a merge the id of the account that stays
    std::string owner = {};           ///< of an action
    std::optional<Day> until = {};    ///< the last day of an override, the due day of an action
    std::optional<double> value = {}; ///< of a metric; the score of an override
    std::optional<std::int64_t> arrChangeCents = {};
    std::int64_t number = 0; ///< of a version; of an import: how many statements of the account it made
    bool isByHand = false;   ///< an attribute or outcome that a person stated
    bool isPinned = false;
    NoteKind noteKind = NoteKind::Note;
    ContactRole role = ContactRole::Other;
    ActionStatus status = ActionStatus::Open; ///< of an action, by now
    OutcomeKind outcome = OutcomeKind::Renewed;
    OverrideTarget target = OverrideTarget::Overall;
    NoteId note = {}; ///< the row that it is about, to act on; of an import, attribute or outcome the run
    ActionId action = {};
    ContactId contact = {};
    OverrideId override = {};
    RunId run = {};

    friend bool operator==(const TimelineItem&, const TimelineItem&) = default;
};

} // namespace hb
