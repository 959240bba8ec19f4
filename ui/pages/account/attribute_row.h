// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/attribute_fields.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace hb::widgets {
class ElidedLabel;
}

namespace hb::pages {

/// One attribute: its title and value; a double click, F2 or Enter edits it in its place, Enter keeps, Esc
/// leaves. What cannot be is said under the field.
class AttributeRow : public QWidget {
    Q_OBJECT

public:
    AttributeRow(const theme::Theme& theme, QWidget* parent = nullptr);
    void setFacts(const AccountAt& at, const AttributeFacts& facts);
    [[nodiscard]] const AttributeFacts& facts() const { return m_facts; }
    /// False where it may not be edited, or is not being edited.
    bool begin();
    bool leave();
    [[nodiscard]] bool isEdited() const;
    /// What is half typed; none: nothing is.
    [[nodiscard]] std::optional<QString> draft() const;
    /// What was half typed stands in the field again, where it is not edited.
    void resume(const QString& typed);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void entered(const QString& key, const QString& value);
    void ended(const QString& key); ///< kept or left by a person

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    bool open(const QString& text);
    void keep();
    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    AttributeFacts m_facts;
    QLabel* m_title;
    widgets::ElidedLabel* m_value;
    QLineEdit* m_edit;
    QLabel* m_fault;
};

} // namespace hb::pages
