// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"

#include "core/base/parallel_for.h"

#include <optional>

namespace hb::analytics {

namespace {

struct Sums {
    std::array<std::size_t, 4> bands{};
    double scores = 0;
    double weightedScores = 0;
    double arr = 0;

    void add(const Sums& other) {
        for (std::size_t i = 0; i < bands.size(); ++i) {
            bands[i] += other.bands[i];
        }
        scores += other.scores;
        weightedScores += other.weightedScores;
        arr += other.arr;
    }
};

/// The ARR of an account in the book's currency; none in another one.
std::optional<std::int64_t> arrInBookCurrency(const Snapshot& snapshot, AccountIndex account, Day day) {
    if (snapshot.currencyOn(account, day) != snapshot.settings.currency) {
        return std::nullopt;
    }
    return snapshot.arrCents(account, day);
}

void addAccount(const scoring::Scorer& scorer,
                AccountIndex account,
                Day day,
                Accounts accounts,
                scoring::Scorer::Scratch& scratch,
                Sums& sums) {
    const Snapshot& snapshot = scorer.snapshot();
    if (accounts == Accounts::Living && snapshot.isChurned(account, day)) {
        return;
    }
    const scoring::TrackScore shown = scorer.score(account, day, scratch).shown;
    ++sums.bands[static_cast<std::size_t>(shown.band)];
    if (shown.band == Band::None) {
        return;
    }
    sums.scores += shown.score;
    if (const auto cents = arrInBookCurrency(snapshot, account, day); cents && *cents > 0) {
        sums.weightedScores += shown.score * static_cast<double>(*cents);
        sums.arr += static_cast<double>(*cents);
    }
}

BookDay toBookDay(Day day, const Sums& sums) {
    BookDay result{.day = day, .bands = sums.bands, .mean = std::nullopt, .arrWeightedMean = std::nullopt};
    const std::size_t scored = sums.bands[0] + sums.bands[1] + sums.bands[2];
    if (scored > 0) {
        result.mean = sums.scores / static_cast<double>(scored);
    }
    if (sums.arr > 0) {
        result.arrWeightedMean = sums.weightedScores / sums.arr;
    }
    return result;
}

} // namespace

std::vector<BookDay> bookHistory(const scoring::Scorer& scorer,
                                 std::span<const Day> days,
                                 Accounts accounts,
                                 const std::stop_token& stop) {
    const std::size_t count = scorer.snapshot().accountCount();
    constexpr std::size_t accountsPerPiece = 1024;
    const std::size_t pieces = (count + accountsPerPiece - 1) / accountsPerPiece;
    // Each piece sums for itself and the pieces are added in order: the same bits on any number of cores.
    std::vector<std::vector<Sums>> byPiece(pieces, std::vector<Sums>(days.size()));
    parallelFor(count, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        scoring::Scorer::Scratch scratch;
        std::vector<Sums>& sums = byPiece[first / accountsPerPiece];
        for (std::size_t account = first; account < last; ++account) {
            for (std::size_t d = 0; d < days.size(); ++d) {
                addAccount(scorer, static_cast<AccountIndex>(account), days[d], accounts, scratch, sums[d]);
            }
        }
    });
    std::vector<BookDay> history;
    for (std::size_t d = 0; d < days.size(); ++d) {
        Sums total;
        for (const std::vector<Sums>& piece : byPiece) {
            total.add(piece[d]);
        }
        history.push_back(toBookDay(days[d], total));
    }
    return history;
}

} // namespace hb::analytics
