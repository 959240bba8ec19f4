// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

#include <QStringList>

#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace hb::pages {

/// The rows that a book would lack, with what stands there and what was expected, and the way to mend them:
/// they are saved as a file of their own, which is opened, and read once it is mended.
class LeftOutCard : public widgets::Card {
    Q_OBJECT
public:
    LeftOutCard(const shell::Context& context, QWidget* parent);
    /// Null, or a trial without such rows, hides it.
    void showTrial(const book::TrialBook* trial);

Q_SIGNALS:
    /// `path` holds the mended rows of the file `of`.
    void mended(const QString& path, const QString& of);

private:
    void fill(const book::TrialBook& trial);
    void saveAndOpen();
    void addMended();
    void showSaved();

    shell::Context m_context;
    std::vector<book::FileReport> m_toMend;
    std::vector<std::pair<QString, QString>> m_saved; ///< rejects file, the file it is of
    QTableWidget* m_table;
    QLabel* m_more;
    QLabel* m_how;
    QPushButton* m_mend;
    QPushButton* m_add;
};

} // namespace hb::pages
