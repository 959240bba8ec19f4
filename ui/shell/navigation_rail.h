// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

#include <vector>

class QLabel;
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
    /// A place that has nothing to show in this book; it can still be gone to from the menu.
    void setOffered(const QString& page, bool offered);
    /// A small number on a place, and what it counts; none for 0.
    void setCount(const QString& page, int count, const QString& words);

Q_SIGNALS:
    void chosen(const QString& page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    struct Place {
        PageInfo info;
        QToolButton* button;
        QLabel* count; ///< over its corner; hidden while there is nothing to count
        bool isOffered = true;
        QString words = {}; ///< what is counted
    };
    [[nodiscard]] Place* find(const QString& page);
    void placeCount(const Place& place) const;
    const theme::Theme& m_theme;
    std::vector<Place> m_places;
    bool m_narrow = false;
    bool m_isOpen = true;
};

} // namespace hb::shell
