// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/book_layout.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

namespace hb::widgets {
class Chip;
}

namespace hb::pages {

/// The open reasons with their counts; one of 0 is not shown. A click filters by it, a second click clears.
class ReasonChips : public QWidget {
    Q_OBJECT
public:
    explicit ReasonChips(const theme::Theme& theme, QWidget* parent = nullptr);
    void show(const models::BookSummary& summary, std::optional<scoring::Reason> filtered);

Q_SIGNALS:
    void chosen(std::optional<hb::scoring::Reason> reason);

private:
    std::array<widgets::Chip*, scoring::reasonCount> m_chips{};
};

} // namespace hb::pages
