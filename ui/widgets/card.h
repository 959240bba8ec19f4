// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace hb::widgets {

/// The frame of a card: surface, hairline, rounded, padding 16, and a title where it has one.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Where the card's content goes, under the title.
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }

private:
    QLabel* m_title;
    QVBoxLayout* m_content;
};

/// A label in one of the text roles of the style sheet (Theme).
[[nodiscard]] QLabel* makeLabel(const char* role, QWidget* parent);

} // namespace hb::widgets
