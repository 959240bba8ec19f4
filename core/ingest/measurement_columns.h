// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/measurement_source.h"

#include <optional>
#include <vector>

namespace hb::ingest {

/// A column of a wide file that holds a metric.
struct MetricColumn {
    std::size_t index = 0;
    std::uint32_t metric = 0;
    bool percent = false;
};

/// A metric that a wide file's rows give by two of their columns.
struct DerivedColumn {
    std::size_t left = 0;
    std::size_t right = 0;
    std::uint32_t metric = 0;
    char op = '+';
    bool leftPercent = false;
    bool rightPercent = false;
};

/// What the columns of a measurements file are.
struct MeasurementColumns {
    bool isWide = false;
    std::size_t account = 0;
    std::optional<std::size_t> date;
    std::size_t metric = 0; ///< of long files, as the next two
    std::size_t value = 0;
    bool valuePercent = false;
    std::optional<std::size_t> note;
    std::vector<MetricColumn> metrics; ///< of wide files, as the next
    std::vector<DerivedColumn> derived;
    std::vector<RejectedRow> findings; ///< columns that are no metric
    std::vector<NewMetric> newMetrics;
};

/// Finds out the columns by the header, the mapping and the metrics; adds metrics to `forms` where
/// options.createMetrics.
[[nodiscard]] Result<MeasurementColumns>
measurementColumns(const TableFile& table, const ReadOptions& options, MetricForms& forms);

/// The metric of a name that the forms lack, made if a key can be; MetricForms::none if not.
[[nodiscard]] std::uint32_t
makeMetric(std::string_view name, MetricForms& forms, std::vector<NewMetric>& made);
/// What is expected where a metric takes no measurements (`metric` may be none).
[[nodiscard]] std::string expectedMetric(const MetricForms& forms, std::uint32_t metric);

} // namespace hb::ingest
