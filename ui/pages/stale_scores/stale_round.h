// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/book_session.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::pages {

/// One question of a round; by key and id, as positions may move while it waits.
struct StaleQuestion {
    QString account;
    MetricId metric;
    std::optional<int> before = {}; ///< the level that held
    std::optional<int> answer = {}; ///< none: not answered, or skipped
    std::optional<int> lost = {};   ///< was answered, and could not be kept
    QString note = {};              ///< of what could not be kept
};

/// A question in a moment.
struct StaleAnswer {
    AccountIndex account = 0;
    MetricIndex metric = 0;
    std::size_t position = 0; ///< in the version
    scoring::AccountDetail detail;

    [[nodiscard]] const scoring::MetricDetail& of() const { return detail.metrics[position]; }
    /// The level that was set last.
    [[nodiscard]] std::optional<int> level() const;
};

/// What is to be asked of these accounts, in order. Looks at each: for a job.
[[nodiscard]] std::vector<StaleQuestion> staleQuestions(const session::Moment& moment,
                                                        std::span<const AccountIndex> accounts,
                                                        const QString& person,
                                                        const std::stop_token& stop);
/// None where the account or metric is gone.
[[nodiscard]] std::optional<StaleAnswer> findQuestion(const session::Moment& moment,
                                                      const StaleQuestion& question);
/// The question that this edit answered.
[[nodiscard]] std::optional<std::size_t>
questionOf(const book::Edit& edit, const Snapshot& snapshot, std::span<const StaleQuestion> questions);

} // namespace hb::pages
