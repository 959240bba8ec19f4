// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/owned_metrics.h"
#include "core/base/result.h"
#include "core/exchange/table.h"
#include "core/scoring/scorer.h"

#include <QString>
#include <QStringList>

#include <limits>
#include <optional>
#include <string>
#include <vector>

// What a team can do something about, in words ready to be shown: the same on the page, in its copies and in
// the file.

namespace hb::report {

/// An account in which a metric is red.
struct TeamRow {
    QString key;
    QString name;
    QString value; ///< empty where nothing was measured
    QString since;
    QString owner; ///< whose account; may be empty
    QString arr;   ///< empty without an amount
};

/// One metric that the team owns.
struct TeamCard {
    QString metric;                            ///< its name
    QString sentence;                          ///< where it is red, since when, and where most
    QString help;                              ///< what helps
    QString notCounted;                        ///< that it is shown and not counted; mostly empty
    QString weeks;                             ///< what the line of weeks shows
    std::vector<std::optional<double>> shares; ///< of accounts that are red, 0..1, 13 weeks, oldest first
    std::vector<TeamRow> rows;                 ///< largest ARR first
    std::size_t more = 0;                      ///< accounts that are red too, without a row here
};

struct TeamReport {
    QString team;
    QString headline;
    QString unscored; ///< what has no scores yet; mostly empty
    Day day;
    std::vector<TeamCard> cards;
};

[[nodiscard]] TeamRow
teamRow(const Snapshot& snapshot, MetricIndex metric, const analytics::RedAccount& account, Day day);
/// A card without rows: those of 100,000 accounts are made where they are needed.
[[nodiscard]] TeamCard teamCard(const Snapshot& snapshot, const analytics::OwnedMetric& metric);
/// All of it, with at most so many rows a card.
[[nodiscard]] TeamReport teamReport(const Snapshot& snapshot,
                                    const analytics::OwnedMetrics& owned,
                                    std::size_t mostRows = std::numeric_limits<std::size_t>::max());

/// The name of a team of the scorecard that equals `name` but for case; NotFound names those there are.
[[nodiscard]] Result<std::string> findTeam(const Scorecard& scorecard, const QString& name);

/// Plain text, a line an account.
[[nodiscard]] QString teamText(const TeamReport& report);
/// Metric, account, value, red since, owner and ARR, as values; at most so many rows a metric.
[[nodiscard]] exchange::Table teamTable(const Snapshot& snapshot,
                                        const analytics::OwnedMetrics& owned,
                                        std::size_t mostRows = std::numeric_limits<std::size_t>::max());
/// One file that needs nothing else: no script, no network, light or dark as the reader's system is.
/// `book` is the name of the book.
[[nodiscard]] QByteArray teamHtml(const TeamReport& report, const QString& book);
/// Writes teamHtml(): the file stands there whole, or what stood there before.
[[nodiscard]] Result<void>
writeTeamReport(const TeamReport& report, const QString& book, const QString& path);
/// "264 more accounts"
[[nodiscard]] QString moreAccountsText(std::size_t more);
/// "Wrote what Support owns, 4 metrics, to support.html."
[[nodiscard]] QString wroteTeamReport(const TeamReport& report, const QString& path);

} // namespace hb::report
