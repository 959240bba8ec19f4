// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/merge_effect.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/account/account_facts.h"
#include "ui/pages/account/edit_form.h"

class QStringListModel;

namespace hb::pages {

/// Another id for an account.
class RenameForm : public EditForm {
    Q_OBJECT

public:
    RenameForm(const theme::Theme& theme, QWidget* parent);
    /// What is typed stays.
    void setAccount(const AccountAt& at);
    /// The id that it has stands there.
    void reset();

Q_SIGNALS:
    void kept(const QString& key);

protected:
    void keep() override;

private:
    QLineEdit* m_key;
    std::optional<AccountAt> m_at;
};

/// Which account this one is a part of: typed by name or id, and said in a sentence what comes together.
class MergeForm : public EditForm {
    Q_OBJECT

public:
    MergeForm(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent);
    /// What is typed stays, where it is the same account.
    void setAccount(const AccountAt& at);
    void clear();
    /// What merging into the account that was asked for would do, or why it cannot be.
    void showEffect(const QString& into, const Result<MergeEffect>& effect);

Q_SIGNALS:
    void effectAsked(const QString& into);
    void kept(const QString& into);

protected:
    void keep() override;

private:
    void follow();
    void readChoices();
    void showChoices(const AccountAt& beside, const QStringList& choices);
    [[nodiscard]] AccountIndex accountOf(qsizetype choice) const;
    /// Whether they are this account's at this moment.
    [[nodiscard]] bool hasChoices() const;
    /// The id of the other account as it is typed; empty where the book has none, or several.
    [[nodiscard]] QString chosen() const;
    jobs::JobRunner& m_jobs;
    QLineEdit* m_into;
    QStringListModel* m_choices; ///< as they were at a moment, beside one account
    std::shared_ptr<const session::Moment> m_choicesOf;
    AccountIndex m_choicesBeside = 0;
    std::optional<AccountAt> m_at;
    QString m_asked; ///< whose effect is asked for or shown
    QString m_fault; ///< why that one cannot be
};

} // namespace hb::pages
