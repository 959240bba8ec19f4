// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/findings.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace hb::pages {

/// One finding in words, and the mend that one click does.
struct FindingRow {
    QString what;
    QString mend;
    QString metric;    ///< key of what it is about; empty: no metric
    QString mendLabel; ///< of a button; empty: a person must decide
};

/// The scorecard's own health check: one line at the foot that opens upward into all findings.
class FindingsStrip : public QFrame {
    Q_OBJECT
public:
    FindingsStrip(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `whyNone` is said where there are none, in place of that nothing looks unsound.
    void setRows(std::vector<FindingRow> rows, const QString& whyNone = {});
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void metricAsked(const QString& key);
    void mendAsked(int row);

private:
    void fill();
    const theme::Theme& m_theme;
    std::vector<FindingRow> m_rows;
    QString m_whyNone;
    QPushButton* m_line;
    QScrollArea* m_area;
    QWidget* m_body;
    QVBoxLayout* m_list;
};

} // namespace hb::pages
