// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/widgets/copy_menu.h"

#include <QObject>

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace hb::jobs {
class JobRunner;
}
namespace hb::prompts {
class Prompts;
}

namespace hb::widgets {

enum class FileKind { Csv, Xlsx, Png };
inline constexpr std::array fileKinds{FileKind::Csv, FileKind::Xlsx, FileKind::Png};

[[nodiscard]] QString exportName(FileKind kind); ///< "exportCsv"
[[nodiscard]] QString exportText(FileKind kind); ///< "Export as CSV..."
[[nodiscard]] bool canExport(const Copies& copies, FileKind kind);

/// What the tables and pictures of a window are of, for whoever is given a file.
struct ExportOf {
    QString page = {}; ///< proposed for files that are called nothing else: "Book"
    QString book = {};
    std::optional<Day> day = {};       ///< that is looked at, or the last of the period
    std::optional<Day> from = {};      ///< the first of the period, where there is one
    std::optional<QString> scope = {}; ///< which accounts: "Owner: Ana Lopez"; empty: all; none: not said
};

/// Copies the tables of one window, and writes them and its pictures to files: asks where, works in the
/// background, and says what it did.
class Exporter : public QObject {
    Q_OBJECT
public:
    Exporter(jobs::JobRunner& jobs, prompts::Prompts& prompts, QWidget* window);
    /// That of the window that holds the widget; null where there is none.
    [[nodiscard]] static Exporter* of(const QWidget& widget);

    /// Asked when something is exported.
    void setOf(std::function<ExportOf()> of) { m_of = std::move(of); }

    /// Puts the table on the clipboard, tab-separated and as HTML. Precondition: copies.hasTable().
    void copyTable(const Copies& copies);
    /// Precondition: canExport().
    void exportAs(const Copies& copies, FileKind kind);

Q_SIGNALS:
    void did(const QString& sentence); ///< "Accounts.csv is written."
    void failed(const hb::Error& error);

private:
    /// Asks for a file; none where nothing was chosen.
    [[nodiscard]] std::optional<QString> askFile(const QString& name, const ExportOf& of, FileKind kind);
    /// Unless something else was copied after it was asked for.
    void putOnClipboard(exchange::Table table, quint64 copy);
    void writeTable(exchange::Table table, FileKind kind, const QString& path);
    void writePicture(const QPixmap& picture, const QString& path);

    jobs::JobRunner& m_jobs;
    prompts::Prompts& m_prompts;
    QWidget* m_window;
    std::function<ExportOf()> m_of;
    quint64 m_copies = 0; ///< that were asked for, in any way
};

} // namespace hb::widgets
