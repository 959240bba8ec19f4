// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/hand_scores.h"

#include "core/book/snapshot_series.h"
#include "core/store/hand_store.h"

namespace hb::book {

Result<std::vector<analytics::HandScore>> handScores(Book& book, const Snapshot& snapshot) {
    HB_TRY(const std::vector<store::HandValueRow> rows, store::allHandValues(book.database()));
    const Places places = placesOf(snapshot);
    std::vector<analytics::HandScore> scores;
    for (const store::HandValueRow& row : rows) {
        const auto account = places.of(row.account);
        const auto metric = places.metrics.find(row.metric.value);
        if (account && metric != places.metrics.end()) {
            scores.push_back({.account = *account,
                              .metric = metric->second,
                              .day = row.day,
                              .author = row.author.toStdString()});
        }
    }
    return scores;
}

Result<std::vector<analytics::ReviewHeld>> reviewsHeld(Book& book, const Snapshot& snapshot) {
    HB_TRY(const std::vector<store::NoteRow> rows, store::reviewNotes(book.database()));
    const Places places = placesOf(snapshot);
    std::vector<analytics::ReviewHeld> reviews;
    for (const store::NoteRow& row : rows) {
        if (const auto account = places.of(row.account)) {
            reviews.push_back({.account = *account, .day = row.day});
        }
    }
    return reviews;
}

} // namespace hb::book
