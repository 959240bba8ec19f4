// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/timeline_sentence.h"

#include "core/model/known_attributes.h"
#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/plain_line.h"
#include "core/wording/words.h"

#include <algorithm>

namespace hb::wording {

using namespace Qt::StringLiterals;

namespace {

/// A sentence with the reason for it, where there is one.
QString because(const QString& sentence, const std::string& reason) {
    const QString line = firstLine(fromUtf8(reason));
    return line.isEmpty() ? sentence : Words::tr("%1: %2").arg(sentence, quoted(line));
}

const Metric* metricOf(const Snapshot& snapshot, const std::string& key) {
    const auto found = snapshot.findMetric(key);
    return found ? &snapshot.scorecard->metrics[*found] : nullptr;
}

QString nameOfMetric(const Snapshot& snapshot, const std::string& key) {
    const Metric* metric = metricOf(snapshot, key);
    return fromUtf8(metric ? metric->name : key);
}

/// The name of a group in the newest version that has it.
QString nameOfGroup(const Snapshot& snapshot, const std::string& key) {
    for (const Template& each : snapshot.scorecard->templates) {
        for (auto version = each.versions.rbegin(); version != each.versions.rend(); ++version) {
            const auto group = std::ranges::find(version->groups, key, &Group::key);
            if (group != version->groups.end()) {
                return fromUtf8(group->name);
            }
        }
    }
    return fromUtf8(key);
}

QString nameOfTarget(const Snapshot& snapshot, const TimelineItem& item) {
    switch (item.target) {
    case OverrideTarget::Metric:
        return nameOfMetric(snapshot, item.subject);
    case OverrideTarget::Group:
        return nameOfGroup(snapshot, item.subject);
    case OverrideTarget::Overall:
        break;
    }
    return Words::tr("The score");
}

QString noteSentence(const TimelineItem& item) {
    const QString line = firstNoteLine(fromUtf8(item.text));
    if (item.noteKind == NoteKind::Note) {
        return line;
    }
    const QString kind = noteKindName(item.noteKind);
    return Words::tr("%1: %2").arg(kind.left(1).toUpper() + kind.mid(1), line);
}

QString valueSentence(const Snapshot& snapshot, const TimelineItem& item) {
    const Metric* metric = metricOf(snapshot, item.subject);
    const double value = item.value.value_or(0);
    return because(Words::tr("%1 set to %2")
                       .arg(nameOfMetric(snapshot, item.subject),
                            metric ? valueText(*metric, value) : numberText(value)),
                   item.text);
}

QString overrideText(const Snapshot& snapshot, const TimelineItem& item, Day today) {
    const QString name = nameOfTarget(snapshot, item);
    const QString score = numberText(item.value.value_or(0));
    if (item.kind == TimelineKind::OverrideEntered) {
        return because(Words::tr("%1 overridden with %2 until %3")
                           .arg(name, score, dayText(item.until.value_or(item.day), today)),
                       item.text);
    }
    return item.kind == TimelineKind::OverrideEnded
               ? Words::tr("%1: the override with %2 was ended").arg(name, score)
               : Words::tr("%1: the override with %2 ran out").arg(name, score);
}

QString plannedSentence(const TimelineItem& item, Day today) {
    const QString title = firstLine(fromUtf8(item.subject));
    const QString owner = fromUtf8(item.owner);
    const QString due = item.until ? dayText(*item.until, today) : QString();
    if (owner.isEmpty() && due.isEmpty()) {
        return Words::tr("Next step: %1").arg(title);
    }
    if (owner.isEmpty()) {
        return Words::tr("Next step: %1, due %2").arg(title, due);
    }
    return due.isEmpty() ? Words::tr("Next step: %1 (%2)").arg(title, owner)
                         : Words::tr("Next step: %1 (%2), due %3").arg(title, owner, due);
}

QString closedSentence(const TimelineItem& item) {
    const QString title = firstLine(fromUtf8(item.subject));
    return because(item.status == ActionStatus::Dropped ? Words::tr("Dropped: %1").arg(title)
                                                        : Words::tr("Done: %1").arg(title),
                   item.text);
}

QString importSentence(const TimelineItem& item) {
    const auto count = static_cast<int>(item.number);
    const QString values =
        count == 1 ? Words::tr("%1: %n value", nullptr, count) : Words::tr("%1: %n values", nullptr, count);
    const QString sentence = values.arg(fromUtf8(item.subject));
    return item.text.empty() ? sentence : Words::tr("%1 (%2)").arg(sentence, fromUtf8(item.text));
}

QString attributeValue(const TimelineItem& item, const std::string& value, Day today) {
    if (item.subject == attribute::renewalDate) {
        if (const auto day = parseIsoDay(value)) {
            return dayText(*day, today);
        }
    }
    return firstLine(fromUtf8(value));
}

QString attributeSentence(const TimelineItem& item, Day today) {
    const QString name = attributeName(item.subject);
    const QString before = attributeValue(item, item.before, today);
    const QString after = attributeValue(item, item.after, today);
    if (item.after.empty()) {
        return Words::tr("%1 cleared, it was %2").arg(name, before);
    }
    return item.before.empty() ? Words::tr("%1 set to %2").arg(name, after)
                               : Words::tr("%1 changed from %2 to %3").arg(name, before, after);
}

QString mergeSentence(const TimelineItem& item) {
    const QString merged = fromUtf8(item.subject);
    return item.after.empty() ? Words::tr("%1 taken apart from %2 again").arg(merged, fromUtf8(item.before))
                              : Words::tr("%1 merged into %2").arg(merged, fromUtf8(item.after));
}

QString versionSentence(const Snapshot& snapshot, const TimelineItem& item) {
    const auto& templates = snapshot.scorecard->templates;
    const auto found = std::ranges::find(templates, item.subject, &Template::key);
    return because(Words::tr("Scored by %1 v%2 from here on")
                       .arg(fromUtf8(found == templates.end() ? item.subject : found->name))
                       .arg(item.number),
                   item.text);
}

QString outcomeSentence(const Snapshot& snapshot, const TimelineItem& item) {
    QString sentence = outcomeName(item.outcome);
    sentence = sentence.left(1).toUpper() + sentence.mid(1);
    if (item.arrChangeCents && *item.arrChangeCents != 0) {
        const QString money =
            shortMoney(std::abs(*item.arrChangeCents), fromUtf8(snapshot.settings.currency));
        sentence = *item.arrChangeCents > 0 ? Words::tr("%1, +%2").arg(sentence, money)
                                            : Words::tr("%1, −%2").arg(sentence, money);
    }
    return because(sentence, item.text);
}

} // namespace

QString noteKindName(NoteKind kind) {
    switch (kind) {
    case NoteKind::Call:
        return Words::tr("call");
    case NoteKind::Meeting:
        return Words::tr("meeting");
    case NoteKind::Email:
        return Words::tr("email");
    case NoteKind::Review:
        return Words::tr("business review");
    case NoteKind::Note:
        break;
    }
    return Words::tr("note");
}

QString contactRoleName(ContactRole role) {
    switch (role) {
    case ContactRole::Champion:
        return Words::tr("champion");
    case ContactRole::Sponsor:
        return Words::tr("sponsor");
    case ContactRole::User:
        return Words::tr("user");
    case ContactRole::Other:
        break;
    }
    return Words::tr("contact");
}

QString actionStatusName(ActionStatus status) {
    switch (status) {
    case ActionStatus::Open:
        return Words::tr("open");
    case ActionStatus::Done:
        return Words::tr("done");
    case ActionStatus::Dropped:
        break;
    }
    return Words::tr("dropped");
}

QString outcomeName(OutcomeKind kind) {
    switch (kind) {
    case OutcomeKind::Renewed:
        return Words::tr("renewed");
    case OutcomeKind::Churned:
        return Words::tr("churned");
    case OutcomeKind::Expanded:
        return Words::tr("expanded");
    case OutcomeKind::Downgraded:
        break;
    }
    return Words::tr("downgraded");
}

QString timelineKindName(TimelineKind kind) {
    switch (kind) {
    case TimelineKind::Note:
        return Words::tr("notes");
    case TimelineKind::Value:
        return Words::tr("values");
    case TimelineKind::OverrideEntered:
    case TimelineKind::OverrideEnded:
    case TimelineKind::OverrideRanOut:
        return Words::tr("overrides");
    case TimelineKind::ActionCreated:
    case TimelineKind::ActionClosed:
        return Words::tr("actions");
    case TimelineKind::ContactCame:
    case TimelineKind::ContactLeft:
        return Words::tr("contacts");
    case TimelineKind::Import:
        return Words::tr("imports");
    case TimelineKind::Attribute:
        return Words::tr("attributes");
    case TimelineKind::Version:
        return Words::tr("versions");
    case TimelineKind::Merge:
        return Words::tr("merges");
    case TimelineKind::Outcome:
        break;
    }
    return Words::tr("outcomes");
}

QString attributeName(std::string_view key) {
    if (key == attribute::arr) {
        return Words::tr("ARR");
    }
    QString name = fromUtf8(key);
    if (std::ranges::find(attribute::known, key) == attribute::known.end()) {
        return name;
    }
    name.replace(u'_', u' ');
    return name.left(1).toUpper() + name.mid(1);
}

QString timelineSentence(const Snapshot& snapshot, const TimelineItem& item, Day today) {
    switch (item.kind) {
    case TimelineKind::Note:
        return noteSentence(item);
    case TimelineKind::Value:
        return valueSentence(snapshot, item);
    case TimelineKind::OverrideEntered:
    case TimelineKind::OverrideEnded:
    case TimelineKind::OverrideRanOut:
        return overrideText(snapshot, item, today);
    case TimelineKind::ActionCreated:
        return plannedSentence(item, today);
    case TimelineKind::ActionClosed:
        return closedSentence(item);
    case TimelineKind::ContactCame:
        return Words::tr("%1 is there, %2")
            .arg(firstLine(fromUtf8(item.subject)), contactRoleName(item.role));
    case TimelineKind::ContactLeft:
        return Words::tr("%1 left, %2").arg(firstLine(fromUtf8(item.subject)), contactRoleName(item.role));
    case TimelineKind::Import:
        return importSentence(item);
    case TimelineKind::Attribute:
        return attributeSentence(item, today);
    case TimelineKind::Version:
        return versionSentence(snapshot, item);
    case TimelineKind::Merge:
        return mergeSentence(item);
    case TimelineKind::Outcome:
        break;
    }
    return outcomeSentence(snapshot, item);
}

} // namespace hb::wording
