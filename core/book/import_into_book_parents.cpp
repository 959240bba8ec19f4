// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parents.h"

#include "core/book/import_into_book_parts.h"

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
            HB_TRY(const bool cyclic, leadsTo(run, parents, row.parent, row.account));
            fault = cyclic ? ParentFault::Cyclic : ParentFault::None;
        }
        if (fault == ParentFault::None) {
            parents[row.account] = row.parent;
        } else {
            m_faults[row.offset] = fault;
            more = true;
        }
    }
    return more;
}

Result<bool>
ParentCheck::leadsTo(ImportRun& run, const Parents& parents, const std::string& from, const std::string& to) {
    // Before the rows of this file there may be a cycle in the book, made by statements on different days:
    // walk no further than there are accounts.
    std::string at = from;
    for (std::size_t steps = 0; !at.empty() && steps <= run.accounts().size() + m_rows.size(); ++steps) {
        if (at == to) {
            return true;
        }
        HB_TRY(at, parentOf(run, parents, at));
    }
    return false;
}

Result<std::string>
ParentCheck::parentOf(ImportRun& run, const Parents& parents, const std::string& account) {
    if (const auto stated = parents.find(account); stated != parents.end()) {
        return stated->second;
    }
    if (const auto known = m_inBook.find(account); known != m_inBook.end()) {
        return known->second;
    }
    std::string parent;
    if (const auto number = run.accounts().find(account)) {
        HB_TRY(const auto history,
               store::attributeHistory(run.database(), run.accounts().id(*number), u"parent_id"_s));
        if (!history.empty()) {
            const auto after = history.upper_bound(run.request.date);
            parent = (after == history.begin() ? after : std::prev(after))->second.toStdString();
        }
    }
    m_inBook[account] = parent;
    return parent;
}

} // namespace hb::book
