// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/edits.h"

#include <QString>
#include <QTemporaryDir>

#include <string>

namespace hb::test {

/// A small scorecard: number metrics `logins` and `tickets`, level metric `sentiment` (1 to 3), metric
/// `login_change` that reads the series of logins; template `default` with groups `usage` and `care`.
[[nodiscard]] Scorecard smallScorecard();

/// A real book in a temporary folder.
class TestBook {
public:
    TestBook();
    [[nodiscard]] book::Book& book() { return m_book; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("a.healthbook")); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }
    AccountId addAccount(const QString& key);
    [[nodiscard]] MetricId metric(const char* key);
    /// An import of measurements as `SeriesWriter` writes it.
    RunId import(AccountId account, MetricId metric, const std::vector<std::pair<Day, double>>& points);
    [[nodiscard]] book::Applied apply(const book::Edit& edit);
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();

private:
    QTemporaryDir m_folder;
    book::Book m_book;
};

/// Whoever acts in tests.
[[nodiscard]] book::Person tester();

/// Everything in a book that people see, as text; journal, change log, and what is only kept for undo are
/// left out.
[[nodiscard]] std::string dump(book::Book& book);
/// The same of a snapshot.
[[nodiscard]] std::string dump(const Snapshot& snapshot);

} // namespace hb::test
