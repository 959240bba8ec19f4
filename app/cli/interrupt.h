// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace hb::cli {

/// Turns Ctrl-C (and a polite kill) into a stop request, so that work is rolled back; a second one ends at
/// once. Make it before any other thread starts: a thread of its own waits for the signals, which all others
/// block.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void wait();

    std::stop_source m_source;
    std::atomic<bool> m_done{false};
    std::thread m_waiter;
};

} // namespace hb::cli
