// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"

#include "core/base/parallel_for.h"

#include <algorithm>
#include <numeric>

namespace hb::analytics {

namespace {

struct BandSums {
    std::array<std::size_t, 4> bands{};
    std::array<std::int64_t, 4> cents{};
    double scores = 0;
    double weightedScores = 0;

    void add(const BandSums& other) {
        for (std::size_t i = 0; i < bands.size(); ++i) {
            bands[i] += other.bands[i];
            cents[i] += other.cents[i];
        }
        scores += other.scores;
        weightedScores += other.weightedScores;
    }
};

/// The ARR of an account where it is above 0 and in the book's currency, else 0.
std::int64_t countedCents(const Snapshot& snapshot, AccountIndex account, Day day) {
    if (snapshot.currencyOn(account, day) != snapshot.settings.currency) {
        return 0;
    }
    return std::max<std::int64_t>(0, snapshot.arrCents(account, day).value_or(0));
}

void addAccount(const scoring::Scorer& scorer,
                AccountIndex account,
                Day day,
                Accounts accounts,
                scoring::Scorer::Scratch& scratch,
                BandSums& sums) {
    const Snapshot& snapshot = scorer.snapshot();
    if (accounts == Accounts::Living && snapshot.isChurned(account, day)) {
        return;
    }
    const scoring::TrackScore shown = scorer.score(account, day, scratch).shown;
    const auto band = static_cast<std::size_t>(shown.band);
    const std::int64_t cents = countedCents(snapshot, account, day);
    ++sums.bands[band];
    sums.cents[band] += cents;
    if (shown.band != Band::None) {
        sums.scores += shown.score;
        sums.weightedScores += cents > 0 ? shown.score * static_cast<double>(cents) : 0;
    }
}

BookDay toBookDay(Day day, const BandSums& sums) {
    BookDay result{.day = day,
                   .bands = sums.bands,
                   .cents = sums.cents,
                   .mean = std::nullopt,
                   .arrWeightedMean = std::nullopt};
    const std::size_t scored = sums.bands[0] + sums.bands[1] + sums.bands[2];
    if (scored > 0) {
        result.mean = sums.scores / static_cast<double>(scored);
    }
    const std::int64_t weighed = sums.cents[0] + sums.cents[1] + sums.cents[2];
    if (weighed > 0) {
        result.arrWeightedMean = sums.weightedScores / static_cast<double>(weighed);
    }
    return result;
}

/// Of `count` accounts, which accountAt(0..count-1) names.
template <typename AccountAt>
std::vector<BookDay> historyOf(const scoring::Scorer& scorer,
                               std::size_t count,
                               const AccountAt& accountAt,
                               std::span<const Day> days,
                               Accounts accounts,
                               const std::stop_token& stop) {
    constexpr std::size_t accountsPerPiece = 1024;
    const std::size_t pieces = (count + accountsPerPiece - 1) / accountsPerPiece;
    // Each piece sums for itself and the pieces are added in order: the same bits on any number of cores.
    std::vector<std::vector<BandSums>> byPiece(pieces, std::vector<BandSums>(days.size()));
    parallelFor(count, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        scoring::Scorer::Scratch scratch;
        std::vector<BandSums>& sums = byPiece[first / accountsPerPiece];
        for (std::size_t at = first; at < last; ++at) {
            for (std::size_t d = 0; d < days.size(); ++d) {
                addAccount(scorer, accountAt(at), days[d], accounts, scratch, sums[d]);
            }
        }
    });
    std::vector<BookDay> history;
    for (std::size_t d = 0; d < days.size(); ++d) {
        BandSums total;
        for (const std::vector<BandSums>& piece : byPiece) {
            total.add(piece[d]);
        }
        history.push_back(toBookDay(days[d], total));
    }
    return history;
}

} // namespace

std::optional<double> shareOf(const BookDay& day, Band band, Measure measure) {
    const auto share = [at = static_cast<std::size_t>(band)](const auto& amounts) -> std::optional<double> {
        const auto part = static_cast<double>(amounts[at]);
        const double whole = std::accumulate(amounts.begin(), amounts.end(), 0.0);
        return whole > 0 ? std::optional(part / whole) : std::nullopt;
    };
    return measure == Measure::Accounts ? share(day.bands) : share(day.cents);
}

std::vector<BookDay> bookHistory(const scoring::Scorer& scorer,
                                 std::span<const Day> days,
                                 Accounts accounts,
                                 const std::stop_token& stop) {
    const auto each = [](std::size_t at) { return static_cast<AccountIndex>(at); };
    return historyOf(scorer, scorer.snapshot().accountCount(), each, days, accounts, stop);
}

std::vector<BookDay> bookHistory(const scoring::Scorer& scorer,
                                 std::span<const AccountIndex> among,
                                 std::span<const Day> days,
                                 Accounts accounts,
                                 const std::stop_token& stop) {
    return historyOf(
        scorer, among.size(), [among](std::size_t at) { return among[at]; }, days, accounts, stop);
}

} // namespace hb::analytics
