// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_bar.h"

#include "core/wording/days.h"
#include "ui/jobs/job_runner.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace hb::shell {

namespace {

QLabel* caption(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    theme::setStyleProperty(label, "hbText", QStringLiteral("captionMuted"));
    return label;
}

} // namespace

JobBar::JobBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_session(context.session), m_jobs(context.jobs), m_data(caption("statusData", this)),
      m_work(caption("statusWork", this)), m_bar(new QProgressBar(this)),
      m_cancel(widgets::makeButton("link", tr("Cancel"), this)), m_saved(caption("statusSaved", this)) {
    setObjectName(QStringLiteral("jobBar"));
    theme::setStyleProperty(this, "hbSurface", QStringLiteral("surface"));
    const theme::Theme& theme = context.theme;
    setFixedHeight(theme.px(theme::size::statusBar));
    connect(&theme, &theme::Theme::changed, this, [this, &theme] {
        setFixedHeight(theme.px(theme::size::statusBar));
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(theme::space::pageMargin), 0, theme.px(theme::space::pageMargin), 0);
    row->setSpacing(theme.px(theme::space::s));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(theme.px(160));
    m_bar->setMaximumHeight(theme.px(6));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_cancel->setMaximumHeight(theme.px(theme::size::statusBar));
    row->addWidget(m_data);
    row->addStretch();
    row->addWidget(m_work);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addSpacing(theme.px(theme::space::l));
    row->addWidget(m_saved);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(m_shownJob); });
    connect(&m_jobs, &jobs::JobRunner::shownJobsChanged, this, &JobBar::showJobs);
    connect(&m_session, &session::BookSession::opened, this, &JobBar::showData);
    connect(&m_session, &session::BookSession::closed, this, &JobBar::showData);
    connect(&m_session, &session::BookSession::changed, this, &JobBar::showData);
    connect(&m_session, &session::BookSession::dayChanged, this, &JobBar::showData);
    connect(&m_session, &session::BookSession::savingChanged, this, &JobBar::showSaved);
    showData();
    showJobs();
}

void JobBar::showData() {
    showSaved();
    if (!m_session.isOpen()) {
        m_data->clear();
        return;
    }
    const Snapshot& snapshot = m_session.snapshot();
    const auto& scores = m_session.onDay().scores;
    int accounts = 0;
    int scored = 0;
    for (AccountIndex account = 0; account < scores.size(); ++account) {
        const bool living = !snapshot.isChurned(account, m_session.moment()->day);
        accounts += living ? 1 : 0;
        scored += living && scores[account].shown.band != Band::None ? 1 : 0;
    }
    const QString counts =
        accounts == 1
            ? tr("1 account, %1 scored").arg(QLocale().toString(scored))
            : tr("%1 accounts, %2 scored").arg(QLocale().toString(accounts), QLocale().toString(scored));
    m_data->setText(
        snapshot.newestMeasurement
            ? tr("Data to %1 \u00B7 %2").arg(wording::longDayText(*snapshot.newestMeasurement), counts)
            : tr("No measurements yet \u00B7 %1").arg(counts));
}

void JobBar::showSaved() {
    const bool hasFile = m_session.isOpen() && !m_session.path().isEmpty();
    m_saved->setText(!hasFile ? QString() : m_session.isSaving() ? tr("Saving") : tr("Saved"));
}

void JobBar::showJobs() {
    const std::vector<jobs::JobStatus> shown = m_jobs.shownJobs();
    const bool working = !shown.empty();
    m_work->setVisible(working);
    m_bar->setVisible(working);
    m_cancel->setVisible(working);
    if (!working) {
        return;
    }
    const jobs::JobStatus& job = shown.back();
    m_shownJob = job.id;
    const QString title = job.phase.isEmpty() ? job.title : tr("%1: %2").arg(job.title, job.phase);
    m_work->setText(shown.size() == 1 ? title : tr("%1 (and %2 more)").arg(title).arg(shown.size() - 1));
    constexpr int steps = 1000;
    m_bar->setRange(0, job.total > 0 ? steps : 0);
    m_bar->setValue(job.total > 0 ? static_cast<int>(std::min(job.done, job.total) * steps / job.total) : 0);
}

} // namespace hb::shell
