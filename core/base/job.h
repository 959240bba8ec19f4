// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace hb {

/// What long work is given: a way to be stopped and a way to say how far it is. A default Job is never
/// stopped and says nothing. `progress` is called from the thread that works, at most some hundred times; a
/// total of 0 means unknown.
struct Job {
    std::stop_token stop;
    std::function<void(std::int64_t done, std::int64_t total, std::string_view phase)> progress;

    [[nodiscard]] bool stopped() const { return stop.stop_requested(); }
    void report(std::int64_t done, std::int64_t total, std::string_view phase) const {
        if (progress) {
            progress(done, total, phase);
        }
    }
};

} // namespace hb
