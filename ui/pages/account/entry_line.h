// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace hb::widgets {
class ElidedLabel;
}

namespace hb::pages {

/// An important caption stands in ink.
enum class CaptionInk { Muted, Ink };

/// A line of the *Next* card: a title over a caption, perhaps a tick before and something to press behind
/// them. Enter and a click open it, Space ticks, Delete takes away, the menu key and the dots have the rest.
class EntryLine : public QFrame {
    Q_OBJECT

public:
    EntryLine(const theme::Theme& theme, QWidget* parent);
    void setTexts(const QString& title, const QString& caption, CaptionInk ink);
    /// What the tick does, or why it does not; without words there is none.
    void setTick(const QString& tip, const QString& whyNot);
    /// Text behind the caption that is pressed like a link; empty: none.
    void setLink(const QString& text, const QString& tip);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString caption() const;

Q_SIGNALS:
    void opened();
    void ticked();
    void deleted();
    void linkPressed();
    void menuAsked(const QPoint& place);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dress();
    void fitLink();
    const theme::Theme& m_theme;
    QToolButton* m_tick;
    widgets::ElidedLabel* m_title;
    widgets::ElidedLabel* m_caption;
    QPushButton* m_link;
    QPushButton* m_more;
    QString m_linkText;
};

} // namespace hb::pages
