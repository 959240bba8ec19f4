// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
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
    [[nodiscard]] Result<bool>
    leadsTo(ImportRun& run, const Parents& parents, const std::string& from, const std::string& to);
    [[nodiscard]] Result<std::string>
    parentOf(ImportRun& run, const Parents& parents, const std::string& account);

    std::vector<Row> m_rows;
    std::unordered_map<std::size_t, ParentFault> m_faults; ///< by offset
    Parents m_inBook;                                      ///< of the accounts that were asked for
};

} // namespace hb::book
