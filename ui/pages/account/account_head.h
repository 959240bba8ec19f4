// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_facts.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace hb::widgets {
class BandGlyph;
class ElidedLabel;
} // namespace hb::widgets

namespace hb::pages {

/// The head of the page: the way through the list one came from and what can be done, who this is, and the
/// sentence that answers the page's question.
class AccountHead : public QWidget {
    Q_OBJECT

public:
    AccountHead(const theme::Theme& theme, QWidget* parent = nullptr);
    void setAccount(const AccountAt& at);
    /// Where the account stands in the list; none: not in it, and nothing to walk.
    void setPlace(std::optional<std::size_t> place, std::size_t count);
    /// Empty: it can be reviewed; else why not.
    void setWhyNotReview(const QString& why);

Q_SIGNALS:
    void stepRequested(int by);
    void reviewRequested();
    void noteRequested();
    void actionRequested();
    /// The menu of the account, at a place of the screen.
    void menuRequested(const QPoint& place);

private:
    void buildTop(QBoxLayout* rows);
    void buildName(QBoxLayout* rows);
    void dress();
    const theme::Theme& m_theme;
    QPushButton *m_previous, *m_next, *m_reviewed, *m_note, *m_action, *m_more;
    QLabel *m_position, *m_headline;
    widgets::BandGlyph* m_glyph;
    widgets::ElidedLabel *m_name, *m_facts;
};

} // namespace hb::pages
