// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace hb::pages {

/// The accounts that two templates match: which of them scores each, and why. Hidden where there are none.
class ContestedList : public QWidget {
    Q_OBJECT
public:
    ContestedList(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `own` is the name of the template that is shown.
    void showAccounts(const session::Moment& moment,
                      const std::vector<analytics::ContestedAccount>& contested,
                      const QString& own);

private:
    void dress();
    const theme::Theme& m_theme;
    QLabel* m_title;
    QTreeWidget* m_list;
};

/// "Matches 64 of 200 accounts; 60 of them are scored by it, 4 by Enterprise, which stands before it."
[[nodiscard]] QString matchSentence(const analytics::TemplateMatches& matches, const Scorecard& scorecard);

} // namespace hb::pages
