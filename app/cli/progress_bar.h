// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>

namespace hb::cli {

/// A line on standard error that shows how far long work is, where that is a terminal; gone when it ends.
/// Work that takes no time shows none.
class ProgressBar {
public:
    ProgressBar();
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// May be called from any thread; a total of 0 means unknown.
    void show(std::int64_t done, std::int64_t total, std::string_view phase);
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    std::mutex m_mutex;
    bool m_isTerminal = false;
    bool m_shown = false;
    Clock::time_point m_next;
};

} // namespace hb::cli
