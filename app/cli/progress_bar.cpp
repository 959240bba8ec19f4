// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace hb::cli {

namespace {

constexpr std::int64_t width = 30;
constexpr auto firstAfter = std::chrono::milliseconds(300);
constexpr auto betweenTwo = std::chrono::milliseconds(100);

std::string bar(std::int64_t done, std::int64_t total) {
    const std::int64_t within = std::clamp<std::int64_t>(done, 0, total);
    const auto full = static_cast<std::size_t>(width * within / total);
    const std::int64_t percent = 100 * within / total;
    return " [" + std::string(full, '#') + std::string(static_cast<std::size_t>(width) - full, '.') + "] " +
           std::to_string(percent) + "%";
}

} // namespace

ProgressBar::ProgressBar() : m_isTerminal(isatty(STDERR_FILENO) == 1), m_next(Clock::now() + firstAfter) {}

void ProgressBar::show(std::int64_t done, std::int64_t total, std::string_view phase) {
    if (!m_isTerminal) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const Clock::time_point now = Clock::now();
    if (now < m_next) {
        return;
    }
    m_next = now + betweenTwo;
    m_shown = true;
    const std::string line =
        "\r\x1b[K" + std::string(phase) + (total > 0 ? bar(done, total) : " " + std::to_string(done));
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

void ProgressBar::clear() {
    const std::scoped_lock lock(m_mutex);
    if (m_shown) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
        m_shown = false;
    }
}

} // namespace hb::cli
