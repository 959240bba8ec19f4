// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hb::book {

class ImportRun;

enum class ParentFault : unsigned char { None, Unknown, Cyclic };

/// Decides, before any row of an accounts file is written, which rows name a parent that neither the book nor
/// the file has, or that would close a cycle: a parent may come later in the file, and a row that is rejected
/// makes no account.
class ParentCheck {
public:
    struct Row {
        std::size_t offset = 0;
        std::string account;
        std::string parent; ///< empty: clears it
        bool isNamed = false;
    };
    void add(Row row) { m_rows.push_back(std::move(row)); }
    /// To be called once all rows are there.
    [[nodiscard]] Result<void> decide(ImportRun& run);
    /// Of the row at this offset of the file.
    [[nodiscard]] ParentFault faultOf(std::size_t offset) const;

private:
    using Parents = std::unordered_map<std::string, std::string>;
    [[nodiscard]] std::unordered_set<std::string> madeByFile(ImportRun& run) const;
    [[nodiscard]] Result<bool> rejectMore(ImportRun& run);
    /// Whether `to` is its own ancestor on any day on which its parent would be what `parents` says.
    [[nodiscard]] Result<bool> closesCycle(ImportRun& run, const Parents& parents, const std::string& to);
    /// One parent of an account, on the days from `first` on and before `end`.
    struct Reign {
        std::string parent;
        std::int64_t first = 0;
        std::int64_t end = 0;
        auto operator<=>(const Reign&) const = default;
    };
    [[nodiscard]] Result<std::vector<Reign>>
    parentsOf(ImportRun& run, const Parents& parents, const std::string& account);

    std::vector<Row> m_rows;
    std::unordered_map<std::size_t, ParentFault> m_faults; ///< by offset
    /// In the book, of the accounts that were asked for: the day from which each parent holds.
    std::unordered_map<std::string, std::map<Day, std::string>> m_inBook;
};

} // namespace hb::book
