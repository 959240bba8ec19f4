// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exporter.h"

#include "core/exchange/table_writer.h"
#include "core/exchange/xlsx_writer.h"
#include "ui/jobs/job_runner.h"
#include "ui/prompts/prompts.h"

#include <QClipboard>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QSaveFile>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

constexpr std::size_t quickRows = 1000; ///< so many are copied before anybody could read that they are

QString ending(FileKind kind) {
    switch (kind) {
    case FileKind::Csv:
        return u".csv"_s;
    case FileKind::Xlsx:
        return u".xlsx"_s;
    case FileKind::Png:
        break;
    }
    return u".png"_s;
}

QString filterOf(FileKind kind) {
    switch (kind) {
    case FileKind::Csv:
        return Exporter::tr("Tables (*.csv)");
    case FileKind::Xlsx:
        return Exporter::tr("Spreadsheets (*.xlsx)");
    case FileKind::Png:
        break;
    }
    return Exporter::tr("Pictures (*.png)");
}

/// "Accounts, 2026-03-30": two files of one table on two days do not take one another's place.
QString dated(const QString& name, const ExportOf& of) {
    const auto iso = [](Day day) { return QString::fromStdString(toIsoText(day)); };
    return !of.day   ? name
           : of.from ? Exporter::tr("%1, %2 to %3").arg(name, iso(*of.from), iso(*of.day))
                     : u"%1, %2"_s.arg(name, iso(*of.day));
}

exchange::About aboutOf(const ExportOf& of) {
    exchange::About about{.title = Exporter::tr("About"), .lines = {}};
    const auto add = [&about](const QString& what, const exchange::Cell& value) {
        about.lines.push_back({.what = what, .value = value});
    };
    if (of.book.isEmpty() || !of.day) {
        return about;
    }
    add(Exporter::tr("Book"), of.book);
    if (of.from) {
        add(Exporter::tr("From"), *of.from);
    }
    add(of.from ? Exporter::tr("To") : Exporter::tr("Day"), *of.day);
    if (of.scope) {
        add(Exporter::tr("Accounts"), of.scope->isEmpty() ? Exporter::tr("All") : *of.scope);
    }
    add(Exporter::tr("Made"), QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
    return about;
}

/// A name for a file on any system.
QString fileName(QString name) {
    for (QChar& letter : name) {
        letter = QStringView(u"<>:\"/\\|?*").contains(letter) || !letter.isPrint() ? QChar(u' ') : letter;
    }
    name = name.simplified();
    return name.isEmpty() ? Exporter::tr("Table") : name;
}

Result<void> writePng(const QImage& image, const QString& path) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit()) {
        return {};
    }
    return failure({.code = ErrorCode::Io,
                    .what = "Could not write " + path.toStdString(),
                    .found = file.errorString().toStdString(),
                    .hint = "Nothing was changed there; choose another place"});
}

} // namespace

QString exportName(FileKind kind) {
    return kind == FileKind::Csv ? u"exportCsv"_s : kind == FileKind::Xlsx ? u"exportXlsx"_s : u"exportPng"_s;
}

QString exportText(FileKind kind) {
    return kind == FileKind::Csv    ? Exporter::tr("Export as CSV...")
           : kind == FileKind::Xlsx ? Exporter::tr("Export as XLSX...")
                                    : Exporter::tr("Export as PNG...");
}

bool canExport(const Copies& copies, FileKind kind) {
    return kind == FileKind::Png ? bool(copies.picture) : copies.hasTable();
}

Exporter::Exporter(jobs::JobRunner& jobs, prompts::Prompts& prompts, QWidget* window)
    : QObject(window), m_jobs(jobs), m_prompts(prompts), m_window(window) {
    const QClipboard* clipboard = QGuiApplication::clipboard();
    connect(clipboard, &QClipboard::dataChanged, this, [this, clipboard] {
        if (clipboard->ownsClipboard()) { // a manager that takes it over copies nothing
            ++m_copies;
        }
    });
}

Exporter* Exporter::of(const QWidget& widget) {
    for (const QWidget* at = &widget; at; at = at->parentWidget()) {
        if (auto* found = at->findChild<Exporter*>(QString(), Qt::FindDirectChildrenOnly)) {
            return found;
        }
    }
    return nullptr;
}

std::optional<QString> Exporter::askFile(const QString& name, const ExportOf& of, FileKind kind) {
    const QString proposed = fileName(dated(name.isEmpty() ? of.page : name, of)) + ending(kind);
    std::optional<QString> path = m_prompts.saveFile(m_window, exportText(kind), proposed, filterOf(kind));
    if (path && QFileInfo(*path).suffix().isEmpty() && !QFileInfo::exists(*path + ending(kind))) {
        *path += ending(kind);
    }
    return path;
}

void Exporter::copyTable(const Copies& copies) {
    const quint64 copy = ++m_copies;
    if (copies.table) {
        putOnClipboard(copies.table(), copy);
        return;
    }
    copies.readTable([exporter = QPointer(this), copy](Result<exchange::Table> table) {
        if (!exporter || copy != exporter->m_copies) {
            return;
        }
        if (table) {
            exporter->putOnClipboard(std::move(*table), copy);
        } else {
            Q_EMIT exporter->failed(table.error());
        }
    });
}

/// A hundred thousand rows are megabytes of text: they are made beside the window.
void Exporter::putOnClipboard(exchange::Table table, quint64 copy) {
    struct TableTexts {
        QString tabs, html;
    };
    const std::size_t rows = table.rows.size();
    m_jobs.runLatest<TableTexts>(
        u"copy.table"_s,
        rows > quickRows ? tr("Copying") : QString(),
        [table = std::move(table)](const Job& job) -> Result<TableTexts> {
            TableTexts texts{.tabs = exchange::toTabs(table), .html = exchange::toHtml(table)};
            return job.stopped() ? Result<TableTexts>(cancelled()) : Result<TableTexts>(std::move(texts));
        },
        this,
        [this, rows, copy](const Result<TableTexts>& texts) {
            if (copy != m_copies) {
                return;
            }
            if (!texts) {
                Q_EMIT failed(texts.error());
                return;
            }
            auto* data = new QMimeData;
            data->setText(texts->tabs);
            data->setHtml(texts->html);
            QGuiApplication::clipboard()->setMimeData(data);
            Q_EMIT did(rows == 1 ? tr("Copied 1 row as a table")
                                 : tr("Copied %1 rows as a table").arg(QLocale().toString(rows)));
        });
}

// What is shown, and what it is of, is taken before a dialog stands over it.
void Exporter::exportAs(const Copies& copies, FileKind kind) {
    const ExportOf of = m_of ? m_of() : ExportOf();
    if (kind == FileKind::Png) {
        const QPixmap picture = copies.picture();
        if (const auto path = askFile(copies.name, of, kind)) {
            writePicture(picture, *path);
        }
        return;
    }
    if (copies.readTable) {
        if (const auto path = askFile(copies.name, of, kind)) {
            copies.readTable(
                [exporter = QPointer(this), kind, of, path = *path](Result<exchange::Table> table) {
                    if (exporter && table) {
                        table->about = aboutOf(of);
                        exporter->writeTable(std::move(*table), kind, path);
                    } else if (exporter) {
                        Q_EMIT exporter->failed(table.error());
                    }
                });
        }
        return;
    }
    exchange::Table table = copies.table();
    table.about = aboutOf(of);
    if (const auto path = askFile(copies.name.isEmpty() ? table.name : copies.name, of, kind)) {
        writeTable(std::move(table), kind, *path);
    }
}

void Exporter::writeTable(exchange::Table table, FileKind kind, const QString& path) {
    m_jobs.run<int>(
        tr("Writing %1").arg(QFileInfo(path).fileName()),
        [table = std::move(table), kind, path](const Job& job) -> Result<int> {
            if (kind == FileKind::Csv) {
                HB_CHECK(exchange::writeCsv(table, path, job));
                return 0;
            }
            HB_TRY(const exchange::XlsxReport report, exchange::writeXlsx(table, path, job));
            return report.cutTexts;
        },
        this,
        [this, path](const Result<int>& cut) {
            const QString name = QFileInfo(path).fileName();
            if (!cut) {
                Q_EMIT failed(cut.error());
            } else if (*cut == 0) {
                Q_EMIT did(tr("%1 is written.").arg(name));
            } else {
                Q_EMIT did(*cut == 1 ? tr("%1 is written. One text is longer than a cell holds, and is "
                                          "cut there.")
                                           .arg(name)
                                     : tr("%1 is written. %Ln texts are longer than a cell holds, and are "
                                          "cut there.",
                                          nullptr,
                                          *cut)
                                           .arg(name));
            }
        });
}

void Exporter::writePicture(const QPixmap& picture, const QString& path) {
    m_jobs.run<int>(
        tr("Writing %1").arg(QFileInfo(path).fileName()),
        [image = picture.toImage(), path](const Job&) -> Result<int> {
            return writePng(image, path).map([] { return 0; });
        },
        this,
        [this, path](const Result<int>& done) {
            done ? Q_EMIT did(tr("%1 is written.").arg(QFileInfo(path).fileName()))
                 : Q_EMIT failed(done.error());
        });
}

} // namespace hb::widgets
