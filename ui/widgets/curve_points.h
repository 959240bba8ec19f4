// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "core/model/template_version.h"
#include "ui/theme/theme.h"
#include "ui/widgets/curve_editor.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace hb::widgets {

class BandGlyph;
class TypedNumber;

/// The points of a curve as a table: value and score of each can be typed; one is added in the widest gap, or
/// taken away. What cannot be is said below, and the curve stays.
class CurvePoints : public QWidget {
    Q_OBJECT

public:
    explicit CurvePoints(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Half-typed numbers stay while the curve has as many points.
    void setCurve(const std::vector<CurvePoint>& curve);
    /// Drops what is half typed: another curve follows.
    void reset();
    void setRanges(const Scheme& scheme);
    void setUnit(const QString& unit);
    void setEditable(bool editable);
    /// Marks a row; -1: none.
    void select(int point);
    void showFault(const QString& sentence);

Q_SIGNALS:
    void changed(const std::vector<hb::CurvePoint>& curve, hb::widgets::CurveChange what);
    void selected(int point);

private:
    struct Row {
        QLabel* number;
        TypedNumber* value;
        QLabel* unit;
        TypedNumber* score;
        BandGlyph* glyph;
        QToolButton* remove;
    };

    void buildHead();
    void makeRows(std::size_t count);
    [[nodiscard]] Row makeRow(int at);
    void dress();
    void showCurve();
    void typed(std::size_t at);
    void add();
    void remove(std::size_t at);
    void sayFault();
    [[nodiscard]] QString valueFault(std::size_t at, double value) const;

    const theme::Theme& m_theme;
    std::vector<CurvePoint> m_curve;
    Scheme m_scheme = redYellowGreenScheme();
    QString m_unit;
    bool m_editable = true;
    int m_selected = -1;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    QLabel* m_valueHead;
    QLabel* m_scoreHead;
    QLabel* m_fault;
    QPushButton* m_add;
};

} // namespace hb::widgets
