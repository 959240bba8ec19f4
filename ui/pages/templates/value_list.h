// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <string>
#include <vector>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace hb::pages {

/// The values of an attribute to tick, each with how many accounts have it; a field finds among more than 12.
class ValueList : public QWidget {
    Q_OBJECT
public:
    ValueList(const theme::Theme& theme, const QString& spoken, QWidget* parent = nullptr);
    /// Values that are chosen and that no account has are listed too, with 0.
    void setValues(std::vector<analytics::ValueCount> values,
                   const std::vector<std::string>& chosen,
                   bool editable);
    void focusList();

Q_SIGNALS:
    void valuesChosen(const std::vector<std::string>& values);

private:
    void fill();
    void dress();
    void find(const QString& text);
    void tick(QTreeWidgetItem* item);
    void take(QTreeWidgetItem* item);

    const theme::Theme& m_theme;
    QLineEdit* m_find;
    QTreeWidget* m_list;
    std::vector<analytics::ValueCount> m_values;
    std::vector<std::string> m_chosen;
    bool m_ticked = false; ///< by the press that a click ends
};

/// As people read a value of an attribute: "(none)" where it is absent.
[[nodiscard]] QString valueWords(const std::string& value);

} // namespace hb::pages
