// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace hb::jobs {

/// Where work runs. The writer's and the reader's lane have one thread each, always the same, in which a
/// connection to the book may live; what is given to a lane runs in the order given.
enum class Lane { Pool, Writer, Reader };

/// Threads: work runs beside the window. Inline: work and answer are over when run() returns (tests).
enum class Running { Threads, Inline };

/// Work under way, as the job bar shows it.
struct JobStatus {
    quint64 id = 0;
    QString title;
    QString phase;
    qint64 done = 0;
    qint64 total = 0; ///< 0: unknown
};

/// All background work of the program. Lives in the window's thread; `done` is called there, unless `context`
/// is gone by then. Its destructor stops all work and waits for it.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(Running running = Running::Threads, QObject* parent = nullptr);
    ~JobRunner() override;

    /// Work with an empty title is not shown. Returns the job's id for cancel().
    template <typename T>
    quint64 run(const QString& title,
                std::function<Result<T>(const Job&)> work,
                QObject* context,
                std::function<void(Result<T>)> done,
                Lane lane = Lane::Pool) {
        auto result = std::make_shared<std::optional<Result<T>>>();
        return start(
            {.title = title,
             .work = [result, work = std::move(work)](const Job& job) { result->emplace(work(job)); },
             .done = [result, done = std::move(done)] { done(std::move(**result)); },
             .context = context,
             .lane = lane});
    }

    /// Like run(), for answers of which only the newest counts: a newer start with the same key and context
    /// asks the older one to stop and drops its answer.
    template <typename T>
    quint64 runLatest(const QString& key,
                      const QString& title,
                      std::function<Result<T>(const Job&)> work,
                      QObject* context,
                      std::function<void(Result<T>)> done,
                      Lane lane = Lane::Pool) {
        auto result = std::make_shared<std::optional<Result<T>>>();
        return start(
            {.title = title,
             .key = key,
             .work = [result, work = std::move(work)](const Job& job) { result->emplace(work(job)); },
             .done = [result, done = std::move(done)] { done(std::move(**result)); },
             .context = context,
             .lane = lane});
    }

    void cancel(quint64 id);
    [[nodiscard]] std::vector<JobStatus> shownJobs() const;
    /// No work is waiting or under way.
    [[nodiscard]] bool isIdle() const { return m_jobs.empty(); }

Q_SIGNALS:
    /// A shown job started, moved on or ended; at most 20 times a second for each.
    void shownJobsChanged();

private:
    struct Start {
        QString title;
        QString key = {};
        std::function<void(const Job&)> work;
        std::function<void()> done;
        QObject* context = nullptr;
        Lane lane = Lane::Pool;
    };
    struct Entry;
    quint64 start(Start start);
    void finish(quint64 id);
    void progress(quint64 id, qint64 done, qint64 total, const QString& phase);
    [[nodiscard]] QThreadPool& pool(Lane lane);
    [[nodiscard]] std::function<void(std::int64_t, std::int64_t, std::string_view)>
    progressReporter(quint64 id);

    bool m_inline;
    std::unique_ptr<QThreadPool> m_pool, m_writer, m_reader;
    std::vector<std::shared_ptr<Entry>> m_jobs; ///< by id
    quint64 m_nextId = 1;
};

} // namespace hb::jobs
