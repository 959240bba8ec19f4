// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/prompts.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QRadioButton;
class QWidget;

namespace hb::prompts {

/// Name, role and, of a team member, the team. Says that roles are views, not locks.
class WhoDialog : public QDialog {
    Q_OBJECT

public:
    explicit WhoDialog(const WhoQuestion& question, QWidget* parent = nullptr);

    [[nodiscard]] settings::Who who() const;
    [[nodiscard]] static QString title();
    /// "Manager: the accounts of your team come first."
    [[nodiscard]] static QString roleName(settings::Role role);
    [[nodiscard]] static QString viewsNotLocks();

private:
    void addNames(const WhoQuestion& question);
    void addRoles(const WhoQuestion& question);
    void addTeams(const WhoQuestion& question);
    [[nodiscard]] settings::Role role() const;
    void follow();

    QComboBox* m_name;
    std::vector<QRadioButton*> m_roles; ///< by Role
    QComboBox* m_team;
};

} // namespace hb::prompts
