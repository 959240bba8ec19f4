// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_page.h"

#include "core/book/file_preview.h"
#include "core/exchange/scorecard_json.h"
#include "core/wording/sentences.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/import/files_card.h"
#include "ui/pages/import/import_words.h"
#include "ui/pages/import/left_out_card.h"
#include "ui/pages/import/metric_match.h"
#include "ui/pages/import/trial_header.h"
#include "ui/pages/import/wall_preview.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hb::pages {

namespace {

constexpr int widest = 1040;

QString bookEnding() {
    return QStringLiteral(".healthbook");
}

} // namespace

ImportPage::ImportPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator) {
    build();
    follow();
    showParts();
}

ImportPage::~ImportPage() {
    m_context.jobs.cancel(m_job);
}

void ImportPage::build() {
    const theme::Theme& theme = m_context.theme;
    m_header = new TrialHeader(m_context, this);
    m_header->setMaximumWidth(theme.px(widest));
    auto* cards = new QWidget;
    cards->setObjectName(QStringLiteral("hbScrolled"));
    cards->setMaximumWidth(theme.px(widest));
    auto* column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, theme.px(theme::space::pageMargin));
    column->setSpacing(theme.px(theme::space::cardGap));
    m_files = new FilesCard(m_context, cards);
    m_leftOut = new LeftOutCard(m_context, cards);
    m_match = new MetricMatch(m_context, exchange::starterScorecard(m_context.session.today()), cards);
    m_newCard = makeNewMetrics(cards);
    m_wall = new WallPreview(m_context, cards);
    for (QWidget* part : std::initializer_list<QWidget*>{m_files, m_match, m_newCard, m_leftOut, m_wall}) {
        column->addWidget(part);
    }
    column->addStretch(1); // the cards keep their heights

    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(cards);
    auto* outer = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::pageMargin);
    outer->setContentsMargins(margin, margin, margin, 0);
    outer->setSpacing(theme.px(theme::space::cardGap));
    outer->addWidget(m_header);
    outer->addWidget(m_scroll, 1);
}

widgets::Card* ImportPage::makeNewMetrics(QWidget* parent) {
    auto* card = new widgets::Card({}, parent);
    m_newText = new QLabel(card);
    m_newText->setObjectName(QStringLiteral("newMetrics"));
    m_newText->setWordWrap(true);
    m_keepNew = new QCheckBox(tr("Keep the values in the book"), card);
    m_keepNew->setObjectName(QStringLiteral("keepNewMetrics"));
    m_keepNew->setChecked(true);
    card->content()->addWidget(m_newText);
    card->content()->addWidget(m_keepNew);
    return card;
}

void ImportPage::follow() {
    connect(m_header, &TrialHeader::keepRequested, this, &ImportPage::keep);
    connect(m_header, &TrialHeader::readAgainRequested, m_files, &FilesCard::readAgain);
    connect(m_header, &TrialHeader::cancelRequested, this, &ImportPage::cancel);
    connect(m_files, &FilesCard::chooseRequested, this, &ImportPage::chooseFiles);
    connect(m_files, &FilesCard::changed, this, &ImportPage::filesChanged);
    connect(m_match, &MetricMatch::changed, this, &ImportPage::startTrial);
    connect(m_keepNew, &QCheckBox::toggled, this, &ImportPage::startTrial);
    connect(m_leftOut, &LeftOutCard::mended, m_files, &FilesCard::addMended);
}

void ImportPage::activate(const session::ViewState& /*state*/) {
    m_files->chooseButton()->setFocus();
}

QString ImportPage::asText() const {
    return m_header->asText();
}

bool ImportPage::escape() {
    m_navigator.goBack();
    return true;
}

void ImportPage::takeFiles(const QStringList& files) {
    if (m_keeping) {
        m_navigator.toast(tr("One moment: the book before this one is still being kept"));
        return;
    }
    m_files->addFiles(files);
}

void ImportPage::chooseFiles() {
    const QStringList chosen = m_context.prompts.openFiles(
        this,
        tr("Choose your files"),
        tr("Tables and scorecards (*.csv *.tsv *.txt *.json)") + QStringLiteral(";;") + tr("All files (*)"),
        true);
    m_files->addFiles(chosen);
}

// --- what the book would be made of

void ImportPage::filesChanged() {
    if (m_files->isReading()) {
        m_header->setKeepEnabled(false);
        return; // the last one to be read calls again
    }
    m_match->setFileMetrics(m_files->metricNames());
    startTrial();
}

Scorecard ImportPage::scorecard() const {
    return m_files->scorecard() ? *m_files->scorecard() : m_match->matched();
}

book::NewBookFiles ImportPage::files() const {
    return {.files = m_files->tables(),
            .accountsFrom = m_context.session.today(),
            .scorecard = scorecard(),
            .createMetrics = m_keepNew->isChecked()};
}

QStringList ImportPage::newMetrics(const Scorecard& scorecard) const {
    QStringList names;
    for (const QString& name : m_files->metricNames()) {
        if (std::ranges::find(scorecard.metrics, book::metricKeyOf(name), &Metric::key) ==
            scorecard.metrics.end()) {
            names.append(name);
        }
    }
    return names;
}

void ImportPage::showParts() {
    const book::TrialBook* trial = m_trial ? &*m_trial : nullptr;
    const QStringList names = newMetrics(scorecard());
    m_match->setVisible(!m_files->scorecard() && !m_files->metricNames().isEmpty());
    m_newCard->setVisible(!names.isEmpty());
    if (!names.isEmpty()) {
        m_newText->setText(newMetricsSentence(names, m_keepNew->isChecked()));
    }
    m_files->showTrial(trial);
    m_leftOut->showTrial(trial);
    m_leftOut->setEnabled(true);
    m_wall->showTrial(trial);
}

// --- the trial

void ImportPage::dropTrial() {
    if (m_trial) {
        book::dropTrialBook(*m_trial);
        m_trial.reset();
    }
}

void ImportPage::startTrial() {
    dropTrial();
    const int number = ++m_trialNumber;
    book::NewBookFiles chosen = files();
    if (m_files->isEmpty()) {
        m_context.jobs.cancel(m_job);
        m_header->showWelcome();
        showParts();
        return;
    }
    const bool hasAccounts = std::ranges::any_of(
        chosen.files, [](const book::NewBookFile& file) { return file.kind != book::ImportKind::Outcomes; });
    if (!hasAccounts) {
        m_context.jobs.cancel(m_job);
        m_header->showNote(tr("A book needs accounts."),
                           tr("Add a file of accounts, or one of measurements, which names them."));
        showParts();
        return;
    }
    const QString path = m_folder->filePath(QStringLiteral("trial%1.healthbook").arg(number));
    const auto work = [files = std::move(chosen),
                       path,
                       folder = m_folder,
                       today = m_context.session.today(),
                       person = m_context.session.actor()](const Job& job) {
        return book::makeTrialBook(files, path, today, person, job);
    };
    m_leftOut->setEnabled(false); // its rows are of a trial that is gone
    const quint64 id = m_context.jobs.runLatest<book::TrialBook>(
        QStringLiteral("import.trial"),
        tr("Reading your files"),
        work,
        this,
        [this, number](Result<book::TrialBook> trial) {
            if (number == m_trialNumber) {
                showTrial(std::move(trial));
            } else if (trial) {
                book::dropTrialBook(*trial); // of files that are no longer chosen
            }
        });
    wait(id, tr("Reading your files"));
}

void ImportPage::showTrial(Result<book::TrialBook> trial) {
    m_job = 0;
    if (!trial) {
        showError(trial.error());
    } else {
        m_trial = std::move(*trial);
        m_header->showTrial(*m_trial);
    }
    showParts();
}

void ImportPage::showError(const Error& error) {
    if (error.code == ErrorCode::Cancelled) {
        m_header->showNote(tr("Reading was cancelled."),
                           tr("Nothing was kept; your files are as they were."));
    } else {
        m_header->showNote(tr("This is no book yet."), wording::errorSentence(error));
    }
}

void ImportPage::cancel() {
    m_context.jobs.cancel(m_job);
}

// --- keeping it

void ImportPage::keep() {
    if (!m_trial || m_job != 0) {
        return;
    }
    const QDir folder = QFileInfo(m_trial->files.front().file.path).dir();
    std::optional<QString> path =
        m_context.prompts.saveFile(this,
                                   tr("Keep this book as"),
                                   folder.filePath(tr("My accounts") + bookEnding()),
                                   tr("Healthbook books (*.healthbook)"));
    if (!path || !m_trial || m_files->isReading()) {
        return;
    }
    if (!path->endsWith(bookEnding(), Qt::CaseInsensitive)) {
        *path += bookEnding();
    }
    m_keeping = true;
    m_scroll->setEnabled(false);
    const quint64 id = m_context.jobs.run<QStringList>(
        tr("Keeping the book"),
        [trial = *m_trial, path = *path, folder = m_folder](const Job& job) {
            return book::keepTrialBook(trial, path, job);
        },
        this,
        [this, path = *path](const Result<QStringList>& rejectsFiles) { kept(path, rejectsFiles); });
    wait(id, tr("Keeping the book"));
}

void ImportPage::wait(quint64 job, const QString& what) {
    if (!m_context.jobs.isIdle()) { // else it is over already
        m_job = job;
        m_header->followJob(job, what);
    }
}

void ImportPage::kept(const QString& path, const Result<QStringList>& rejectsFiles) {
    m_job = 0;
    m_keeping = false;
    m_scroll->setEnabled(true);
    if (!rejectsFiles) {
        m_header->showFault(rejectsFiles.error().code == ErrorCode::Cancelled
                                ? tr("Keeping was cancelled: nothing stands at %1.").arg(path)
                                : wording::errorSentence(rejectsFiles.error()));
        return;
    }
    const QString lacking = rejectsFiles->isEmpty() ? QString() : keptSentence(*m_trial, *rejectsFiles);
    m_trial.reset(); // its file is the book now
    m_files->clear();
    m_header->showWelcome();
    showParts();
    m_context.settings.set(settings::lastPage, session::page::book);
    m_context.session.open(path);
    if (!lacking.isEmpty()) {
        m_navigator.toast(lacking);
    }
}

} // namespace hb::pages
