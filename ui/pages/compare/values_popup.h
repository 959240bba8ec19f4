// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_scope.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace hb::pages {

/// Asks for one of many values: some letters of it leave those that have them, Up, Down and Enter choose.
class ValuesPopup : public QFrame {
    Q_OBJECT
public:
    explicit ValuesPopup(const theme::Theme& theme, QWidget* parent);
    void popUpUnder(const QWidget& button, const QString& key, const std::vector<ScopeValue>& values);

Q_SIGNALS:
    void chosen(const hb::session::AttributeTest& test);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& letters);
    void take();
    [[nodiscard]] bool step(int key);
    const theme::Theme& m_theme;
    QString m_key;
    QLineEdit* m_letters;
    QListWidget* m_values;
};

} // namespace hb::pages
