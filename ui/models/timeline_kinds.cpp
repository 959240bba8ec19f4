// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline_kinds.h"

namespace hb::models {

TimelineGroup groupOf(TimelineKind kind) {
    switch (kind) {
    case TimelineKind::Note:
        return TimelineGroup::Notes;
    case TimelineKind::Value:
    case TimelineKind::OverrideEntered:
    case TimelineKind::OverrideEnded:
    case TimelineKind::OverrideRanOut:
    case TimelineKind::Version:
        return TimelineGroup::Scores;
    case TimelineKind::Import:
    case TimelineKind::Attribute:
    case TimelineKind::Merge:
        return TimelineGroup::Data;
    case TimelineKind::ActionCreated:
    case TimelineKind::ActionClosed:
    case TimelineKind::ContactCame:
    case TimelineKind::ContactLeft:
    case TimelineKind::Outcome:
        break;
    }
    return TimelineGroup::Steps;
}

theme::Icon iconOf(const TimelineItem& item) {
    using theme::Icon;
    switch (item.kind) {
    case TimelineKind::Note:
        switch (item.noteKind) {
        case NoteKind::Call:
            return Icon::Phone;
        case NoteKind::Email:
            return Icon::Mail;
        case NoteKind::Meeting:
        case NoteKind::Review:
            return Icon::Team;
        case NoteKind::Note:
            break;
        }
        return Icon::Note;
    case TimelineKind::Value:
        return Icon::Flag;
    case TimelineKind::OverrideEntered:
    case TimelineKind::OverrideEnded:
    case TimelineKind::OverrideRanOut:
        return Icon::Pin;
    case TimelineKind::ActionCreated:
        return Icon::Plus;
    case TimelineKind::ActionClosed:
        return Icon::Check;
    case TimelineKind::ContactCame:
    case TimelineKind::ContactLeft:
        return Icon::Person;
    case TimelineKind::Import:
        return Icon::Import;
    case TimelineKind::Attribute:
        return Icon::List;
    case TimelineKind::Version:
        return Icon::Templates;
    case TimelineKind::Merge:
        return Icon::Person;
    case TimelineKind::Outcome:
        break;
    }
    return Icon::Star;
}

} // namespace hb::models
