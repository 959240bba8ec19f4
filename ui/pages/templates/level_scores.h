// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "core/model/scheme.h"
#include "core/model/template_version.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace hb::widgets {
class BandGlyph;
class TypedNumber;
} // namespace hb::widgets

namespace hb::pages {

/// The levels of a metric that a person sets, a row each: label, help, and the score that the template gives.
class LevelScores : public QWidget {
    Q_OBJECT

public:
    explicit LevelScores(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Half-typed scores stay while the levels are as many.
    void setLevels(const std::vector<Level>& levels, const GroupMetric& use, const Scheme& scheme);
    void reset();
    void setEditable(bool editable);

Q_SIGNALS:
    void scoreSet(const hb::Level& level, double score);

private:
    struct Row {
        QWidget* whole;
        widgets::BandGlyph* glyph;
        QLabel* label;
        QLabel* help;
        widgets::TypedNumber* score;
    };
    [[nodiscard]] Row makeRow(std::size_t at);
    void dress();
    void sayFault();
    const theme::Theme& m_theme;
    std::vector<Level> m_levels;
    bool m_editable = true;
    std::vector<Row> m_rows;
    QVBoxLayout* m_list;
    QLabel* m_fault;
};

} // namespace hb::pages
