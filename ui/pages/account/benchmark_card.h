// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/benchmark.h"
#include "core/exchange/table.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/account/account_facts.h"
#include "ui/widgets/card.h"

#include <string>
#include <vector>

namespace hb::pages {

/// One metric beside those of others: its name, a box from the lower to the upper quartile on a line of 0 to
/// 100 with the account's own mark, and where that stands in words.
struct BenchmarkRow {
    QString name;
    QString words;
    QString tip;
    double score = 0;
    Band band = Band::None;
    analytics::Quartiles quartiles;
};

class BenchmarkRows : public QWidget {
    Q_OBJECT
public:
    BenchmarkRows(const theme::Theme& theme, QWidget* parent);
    [[nodiscard]] exchange::Table asTable() const;
    void setRows(std::vector<BenchmarkRow> rows);
    [[nodiscard]] const std::vector<BenchmarkRow>& rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBox(QPainter& painter, const QRectF& room, const BenchmarkRow& row) const;
    const theme::Theme& m_theme;
    std::vector<BenchmarkRow> m_rows;
};

/// The account beside its segment, metric by metric; not there where too few are alike.
class BenchmarkCard : public widgets::Card {
    Q_OBJECT
public:
    BenchmarkCard(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent);
    void setAccount(const AccountAt& at);
    [[nodiscard]] BenchmarkRows& rows() const { return *m_rows; }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showBenchmark(const AccountAt& at, const analytics::Benchmark& benchmark);
    jobs::JobRunner& m_jobs;
    std::string m_key; ///< of the account asked for
    QLabel* m_note;
    BenchmarkRows* m_rows;
};

} // namespace hb::pages
