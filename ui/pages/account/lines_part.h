// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/edit_form.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::pages {

class EntryLine;

/// A part of the *Next* card: lines, the first few until all are asked for, and the form that opens in the
/// place of one, or above them for a new one. What is half typed waits for its account and its line. Who
/// inherits says what the lines are, and fills the forms.
class LinesPart : public QWidget {
    Q_OBJECT

public:
    /// Another account comes: what is open closes, and waits for the return of its account.
    void startAccount(const QString& key);
    void forgetDrafts() { m_drafts.clear(); }
    /// Why nothing here can be changed; empty: it can.
    virtual void setWhyNotWrite(const QString& why);
    /// Closes what is open for good; false where nothing was.
    bool closeForm();

protected:
    struct Names {
        const char *line, *rest, *empty;
    };
    LinesPart(const theme::Theme& theme, const Names& names, std::size_t shownFirst, QWidget* parent);
    /// Of what each line says, in their order.
    [[nodiscard]] virtual std::vector<std::int64_t> ids() const = 0;
    virtual void fillLine(EntryLine& line, std::size_t at) = 0;
    virtual void connectLine(EntryLine& line) = 0;
    /// Shows in a form what stands of a line; 0: something new.
    virtual void fillForm(EditForm& form, std::int64_t id) = 0;
    /// What has the focus once a new one is there or left; it stands above the lines.
    [[nodiscard]] virtual QWidget* home() { return nullptr; }

    void addForm(EditForm& form, const char* name);
    void setEmptyText(const QString& text);
    /// After the lines have changed: a form that is open stays, with what was typed.
    void fillLines();
    void open(EditForm& form, std::int64_t id = 0);
    /// Words that could not be kept come back into their form, now or when their account does.
    void takeBack(EditForm& form, std::int64_t id, const FormDraft& lost);
    [[nodiscard]] std::int64_t openId() const { return m_openId; }
    /// The line of what is typed is gone: from now on it is something new.
    void openAsNew();
    /// Of what a line says.
    [[nodiscard]] std::int64_t idOf(const EntryLine& line) const;
    [[nodiscard]] const theme::Theme& theme() const { return m_theme; }
    [[nodiscard]] const QString& whyNotWrite() const { return m_whyNotWrite; }

private:
    struct OpenDraft {
        EditForm* form = nullptr;
        FormDraft texts;
    };
    void openForm(EditForm& form, std::int64_t id);
    void keepDraft();
    void showDraft();
    void arrange();
    void orderTabs();
    [[nodiscard]] std::optional<std::size_t> placeOf(std::int64_t id) const;
    const theme::Theme& m_theme;
    Names m_names;
    std::size_t m_shownFirst;
    QVBoxLayout* m_rows;
    QPushButton* m_rest;
    QLabel* m_empty;
    std::vector<EntryLine*> m_lines; ///< those shown, in the order of ids()
    EditForm* m_open = nullptr;
    std::int64_t m_openId = 0; ///< 0: a new one
    QString m_account;
    QString m_whyNotWrite;
    Drafts<OpenDraft> m_drafts;
    bool m_all = false;
};

} // namespace hb::pages
