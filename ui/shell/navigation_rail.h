// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace hb::shell {

/// The places of the window at its left edge: an icon over a word, narrower under 1100 px.
class NavigationRail : public QFrame {
    Q_OBJECT
public:
    NavigationRail(const theme::Theme& theme, const std::vector<PageInfo>& pages, QWidget* parent = nullptr);
    void setCurrent(const QString& page);
    void setNarrow(bool narrow);
    /// Only places that a book has are offered while one is open.
    void setBookOpen(bool open);

Q_SIGNALS:
    void chosen(const QString& page);

private:
    void dress();
    struct Place {
        PageInfo info;
        QToolButton* button;
    };
    const theme::Theme& m_theme;
    std::vector<Place> m_places;
    bool m_narrow = false;
};

} // namespace hb::shell
