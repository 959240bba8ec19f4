// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hb::widgets {
class TypedNumber;
class WeightSlider;
} // namespace hb::widgets

namespace hb::pages {

/// The line of a group: its name, weight and share.
class WeightGroupRow : public QFrame {
    Q_OBJECT
public:
    WeightGroupRow(const theme::Theme& theme, QWidget* parent);
    void setGroup(const Group& group, double share, bool isEditable);
    /// Asks for another name, in place.
    void rename();

Q_SIGNALS:
    void weightChanged(double weight);
    void renamed(const QString& name);
    void menuRequested(const QPoint& place);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_rollup;
    QLineEdit* m_name;
    widgets::TypedNumber* m_weight;
    QLabel* m_share;
    QLabel* m_fault;
    QPushButton* m_menu;
};

/// The line of a metric in its group: name, share and lock; slider and weight below. A click chooses it, a
/// drag of its name moves it into another group.
class WeightRow : public QFrame {
    Q_OBJECT
public:
    WeightRow(const theme::Theme& theme, QWidget* parent);
    struct Facts {
        QString key;
        QString name;
        double weight = 0;
        double share = 0;
        bool isLocked = false;
        bool isChosen = false;
        bool isEditable = false;
        bool isKnown = true; ///< the catalogue has it
    };
    void setFacts(const Facts& facts);
    [[nodiscard]] const Facts& facts() const { return m_facts; }
    void setShare(double share);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen();
    void weightMoving(double weight);
    void weightChanged(double weight);
    void lockToggled(bool isLocked);
    void menuRequested(const QPoint& place);
    void moveRequested(int by); ///< Ctrl+Up, Ctrl+Down
    void removeRequested();
    void dragStarted();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void elideName();
    bool takeKey(const QKeyEvent& event);
    const theme::Theme& m_theme;
    Facts m_facts;
    QPushButton* m_name;
    QLabel* m_share;
    QPushButton* m_lock;
    widgets::WeightSlider* m_slider;
    widgets::TypedNumber* m_weight;
    QLabel* m_fault;
    QPoint m_pressed;
};

/// "42.0%", or "not counted" for none.
[[nodiscard]] QString shareText(double share);

} // namespace hb::pages
