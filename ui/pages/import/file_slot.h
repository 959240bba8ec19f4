// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/file_preview.h"
#include "ui/shell/page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace hb::pages {

class PreviewModel;

/// One of the files that a new book is made of: its name, what is recognised in it, and buttons to choose or
/// leave it.
class FileSlot : public QWidget {
    Q_OBJECT
public:
    FileSlot(const shell::Context& context, const QString& title, const QString& hint, QWidget* parent);

    [[nodiscard]] const QString& path() const { return m_path; }
    void setFile(const QString& path);
    void showPreview(const book::FilePreview& preview);
    /// What is wrong with the file, or a note on it; empty for none.
    void showNote(const QString& note);
    [[nodiscard]] QPushButton* chooseButton() const { return m_choose; }

Q_SIGNALS:
    void chooseRequested();
    void cleared();

private:
    const theme::Theme& m_theme;
    QString m_path;
    QString m_hint;
    QLabel* m_file;
    QLabel* m_note;
    QPushButton* m_choose;
    QPushButton* m_clear;
    QTableView* m_table;
    PreviewModel* m_model;
};

} // namespace hb::pages
