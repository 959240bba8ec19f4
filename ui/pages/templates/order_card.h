// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <string>
#include <vector>

class QListWidget;
class QToolButton;

namespace hb::pages {

/// The templates in force in the order in which they are tried, moved by drag, buttons or Ctrl+Up and
/// Ctrl+Down; the default stays last.
class OrderCard : public widgets::Card {
    Q_OBJECT
public:
    OrderCard(const theme::Theme& theme, QWidget* parent = nullptr);
    void showOrder(const Scorecard& scorecard, const std::string& current);

Q_SIGNALS:
    void ordered(const std::vector<std::string>& keys, const QString& text);

private:
    [[nodiscard]] QToolButton* arrow(const char* name, const QString& words, int by);
    void move(int by);
    void taken();
    void fill();
    void dress();
    void follow();
    [[nodiscard]] std::vector<std::string> listed() const;

    const theme::Theme& m_theme;
    QListWidget* m_list;
    QLabel* m_last;
    QToolButton* m_up;
    QToolButton* m_down;
    std::vector<std::pair<std::string, QString>> m_truth; ///< keys and names
    std::string m_moved;                                  ///< the key that is being moved
    std::string m_current;
};

} // namespace hb::pages
