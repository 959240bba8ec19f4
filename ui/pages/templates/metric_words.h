// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "ui/widgets/card.h"

#include <vector>

class QFormLayout;

namespace hb::pages {

/// What a metric is, for reading: help, where it comes from, who can act, what helps.
class MetricWords : public widgets::Card {
    Q_OBJECT

public:
    explicit MetricWords(QWidget* parent = nullptr);
    /// `all` names the series that it reads.
    void showMetric(const Metric& metric, const std::vector<Metric>& all);

private:
    void addLine(const char* name, const QString& title, const std::string& text);
    QLabel* m_help;
    QFormLayout* m_lines;
};

} // namespace hb::pages
