// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QGridLayout;

namespace hb::pages {

/// The starter's metrics beside the names that a file measures, to be matched by a click.
class MetricMatch : public QWidget {
    Q_OBJECT
public:
    MetricMatch(const shell::Context& context, QWidget* parent);
    /// Shows the metrics that take measurements; those whose names are the same but for case and signs are
    /// matched already.
    void show(const Scorecard& scorecard, const QStringList& fileMetrics);
    /// Starter key -> the key that the file's name becomes, of those that are matched and differ.
    [[nodiscard]] std::map<std::string, std::string> newKeys() const;

Q_SIGNALS:
    void changed();

private:
    void addRow(const Metric& metric, const QStringList& fileMetrics);
    const theme::Theme& m_theme;
    QGridLayout* m_grid;
    QHash<QString, QComboBox*> m_choices; ///< by starter key
};

} // namespace hb::pages
