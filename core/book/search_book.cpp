// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/search_book.h"

#include "core/book/timeline_rows.h"
#include "core/store/outcome_store.h"
#include "core/store/search_store.h"
#include "core/store/search_words.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace hb::book {

namespace {

class Search {
public:
    Search(store::Database& database,
           const Snapshot& snapshot,
           const QString& text,
           std::optional<AccountId> account)
        : m_database(database), m_snapshot(snapshot), m_text(text), m_account(account),
          m_sought(store::soughtIn(text)) {}

    Result<std::vector<TimelineItem>> find() {
        if (m_sought.isEmpty()) {
            return std::vector<TimelineItem>();
        }
        HB_CHECK(addIndexed());
        HB_CHECK(addValues());
        HB_CHECK(addOutcomes());
        sortNewestFirst(m_items);
        return std::move(m_items);
    }

private:
    /// What has an index of its words.
    Result<void> addIndexed() {
        HB_TRY(const store::FoundRows found, store::findWords(m_database, m_text, m_account));
        for (const NoteId id : found.notes) {
            HB_TRY(const store::NoteRow row, store::findNote(m_database, id));
            m_items.push_back(itemOf(row));
        }
        for (const ActionId id : found.actions) {
            HB_TRY(const auto row, store::findAction(m_database, id));
            HB_TRY(const Closings* closings, closingsIn(row->account));
            addItems(*row, *closings, m_items);
        }
        for (const ContactId id : found.contacts) {
            HB_TRY(const auto row, store::findContact(m_database, id));
            HB_TRY(const Closings* closings, closingsIn(row->account));
            addItems(*row, *closings, m_items);
        }
        for (const OverrideId id : found.overrides) {
            HB_TRY(const store::OverrideRow row, store::findOverride(m_database, id));
            HB_TRY(const Closings* closings, closingsIn(row.account));
            addItems(row, *closings, m_items);
        }
        return {};
    }

    Result<void> addValues() {
        int found = 0;
        return store::readNotedHandValues(m_database, m_account, [&](const store::HandValueRow& row) {
            if (store::holdsAll(row.note, m_sought)) {
                m_items.push_back(itemOf(row, metricKey(m_snapshot, row.metric)));
                ++found;
            }
            return found < store::mostFound;
        });
    }

    Result<void> addOutcomes() {
        HB_TRY(std::vector<store::OutcomeRow> rows, store::outcomes(m_database, m_account));
        std::erase_if(rows, [](const store::OutcomeRow& row) { return row.reason.isEmpty(); });
        std::ranges::stable_sort(rows, std::greater(), &store::OutcomeRow::day);
        std::set<AccountIndex> accounts;
        int found = 0;
        for (auto row = rows.begin(); row != rows.end() && found < store::mostFound; ++row) {
            const auto account =
                store::holdsAll(row->reason, m_sought) ? m_snapshot.findAccount(row->account) : std::nullopt;
            if (account) {
                accounts.insert(*account);
                ++found;
            }
        }
        for (const AccountIndex at : accounts) {
            HB_TRY(const std::vector<TimelineItem> items, outcomeItems(m_database, m_snapshot, at));
            std::ranges::copy_if(items, std::back_inserter(m_items), [this](const TimelineItem& item) {
                return store::holdsAll(QString::fromStdString(item.text), m_sought);
            });
        }
        return {};
    }

    Result<const Closings*> closingsIn(AccountId account) {
        const auto known = m_closings.find(account);
        if (known != m_closings.end()) {
            return &known->second;
        }
        HB_TRY(Closings closings, closingsOf(m_database, account));
        return &m_closings.emplace(account, std::move(closings)).first->second;
    }

    store::Database& m_database;
    const Snapshot& m_snapshot;
    QString m_text;
    std::optional<AccountId> m_account;
    store::SoughtWords m_sought;
    std::map<AccountId, Closings> m_closings;
    std::vector<TimelineItem> m_items;
};

/// The line with the first hit; the line is cut where the hit would not be seen.
QString lineOfHit(const QString& text, const store::SoughtWords& sought) {
    constexpr qsizetype most = 600, before = 60, seen = 120;
    for (const QString& line : text.split(u'\n')) {
        const qsizetype at = store::firstHit(line, sought);
        if (at < 0) {
            continue;
        }
        qsizetype from = at > seen ? at - before : 0;
        if (from > 0 && line[from].isLowSurrogate()) {
            --from;
        }
        return from == 0 ? line.left(most) : u'…' + line.mid(from, most);
    }
    return text.left(most);
}

bool isEnd(TimelineKind kind) {
    return kind == TimelineKind::ActionClosed || kind == TimelineKind::ContactLeft ||
           kind == TimelineKind::OverrideEnded || kind == TimelineKind::OverrideRanOut;
}

/// An end says something of its own only where the words are the reason for it.
bool isNews(const TimelineItem& item, const store::SoughtWords& sought) {
    return !isEnd(item.kind) || (item.kind == TimelineKind::ActionClosed &&
                                 !store::holdsAll(QString::fromStdString(item.subject), sought));
}

} // namespace

Result<std::vector<TimelineItem>>
searchTimeline(Book& book, const Snapshot& snapshot, const QString& text, std::optional<AccountId> account) {
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(book.database()));
    return Search(book.database(), snapshot, text, account).find();
}

Result<std::vector<TimelineItem>> searchBook(Book& book, const Snapshot& snapshot, const QString& text) {
    HB_TRY(std::vector<TimelineItem> items, searchTimeline(book, snapshot, text));
    const store::SoughtWords sought = store::soughtIn(text);
    std::set<ActionId> closed;
    for (const TimelineItem& item : items) {
        if (item.kind == TimelineKind::ActionClosed && isNews(item, sought)) {
            closed.insert(item.action);
        }
    }
    std::erase_if(items, [&](const TimelineItem& item) {
        return !isNews(item, sought) ||
               (item.kind == TimelineKind::ActionCreated && closed.contains(item.action));
    });
    for (TimelineItem& item : items) {
        item.text = lineOfHit(QString::fromStdString(item.text), sought).toStdString();
    }
    return items;
}

} // namespace hb::book
