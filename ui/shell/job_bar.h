// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hb::shell {

/// The foot of the window: how far the data goes, what is being worked on, whether all is saved.
class JobBar : public QFrame {
    Q_OBJECT
public:
    explicit JobBar(const Context& context, QWidget* parent = nullptr);

private:
    void showData();
    void showJobs();
    void showSaved();

    session::BookSession& m_session;
    jobs::JobRunner& m_jobs;
    QLabel* m_data;
    QLabel* m_work;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QLabel* m_saved;
    quint64 m_shownJob = 0;
};

} // namespace hb::shell
