// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/file_preview.h"
#include "core/book/trial_book.h"
#include "core/model/scorecard.h"
#include "ui/shell/page.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QTableView;

namespace hb::pages {

class PreviewModel;

/// One of the files that a new book is made of: its name, what is recognised in it, what is wrong with it,
/// its first rows on a click, and a way to leave it out.
class FileRow : public QWidget {
    Q_OBJECT
public:
    FileRow(const shell::Context& context, const QString& path, QWidget* parent);

    [[nodiscard]] const QString& path() const { return m_path; }
    void showReading();
    void showPreview(const book::FilePreview& preview);
    void showScorecard(Scorecard scorecard);
    /// A file that cannot be used: it stays in sight, with what was expected, and takes no part.
    void showFault(const Error& error);
    /// What the trial made of it; null: nothing is known yet.
    void showReport(const book::FileReport* report);

    [[nodiscard]] bool isReading() const { return m_reading; }
    /// None while it is being read, where it has a fault, and for a scorecard.
    [[nodiscard]] const std::optional<book::FilePreview>& preview() const { return m_preview; }
    [[nodiscard]] const std::optional<Scorecard>& scorecard() const { return m_scorecard; }
    [[nodiscard]] book::Undated undated() const;
    /// The day of measurements that have none.
    [[nodiscard]] std::optional<Day> day() const;

Q_SIGNALS:
    void removeRequested();
    void undatedChanged(); ///< read it again as the other kind
    void dayChanged();

private:
    void build(const shell::Context& context);
    void buildFault();
    void buildTable(const QString& name);
    QWidget* makeChoices(const shell::Context& context);
    void setFault(const QString& sentence);

    const theme::Theme& m_theme;
    QString m_path;
    bool m_reading = true;
    std::optional<book::FilePreview> m_preview;
    std::optional<Scorecard> m_scorecard;
    QLabel* m_kind;
    QLabel* m_recognised;
    QLabel* m_taken;
    QWidget* m_fault;
    QLabel* m_faultIcon;
    QLabel* m_faultText;
    QWidget* m_choices;
    QComboBox* m_undated;
    QDateEdit* m_day;
    QPushButton* m_look;
    QPushButton* m_remove;
    QTableView* m_table;
    PreviewModel* m_model;
};

} // namespace hb::pages
