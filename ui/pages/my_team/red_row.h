// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/team_report.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace hb::widgets {
class ElidedButton;
class ElidedLabel;
} // namespace hb::widgets

namespace hb::pages {

/// An account in which a metric is red, and who has taken it.
struct RedRowFacts {
    report::TeamRow row;
    QString taken;         ///< "Ana Lopez has taken it"; empty: nobody has
    QString answered = {}; ///< what was answered on this day; mostly empty
    QString whyNot = {};   ///< neither to take nor to answer: the book is open to read
};

/// One account of a card: its name opens it; *Take* and *Answer* stand at its end, and what is answered is
/// typed under it. What was taken or answered says so where it was done.
class RedRow : public QWidget {
    Q_OBJECT

public:
    RedRow(const theme::Theme& theme, QWidget* parent = nullptr);
    void setFacts(const RedRowFacts& facts);
    [[nodiscard]] const QString& key() const { return m_key; }
    void openAnswer();
    [[nodiscard]] bool isTaken() const;
    /// Closes the answer; false where none is open.
    bool closeAnswer();
    [[nodiscard]] bool isAnswering() const;
    /// An answer that could not be kept stands here again, before what has been typed since.
    void takeBack(const QString& lost);
    /// Its controls follow `before` for Tab, where there is one; gives the last of them.
    QWidget* tabAfter(QWidget* before);

Q_SIGNALS:
    void menuAsked(const QString& key, const QPoint& place);
    void openAsked(const QString& key);
    void takeAsked(const QString& key);
    void answered(const QString& key, const QString& text);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void build();
    void dress();
    void showTaken(const QString& taken);
    void showUnder();
    void keep();

    const theme::Theme& m_theme;
    QString m_key;
    QHBoxLayout* m_row;
    widgets::ElidedButton* m_name;
    widgets::ElidedLabel *m_value, *m_since, *m_owner;
    QLabel* m_arr;
    widgets::ElidedLabel* m_taken;
    QPushButton *m_take, *m_open, *m_answer;
    QStackedWidget* m_under; ///< as high for what was answered as for the answer
    QWidget* m_answering;
    widgets::ElidedLabel* m_answered;
    bool m_isAnswering = false;
    QLineEdit* m_text;
    QPushButton* m_keep;
};

} // namespace hb::pages
