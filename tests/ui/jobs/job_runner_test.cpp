// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/jobs/job_runner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace hb;

TEST_CASE("JobRunner") {
    SECTION("inline, the answer is there when run() returns") {
        jobs::JobRunner runner(jobs::Running::Inline);
        QObject context;
        int answer = 0;
        runner.run<int>(
            {},
            [](const Job&) -> Result<int> { return 7; },
            &context,
            [&](const Result<int>& result) { answer = result.value_or(0); });
        CHECK(answer == 7);
        CHECK(runner.isIdle());
    }
    SECTION("the answer comes in the thread of the runner, the work in another") {
        jobs::JobRunner runner;
        QObject context;
        QThread* worked = nullptr;
        QThread* answered = nullptr;
        runner.run<int>(
            {},
            [&](const Job&) -> Result<int> {
                worked = QThread::currentThread();
                return 1;
            },
            &context,
            [&](const Result<int>&) { answered = QThread::currentThread(); });
        REQUIRE(QTest::qWaitFor([&] { return answered != nullptr; }));
        CHECK(answered == QThread::currentThread());
        CHECK(worked != answered);
    }
    SECTION("no answer reaches a context that is gone") {
        jobs::JobRunner runner;
        auto context = std::make_unique<QObject>();
        bool answered = false;
        runner.run<int>(
            {},
            [](const Job&) -> Result<int> { return 1; },
            context.get(),
            [&](const Result<int>&) { answered = true; });
        context.reset();
        REQUIRE(QTest::qWaitFor([&] { return runner.isIdle(); }));
        CHECK_FALSE(answered);
    }
    SECTION("of two starts with one key only the newer answers, and the older is asked to stop") {
        jobs::JobRunner runner;
        QObject context;
        std::atomic<bool> stopped = false;
        std::vector<int> answers;
        const auto answer = [&](const Result<int>& result) { answers.push_back(result.value_or(-1)); };
        runner.runLatest<int>(
            QStringLiteral("k"),
            {},
            [&](const Job& job) -> Result<int> {
                while (!job.stopped()) {
                    QThread::msleep(1);
                }
                stopped = true;
                return 1;
            },
            &context,
            answer);
        runner.runLatest<int>(
            QStringLiteral("k"), {}, [](const Job&) -> Result<int> { return 2; }, &context, answer);
        REQUIRE(QTest::qWaitFor([&] { return runner.isIdle(); }));
        CHECK(stopped);
        CHECK(answers == std::vector<int>{2});
    }
    SECTION("a lane keeps the order and its one thread") {
        jobs::JobRunner runner;
        QObject context;
        std::vector<int> order;
        std::vector<QThread*> threads;
        for (int i = 0; i < 20; ++i) {
            runner.run<int>(
                {},
                [&, i](const Job&) -> Result<int> {
                    order.push_back(i);
                    threads.push_back(QThread::currentThread());
                    return i;
                },
                &context,
                [](const Result<int>&) {},
                jobs::Lane::Writer);
        }
        REQUIRE(QTest::qWaitFor([&] { return runner.isIdle(); }));
        CHECK(std::is_sorted(order.begin(), order.end()));
        CHECK(order.size() == 20);
        CHECK(std::adjacent_find(threads.begin(), threads.end(), std::not_equal_to<>()) == threads.end());
    }
    SECTION("a shown job is listed with its progress until it ends; cancel asks it to stop") {
        jobs::JobRunner runner;
        QObject context;
        bool cancelledThen = false;
        const quint64 id = runner.run<int>(
            QStringLiteral("Counting"),
            [](const Job& job) -> Result<int> {
                job.report(3, 10, "rows");
                while (!job.stopped()) {
                    QThread::msleep(1);
                }
                return hb::cancelled();
            },
            &context,
            [&](const Result<int>& result) {
                cancelledThen = !result && result.error().code == ErrorCode::Cancelled;
            });
        REQUIRE(QTest::qWaitFor(
            [&] { return runner.shownJobs().size() == 1 && runner.shownJobs()[0].done == 3; }));
        CHECK(runner.shownJobs()[0].title == QStringLiteral("Counting"));
        CHECK(runner.shownJobs()[0].phase == QStringLiteral("rows"));
        runner.cancel(id);
        REQUIRE(QTest::qWaitFor([&] { return runner.isIdle(); }));
        CHECK(cancelledThen);
        CHECK(runner.shownJobs().empty());
    }
    SECTION("its destructor stops work and waits for it") {
        std::atomic<bool> ended = false;
        {
            jobs::JobRunner runner;
            QObject context;
            runner.run<int>(
                {},
                [&](const Job& job) -> Result<int> {
                    while (!job.stopped()) {
                        QThread::msleep(1);
                    }
                    ended = true;
                    return 0;
                },
                &context,
                [](const Result<int>&) {});
        }
        CHECK(ended);
    }
}
