// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/overrides.h"
#include "core/scoring/score_account.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::scoring {

/// Replaces the version of the accounts of one template: "score history with version N".
struct VersionChoice {
    std::size_t templateIndex = 0;
    std::size_t versionIndex = 0;

    friend bool operator==(const VersionChoice&, const VersionChoice&) = default;
};

/// Of every template the version in force on `day`: with these, history is scored as if they had always been.
[[nodiscard]] std::vector<VersionChoice> versionsOn(const Scorecard& scorecard, Day day);

/// A Snapshot with its versions compiled: answers every question about scores. Immutable; all calls are pure
/// and may be made from several threads at once. Costs some microseconds to make, whatever the number of
/// accounts.
class Scorer {
public:
    /// `choices`: at most one a template; its accounts have that version on every day.
    explicit Scorer(std::shared_ptr<const Snapshot> snapshot, std::span<const VersionChoice> choices = {});

    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
    [[nodiscard]] const std::shared_ptr<const Snapshot>& sharedSnapshot() const { return m_snapshot; }

    /// The version that scores an account on a day (scoring.md, section 1).
    [[nodiscard]] const CompiledVersion& versionOf(AccountIndex account, Day day) const;
    [[nodiscard]] const CompiledVersion& version(std::size_t templateIndex, std::size_t versionIndex) const;

    /// One account on one day; `scratch` keeps its room between calls.
    struct Scratch {
        std::vector<MetricScore> metrics;
        LiveOverrides live;
        RollUp rollUp;
    };
    [[nodiscard]] AccountScore score(AccountIndex account, Day day, Scratch& scratch) const;
    [[nodiscard]] AccountScore score(AccountIndex account, Day day) const;
    /// As if one more override had been entered now, after all that are there: what it would do.
    [[nodiscard]] AccountScore scoreWith(const Override& added, Day day) const;
    [[nodiscard]] AccountDetail detail(AccountIndex account, Day day, Track track = Track::Shown) const;

    /// Every account on one day, on all cores; as snapshot().accounts. Incomplete (defaults) once `stop` is
    /// requested.
    [[nodiscard]] std::vector<AccountScore> scoreBook(Day day, const std::stop_token& stop = {}) const;
    /// Every account on many days, account by account: result[account * days.size() + day].
    [[nodiscard]] std::vector<AccountScore> scoreHistory(std::span<const Day> days,
                                                         const std::stop_token& stop = {}) const;
    /// One account on many days.
    [[nodiscard]] std::vector<AccountScore> scoreAccountHistory(AccountIndex account,
                                                                std::span<const Day> days) const;

private:
    [[nodiscard]] AccountScore
    score(AccountIndex account, Day day, const Override* added, Scratch& scratch) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<std::optional<std::size_t>> m_chosen;     ///< by template: the version that replaces others
    std::vector<std::vector<CompiledVersion>> m_versions; ///< by template, by version
};

/// The shown scores alone.
[[nodiscard]] std::vector<TrackScore> shownTracks(std::span<const AccountScore> scores);

} // namespace hb::scoring
