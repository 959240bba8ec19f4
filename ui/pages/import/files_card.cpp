// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/files_card.h"

#include "core/exchange/scorecard_json.h"
#include "ui/jobs/job_runner.h"
#include "ui/session/book_session.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace hb::pages {

namespace {

bool isJson(const QString& path) {
    return QFileInfo(path).suffix().compare(u"json", Qt::CaseInsensitive) == 0;
}

/// Reads a scorecard file whole.
Result<Scorecard> scorecardOf(const QString& path, Day today) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure({.code = ErrorCode::Io,
                        .what = "Could not read the file",
                        .found = file.errorString().toStdString(),
                        .place = path.toStdString()});
    }
    return exchange::parseScorecard(file.readAll(), QFileInfo(path).fileName(), today);
}

} // namespace

FilesCard::FilesCard(const shell::Context& context, QWidget* parent)
    : Card({}, parent), m_context(context), m_welcome(makeWelcome()), m_list(new QVBoxLayout),
      m_choose(new QPushButton(this)) {
    m_choose->setObjectName(QStringLiteral("chooseFiles"));
    m_list->setSpacing(context.theme.px(theme::space::l));
    content()->setSpacing(context.theme.px(theme::space::l));
    content()->addWidget(m_welcome);
    content()->addLayout(m_list);
    content()->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &FilesCard::chooseRequested);
    showWhatIsThere();
}

QWidget* FilesCard::makeWelcome() {
    const theme::Theme& theme = m_context.theme;
    auto* welcome = new QWidget(this);
    auto* grid = new QGridLayout(welcome);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(theme::space::l));
    grid->setVerticalSpacing(theme.px(theme::space::m));
    grid->setColumnStretch(1, 1);
    QLabel* title = widgets::makeLabel("cardTitle", welcome);
    title->setText(tr("Drop your CSV files here, all at once: their columns say what each one is."));
    title->setWordWrap(true);
    grid->addWidget(title, 0, 0, 1, 2);
    const std::array<std::pair<QString, QString>, 4> kinds{
        {{tr("Accounts"),
          tr("account_id, name, and whatever else you know: owner, segment, arr, renewal_date")},
         {tr("Measurements"),
          tr("account_id, metric, date, value; or account_id, date and a column a metric")},
         {tr("Outcomes"), tr("account_id, date, outcome: who renewed, expanded or churned")},
         {tr("Scorecard"),
          tr("your weights as a JSON file; without one you start from ours: five metrics, a hypothesis to "
             "validate")}}};
    for (const auto& [kind, words] : kinds) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(kind, welcome), row, 0, Qt::AlignTop);
        QLabel* columns = widgets::makeLabel("muted", welcome);
        columns->setText(words);
        columns->setWordWrap(true);
        grid->addWidget(columns, row, 1);
    }
    return welcome;
}

void FilesCard::showWhatIsThere() {
    m_welcome->setVisible(m_rows.empty());
    theme::setStyleProperty(this, "hbDrop", m_rows.empty());
    m_choose->setText(m_rows.empty() ? tr("Choose files...") : tr("Add files..."));
    theme::setStyleProperty(m_choose, "hbButton", m_rows.empty() ? QStringLiteral("primary") : QString());
}

FileRow* FilesCard::rowOf(const QString& path) const {
    const auto found = std::ranges::find(m_rows, path, &FileRow::path);
    return found == m_rows.end() ? nullptr : *found;
}

void FilesCard::addFiles(const QStringList& paths) {
    std::vector<FileRow*> added;
    for (const QString& given : paths) {
        const QString path = QFileInfo(given).absoluteFilePath();
        FileRow* row = rowOf(path);
        if (!row) {
            row = new FileRow(m_context, path, this);
            row->setObjectName(QStringLiteral("file_") + QFileInfo(path).fileName());
            m_rows.push_back(row);
            m_list->addWidget(row);
            connect(row, &FileRow::removeRequested, this, [this, row] { remove(row); });
            connect(row, &FileRow::undatedChanged, this, [this, row] { read(*row); });
            connect(row, &FileRow::dayChanged, this, &FilesCard::changed);
        }
        row->showReading();
        added.push_back(row);
    }
    showWhatIsThere();
    for (FileRow* row : added) {
        read(*row);
    }
}

void FilesCard::addMended(const QString& path, const QString& of) {
    m_mends.insert(QFileInfo(path).absoluteFilePath(), QFileInfo(of).absoluteFilePath());
    addFiles({path});
}

void FilesCard::readAgain() {
    QStringList paths;
    for (const FileRow* row : m_rows) {
        paths.append(row->path());
    }
    addFiles(paths);
}

void FilesCard::clear() {
    for (FileRow* row : m_rows) {
        row->deleteLater();
    }
    m_rows.clear();
    m_mends.clear();
    showWhatIsThere();
}

void FilesCard::remove(FileRow* row) {
    std::erase(m_rows, row);
    m_list->removeWidget(row);
    row->hide();
    row->deleteLater();
    showWhatIsThere();
    m_choose->setFocus();
    Q_EMIT changed();
}

void FilesCard::read(FileRow& row) {
    row.showReading();
    if (isJson(row.path())) {
        readScorecard(row);
    } else {
        readTable(row);
    }
}

void FilesCard::readScorecard(FileRow& row) {
    m_context.jobs.run<Scorecard>(
        tr("Reading %1").arg(QFileInfo(row.path()).fileName()),
        [path = row.path(), today = m_context.session.today()](const Job&) {
            return scorecardOf(path, today);
        },
        &row,
        [this, &row](Result<Scorecard> scorecard) {
            if (scorecard) {
                row.showScorecard(std::move(*scorecard));
            } else {
                row.showFault(scorecard.error());
            }
            Q_EMIT changed();
        });
}

void FilesCard::readTable(FileRow& row) {
    m_context.jobs.run<book::FilePreview>(
        tr("Reading %1").arg(QFileInfo(row.path()).fileName()),
        [path = row.path(), undated = row.undated()](const Job& job) {
            return book::previewFile(path, undated, job);
        },
        &row,
        [this, &row](const Result<book::FilePreview>& preview) {
            if (preview) {
                row.showPreview(*preview);
            } else {
                row.showFault(preview.error());
            }
            Q_EMIT changed();
        });
}

void FilesCard::showTrial(const book::TrialBook* trial) {
    for (FileRow* row : m_rows) {
        const book::FileReport* report = nullptr;
        if (trial) {
            const auto found = std::ranges::find_if(
                trial->files, [row](const auto& file) { return file.file.path == row->path(); });
            report = found == trial->files.end() ? nullptr : &*found;
        }
        row->showReport(report);
    }
}

bool FilesCard::isReading() const {
    return std::ranges::any_of(m_rows, &FileRow::isReading);
}

std::vector<book::NewBookFile> FilesCard::tables() const {
    std::vector<book::NewBookFile> files;
    for (const FileRow* row : m_rows) {
        if (row->preview()) {
            const QString of = m_mends.value(row->path());
            files.push_back({.path = row->path(),
                             .kind = row->preview()->kind,
                             .day = row->day(),
                             .mends = rowOf(of) ? of : QString()});
        }
    }
    return files;
}

QStringList FilesCard::metricNames() const {
    QStringList names;
    for (const FileRow* row : m_rows) {
        if (row->preview()) {
            names.append(row->preview()->metrics);
        }
    }
    names.removeDuplicates();
    return names;
}

const Scorecard* FilesCard::scorecard() const {
    const Scorecard* last = nullptr; // a later one stands for an earlier one
    for (const FileRow* row : m_rows) {
        last = row->scorecard() ? &*row->scorecard() : last;
    }
    return last;
}

} // namespace hb::pages
