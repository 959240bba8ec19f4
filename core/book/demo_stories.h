// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// What is planted in the demo company and must be found again: by the Book page on its last day, and later by
// Validate.

namespace hb::book {

enum class DemoStory : std::uint8_t {
    SupportStorm,  ///< urgent tickets jump within the last week: newly red
    ChampionLost,  ///< green until `champion` became `left` a few days ago: capped at yellow
    SlowSlide,     ///< active seats and users fall for half a year; renews within 90 days
    LeftAloneRed,  ///< red for more than eight weeks, nobody called
    Expanded,      ///< healthy, bought more within the last half year
    ReadyToGrow,   ///< green, seats nearly full
    Overridden,    ///< set to green by its owner while a migration lasts; computed it is not
    NewWithoutData ///< a customer for a few weeks: not enough data
};

struct DemoStoryRow {
    DemoStory story;
    std::size_t account; ///< position among the accounts of the company
    std::string_view key;
    std::string_view name;
};

[[nodiscard]] std::span<const DemoStoryRow> demoStories();
[[nodiscard]] std::optional<DemoStory> demoStoryOf(std::size_t account);

/// Stories of the whole book.
inline constexpr std::string_view demoNoiseMetric = "nps"; ///< says nothing about who leaves
inline constexpr std::array<std::string_view, 2> demoTwinMetrics{"seats_active_pct", "features_used_pct"};
inline constexpr std::array<std::string_view, 2> demoKindOwners{"Ben Okafor",
                                                                "Emma Lindqvist"}; ///< judge a level too well
inline constexpr std::string_view demoSilentMetric =
    "invoices_overdue"; ///< its source, Billing, sends nothing any more
inline constexpr int demoSilentDays = 42;
inline constexpr int demoChampionLeftDaysAgo = 6;
/// Whose healthy accounts have urgent tickets for some weeks: the book that got worse this quarter.
inline constexpr std::string_view demoSurgeOwner = "Deepak Nair";
inline constexpr int demoSurgeWeeks = 3;
inline constexpr int demoSurgeTickets = 3;

} // namespace hb::book
