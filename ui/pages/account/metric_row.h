// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "ui/pages/account/account_metrics.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace hb::pages {

class LevelEditor;

/// One metric of a group card: a row of 32, what it means and where its number comes from on demand (click,
/// F1, Ctrl+I), and for a level metric the levels to set it by, with a note.
class MetricRow : public QWidget {
    Q_OBJECT

public:
    MetricRow(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Of another account or metric: what was read of the last one, and its half-typed note, are gone.
    void setFacts(const MetricFacts& facts);
    [[nodiscard]] const MetricFacts& facts() const { return m_facts; }
    /// As a table of one row, under heads that are the same for all.
    [[nodiscard]] exchange::Table asTable() const;
    /// What the row says, with what it means and where its number comes from.
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool isLevel() const { return !m_facts.levels.empty(); }
    void showAbout(bool shown);
    [[nodiscard]] bool isAboutShown() const;
    void focusLevels();
    /// What is half typed beside the levels.
    [[nodiscard]] QString levelNote() const;
    void setLevelNote(const QString& text);
    /// Which import or person stated the number; stands under what it means.
    void setOrigin(const QString& lines);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A level chosen, or the one that holds confirmed, with what was noted.
    void levelSet(hb::MetricIndex metric, int level, const QString& note);
    void aboutShown();
    void overrideAsked();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void dress();
    void fillAbout();
    void fillLevels();
    void paintScore(QPainter& painter, const QRectF& box) const;
    void paintWords(QPainter& painter, double right) const;
    const theme::Theme& m_theme;
    MetricFacts m_facts;
    QString m_origin;
    QToolButton* m_help;
    QLabel* m_about;
    LevelEditor* m_levels = nullptr; ///< of a level metric
};

} // namespace hb::pages
