// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/compared_book.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Who changed band in a period, who left in it and who came.

namespace hb::analytics {

/// What it means to go from one band to another. Without data on one of the days it is neither worse nor
/// better.
enum class Move : std::uint8_t { Stays, Worse, Better, LosesData, GainsData };

[[nodiscard]] Move moveOf(Band before, Band after);

struct PeriodMoves {
    std::vector<PaidAccount> living; ///< who lives on the later day, as livingByArr(): they are compared
    Movement movement;               ///< of them
    std::array<Tally, 5> byMove;     ///< by Move
    std::vector<Mover> worstFirst;   ///< the movers by signed points, then as livingByArr()
    std::vector<PaidAccount> left;   ///< churned in the period, as livingByArr() of the day before it
    std::vector<PaidAccount> came;   ///< of the living: nothing the book has is of the first day or before
};

/// Of some accounts of the compared book, by index. Costs a pass over the book's accounts.
[[nodiscard]] PeriodMoves periodMoves(const ComparedBook& book, std::span<const AccountIndex> among);

/// Who went from one band to another, or stayed in it: the lowest signed points first, then as livingByArr().
[[nodiscard]] std::vector<Mover>
inCell(const ComparedBook& book, const PeriodMoves& moves, Band before, Band after);

/// The accounts, churned ones too, whose attributes have these values on the day, by index: a group as
/// grouping() makes them, with who has left it. Without attributes all.
[[nodiscard]] std::vector<AccountIndex> membersOf(const Snapshot& snapshot,
                                                  Day day,
                                                  std::span<const std::string_view> by,
                                                  const std::array<TextIndex, 2>& values);

} // namespace hb::analytics
