// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/page.h"

#include <QWidget>

class QListView;
class QSortFilterProxyModel;

namespace hb::models {
class AccountsModel;
}
namespace hb::widgets {
class TileDelegate;
}

namespace hb::pages {

/// The wall as it would be, those that need a person first, before anything is kept.
class WallPreview : public QWidget {
    Q_OBJECT
public:
    WallPreview(const shell::Context& context, QWidget* parent);
    ~WallPreview() override;
    /// Null, or a trial without accounts, hides it.
    void showTrial(const book::TrialBook* trial);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    const theme::Theme& m_theme;
    settings::Settings m_settings; ///< of nobody: the trial is looked at as a whole
    session::BookSession m_session;
    models::AccountsModel* m_model = nullptr;
    QSortFilterProxyModel* m_tiles;
    widgets::TileDelegate* m_delegate;
    QListView* m_wall;
};

} // namespace hb::pages
