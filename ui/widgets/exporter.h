// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/widgets/copy_menu.h"

#include <QObject>

#include <array>
#include <optional>

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

/// Writes the tables and pictures of one window to files: asks where, writes in the background, and says so.
class Exporter : public QObject {
    Q_OBJECT
public:
    Exporter(jobs::JobRunner& jobs, prompts::Prompts& prompts, QWidget* window);
    /// That of the window that holds the widget; null where there is none.
    [[nodiscard]] static Exporter* of(const QWidget& widget);

    /// Precondition: canExport().
    void exportAs(const Copies& copies, FileKind kind);
    /// Asks for a file; none where nothing was chosen. `name` is proposed.
    [[nodiscard]] std::optional<QString> askFile(const QString& name, FileKind kind);
    /// Writes a table to the file; `kind` is Csv or Xlsx.
    void writeTable(exchange::Table table, FileKind kind, const QString& path);

Q_SIGNALS:
    void wrote(const QString& sentence); ///< "Accounts.csv is written."
    void failed(const hb::Error& error);

private:
    void writePicture(const QPixmap& picture, const QString& path);

    jobs::JobRunner& m_jobs;
    prompts::Prompts& m_prompts;
    QWidget* m_window;
};

} // namespace hb::widgets
