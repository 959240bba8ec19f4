// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace hb::pages {

/// Asks what a new metric is called, its key, and its kind. The key follows the name until it is typed.
class NewMetricRow : public QWidget {
    Q_OBJECT
public:
    explicit NewMetricRow(QWidget* parent = nullptr);
    void setTaken(std::vector<std::string> keys) { m_taken = std::move(keys); }
    void start();

Q_SIGNALS:
    void wanted(const hb::Metric& metric);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QLineEdit* field(const char* name, const QString& title);
    void add();
    [[nodiscard]] QString nameFault() const;
    [[nodiscard]] QString keyFault() const;

    std::vector<std::string> m_taken;
    QLineEdit* m_name;
    QLineEdit* m_key;
    QLabel* m_nameFault;
    QLabel* m_keyFault;
    QComboBox* m_kind;
};

} // namespace hb::pages
