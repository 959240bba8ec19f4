// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/group_reasons.h"

#include "core/analytics/standings.h"
#include "core/base/parallel_for.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hb::analytics {

namespace {

/// Changes that nobody would call one.
constexpr double leastChange = 0.05;

/// Some accounts after one another.
struct Piece {
    std::vector<std::uint32_t> counts;
    std::vector<SubjectPoints> points;
};

bool isCompared(const ComparedBook& book, AccountIndex account) {
    return book.now[account].shown.band != Band::None && book.before[account].shown.band != Band::None;
}

void explain(const ComparedBook& book, AccountIndex account, Piece& piece) {
    const std::size_t first = piece.points.size();
    const scoring::ChangeExplanation change =
        scoring::explainChange(*book.scorer, account, book.period.from, book.period.to);
    for (const scoring::ChangeLine& line : change.lines) {
        const ChangeSubject subject{.kind = line.kind, .metric = line.metric};
        const bool goesOn = piece.points.size() > first && piece.points.back().subject == subject;
        if (!goesOn) { // the two parts of a metric stand side by side
            piece.points.push_back({.subject = subject, .points = 0});
        }
        piece.points.back().points += line.points;
    }
    piece.counts.push_back(static_cast<std::uint32_t>(piece.points.size() - first));
}

/// The standing of each group where a case an account is compared, of those that `value` has one for.
template <typename Value>
std::vector<Standing> standingsOf(const Grouping& grouping, double leastAbove, const Value& value) {
    std::vector<ComparedCase> cases;
    for (std::size_t group = 0; group < grouping.groups.size(); ++group) {
        for (const AccountIndex account : grouping.groups[group].accounts) {
            if (const std::optional<double> each = value(account)) {
                cases.push_back({.person = group, .value = *each, .level = 0});
            }
        }
    }
    return standings(cases, grouping.groups.size(), {.leastAbove = leastAbove, .mostLevels = 1});
}

} // namespace

BookChanges bookChanges(const ComparedBook& book, const std::stop_token& stop) {
    const std::size_t accounts = book.snapshot().accountCount();
    std::vector<char> counts(accounts, 0);
    for (const PaidAccount& each : book.living) {
        counts[each.account] = isCompared(book, each.account) ? 1 : 0;
    }
    constexpr std::size_t accountsPerPiece = 512;
    std::vector<Piece> pieces((accounts + accountsPerPiece - 1) / accountsPerPiece);
    parallelFor(accounts, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        Piece& piece = pieces[first / accountsPerPiece];
        for (std::size_t account = first; account < last; ++account) {
            if (counts[account] != 0) {
                explain(book, static_cast<AccountIndex>(account), piece);
            } else {
                piece.counts.push_back(0);
            }
        }
    });
    BookChanges changes;
    if (stop.stop_requested()) {
        return changes;
    }
    changes.offsets.reserve(accounts + 1);
    changes.offsets.push_back(0);
    for (Piece& piece : pieces) {
        for (const std::uint32_t count : piece.counts) {
            changes.offsets.push_back(changes.offsets.back() + count);
        }
        changes.points.insert(changes.points.end(), piece.points.begin(), piece.points.end());
        piece = {};
    }
    return changes;
}

std::optional<GroupReason> mainReason(const BookChanges& changes, const AccountGroup& group) {
    if (!group.change || std::abs(*group.change) < leastChange) {
        return std::nullopt;
    }
    std::map<ChangeSubject, double> sums;
    for (const AccountIndex account : group.accounts) {
        for (const SubjectPoints& each : changes.of(account)) {
            sums[each.subject] += each.points;
        }
    }
    const double direction = *group.change < 0 ? -1 : 1;
    const auto most =
        std::ranges::max_element(sums, {}, [&](const auto& each) { return direction * each.second; });
    if (most == sums.end() || direction * most->second <= 0) {
        return std::nullopt;
    }
    const double points = most->second / static_cast<double>(group.compared);
    return GroupReason{.subject = most->first, .points = points, .share = points / *group.change};
}

std::optional<std::size_t> fellMost(const ComparedBook& book, const Grouping& grouping) {
    const auto fallOf = [&](AccountIndex account) {
        return isCompared(book, account)
                   ? std::optional(book.before[account].shown.score - book.now[account].shown.score)
                   : std::nullopt;
    };
    const auto leftGreen = [&](AccountIndex account) -> std::optional<double> {
        if (book.before[account].shown.band != Band::Green) {
            return std::nullopt;
        }
        return book.now[account].shown.band == Band::Green ? 0 : 1;
    };
    const std::vector<Standing> falls = standingsOf(grouping, 1, fallOf);
    const std::vector<Standing> leavers = standingsOf(grouping, 0.05, leftGreen);
    std::optional<std::size_t> most;
    for (std::size_t at = 0; at < grouping.groups.size(); ++at) {
        const std::optional<double> change = grouping.groups[at].change;
        const bool isCounted = falls[at].above && change && *change <= -leastChange;
        const bool isLower = isCounted && (!most || *change < *grouping.groups[*most].change);
        if (isLower) {
            most = at;
        }
    }
    return most && (falls[*most].standsOut || leavers[*most].standsOut) ? most : std::nullopt;
}

} // namespace hb::analytics
