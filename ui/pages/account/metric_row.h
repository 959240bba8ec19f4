// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_metrics.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace hb::pages {

/// One metric of a group card: a row of 32, what it means and where its number comes from on demand (click,
/// F1, Ctrl+I), and for a level metric the levels to set it by, with a note.
class MetricRow : public QWidget {
    Q_OBJECT

public:
    MetricRow(const theme::Theme& theme, QWidget* parent = nullptr);
    void setFacts(const MetricFacts& facts);
    [[nodiscard]] const MetricFacts& facts() const { return m_facts; }
    [[nodiscard]] bool isLevel() const { return !m_facts.levels.empty(); }
    void showAbout(bool shown);
    [[nodiscard]] bool isAboutShown() const;
    void focusLevels();
    /// Who set it by hand, when and why; stands under what it means.
    void setHistory(const QString& lines);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A level chosen, or the one that holds confirmed, with what was noted.
    void levelSet(hb::MetricIndex metric, int level, const QString& note);
    void aboutShown(hb::MetricIndex metric);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void dress();
    void makeLevelEditor();
    void set(int level);
    void paintTexts(QPainter& painter, double right) const;
    const theme::Theme& m_theme;
    MetricFacts m_facts;
    QString m_history;
    QToolButton* m_help;
    QLabel* m_about;
    QWidget* m_levelEditor = nullptr;
    widgets::LevelPicker* m_levels = nullptr;
    QLineEdit* m_note = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace hb::pages
