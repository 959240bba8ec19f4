// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/trial_header.h"

#include "core/wording/numbers.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/import/import_words.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/band_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace hb::pages {

namespace {
constexpr int barWidth = 240;
}

TrialHeader::TrialHeader(const shell::Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_headline(widgets::makeLabel("pageTitle", this)),
      m_note(widgets::makeLabel("muted", this)), m_working(new QWidget(this)),
      m_what(widgets::makeLabel("muted", m_working)), m_bar(new QProgressBar(m_working)),
      m_cancel(widgets::makeButton("link", tr("Cancel"), m_working)),
      m_readAgain(new QPushButton(tr("Read again"), this)),
      m_keep(new QPushButton(tr("Keep this book..."), this)),
      m_bands(new widgets::BandBar(context.theme, this)) {
    const theme::Theme& theme = context.theme;
    m_headline->setObjectName(QStringLiteral("trialResult"));
    m_headline->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("trialNotes"));
    m_note->setWordWrap(true);
    m_readAgain->setObjectName(QStringLiteral("readAgain"));
    m_keep->setObjectName(QStringLiteral("keepBook"));
    m_cancel->setObjectName(QStringLiteral("cancelTrial"));
    theme::setStyleProperty(m_keep, "hbButton", QStringLiteral("primary"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(theme.px(barWidth));

    auto* working = new QHBoxLayout(m_working);
    working->setContentsMargins(0, 0, 0, 0);
    working->setSpacing(theme.px(theme::space::m));
    working->addWidget(m_what);
    working->addWidget(m_bar);
    working->addWidget(m_cancel);
    working->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(theme::space::xs));
    words->addWidget(m_headline);
    words->addWidget(m_note);
    words->addWidget(m_working);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme.px(theme::space::s));
    top->addLayout(words, 1);
    top->addWidget(m_readAgain, 0, Qt::AlignTop);
    top->addWidget(m_keep, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(theme::space::m));
    column->addLayout(top);
    column->addWidget(m_bands);
    connect(m_keep, &QPushButton::clicked, this, &TrialHeader::keepRequested);
    connect(m_readAgain, &QPushButton::clicked, this, &TrialHeader::readAgainRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TrialHeader::cancelRequested);
    connect(&context.jobs, &jobs::JobRunner::shownJobsChanged, this, &TrialHeader::showProgress);
    m_working->hide();
    showWelcome();
}

void TrialHeader::setTexts(const QString& headline, const QString& note) {
    m_headline->setText(headline);
    m_note->setText(note);
}

void TrialHeader::showWelcome() {
    followJob(0, {});
    setTexts(
        tr("Bring your accounts in, and see at once who needs you."),
        tr("You see what your files would give before anything is kept. They stay on this computer, and as "
           "they are."));
    m_bands->hide();
    m_keep->hide();
    m_readAgain->hide();
}

void TrialHeader::showTrial(const book::TrialBook& trial) {
    followJob(0, {});
    setTexts(trialSentence(trial), trialNotes(trial, m_context.session.today()));
    std::array<widgets::BandShare, 4> bands;
    for (std::size_t band = 0; band < bands.size(); ++band) {
        bands[band].amount = static_cast<double>(trial.bands[band]);
        if (trial.bands[band] > 0) {
            bands[band].legend =
                tr("%1 %2").arg(QLocale().toString(static_cast<qulonglong>(trial.bands[band])),
                                wording::bandName(static_cast<Band>(band)));
        }
    }
    m_bands->setBar(tr("accounts"), bands, m_headline->text());
    m_bands->setVisible(trial.scoredCount > 0);
    m_keep->setVisible(true);
    m_keep->setEnabled(trial.accountCount + trial.churnedCount > 0);
    m_readAgain->show();
}

void TrialHeader::showNote(const QString& headline, const QString& note) {
    followJob(0, {});
    setTexts(headline, note);
    m_bands->hide();
    m_keep->setVisible(true);
    m_keep->setEnabled(false);
    m_readAgain->show();
}

void TrialHeader::showFault(const QString& sentence) {
    followJob(0, {});
    m_note->setText(sentence);
    m_keep->setEnabled(true);
}

void TrialHeader::setKeepEnabled(bool enabled) {
    m_keep->setEnabled(enabled);
}

void TrialHeader::followJob(quint64 id, const QString& what) {
    m_job = id;
    m_what->setText(what);
    m_bar->setRange(0, 0);
    m_working->setVisible(id != 0);
    m_note->setVisible(id == 0);
    if (id != 0) {
        m_keep->setEnabled(false);
        showProgress();
    }
}

void TrialHeader::showProgress() {
    const auto shown = m_context.jobs.shownJobs();
    const auto job = std::ranges::find(shown, m_job, &jobs::JobStatus::id);
    if (m_job == 0 || job == shown.end()) {
        return;
    }
    constexpr int steps = 1000;
    m_what->setText(job->phase.isEmpty() ? job->title : tr("%1: %2").arg(job->title, job->phase));
    m_bar->setRange(0, job->total > 0 ? steps : 0);
    m_bar->setValue(job->total > 0 ? static_cast<int>(std::min(job->done, job->total) * steps / job->total)
                                   : 0);
}

QString TrialHeader::asText() const {
    return m_headline->text() + u'\n' + m_note->text();
}

} // namespace hb::pages
