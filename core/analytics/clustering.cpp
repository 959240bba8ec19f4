// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/clustering.h"

#include "core/base/contract.h"
#include "core/base/parallel_for.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace hb::analytics {

namespace {

constexpr double unknownDifference = 50;
constexpr std::size_t rowsPerPiece = 64;

bool isNone(double score) {
    return std::isnan(score);
}

/// Rows that were joined, in the order in which they stand.
struct Cluster {
    std::vector<std::size_t> rows;
    double sum = 0; ///< of all their scores
    std::size_t scored = 0;

    /// What has no score stands last.
    [[nodiscard]] double mean() const {
        return scored == 0 ? std::numeric_limits<double>::infinity() : sum / static_cast<double>(scored);
    }
};

bool standsFirst(const Cluster& a, const Cluster& b) {
    return a.mean() != b.mean() ? a.mean() < b.mean() : a.rows.front() < b.rows.front();
}

/// Clusters that are joined two at a time. A cluster's place is that of one of its rows.
class Linkage {
public:
    explicit Linkage(const ScoreTable& table) : m_count(table.rows()), m_distances(m_count * m_count) {
        for (std::size_t row = 0; row < m_count; ++row) {
            Cluster& cluster = m_clusters.emplace_back();
            cluster.rows.push_back(row);
            for (const double score : table.row(row)) {
                cluster.sum += isNone(score) ? 0 : score;
                cluster.scored += isNone(score) ? 0U : 1U;
            }
            for (std::size_t other = 0; other < row; ++other) {
                setDistance(row, other, unlikeness(table.row(row), table.row(other)));
            }
        }
    }

    /// Follows the nearest neighbours until two are each other's nearest, and joins them: the same tree as
    /// that of joining the nearest pair of all each time, in the square of the rows instead of their cube.
    std::vector<std::size_t> order(const std::stop_token& stop) {
        std::vector<std::size_t> chain;
        for (std::size_t left = m_count; left > 1 && !stop.stop_requested(); --left) {
            if (chain.empty()) {
                chain.push_back(firstAlive());
            }
            for (;;) {
                const std::size_t last = chain.back();
                const bool hasBefore = chain.size() > 1;
                const std::size_t near = nearest(last, hasBefore ? chain[chain.size() - 2] : m_count);
                if (hasBefore && near == chain[chain.size() - 2]) {
                    chain.resize(chain.size() - 2);
                    join(last, near);
                    // Rounded distances may have led to a place twice: one that is gone leads nowhere.
                    const auto isThere = [this](std::size_t place) { return isAlive(place); };
                    chain.erase(std::ranges::find_if_not(chain, isThere), chain.end());
                    break;
                }
                chain.push_back(near);
            }
        }
        return m_count == 0 ? std::vector<std::size_t>() : m_clusters[firstAlive()].rows;
    }

private:
    [[nodiscard]] double distance(std::size_t a, std::size_t b) const { return m_distances[a * m_count + b]; }
    void setDistance(std::size_t a, std::size_t b, double distance) {
        m_distances[a * m_count + b] = m_distances[b * m_count + a] = distance;
    }
    [[nodiscard]] bool isAlive(std::size_t cluster) const { return !m_clusters[cluster].rows.empty(); }
    [[nodiscard]] std::size_t firstAlive() const {
        std::size_t first = 0;
        while (!isAlive(first)) {
            ++first;
        }
        return first;
    }

    /// Of several equally near ones `preferred`, else the first: so the chain comes to its end.
    [[nodiscard]] std::size_t nearest(std::size_t to, std::size_t preferred) const {
        std::size_t best = preferred;
        double least =
            preferred < m_count ? distance(to, preferred) : std::numeric_limits<double>::infinity();
        for (std::size_t other = 0; other < m_count; ++other) {
            if (other != to && isAlive(other) && (best == m_count || distance(to, other) < least)) {
                best = other;
                least = distance(to, other);
            }
        }
        return best;
    }

    void join(std::size_t a, std::size_t b) {
        const std::size_t kept = std::min(a, b);
        const std::size_t gone = std::max(a, b);
        const auto keptRows = static_cast<double>(m_clusters[kept].rows.size());
        const auto goneRows = static_cast<double>(m_clusters[gone].rows.size());
        for (std::size_t other = 0; other < m_count; ++other) {
            if (other != kept && other != gone && isAlive(other)) {
                setDistance(kept,
                            other,
                            (keptRows * distance(kept, other) + goneRows * distance(gone, other)) /
                                (keptRows + goneRows));
            }
        }
        Cluster& into = m_clusters[kept];
        Cluster more = std::exchange(m_clusters[gone], {});
        if (standsFirst(more, into)) {
            std::swap(more, into);
        }
        into.rows.insert(into.rows.end(), more.rows.begin(), more.rows.end());
        into.sum += more.sum;
        into.scored += more.scored;
    }

    std::size_t m_count;
    std::vector<double> m_distances;
    std::vector<Cluster> m_clusters; ///< empty ones were joined to another
};

/// For each row the position of the most alike one in `heads`.
std::vector<std::size_t>
headOfEach(const ScoreTable& table, const std::vector<std::size_t>& heads, const std::stop_token& stop) {
    std::vector<std::size_t> result(table.rows());
    parallelFor(table.rows(), rowsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t head = 0; head < heads.size(); ++head) {
                const double distance = unlikeness(table.row(row), table.row(heads[head]));
                if (heads[head] == row || distance < least) {
                    least = heads[head] == row ? -1 : distance; // its own, whatever is equal to it
                    result[row] = head;
                }
            }
        }
    });
    return result;
}

/// Each row of a table without empty ones.
AlikeOrder orderOfScored(const ScoreTable& table, const std::stop_token& stop, std::size_t most) {
    const std::size_t count = table.rows();
    const std::size_t clustered = std::min(count, most);
    std::vector<std::size_t> heads(clustered);
    ScoreTable few{.width = table.width, .scores = {}};
    for (std::size_t head = 0; head < clustered; ++head) {
        heads[head] = head * count / clustered;
        const auto row = table.row(heads[head]);
        few.scores.insert(few.scores.end(), row.begin(), row.end());
    }
    AlikeOrder result{.rows = {}, .clustered = clustered};
    const std::vector<std::size_t> order = Linkage(few).order(stop);
    const bool areAll = count == clustered;
    const std::vector<std::size_t> headOf = areAll ? heads : headOfEach(table, heads, stop);
    std::vector<std::vector<std::size_t>> followers(clustered); // by head, itself not among them
    for (std::size_t row = 0; !areAll && row < count; ++row) {
        if (heads[headOf[row]] != row) {
            followers[headOf[row]].push_back(row);
        }
    }
    for (const std::size_t head : order) {
        result.rows.push_back(heads[head]);
        result.rows.insert(result.rows.end(), followers[head].begin(), followers[head].end());
    }
    return result;
}

} // namespace

ScoreTable transposed(const ScoreTable& table) {
    const std::size_t rows = table.rows();
    ScoreTable result{.width = rows, .scores = std::vector<double>(table.scores.size())};
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < table.width; ++column) {
            result.scores[column * rows + row] = table.scores[row * table.width + column];
        }
    }
    return result;
}

double unlikeness(std::span<const double> a, std::span<const double> b) {
    HB_EXPECTS(a.size() == b.size());
    double sum = 0;
    for (std::size_t at = 0; at < a.size(); ++at) {
        const bool isOneNone = isNone(a[at]) || isNone(b[at]);
        const bool areBothNone = isNone(a[at]) && isNone(b[at]);
        sum += areBothNone ? 0 : isOneNone ? unknownDifference : std::abs(a[at] - b[at]);
    }
    return a.empty() ? 0 : sum / static_cast<double>(a.size());
}

AlikeOrder alikeOrder(const ScoreTable& table, const std::stop_token& stop, std::size_t most) {
    std::vector<std::size_t> known;
    std::vector<std::size_t> empty;
    ScoreTable scored{.width = table.width, .scores = {}};
    for (std::size_t at = 0; at < table.rows(); ++at) {
        const auto row = table.row(at);
        const bool isEmpty = std::ranges::all_of(row, isNone);
        (isEmpty ? empty : known).push_back(at);
        if (!isEmpty) {
            scored.scores.insert(scored.scores.end(), row.begin(), row.end());
        }
    }
    AlikeOrder result = orderOfScored(scored, stop, most);
    if (stop.stop_requested()) {
        return {};
    }
    for (std::size_t& row : result.rows) {
        row = known[row];
    }
    result.rows.insert(result.rows.end(), empty.begin(), empty.end());
    return result;
}

} // namespace hb::analytics
