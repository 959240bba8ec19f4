// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/left_out_card.h"

#include "core/wording/error_sentence.h"
#include "ui/pages/import/import_words.h"
#include "ui/prompts/prompts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/view_copies.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QUrl>

#include <algorithm>
#include <array>

namespace hb::pages {

namespace {

constexpr int shownRows = 8;
constexpr int columnCount = 5;
constexpr int widestLeftOut = 240;

QString fileNames(const std::vector<std::pair<QString, QString>>& saved) {
    QStringList names;
    for (const auto& [path, of] : saved) {
        names.append(QFileInfo(path).fileName());
    }
    return names.join(QStringLiteral(", "));
}

/// What stands in a cell is quoted; what is said of a whole row is not.
QString foundText(const LeftOut& left) {
    const QString found = left.found.simplified();
    if (left.column.isEmpty()) {
        return found;
    }
    return found.isEmpty() ? LeftOutCard::tr("nothing") : LeftOutCard::tr("\"%1\"").arg(found);
}

} // namespace

LeftOutCard::LeftOutCard(const shell::Context& context, QWidget* parent)
    : Card({}, parent), m_context(context), m_table(new QTableWidget(0, columnCount, this)),
      m_more(widgets::makeLabel("muted", this)), m_how(widgets::makeLabel("muted", this)),
      m_mend(new QPushButton(tr("Mend them"), this)),
      m_add(new QPushButton(tr("Add the mended rows"), this)) {
    m_table->setObjectName(QStringLiteral("leftOut"));
    m_table->setAccessibleName(tr("Rows that would be left out"));
    widgets::offerCopies(*m_table, m_table->accessibleName());
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Row"), tr("Column"), tr("Found"), tr("Expected")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_context.theme.px(theme::size::tableControl));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is cut off stands in the tooltip
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setProperty("hbTable", QStringLiteral("words"));
    m_how->setObjectName(QStringLiteral("howToMend"));
    m_how->setWordWrap(true);
    m_mend->setObjectName(QStringLiteral("mend"));
    m_add->setObjectName(QStringLiteral("addMended"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_mend);
    buttons->addWidget(m_add);
    buttons->addStretch();
    content()->addWidget(m_how);
    content()->addWidget(m_table);
    content()->addWidget(m_more);
    content()->addLayout(buttons);
    connect(m_mend, &QPushButton::clicked, this, &LeftOutCard::saveAndOpen);
    connect(m_add, &QPushButton::clicked, this, &LeftOutCard::addMended);
}

void LeftOutCard::showTrial(const book::TrialBook* trial) {
    const bool any = trial && leftOutCount(*trial) > 0;
    setVisible(any);
    if (any) {
        fill(*trial);
    }
}

void LeftOutCard::fill(const book::TrialBook& trial) {
    const QLocale locale;
    setTitle(leftOutSentence(trial));
    m_toMend.clear();
    for (const book::FileReport& file : trial.files) {
        if (!file.isMended && !file.report.rejectFiles.isEmpty()) {
            m_toMend.push_back(file);
        }
    }
    const std::vector<LeftOut> rows = leftOutRows(trial);
    m_table->setRowCount(static_cast<int>(rows.size()));
    std::int64_t listed = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const LeftOut& left = rows[static_cast<std::size_t>(row)];
        listed += left.count;
        const QString line = locale.toString(static_cast<qlonglong>(left.line));
        const QString more = locale.toString(static_cast<qlonglong>(left.count - 1));
        const std::array<QString, columnCount> cells{left.file,
                                                     left.count == 1 ? line
                                                                     : tr("%1 and %2 more").arg(line, more),
                                                     left.column,
                                                     foundText(left),
                                                     left.expected};
        for (int column = 0; column < columnCount; ++column) {
            auto* item = new QTableWidgetItem(cells.at(static_cast<std::size_t>(column)));
            item->setToolTip(item->text());
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < columnCount - 1; ++column) {
        const int widest = m_context.theme.px(widestLeftOut);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), widest));
    }
    const int shown = std::min(m_table->rowCount(), shownRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            m_context.theme.px(theme::size::tableControl) * shown +
                            m_context.theme.px(theme::space::xs));
    const std::int64_t unlisted = leftOutCount(trial) - listed;
    m_more->setVisible(unlisted > 0);
    m_more->setText(tr("And %1 more: the file that Mend them saves has them all.")
                        .arg(locale.toString(static_cast<qlonglong>(unlisted))));
    m_saved.clear();
    showSaved();
}

void LeftOutCard::showSaved() {
    m_mend->setVisible(!m_toMend.empty());
    m_add->setVisible(!m_saved.empty());
    if (m_saved.empty()) {
        m_how->setText(tr("Nothing is written yet. Mend just these rows in a file of their own, or mend your "
                          "file and read it again. Kept without them, they are saved beside your file for "
                          "later."));
    } else {
        m_how->setText(tr("The rows are in %1, each with what was expected behind it. Mend them there, save "
                          "the file, and add them: they are read in place of those left out.")
                           .arg(fileNames(m_saved)));
    }
}

void LeftOutCard::saveAndOpen() {
    m_saved.clear();
    const std::vector<book::FileReport> toMend = m_toMend; // a trial may end while a dialog asks
    for (const book::FileReport& file : toMend) {
        const auto path = m_context.prompts.saveFile(
            this, tr("Save the rows to mend"), book::rejectsPathOf(file.file.path), tr("Tables (*.csv)"));
        if (!path) {
            continue;
        }
        if (const Result<void> saved = book::saveRejects(file, *path); !saved) {
            m_how->setText(wording::errorSentence(saved.error()));
            return;
        }
        m_saved.emplace_back(*path, file.file.path);
        QDesktopServices::openUrl(QUrl::fromLocalFile(*path));
    }
    showSaved();
}

void LeftOutCard::addMended() {
    for (const auto& [path, of] : std::exchange(m_saved, {})) {
        Q_EMIT mended(path, of);
    }
}

} // namespace hb::pages
