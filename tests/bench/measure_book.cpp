// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"
#include "core/analytics/what_if.h"
#include "core/book/book.h"
#include "core/book/draft_effect.h"
#include "core/scoring/reasons.h"
#include "tests/bench/bench.h"
#include "tests/bench/measure_compare.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

namespace hb::bench {

namespace {

std::shared_ptr<const Snapshot> load(const QString& path) {
    auto opened = book::Book::open(path, book::Access::ReadOnly);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().what.c_str());
        return nullptr;
    }
    auto snapshot = book::loadSnapshot(*opened);
    return snapshot ? *snapshot : nullptr;
}

std::size_t countPoints(const Snapshot& snapshot, std::size_t& bytes) {
    std::size_t points = 0;
    for (const SeriesColumn& column : snapshot.series) {
        for (const auto& block : column.blocks) {
            if (block) {
                points += block->days.size();
                bytes += block->days.capacity() * sizeof(std::int32_t) +
                         block->values.capacity() * sizeof(double) +
                         block->offsets.capacity() * sizeof(std::uint32_t);
            }
        }
    }
    return points;
}

double peakMegabytes() {
    std::FILE* status = std::fopen("/proc/self/status", "r");
    char line[256];
    double kilobytes = 0;
    while (status && std::fgets(line, sizeof line, status)) {
        std::sscanf(line, "VmHWM: %lf", &kilobytes);
    }
    if (status) {
        std::fclose(status);
    }
    return kilobytes / 1024;
}

/// The floor of a what-if: one pass over all score columns.
double readOnce(const analytics::WhatIf& whatIf) {
    double total = 0;
    for (const std::vector<double>& column : whatIf.columns()) {
        double sums[8] = {};
        for (std::size_t i = 0; i + 8 <= column.size(); i += 8) {
            for (std::size_t lane = 0; lane < 8; ++lane) {
                sums[lane] += column[i + lane];
            }
        }
        total += std::accumulate(std::begin(sums), std::end(sums), 0.0);
    }
    return total;
}

/// What the Templates page works out at each move of a slider or a curve's point: who changes band.
struct DragTimes {
    double weightMs = 0;
    double curveMs = 0;
    double fromNothingMs = 0;
};

DragTimes dragTemplate(const std::shared_ptr<const Snapshot>& snapshot,
                       const std::vector<scoring::AccountScore>& scores,
                       Day day) {
    const book::EffectBase base{.snapshot = snapshot,
                                .scores = scoring::shownTracks(scores),
                                .living = analytics::livingByArr(*snapshot, day),
                                .day = day};
    const Template& each = snapshot->scorecard->templates[scores.front().templateIndex];
    Draft draft = book::draftOf(each, each.versions.back(), snapshot->scorecard->metrics);
    GroupMetric& metric = draft.version.groups.front().metrics.front();
    metric.weight += 1;
    book::DraftEffect last = book::draftEffect(base, draft);
    const auto move = [&] {
        book::DraftEffect next = book::draftEffect(base, draft, &last);
        last = std::move(next);
    };
    DragTimes times;
    times.weightMs = milliseconds(20, [&] {
        metric.weight += 1;
        move();
    });
    times.curveMs = milliseconds(20, [&] {
        metric.curve.back().score -= 1;
        move();
    });
    times.fromNothingMs = milliseconds(3, [&] {
        metric.weight += 1;
        last = book::draftEffect(base, draft);
    });
    return times;
}

} // namespace

bool measureBook(const QString& path) {
    std::shared_ptr<const Snapshot> snapshot;
    const double loadMs = milliseconds(1, [&] { snapshot = load(path); });
    if (!snapshot || !snapshot->newestMeasurement) {
        return false;
    }
    const Day today = *snapshot->newestMeasurement;
    const scoring::Scorer scorer(snapshot);
    std::vector<scoring::AccountScore> scores;
    const double scoreMs = milliseconds(3, [&] { scores = scorer.scoreBook(today); });

    std::vector<Day> weeks;
    for (Day day = *snapshot->oldestMeasurement; day <= today; day = day + 7) {
        weeks.push_back(day);
    }
    const double historyMs = milliseconds(1, [&] {
        const auto history = analytics::bookHistory(scorer, weeks, analytics::Accounts::All);
        std::fprintf(
            stderr, "history of %zu weeks, mean %.6f\n", history.size(), history.back().mean.value_or(0));
    });

    const analytics::WhatIf whatIf(scorer, today, scores.front().templateIndex);
    TemplateVersion draft = snapshot->scorecard->templates[scores.front().templateIndex].versions.back();
    std::vector<scoring::TrackScore> result;
    double weight = 1;
    const double whatIfMs = milliseconds(50, [&] {
        draft.groups.front().metrics.front().weight = weight += 0.5;
        whatIf.rescore(scoring::compile(*snapshot, draft), result);
    });
    const DragTimes drag = dragTemplate(snapshot, scores, today);
    const std::string compare = measureCompare(snapshot, today);
    volatile double sink = 0;
    const double floorMs = milliseconds(50, [&] { sink = readOnce(whatIf); });

    std::size_t bytes = 0;
    const std::size_t points = countPoints(*snapshot, bytes);
    std::printf(
        "{\"points\": %zu, \"load_ms\": %.3f, \"score_ms\": %.3f, \"history_ms\": %.3f, \"weeks\": %zu, "
        "\"what_if_ms\": %.4f, \"floor_ms\": %.4f, \"drag_weight_ms\": %.3f, \"drag_curve_ms\": %.3f, "
        "\"drag_from_nothing_ms\": %.3f%s, \"bytes_a_point\": %.3f, \"peak_mb\": %.1f, \"mean\": %.9f}\n",
        points,
        loadMs,
        scoreMs,
        historyMs,
        weeks.size(),
        whatIfMs,
        floorMs,
        drag.weightMs,
        drag.curveMs,
        drag.fromNothingMs,
        compare.c_str(),
        static_cast<double>(bytes) / static_cast<double>(points),
        peakMegabytes(),
        analytics::bookHistory(scorer, std::span(&today, 1), analytics::Accounts::All)
            .front()
            .mean.value_or(0));
    return true;
}

bool measureDrag(const QString& path) {
    const std::shared_ptr<const Snapshot> snapshot = load(path);
    if (!snapshot || !snapshot->newestMeasurement) {
        return false;
    }
    const scoring::Scorer scorer(snapshot);
    double worst = 0;
    for (int back = 0; back < 90; ++back) {
        worst = std::max(worst, milliseconds(1, [&] {
                             const auto book =
                                 scoring::bookOnDay(scorer, *snapshot->newestMeasurement - back);
                             if (book.scores.empty()) {
                                 std::abort();
                             }
                         }));
    }
    std::printf("{\"accounts\": %zu, \"worst_day_ms\": %.3f}\n", snapshot->accountCount(), worst);
    return true;
}

} // namespace hb::bench
