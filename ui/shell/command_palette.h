// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace hb::shell {

class ActionRegistry;
class SavedViews;

/// Finds or does anything: accounts by name and actions by their words, from one box.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(const Context& context,
                   const ActionRegistry& actions,
                   SavedViews& views,
                   Navigator& navigator,
                   QWidget* parent);
    void popUp();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose();
    void addAccounts(const QString& folded);
    void addActions(const QString& folded);
    void addViews(const QString& folded);
    void offer(const QString& text, const QString& note, std::function<void()> run);

    Context m_context;
    const ActionRegistry& m_actions;
    SavedViews& m_views;
    Navigator& m_navigator;
    QLineEdit* m_box;
    QListWidget* m_list;
    std::vector<std::function<void()>> m_runs; ///< as the list's rows
};

} // namespace hb::shell
