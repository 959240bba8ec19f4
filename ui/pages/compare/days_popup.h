// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QDateEdit;
class QLabel;

namespace hb::pages {

/// Asks for the two days of a period: typed, or each chosen in a calendar.
class DaysPopup : public QFrame {
    Q_OBJECT
public:
    explicit DaysPopup(const theme::Theme& theme, QWidget* parent);
    /// Days after `last` cannot be chosen.
    void popUpUnder(const QWidget& button, const analytics::Period& period, Day last);

Q_SIGNALS:
    void chosen(const hb::analytics::Period& period);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void say();
    void take();
    QDateEdit* m_from;
    QDateEdit* m_to;
    QLabel* m_hint;
};

} // namespace hb::pages
