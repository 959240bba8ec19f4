// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace hb::cli {

namespace {

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

constexpr int endedBySignal = 130;

} // namespace

Interrupt::Interrupt() {
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of a write, not a death with the book open
    m_waiter = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
    m_done = true;
    pthread_kill(m_waiter.native_handle(), SIGTERM);
    m_waiter.join();
}

void Interrupt::wait() {
    const sigset_t signals = stopSignals();
    for (int caught = 0; sigwait(&signals, &caught) == 0 && !m_done;) {
        if (m_source.stop_requested()) {
            _exit(endedBySignal); // SQLite undoes what was not committed when the book is opened next
        }
        m_source.request_stop();
    }
}

} // namespace hb::cli
