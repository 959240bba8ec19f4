// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace hb::shell {

class SavedViews;

/// The views of the book: Enter or a click shows one, F2 renames it in its place, Del removes it; what is in
/// front is kept under a name that is typed here.
class ViewsPopup : public QFrame {
    Q_OBJECT
public:
    ViewsPopup(const Context& context, SavedViews& views, QWidget* parent);
    /// Null: at the head of the window.
    void popUpUnder(const QWidget* button);
    /// With the keys in the field of the name.
    void beginKeep(const QWidget* button);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void fill();
    void catchUp();
    [[nodiscard]] bool isNaming() const;
    void follow();
    void keep();
    void removeChosen();
    void takeName(const QListWidgetItem* item);
    void rename(const QString& from, const QString& to);
    [[nodiscard]] QString chosen() const;

    Context m_context;
    SavedViews& m_views;
    QLabel* m_about;
    QListWidget* m_list;
    QPushButton *m_show, *m_rename, *m_remove;
    QCheckBox *m_opensMine, *m_opensAll;
    QLineEdit* m_name;
    QPushButton* m_keep;
    bool m_isFilling = false;
    bool m_isStale = false; ///< the views have changed while a name is being typed
};

} // namespace hb::shell
