// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/trend.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::scoring {

/// Why an account needs a person, in the order in which they lead (scoring.md, section 10). The first seven
/// are urgent.
enum class Reason : std::uint8_t {
    ActionOverdue,
    NewlyRed,
    FallingFast,
    RenewalAtRisk,
    ChampionLeft,
    RedLeftAlone,
    GoneSilent,
    Stale,
    ReadyToGrow,
};
inline constexpr std::size_t reasonCount = 9;
inline constexpr std::size_t urgentReasonCount = 7;

/// A set of reasons.
class Reasons {
public:
    constexpr Reasons() = default;
    constexpr explicit Reasons(std::uint32_t bits) : m_bits(bits) {}
    constexpr void add(Reason reason) { m_bits |= bit(reason); }
    [[nodiscard]] constexpr bool has(Reason reason) const { return (m_bits & bit(reason)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_bits; }
    [[nodiscard]] constexpr bool anyUrgent() const { return (m_bits & ((1U << urgentReasonCount) - 1)) != 0; }
    /// The reasons of this set that are not in `other`.
    [[nodiscard]] constexpr Reasons without(Reasons other) const { return Reasons(m_bits & ~other.m_bits); }
    /// The first that holds.
    [[nodiscard]] std::optional<Reason> leading() const;

    friend constexpr bool operator==(Reasons, Reasons) = default;

private:
    static constexpr std::uint32_t bit(Reason reason) { return 1U << static_cast<unsigned>(reason); }
    std::uint32_t m_bits = 0;
};

/// The book on a day as the Book page and `score` show it.
struct BookOnDay {
    Day day;
    std::vector<AccountScore> scores; ///< as the snapshot's accounts, as are the next two
    std::vector<Trend> trends;
    std::vector<Reasons> reasons;
};

/// Scores, trends and reasons of every account on `day`, on all cores; incomplete once `stop` is requested.
[[nodiscard]] BookOnDay bookOnDay(const Scorer& scorer, Day day, const std::stop_token& stop = {});

/// The latest day up to `day` with a measurement of any metric, one that no template scores included.
[[nodiscard]] std::optional<Day> lastMeasuredOn(const Snapshot& snapshot, AccountIndex account, Day day);

/// The name of a reason in files and commands: "newly_red".
[[nodiscard]] const char* toText(Reason reason);

} // namespace hb::scoring
