// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_runner.h"

#include <QElapsedTimer>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <mutex>

namespace hb::jobs {

namespace {
constexpr qint64 progressIntervalMs = 50;
}

struct JobRunner::Entry {
    JobStatus status;
    QString key;
    std::stop_source stop;
    std::function<void()> done;
    QPointer<QObject> context;
    bool superseded = false;
};

JobRunner::JobRunner(Running running, QObject* parent)
    : QObject(parent), m_inline(running == Running::Inline) {
    if (m_inline) {
        return;
    }
    m_pool = std::make_unique<QThreadPool>();
    m_pool->setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    for (auto* lane : {&m_writer, &m_reader}) {
        *lane = std::make_unique<QThreadPool>();
        (*lane)->setMaxThreadCount(1);
        (*lane)->setExpiryTimeout(-1); // a connection belongs to its thread: the thread must stay
    }
}

JobRunner::~JobRunner() {
    for (const auto& job : m_jobs) {
        job->stop.request_stop();
    }
    for (const auto* pool : {&m_pool, &m_writer, &m_reader}) {
        if (*pool) {
            (*pool)->waitForDone();
        }
    }
}

QThreadPool& JobRunner::pool(Lane lane) {
    switch (lane) {
    case Lane::Writer:
        return *m_writer;
    case Lane::Reader:
        return *m_reader;
    case Lane::Pool:
        break;
    }
    return *m_pool;
}

quint64 JobRunner::start(Start start) {
    const quint64 id = m_nextId++;
    if (!start.key.isEmpty()) {
        for (const auto& job : m_jobs) {
            if (job->key == start.key && job->context == start.context) {
                job->superseded = true;
                job->stop.request_stop();
            }
        }
    }
    auto job = std::make_shared<Entry>();
    job->status.id = id;
    job->status.title = start.title;
    job->key = start.key;
    job->done = std::move(start.done);
    job->context = start.context;
    m_jobs.push_back(job);
    if (!start.title.isEmpty()) {
        Q_EMIT shownJobsChanged();
    }
    Job given{.stop = job->stop.get_token(), .progress = {}};
    if (!start.title.isEmpty()) {
        given.progress = progressReporter(id);
    }
    if (m_inline) {
        start.work(given);
        finish(id);
        return id;
    }
    pool(start.lane).start([this, id, given = std::move(given), work = std::move(start.work)] {
        work(given);
        QMetaObject::invokeMethod(this, [this, id] { finish(id); }, Qt::QueuedConnection);
    });
    return id;
}

std::function<void(std::int64_t, std::int64_t, std::string_view)> JobRunner::progressReporter(quint64 id) {
    struct Throttle {
        std::mutex mutex;
        QElapsedTimer last;
    };
    auto throttle = std::make_shared<Throttle>();
    return [this, id, throttle](std::int64_t done, std::int64_t total, std::string_view phase) {
        {
            const std::scoped_lock lock(throttle->mutex);
            if (throttle->last.isValid() && throttle->last.elapsed() < progressIntervalMs) {
                return;
            }
            throttle->last.start();
        }
        const QString text = QString::fromUtf8(phase.data(), static_cast<qsizetype>(phase.size()));
        QMetaObject::invokeMethod(this, [this, id, done, total, text] { progress(id, done, total, text); });
    };
}

void JobRunner::progress(quint64 id, qint64 done, qint64 total, const QString& phase) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto& job) { return job->status.id == id; });
    if (found == m_jobs.end()) {
        return;
    }
    (*found)->status.done = done;
    (*found)->status.total = total;
    (*found)->status.phase = phase;
    Q_EMIT shownJobsChanged();
}

void JobRunner::finish(quint64 id) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto& job) { return job->status.id == id; });
    if (found == m_jobs.end()) {
        return;
    }
    const std::shared_ptr<Entry> job = *found;
    m_jobs.erase(found);
    if (!job->status.title.isEmpty()) {
        Q_EMIT shownJobsChanged();
    }
    if (job->context && !job->superseded) {
        job->done();
    }
}

void JobRunner::cancel(quint64 id) {
    for (const auto& job : m_jobs) {
        if (job->status.id == id) {
            job->stop.request_stop();
        }
    }
}

std::vector<JobStatus> JobRunner::shownJobs() const {
    std::vector<JobStatus> shown;
    for (const auto& job : m_jobs) {
        if (!job->status.title.isEmpty()) {
            shown.push_back(job->status);
        }
    }
    return shown;
}

} // namespace hb::jobs
