// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <array>

namespace hb::pages {

/// The bands before and after as two bars, and under them what each band was and is: "13 → 23".
class EffectBars : public QWidget {
    Q_OBJECT
public:
    struct Side {
        std::array<double, 4> amounts{}; ///< by Band
        std::array<QString, 4> words;    ///< "13", "$871k"; empty: nothing
    };

    EffectBars(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `what` is what is counted: "Accounts".
    void setSides(const QString& what, const Side& before, const Side& after);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBar(QPainter& painter, const QString& label, const Side& side, int top) const;
    void paintWords(QPainter& painter, int top) const;
    const theme::Theme& m_theme;
    QString m_what;
    Side m_before;
    Side m_after;
};

} // namespace hb::pages
