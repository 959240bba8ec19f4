// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/model/timeline_item.h"
#include "core/store/action_store.h"
#include "core/store/contact_store.h"
#include "core/store/hand_store.h"

#include <map>
#include <string>
#include <vector>

// Rows that people write, as items of a timeline.

namespace hb::book {

/// Who ended something before its time, and when.
struct Closing {
    QString by;
    QString at;
};

/// Who closed which action, ended which override and said of which contact that they left, by the journal.
struct Closings {
    std::map<ActionId, Closing> actions;
    std::map<ContactId, Closing> contacts;
    std::map<OverrideId, Closing> overrides;
};
[[nodiscard]] Result<Closings> closingsOf(store::Database& database, AccountId account);

/// Of one day what was written down last stands first, what came by itself below.
void sortNewestFirst(std::vector<TimelineItem>& items);
/// Empty where the snapshot has no such metric.
[[nodiscard]] std::string metricKey(const Snapshot& snapshot, MetricId metric);
[[nodiscard]] TimelineItem itemOf(const store::NoteRow& row);
[[nodiscard]] TimelineItem itemOf(const store::HandValueRow& row, const std::string& metric);
/// Its beginning, and its end.
void addItems(const store::OverrideRow& row, const Closings& closings, std::vector<TimelineItem>& items);
void addItems(const store::ActionRow& row, const Closings& closings, std::vector<TimelineItem>& items);
void addItems(const store::ContactRow& row, const Closings& closings, std::vector<TimelineItem>& items);
/// How an account and its parts were merged and taken apart, by the journal.
[[nodiscard]] Result<std::vector<TimelineItem>> mergeItems(store::Database& database, AccountId account);
/// The outcomes of an account, each with who stated it last.
[[nodiscard]] Result<std::vector<TimelineItem>>
outcomeItems(store::Database& database, const Snapshot& snapshot, AccountIndex account);

} // namespace hb::book
