// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/file_slot.h"

#include "ui/pages/import/preview_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace hb::pages {

FileSlot::FileSlot(const shell::Context& context, const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent), m_theme(context.theme), m_hint(hint), m_file(widgets::makeLabel("muted", this)),
      m_note(new QLabel(this)), m_choose(new QPushButton(tr("Choose a file..."), this)),
      m_clear(new QPushButton(tr("Leave out"), this)), m_table(new QTableView(this)),
      m_model(new PreviewModel(this)) {
    QLabel* name = widgets::makeLabel("cardTitle", this);
    name->setText(title);
    name->setFixedWidth(m_theme.px(120));
    m_clear->hide();
    theme::setStyleProperty(m_clear, "hbButton", QStringLiteral("flat"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(24));
    m_table->horizontalHeader()->setFixedHeight(m_theme.px(40));
    m_table->horizontalHeader()->setDefaultSectionSize(m_theme.px(136));
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("First rows of %1").arg(title));
    m_table->hide();

    auto* line = new QHBoxLayout;
    line->addWidget(name);
    line->addWidget(m_file, 1);
    line->addWidget(m_clear);
    line->addWidget(m_choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(theme::space::s));
    layout->addLayout(line);
    layout->addWidget(m_note);
    layout->addWidget(m_table);
    setFile({});
    connect(m_choose, &QPushButton::clicked, this, &FileSlot::chooseRequested);
    connect(m_clear, &QPushButton::clicked, this, &FileSlot::cleared);
}

void FileSlot::setFile(const QString& path) {
    m_path = path;
    m_file->setText(path.isEmpty() ? m_hint : QFileInfo(path).fileName());
    m_file->setToolTip(path);
    theme::setStyleProperty(
        m_file, "hbText", path.isEmpty() ? QStringLiteral("muted") : QStringLiteral("body"));
    m_clear->setVisible(!path.isEmpty());
    m_table->hide();
    showNote({});
}

void FileSlot::showPreview(const book::FilePreview& preview) {
    m_model->setPreview(preview);
    const int rows = m_theme.px(24) * m_model->rowCount();
    m_table->setFixedHeight(m_table->horizontalHeader()->height() + rows + m_theme.px(16));
    m_table->setVisible(m_model->rowCount() > 0);
}

void FileSlot::showNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace hb::pages
