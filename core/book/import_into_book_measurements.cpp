// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parts.h"
#include "core/book/import_into_book_rows.h"
#include "core/book/import_into_book_same_day.h"
#include "core/ingest/measurement_source.h"
#include "core/store/scorecard_store.h"
#include "core/store/series_writer.h"

namespace hb::book {

namespace {

using ingest::MeasurementRow;
using ingest::MeasurementSource;
using ingest::SameDay;

/// Reads measurement files into buffers and merges these into the book.
class MeasurementImport {
public:
    static Result<MeasurementImport> prepare(ImportRun& run) {
        HB_TRY(Scorecard scorecard, store::readScorecard(run.database()));
        HB_TRY(auto ids, store::metricIds(run.database()));
        HB_TRY(auto writer, store::SeriesWriter::prepare(run.database(), run.run));
        return MeasurementImport(run, std::move(scorecard.metrics), std::move(ids), std::move(writer));
    }

    Result<void> importFile(const QString& path) {
        m_metricsBefore = m_metrics.size();
        ingest::MetricForms forms(m_metrics, m_run.request.mapping);
        HB_TRY(auto opened, MeasurementSource::open(path, m_run.readOptions(), std::move(forms), m_run.job));
        const auto source = std::make_shared<MeasurementSource>(std::move(opened));
        m_hasNotes = source->hasNotes();
        m_run.rejects.beginFile(source, source->keyColumns());
        ingest::MeasurementBatch batch;
        while (source->next(batch)) {
            HB_CHECK(takeBatch(*source, batch));
            HB_CHECK(m_run.rejects.add(batch.rejects));
            HB_CHECK(m_run.progress(source->position()));
            if (m_lastOfDay.size() >= m_run.limits.rowsAtOnce ||
                m_lastOfDay.noteBytes() >= m_run.limits.noteBytesAtOnce) {
                HB_CHECK(merge(m_lastOfDay));
            }
        }
        HB_CHECK(merge(m_lastOfDay));
        HB_CHECK(merge(m_joined));
        m_run.fileDone(source->file().textSize());
        return {};
    }

    void addCounts(ImportReport& report) const {
        const store::RowCounts& counts = m_writer.counts();
        report.inserted += counts.inserted;
        report.updated += counts.updated;
        report.unchanged += counts.unchanged;
        report.keptByHand += counts.keptByHand;
        report.read += counts.inserted + counts.updated + counts.unchanged + counts.keptByHand;
    }

private:
    MeasurementImport(ImportRun& run,
                      std::vector<Metric> metrics,
                      std::vector<MetricId> ids,
                      store::SeriesWriter writer)
        : m_run(run), m_metrics(std::move(metrics)), m_metricIds(std::move(ids)), m_writer(std::move(writer)),
          m_lastOfDay(run.accounts().size()), m_joined(run.accounts().size()) {
        for (const Metric& metric : m_metrics) {
            m_joins.push_back(joinOf(metric.key));
        }
    }

    [[nodiscard]] SameDay joinOf(const std::string& metric) const {
        return m_run.request.mapping.sameDay.value(QString::fromStdString(metric), SameDay::Last);
    }

    Result<void> takeBatch(const MeasurementSource& source, ingest::MeasurementBatch& batch) {
        for (const MeasurementRow& row : batch.rows) {
            auto account = m_run.accounts().find(row.account);
            if (!account && m_run.request.createAccounts) {
                HB_TRY(account, m_run.createAccount(row.account));
            }
            if (!account) {
                rejectAccount(source, row, batch.rejects);
                continue;
            }
            if (row.metric >= m_metrics.size()) {
                HB_CHECK(createMetrics(source));
            }
            RowBuffer& rows = m_joins[row.metric] == SameDay::Last ? m_lastOfDay : m_joined;
            rows.add(
                *account, row.metric, row.day.number, row.value + 0.0, row.note); // + 0.0: no negative zero
        }
        return {};
    }

    /// The cells of one row of a wide file are one reject.
    static void rejectAccount(const MeasurementSource& source,
                              const MeasurementRow& row,
                              std::vector<ingest::RejectedRow>& rejects) {
        if (source.isWide() && !rejects.empty() && !rejects.back().cellOnly &&
            rejects.back().offset == row.offset) {
            ++rejects.back().count;
        } else {
            rejects.push_back(source.rejectAccount(row, std::string(expectedAccount)));
        }
    }

    /// Makes the metrics that the file has named so far and the book lacks.
    Result<void> createMetrics(const MeasurementSource& source) {
        for (const ingest::NewMetric& made :
             source.newMetrics().subspan(m_metrics.size() - m_metricsBefore)) {
            Metric metric;
            metric.key = made.key;
            metric.name = made.name;
            HB_TRY(const MetricId id, store::insertMetric(m_run.database(), metric, m_run.run));
            m_joins.push_back(joinOf(metric.key));
            m_metrics.push_back(std::move(metric));
            m_metricIds.push_back(id);
            m_run.scorecardChanged = true;
        }
        return {};
    }

    Result<void> merge(RowBuffer& rows) {
        if (rows.size() == 0) {
            return {};
        }
        HB_CHECK(m_writer.beginPart());
        const auto total = static_cast<std::int64_t>(rows.size());
        HB_CHECK(rows.visitSeries(
            [this](std::span<const RowBuffer::Row> series,
                   std::span<const std::string_view> notes) -> Result<void> {
                const RowBuffer::Row& any = series.front();
                const AccountId account = m_run.accounts().id(any.account());
                m_run.touch(account);
                joinSameDays(series, notes, m_hasNotes, m_joins[any.metric()], m_stated);
                return m_writer.state(account, m_metricIds[any.metric()], m_stated.days, m_stated.notes);
            },
            [&](std::size_t done) -> Result<void> {
                m_run.job.report(static_cast<std::int64_t>(done), total, "writing");
                return m_run.job.stopped() ? Result<void>(cancelled()) : Result<void>();
            }));
        rows.clear();
        return m_writer.endPart();
    }

    ImportRun& m_run;
    std::vector<Metric> m_metrics;
    std::vector<MetricId> m_metricIds; ///< as m_metrics
    std::vector<SameDay> m_joins;      ///< as m_metrics
    std::size_t m_metricsBefore = 0;   ///< how many there were when the file was opened
    store::SeriesWriter m_writer;
    RowBuffer m_lastOfDay; ///< of metrics whose last row of a day counts: may be merged at any time
    RowBuffer m_joined;    ///< of metrics that join the rows of a day: merged when the file has ended
    SeriesStated m_stated;
    bool m_hasNotes = false;
};

} // namespace

Result<void> importMeasurements(ImportRun& run) {
    HB_TRY(auto import, MeasurementImport::prepare(run));
    for (const QString& file : run.request.files) {
        HB_CHECK(import.importFile(file));
    }
    import.addCounts(run.report);
    return {};
}

} // namespace hb::book
