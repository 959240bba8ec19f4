// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/metric_forms.h"
#include "core/ingest/table_file.h"

#include <memory>

namespace hb::ingest {

/// One measurement of a file. The views hold until the next batch.
struct MeasurementRow {
    std::string_view account; ///< its key, trimmed
    double value = 0;
    std::string_view note = {}; ///< only where the source has notes; empty where the cell is
    std::size_t offset = 0;     ///< of its row in the text, for a reject
    std::int64_t line = 0;
    Day day;
    std::uint32_t metric = 0; ///< position in the MetricForms; from their size on, in newMetrics()
    std::uint32_t column = 0; ///< the file's column that holds the value
};

struct MeasurementBatch {
    std::vector<MeasurementRow> rows; ///< in file order
    std::vector<RejectedRow> rejects; ///< in file order; the caller may add its own
};

/// Of rejects: the name is of no metric that the caller knows.
inline constexpr std::string_view unknownMetricExpected = "a metric of the book";

/// A metric that the book lacks: made where ReadOptions::createMetrics.
struct NewMetric {
    std::string key;
    std::string name; ///< as the file writes it

    friend bool operator==(const NewMetric&, const NewMetric&) = default;
};

/// Reads a measurements file, long (it has `metric` and `value`) or wide (a column a metric).
/// Of a wide file each cell that holds something is a row here, and each bad one a reject; a row whose
/// account or date is bad is one reject that counts its cells; an unknown column is one reject without a row.
/// Rows come in file order. The same account, metric and day may come again; joining them (`same_day`) is the
/// caller's. An account that the caller does not know: add `rejectAccount(row, ...)` to the batch's rejects.
class MeasurementSource {
public:
    [[nodiscard]] static Result<MeasurementSource>
    open(const QString& path, const ReadOptions& options, MetricForms forms, const Job& job = {});
    MeasurementSource(MeasurementSource&&) noexcept;
    MeasurementSource& operator=(MeasurementSource&&) noexcept;
    ~MeasurementSource();

    [[nodiscard]] bool isWide() const;
    [[nodiscard]] bool hasNotes() const; ///< the file has a column `note`
    /// Grows while reading (long files), or is known from the start (wide ones).
    [[nodiscard]] std::span<const NewMetric> newMetrics() const;
    /// Replaces the batch by the next rows (some thousands, a few MB); false at the end, with an empty batch.
    [[nodiscard]] bool next(MeasurementBatch& batch);
    [[nodiscard]] const TableFile& file() const;
    /// The columns that say of which account and day a cell is: RejectWriter keeps them.
    [[nodiscard]] std::vector<std::size_t> keyColumns() const;
    [[nodiscard]] std::size_t position() const; ///< of file().textSize()

    /// A reject for a row that was given: of its account, or of its metric or value (then only that cell, in
    /// wide files).
    [[nodiscard]] RejectedRow rejectAccount(const MeasurementRow& row, std::string expected) const;
    [[nodiscard]] RejectedRow rejectMetric(const MeasurementRow& row, std::string expected) const;

private:
    struct Parts;
    explicit MeasurementSource(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hb::ingest
