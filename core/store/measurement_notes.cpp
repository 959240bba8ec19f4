// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/measurement_notes.h"

namespace hb::store {

using namespace Qt::StringLiterals;

Result<std::vector<MeasurementNote>> measurementNotes(Database& database) {
    // With max(), SQLite takes the other columns from the row that has it.
    HB_TRY(Query rows, database.query(uR"(
        SELECT account_id, metric_id, day, note FROM (
            SELECT account_id, metric_id, day, note FROM hand_value
            UNION ALL
            SELECT account_id, metric_id, day, note FROM (
                SELECT account_id, metric_id, day, note, max(run_id) FROM measurement_note
                GROUP BY account_id, metric_id, day) AS imported
            WHERE NOT EXISTS (
                SELECT 1 FROM hand_value
                WHERE hand_value.account_id = imported.account_id AND hand_value.metric_id = imported.metric_id
                    AND hand_value.day = imported.day))
        WHERE note <> '' ORDER BY account_id, metric_id, day)"_s));
    std::vector<MeasurementNote> notes;
    while (rows.next()) {
        notes.push_back({.account = rows.get<AccountId>(0),
                         .metric = rows.get<MetricId>(1),
                         .day = rows.get<Day>(2),
                         .note = rows.get<QString>(3)});
    }
    HB_CHECK(rows.finished());
    return notes;
}

Result<QString> importedNote(Database& database, AccountId account, MetricId metric, Day day) {
    HB_TRY(Query rows,
           database.query(
               u"SELECT note FROM measurement_note WHERE account_id = ? AND metric_id = ? AND day = ? "
               "ORDER BY run_id DESC LIMIT 1"_s,
               account,
               metric,
               day));
    QString note;
    if (rows.next()) {
        note = rows.get<QString>(0);
    }
    HB_CHECK(rows.finished());
    return note;
}

} // namespace hb::store
