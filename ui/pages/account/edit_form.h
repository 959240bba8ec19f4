// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace hb::pages {

/// What the fields of a form showed when it opened, and what they hold.
struct FormDraft {
    QStringList shown, typed;

    [[nodiscard]] bool isTouched() const { return typed != shown; }
};

/// A form that opens in place: fields, the sentence of what is wrong under the field that it is about, Enter
/// keeps, Esc leaves. Who inherits adds fields and keeps them.
class EditForm : public QFrame {
    Q_OBJECT

public:
    /// Puts the focus into the first field, with its text chosen, where it can be seen.
    void begin();
    /// The same, where nobody types somewhere else.
    void beginUnlessTyping();
    [[nodiscard]] FormDraft draft() const { return {.shown = m_shown, .typed = texts()}; }
    /// What was half typed stands in the fields again.
    void resume(const FormDraft& draft);
    /// It is kept nowhere, and why.
    void refuseAll(const QString& sentence);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void cancelled();

protected:
    EditForm(const theme::Theme& theme, const QString& keepText, QWidget* parent);
    /// A field with its name as placeholder and for screen readers, and room for a fault under it.
    void addField(QWidget* field, const char* name, const QString& title);
    QLineEdit* addLine(const char* name, const QString& title);
    /// A sentence under the fields: what keeping does.
    void setNotice(const QString& sentence);
    /// Says under the field what is expected, and goes there.
    void refuse(QWidget* field, const QString& sentence);
    void clearFaults();
    /// What the fields show as the form opens: of a list the data of its entry, of a row of buttons the place
    /// of the one that is checked.
    void showTexts(const QStringList& texts);
    [[nodiscard]] const QStringList& shownTexts() const { return m_shown; }
    [[nodiscard]] QStringList texts() const;
    /// Asked for by Enter and the button; sends what is kept where nothing is wrong with it.
    virtual void keep() = 0;
    [[nodiscard]] const theme::Theme& theme() const { return m_theme; }

private:
    struct Field {
        QWidget* field;
        QLabel* fault;
    };
    void setTexts(const QStringList& texts);
    void comeIntoSight();
    const theme::Theme& m_theme;
    std::vector<Field> m_fields;
    QStringList m_shown;
    QVBoxLayout* m_rows;
    QLabel* m_notice;
    QPushButton* m_keep;
};

} // namespace hb::pages
