// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/timeline_rows.h"

#include "core/store/journal.h"
#include "core/store/journal_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QString& json) {
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// Keeps who closed a row last; one that was opened again is closed by nobody.
template <typename RowId>
void note(std::map<RowId, Closing>& closings, RowId id, bool wasClosed, bool isClosed, const Closing& by) {
    if (!isClosed) {
        closings.erase(id);
    } else if (!wasClosed) {
        closings.insert_or_assign(id, by);
    }
}

template <typename RowId>
std::optional<Closing> find(const std::map<RowId, Closing>& closings, RowId id) {
    const auto found = closings.find(id);
    return found == closings.end() ? std::nullopt : std::optional(found->second);
}

void stamp(TimelineItem& item, const std::optional<Closing>& closing) {
    item.person = closing ? closing->by.toStdString() : std::string();
    item.at = closing ? closing->at.toStdString() : std::string();
}

} // namespace

Result<Closings> closingsOf(store::Database& database, AccountId account) {
    HB_TRY(const std::vector<store::JournalRow> rows, store::closingRows(database, account));
    Closings closings;
    for (const store::JournalRow& row : rows) {
        const QJsonObject before = parsed(row.before);
        const QJsonObject after = parsed(row.after);
        const qint64 id = (after.isEmpty() ? before : after)["id"_L1].toInteger();
        const Closing by{.by = row.by, .at = row.at};
        if (row.what == u"set_override_end"_s) {
            const bool isEarlier = after["last"_L1].toString() < before["last"_L1].toString();
            note(closings.overrides, OverrideId{id}, false, isEarlier, by);
        } else if (row.what == u"set_action"_s) {
            const auto isClosed = [](const QJsonObject& json) { return json["closed"_L1].isString(); };
            note(closings.actions, ActionId{id}, isClosed(before), isClosed(after), by);
        } else {
            const auto hasLeft = [](const QJsonObject& json) { return json["left"_L1].isString(); };
            note(closings.contacts, ContactId{id}, hasLeft(before), hasLeft(after), by);
        }
    }
    return closings;
}

Result<std::vector<TimelineItem>> mergeItems(store::Database& database, AccountId account) {
    HB_TRY(const std::vector<store::JournalRow> rows, store::mergeRows(database, account));
    std::vector<TimelineItem> items;
    for (const store::JournalRow& row : rows) {
        const std::optional<Day> day = store::localDay(row.at);
        if (!day) {
            continue;
        }
        const QJsonObject apart = parsed(row.before), together = parsed(row.after);
        TimelineItem item{.kind = TimelineKind::Merge, .account = account, .day = *day};
        item.at = row.at.toStdString();
        item.person = row.by.toStdString();
        item.isByHand = true;
        item.subject = (together.isEmpty() ? apart : together)["merged"_L1].toString().toStdString();
        item.before = apart["into"_L1].toString().toStdString();
        item.after = together["into"_L1].toString().toStdString();
        items.push_back(std::move(item));
    }
    return items;
}

void sortNewestFirst(std::vector<TimelineItem>& items) {
    std::ranges::stable_sort(items, [](const TimelineItem& a, const TimelineItem& b) {
        return std::tie(a.day, a.at) > std::tie(b.day, b.at);
    });
}

std::string metricKey(const Snapshot& snapshot, MetricId metric) {
    const auto found = std::ranges::find(snapshot.metricIds, metric);
    return found == snapshot.metricIds.end()
               ? std::string()
               : snapshot.scorecard->metrics[static_cast<std::size_t>(found - snapshot.metricIds.begin())]
                     .key;
}

TimelineItem itemOf(const store::NoteRow& row) {
    TimelineItem item{.kind = TimelineKind::Note, .account = row.account, .day = row.day};
    item.at = row.at.toStdString();
    item.person = row.author.toStdString();
    item.text = row.text.toStdString();
    item.noteKind = row.kind;
    item.isPinned = row.pinned;
    item.note = row.id;
    return item;
}

TimelineItem itemOf(const store::HandValueRow& row, const std::string& metric) {
    TimelineItem item{.kind = TimelineKind::Value, .account = row.account, .day = row.day};
    item.at = row.at.toStdString();
    item.person = row.author.toStdString();
    item.subject = metric;
    item.text = row.note.toStdString();
    item.value = row.value;
    return item;
}

void addItems(const store::OverrideRow& row, const Closings& closings, std::vector<TimelineItem>& items) {
    TimelineItem item{.kind = TimelineKind::OverrideEntered, .account = row.account, .day = row.enteredOn};
    item.at = row.at.toStdString();
    item.person = row.author.toStdString();
    item.subject = row.key.toStdString();
    item.text = row.reason.toStdString();
    item.until = row.last;
    item.value = row.score;
    item.target = row.target;
    item.override = row.id;
    items.push_back(item);
    const std::optional<Closing> ended = find(closings.overrides, row.id);
    item.kind = ended ? TimelineKind::OverrideEnded : TimelineKind::OverrideRanOut;
    item.day = std::max(row.last + 1, row.enteredOn);
    stamp(item, ended);
    items.push_back(item);
}

void addItems(const store::ActionRow& row, const Closings& closings, std::vector<TimelineItem>& items) {
    TimelineItem item{.kind = TimelineKind::ActionCreated, .account = row.account, .day = row.createdOn};
    item.at = row.at.toStdString();
    item.person = row.author.toStdString();
    item.subject = row.title.toStdString();
    item.owner = row.owner.toStdString();
    item.until = row.due;
    item.status = row.status;
    item.action = row.id;
    items.push_back(item);
    if (row.closedOn) {
        item.kind = TimelineKind::ActionClosed;
        item.day = *row.closedOn;
        item.text = row.closeReason.toStdString();
        stamp(item, find(closings.actions, row.id));
        items.push_back(item);
    }
}

void addItems(const store::ContactRow& row, const Closings& closings, std::vector<TimelineItem>& items) {
    TimelineItem item{.kind = TimelineKind::ContactCame, .account = row.account, .day = row.cameOn};
    item.at = row.at.toStdString();
    item.person = row.author.toStdString();
    item.subject = row.name.toStdString();
    item.text = row.note.toStdString();
    item.role = row.role;
    item.contact = row.id;
    items.push_back(item);
    if (row.leftOn) {
        item.kind = TimelineKind::ContactLeft;
        item.day = *row.leftOn;
        stamp(item, find(closings.contacts, row.id));
        items.push_back(item);
    }
}

} // namespace hb::book
