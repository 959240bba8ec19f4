// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

namespace hb::widgets {

/// What a bar says of one band: its share of the bar and its words ("9 red", "$1.1M"); empty words stand for
/// nothing.
struct BandShare {
    double amount = 0;
    QString legend;
};

/// The shares of the bands in `bar`, from red to none, 1 px apart; nothing where all are 0.
void paintBandParts(QPainter& painter,
                    const QRectF& bar,
                    const std::array<double, 4>& amounts,
                    const theme::Theme& theme);

/// One bar of the bands from red to none, 10 high, its label on the left and its words on the right.
class BandBar : public QWidget {
    Q_OBJECT

public:
    BandBar(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `description` is the whole as a sentence, for screen readers.
    void setBar(const QString& label, const std::array<BandShare, 4>& bands, const QString& description);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF barRect() const;
    [[nodiscard]] QRectF legendRect(std::size_t band) const;
    const theme::Theme& m_theme;
    QString m_label;
    std::array<BandShare, 4> m_bands;
};

} // namespace hb::widgets
