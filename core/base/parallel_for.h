// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stop_token>
#include <thread>
#include <vector>

namespace hb {

/// Calls work(first, last) for consecutive pieces of [0, count) on all cores and returns when all are done.
/// Pieces are handed out in order; once `stop` is requested no further piece starts. Small counts stay on
/// this thread.
template <typename Work>
void parallelFor(std::size_t count, std::size_t pieceSize, const std::stop_token& stop, const Work& work) {
    const std::size_t pieces = (count + pieceSize - 1) / pieceSize;
    std::atomic<std::size_t> next{0};
    const auto drain = [&] {
        for (std::size_t piece = next++; piece < pieces && !stop.stop_requested(); piece = next++) {
            const std::size_t first = piece * pieceSize;
            work(first, std::min(count, first + pieceSize));
        }
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(cores, pieces); ++i) {
        helpers.emplace_back(drain);
    }
    drain();
}

} // namespace hb
