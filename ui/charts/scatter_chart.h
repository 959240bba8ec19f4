// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_picker.h"

#include <QPixmap>

#include <cstdint>
#include <functional>
#include <vector>

namespace hb::charts {

/// How soon an account renews: the sooner the larger its point.
enum class Soonness : std::uint8_t { Unknown, Later, Days90, Days30 };

struct ScatterPoint {
    AccountIndex account = 0;
    double score = 0;  ///< 0..100
    double amount = 0; ///< above 0
    Band band = Band::None;
    Soonness soon = Soonness::Unknown;
};

struct ScatterData {
    std::vector<ScatterPoint> points;                    ///< walked in this order
    std::vector<double> scale;                           ///< the scores that are labelled
    std::function<QString(double)> amountText;           ///< "$120k"
    std::function<QString(const ScatterPoint&)> wordsOf; ///< of the point under pointer or keys
    std::function<QString(const ScatterPoint&)> keyOf;   ///< what stays the same in other data
    QString description;                                 ///< the whole as a sentence
};

/// Score across, amount upwards on a logarithmic scale, a point an account in the fill of its band. Points
/// are walked by the keys as the rows of a list; activated() gives the position in the data.
class ScatterChart : public widgets::RowPicker {
    Q_OBJECT

public:
    ScatterChart(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(ScatterData scatter);
    [[nodiscard]] const ScatterData& shown() const { return m_data; }
    [[nodiscard]] QPointF placeOf(std::size_t point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_data.points.size()); }
    [[nodiscard]] int rowAt(QPointF place) const override;
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override { return rowName(row); }
    [[nodiscard]] QString rowKey(int row) const override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double sideOf(Soonness soon) const;
    void paintScales(QPainter& painter) const;
    [[nodiscard]] QPixmap stampOf(Band band, Soonness soon) const;
    void paintCloud();
    const theme::Theme& m_theme;
    ScatterData m_data;
    double m_low = 0, m_high = 1; ///< decades: the ends of the scale of amounts
    QPixmap m_cloud;              ///< all points, painted once a size: there may be 100,000
};

} // namespace hb::charts
