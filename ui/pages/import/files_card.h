// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/pages/import/file_row.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

#include <QHash>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace hb::pages {

/// The files that a new book is made of, in the order in which they came; each is read in the background and
/// says what it is. Without any, it says what is welcome.
class FilesCard : public widgets::Card {
    Q_OBJECT
public:
    FilesCard(const shell::Context& context, QWidget* parent);

    /// Files that are there already are read again.
    void addFiles(const QStringList& paths);
    /// A rejects file, once a person has mended it: its rows stand for those that were left out of `of`.
    void addMended(const QString& path, const QString& of);
    void readAgain();
    void clear();
    void showTrial(const book::TrialBook* trial);

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] bool isReading() const;
    /// The tables that can be imported.
    [[nodiscard]] std::vector<book::NewBookFile> tables() const;
    /// The names of all metrics that they measure, each once.
    [[nodiscard]] QStringList metricNames() const;
    /// Null: none of the files is a scorecard.
    [[nodiscard]] const Scorecard* scorecard() const;
    [[nodiscard]] QPushButton* chooseButton() const { return m_choose; }

Q_SIGNALS:
    void changed(); ///< what is there, or what is known of it
    void chooseRequested();

private:
    void read(FileRow& row);
    void readScorecard(FileRow& row);
    void readTable(FileRow& row);
    void remove(FileRow* row);
    [[nodiscard]] FileRow* rowOf(const QString& path) const;
    QWidget* makeWelcome();
    void showWhatIsThere();

    shell::Context m_context;
    std::vector<FileRow*> m_rows;
    QHash<QString, QString> m_mends; ///< rejects file -> the file whose rows it holds
    QWidget* m_welcome;
    QVBoxLayout* m_list;
    QPushButton* m_choose;
};

} // namespace hb::pages
