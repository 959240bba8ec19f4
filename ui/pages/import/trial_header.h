// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/shell/page.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hb::widgets {
class BandBar;
}

namespace hb::pages {

/// What the files would give, in one sentence with a bar of the bands, and the button that keeps it. It stays
/// in sight while the page below it scrolls.
class TrialHeader : public QWidget {
    Q_OBJECT
public:
    TrialHeader(const shell::Context& context, QWidget* parent);

    void showWelcome();
    void showTrial(const book::TrialBook& trial);
    /// There are files, and this is why they are no book yet; the button to read them again is shown.
    void showNote(const QString& headline, const QString& note);
    /// The job whose progress is shown, with *Cancel*; 0: none.
    void followJob(quint64 id, const QString& what);
    void setKeepEnabled(bool enabled);
    /// What went wrong with keeping: the trial stands.
    void showFault(const QString& sentence);
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void keepRequested();
    void readAgainRequested();
    void cancelRequested();

private:
    void showProgress();
    void setTexts(const QString& headline, const QString& note);

    shell::Context m_context;
    quint64 m_job = 0;
    QLabel* m_headline;
    QLabel* m_note;
    QWidget* m_working;
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_readAgain;
    QPushButton* m_keep;
    widgets::BandBar* m_bands;
};

} // namespace hb::pages
