// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_page.h"

#include "core/exchange/rename_metrics.h"
#include "core/exchange/scorecard_json.h"
#include "core/wording/sentences.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/import/import_words.h"
#include "ui/pages/import/metric_match.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hb::pages {

ImportPage::ImportPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator) {
    build();
}

void ImportPage::build() {
    const theme::Theme& theme = m_context.theme;
    auto* content = new QWidget;
    content->setMaximumWidth(theme.px(960));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(theme::space::cardGap));
    QLabel* title = widgets::makeLabel("pageTitle", content);
    title->setText(tr("New book from your files"));
    QLabel* words = widgets::makeLabel("muted", content);
    words->setText(tr("Choose or drop your files. You see what they would give before anything is kept."));
    column->addWidget(title);
    column->addWidget(words);

    auto* files = new widgets::Card({}, content);
    m_slots[Accounts] =
        new FileSlot(m_context, tr("Accounts"), tr("account_id, name, and whatever else you know"), files);
    m_slots[Measurements] = new FileSlot(
        m_context, tr("Measurements"), tr("account_id, metric, date, value; or a column a metric"), files);
    m_slots[ScorecardFile] =
        new FileSlot(m_context,
                     tr("Scorecard"),
                     tr("without one you start from ours: five metrics, a hypothesis to validate"),
                     files);
    const char* names[slotCount] = {"chooseAccounts", "chooseMeasurements", "chooseScorecard"};
    for (std::size_t i = 0; i < slotCount; ++i) {
        files->content()->addWidget(m_slots[i]);
        m_slots[i]->chooseButton()->setObjectName(QString::fromLatin1(names[i]));
        connect(
            m_slots[i], &FileSlot::chooseRequested, this, [this, i] { chooseFile(static_cast<Slot>(i)); });
        connect(m_slots[i], &FileSlot::cleared, this, [this, i] { clearFile(static_cast<Slot>(i)); });
    }
    column->addWidget(files);

    m_matchCard = new widgets::Card(tr("Which of your metrics is which?"), content);
    m_match = new MetricMatch(m_context, m_matchCard);
    m_matchCard->content()->addWidget(m_match);
    m_matchCard->hide();
    connect(m_match, &MetricMatch::changed, this, &ImportPage::startTrial);
    column->addWidget(m_matchCard);

    m_resultCard = new widgets::Card({}, content);
    m_result = widgets::makeLabel("cardTitle", m_resultCard);
    m_result->setObjectName(QStringLiteral("trialResult"));
    m_result->setWordWrap(true);
    m_counts = widgets::makeLabel("muted", m_resultCard);
    m_counts->setWordWrap(true);
    m_rejects = new QListWidget(m_resultCard);
    m_rejects->setAccessibleName(tr("Rows that would be left out"));
    m_rejects->setFixedHeight(theme.px(136));
    m_keep = new QPushButton(tr("Keep this book..."), m_resultCard);
    m_keep->setObjectName(QStringLiteral("keepBook"));
    theme::setStyleProperty(m_keep, "hbButton", QStringLiteral("primary"));
    connect(m_keep, &QPushButton::clicked, this, &ImportPage::keep);
    m_resultCard->content()->addWidget(m_result);
    m_resultCard->content()->addWidget(m_counts);
    m_resultCard->content()->addWidget(m_rejects);
    m_resultCard->content()->addWidget(m_keep, 0, Qt::AlignLeft);
    m_resultCard->hide();
    column->addWidget(m_resultCard);
    column->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::pageMargin);
    outer->setContentsMargins(margin, margin, margin, 0);
    outer->addWidget(scroll);
}

void ImportPage::activate(const session::ViewState& /*state*/) {
    m_slots[Accounts]->chooseButton()->setFocus();
}

QString ImportPage::asText() const {
    return m_trial ? m_result->text() + u'\n' + m_counts->text() : QString();
}

bool ImportPage::escape() {
    m_navigator.goBack();
    return true;
}

void ImportPage::takeFiles(const QStringList& files) {
    for (const QString& path : files) {
        addFile(path, std::nullopt);
    }
}

void ImportPage::chooseFile(Slot slot) {
    const QString filter =
        slot == ScorecardFile ? tr("Scorecards (*.json)") : tr("Tables (*.csv *.tsv *.txt)");
    const QStringList chosen =
        m_context.prompts.openFiles(this, m_slots[slot]->chooseButton()->text(), filter, false);
    if (!chosen.isEmpty()) {
        addFile(chosen.front(), slot);
    }
}

void ImportPage::clearFile(Slot slot) {
    m_slots[slot]->setFile({});
    if (slot == ScorecardFile) {
        m_ownScorecard.reset();
    } else if (slot == Measurements) {
        m_fileMetrics.clear();
    }
    showMatch();
    startTrial();
}

void ImportPage::addFile(const QString& path, std::optional<Slot> slot) {
    if (slot == ScorecardFile || QFileInfo(path).suffix().compare(u"json", Qt::CaseInsensitive) == 0) {
        takeScorecard(path);
        return;
    }
    m_context.jobs.run<book::FilePreview>(
        tr("Looking at %1").arg(QFileInfo(path).fileName()),
        [path, known = scorecard()](const Job&) { return book::previewFile(path, known); },
        this,
        [this, path, slot](const Result<book::FilePreview>& preview) { takePreview(path, slot, preview); });
}

void ImportPage::takePreview(const QString& path,
                             std::optional<Slot> slot,
                             const Result<book::FilePreview>& preview) {
    const bool isAccounts = preview && preview->kind == book::FileKind::Accounts;
    const Slot place = slot.value_or(isAccounts ? Accounts : Measurements);
    m_slots[place]->setFile(path);
    if (!preview) {
        m_slots[place]->showNote(wording::errorSentence(preview.error()));
        return;
    }
    m_slots[place]->showPreview(*preview);
    if (place == Measurements) {
        m_fileMetrics = preview->metrics;
        showMatch();
    }
    startTrial();
}

void ImportPage::takeScorecard(const QString& path) {
    m_slots[ScorecardFile]->setFile(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_slots[ScorecardFile]->showNote(tr("Could not read it: %1").arg(file.errorString()));
        return;
    }
    Result<Scorecard> read =
        exchange::parseScorecard(file.readAll(), file.fileName(), m_context.session.today());
    if (!read) {
        m_slots[ScorecardFile]->showNote(wording::errorSentence(read.error()));
        return;
    }
    m_ownScorecard = std::move(*read);
    showMatch();
    startTrial();
}

void ImportPage::showMatch() {
    const bool needed = !m_ownScorecard && !m_fileMetrics.isEmpty();
    if (needed) {
        m_match->show(exchange::starterScorecard(m_context.session.today()), m_fileMetrics);
    }
    m_matchCard->setVisible(needed);
}

Scorecard ImportPage::scorecard() const {
    if (m_ownScorecard) {
        return *m_ownScorecard;
    }
    return exchange::withMetricKeys(exchange::starterScorecard(m_context.session.today()),
                                    m_match->newKeys());
}

Result<book::NewBookFiles> ImportPage::files() const {
    book::NewBookFiles files{.accounts = m_slots[Accounts]->path(),
                             .measurements = m_slots[Measurements]->path(),
                             .accountsFrom = m_context.session.today(),
                             .scorecard = scorecard(),
                             .createMetrics = !m_ownScorecard};
    if (const QStringList faults = exchange::scorecardFaults(files.scorecard); !faults.isEmpty()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = tr("Two metrics cannot read the same column").toStdString(),
                        .found = {},
                        .expected = {},
                        .hint = tr("Match each of your metrics once").toStdString(),
                        .place = {}});
    }
    return files;
}

void ImportPage::startTrial() {
    m_trial.reset();
    m_keep->setEnabled(false);
    if (m_slots[Accounts]->path().isEmpty() && m_slots[Measurements]->path().isEmpty()) {
        m_resultCard->hide();
        return;
    }
    Result<book::NewBookFiles> chosen = files();
    if (!chosen) {
        showError(chosen.error());
        return;
    }
    const QString path = m_folder.filePath(QStringLiteral("trial%1.healthbook").arg(++m_trialNumber));
    const auto work = [files = std::move(*chosen),
                       path,
                       today = m_context.session.today(),
                       person = m_context.session.actor()](const Job& job) {
        return book::makeTrialBook(files, path, today, person, job);
    };
    m_context.jobs.runLatest<book::TrialBook>(
        QStringLiteral("import.trial"),
        tr("Reading your files"),
        work,
        this,
        [this](Result<book::TrialBook> trial) { showTrial(std::move(trial)); });
}

void ImportPage::showTrial(Result<book::TrialBook> trial) {
    if (!trial) {
        showError(trial.error());
        return;
    }
    m_trial = std::move(*trial);
    m_result->setText(trialSentence(*m_trial));
    m_counts->setText(countSentences(*m_trial));
    m_counts->show();
    m_rejects->clear();
    m_rejects->addItems(rejectSentences(*m_trial));
    m_rejects->setVisible(m_rejects->count() > 0);
    m_keep->setEnabled(m_trial->accountCount > 0);
    m_keep->show();
    m_resultCard->show();
}

void ImportPage::showError(const Error& error) {
    m_result->setText(error.code == ErrorCode::Cancelled ? tr("Reading was cancelled; nothing was kept.")
                                                         : wording::errorSentence(error));
    m_counts->hide();
    m_rejects->hide();
    m_keep->hide();
    m_resultCard->show();
}

void ImportPage::keep() {
    const Result<book::NewBookFiles> chosen = files();
    if (!m_trial || !chosen) {
        return;
    }
    const QFileInfo input(m_slots[Accounts]->path().isEmpty() ? chosen->measurements : chosen->accounts);
    const auto path =
        m_context.prompts.saveFile(this,
                                   tr("Keep this book as"),
                                   input.dir().filePath(tr("My accounts") + QStringLiteral(".healthbook")),
                                   tr("Healthbook books (*.healthbook)"));
    if (!path) {
        return;
    }
    if (const Result<void> kept = book::keepTrialBook(*m_trial, *chosen, *path); !kept) {
        showError(kept.error());
        m_keep->show();
        return;
    }
    m_trial.reset();
    m_context.session.open(*path);
    m_navigator.go({.page = session::page::book});
}

} // namespace hb::pages
