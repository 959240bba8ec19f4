// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "ui/models/book_layout.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace hb::pages {

/// The scope by band: a bar of accounts and, where there is ARR in one currency, one of money, each with its
/// figures. A click on a band filters by it.
class BandBars : public QWidget {
    Q_OBJECT
public:
    explicit BandBars(const theme::Theme& theme, QWidget* parent = nullptr);
    void setSummary(const models::BookSummary& summary);
    [[nodiscard]] QSize sizeHint() const override;
    /// A row a band, a column a bar.
    [[nodiscard]] exchange::Table asTable() const;

Q_SIGNALS:
    void bandChosen(int band);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Line {
        QString name;
        std::array<double, 4> parts{};
        std::array<QString, 4> figures;
        std::optional<QString> currency = {}; ///< of amounts; none: they are counts
    };
    struct Segment {
        QRect rect;
        int band = 0;
        QString words;
    };
    void paintLine(QPainter& painter, const Line& line, int top);
    const theme::Theme& m_theme;
    std::vector<Line> m_lines;
    std::vector<Segment> m_segments; ///< as painted
};

} // namespace hb::pages
