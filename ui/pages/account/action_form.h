// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/edit_form.h"
#include "ui/pages/account/next_facts.h"

class QComboBox;

namespace hb::pages {

class DayField;

/// What is to be done, by whom, until when, and for which metric.
class ActionForm : public EditForm {
    Q_OBJECT

public:
    ActionForm(const theme::Theme& theme, QWidget* parent);
    void setAction(const book::ActionFacts& action, const NextFacts& about);
    /// As its fields say an action.
    [[nodiscard]] static QStringList textsOf(const book::ActionFacts& action);

Q_SIGNALS:
    /// What it showed and what was typed; of what has no field, neither says anything.
    void kept(const hb::book::ActionFacts& before, const hb::book::ActionFacts& typed);

protected:
    void keep() override;

private:
    [[nodiscard]] book::ActionFacts factsOf(const QStringList& texts) const;
    QLineEdit* m_title;
    QLineEdit* m_owner;
    DayField* m_due;
    QComboBox* m_metric;
};

/// Why a next step is dropped.
class DropForm : public EditForm {
    Q_OBJECT

public:
    DropForm(const theme::Theme& theme, QWidget* parent);
    void clear();

Q_SIGNALS:
    void kept(const QString& reason);

protected:
    void keep() override;

private:
    QLineEdit* m_reason;
};

} // namespace hb::pages
