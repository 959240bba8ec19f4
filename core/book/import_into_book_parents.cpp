// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parents.h"

#include "core/book/import_into_book_parts.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace hb::book {

using namespace Qt::StringLiterals;

ParentFault ParentCheck::faultOf(std::size_t offset) const {
    const auto at = m_faults.find(offset);
    return at == m_faults.end() ? ParentFault::None : at->second;
}

Result<void> ParentCheck::decide(ImportRun& run) {
    // A rejected row may have been the one that makes another row's parent, so until nothing more falls.
    bool more = true;
    while (more) {
        if (run.job.stopped()) {
            return cancelled();
        }
        HB_TRY(more, rejectMore(run));
    }
    return {};
}

std::unordered_set<std::string> ParentCheck::madeByFile(ImportRun& run) const {
    std::unordered_set<std::string> made;
    for (const Row& row : m_rows) {
        if (row.isNamed && !m_faults.contains(row.offset) && !run.accounts().find(row.account)) {
            made.insert(row.account);
        }
    }
    return made;
}

Result<bool> ParentCheck::rejectMore(ImportRun& run) {
    const std::unordered_set<std::string> made = madeByFile(run);
    const auto exists = [&](const std::string& account) {
        return made.contains(account) || run.accounts().find(account).has_value();
    };
    Parents parents; // as the file's rows so far state them
    bool more = false;
    for (const Row& row : m_rows) {
        if (m_faults.contains(row.offset) || !exists(row.account)) {
            continue;
        }
        ParentFault fault = ParentFault::None;
        if (!row.parent.empty() && !exists(row.parent)) {
            fault = ParentFault::Unknown;
        } else if (!row.parent.empty()) {
            const auto [stated, isFirst] = parents.try_emplace(row.account);
            const std::string before = std::exchange(stated->second, row.parent);
            HB_TRY(const bool cyclic, closesCycle(run, parents, row.account));
            if (cyclic && isFirst) {
                parents.erase(row.account);
            } else if (cyclic) {
                parents[row.account] = before;
            }
            fault = cyclic ? ParentFault::Cyclic : ParentFault::None;
        } else {
            parents[row.account] = row.parent;
        }
        if (fault != ParentFault::None) {
            m_faults[row.offset] = fault;
            more = true;
        }
    }
    return more;
}

Result<bool> ParentCheck::closesCycle(ImportRun& run, const Parents& parents, const std::string& to) {
    HB_TRY(std::vector<Reign> open, parentsOf(run, parents, to));
    std::set<Reign> seen(open.begin(), open.end()); // the book may hold a cycle of before already
    while (!open.empty()) {
        const Reign at = std::move(open.back());
        open.pop_back();
        if (at.parent == to) {
            return true;
        }
        HB_TRY(const std::vector<Reign> further, parentsOf(run, parents, at.parent));
        for (Reign reign : further) {
            reign.first = std::max(reign.first, at.first);
            reign.end = std::min(reign.end, at.end);
            if (reign.first < reign.end && seen.insert(reign).second) {
                open.push_back(std::move(reign));
            }
        }
    }
    return false;
}

Result<std::vector<ParentCheck::Reign>>
ParentCheck::parentsOf(ImportRun& run, const Parents& parents, const std::string& account) {
    if (!m_inBook.contains(account)) {
        std::map<Day, std::string>& known = m_inBook[account];
        if (const auto number = run.accounts().find(account)) {
            HB_TRY(const auto history,
                   store::attributeHistory(run.database(), run.accounts().id(*number), u"parent_id"_s));
            for (const auto& [from, parent] : history) {
                known.emplace(from, run.accounts().shownKey(parent.toStdString()));
            }
        }
    }
    std::map<Day, std::string> history = m_inBook[account];
    if (const auto stated = parents.find(account); stated != parents.end()) {
        history[run.request.date] = stated->second;
    }
    // Before its first day the first parent holds (scoring.md, section 0).
    std::vector<Reign> reigns;
    for (auto at = history.begin(); at != history.end(); ++at) {
        const auto next = std::next(at);
        if (!at->second.empty()) {
            reigns.push_back({.parent = at->second,
                              .first = at == history.begin() ? std::numeric_limits<std::int64_t>::min()
                                                             : std::int64_t{at->first.number},
                              .end = next == history.end() ? std::numeric_limits<std::int64_t>::max()
                                                           : std::int64_t{next->first.number}});
        }
    }
    return reigns;
}

} // namespace hb::book
