// SPDX-License-Identifier: GPL-3.0-or-later
// What HistoryPart has chosen, and what it says of it.
#include "core/exchange/table_writer.h"
#include "core/wording/days.h"
#include "core/wording/draft_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/templates/history_part.h"
#include "ui/pages/templates/two_line_delegate.h"
#include "ui/pages/templates/version_compare.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace hb::pages {

void HistoryPart::fill() {
    const int scrolled = m_list->verticalScrollBar()->value();
    std::vector<int> chosen;
    for (const QListWidgetItem* item : m_list->selectedItems()) {
        chosen.push_back(item->data(Qt::UserRole).toInt());
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Row& row : m_rows) {
        auto* item = new QListWidgetItem(row.title, m_list);
        item->setData(Qt::UserRole, row.number);
        item->setData(TwoLineDelegate::Detail, row.detail);
        item->setData(TwoLineDelegate::Right, row.right);
        item->setData(TwoLineDelegate::RightDetail, row.rightDetail);
        item->setData(Qt::AccessibleTextRole,
                      QStringList{row.title, row.right, row.rightDetail, row.detail}.join(u' '));
        item->setToolTip(row.number == 0 ? QString() : row.detail);
        const bool isChosen = m_isChosen && std::ranges::find(chosen, row.number) != chosen.end();
        if (isChosen && row.number == m_number) {
            m_list->setCurrentItem(item, QItemSelectionModel::Select);
        }
        item->setSelected(isChosen);
    }
    m_list->verticalScrollBar()->setValue(scrolled);
}

void HistoryPart::chooseFirst() {
    m_isChosen = false;
    m_number = m_rows.empty() ? -1 : m_rows.front().number;
    const QSignalBlocker quiet(m_list);
    m_list->clearSelection();
    if (!m_rows.empty()) {
        m_list->setCurrentRow(0, QItemSelectionModel::ClearAndSelect);
    }
    m_compare = -1;
    fillCompare();
}

/// One row: it is compared with the version before it. Two: the upper with the lower.
void HistoryPart::selected() {
    std::vector<int> rows;
    for (const QListWidgetItem* item : m_list->selectedItems()) {
        rows.push_back(m_list->row(item));
    }
    if (rows.empty()) {
        return;
    }
    std::ranges::sort(rows);
    m_isChosen = true;
    m_number = m_rows[static_cast<std::size_t>(rows.front())].number;
    m_compare = rows.size() > 1 ? m_rows[static_cast<std::size_t>(rows.back())].number : -1;
    fillCompare();
    sayChanges();
    sayUse();
}

void HistoryPart::fillCompare() {
    std::vector<std::pair<int, QString>> others;
    int before = -1;
    bool isBelow = false;
    for (const Row& row : m_rows) {
        if (row.number == m_number) {
            isBelow = true;
            continue;
        }
        others.emplace_back(row.number, row.number == 0 ? tr("the draft") : row.title);
        if (isBelow && before < 0) {
            before = row.number;
        }
    }
    if (others != m_others) { // else its list may be open
        m_others = others;
        m_with->clear();
        for (const auto& [number, title] : others) {
            m_with->addItem(title, number);
        }
    }
    if (m_with->findData(m_compare) < 0) {
        m_compare = before >= 0 ? before : others.empty() ? -1 : others.front().first;
    }
    m_with->setCurrentIndex(m_with->findData(m_compare));
    m_with->setVisible(!others.empty());
}

void HistoryPart::takeCompare(int entry) {
    m_compare = m_with->itemData(entry).toInt();
    sayChanges();
}

void HistoryPart::sayChanges() {
    const TemplateVersion* after = findVersion(m_number);
    const TemplateVersion* before = findVersion(m_compare);
    QStringList lines;
    std::vector<wording::VersionPart> parts;
    m_said.clear();
    if (after && before) {
        m_changesOf->setText(m_number == 0 ? tr("Compare the draft with")
                                           : tr("Compare v%1 with").arg(m_number));
        const std::vector<Metric>& metrics = m_view.moment->snapshot->scorecard->metrics;
        lines = wording::versionDifferences(*before, *after, metrics);
        parts = wording::versionTable(*before, *after, metrics);
        m_said = lines;
        if (lines.isEmpty()) {
            lines << tr("They score alike: nothing differs.");
        }
    } else {
        m_changesOf->setText(m_number == 0 ? tr("Nothing is published yet to compare it with.")
                                           : tr("It is the only version so far."));
    }
    showLines(lines);
    m_table->setParts(std::move(parts), rowName(m_compare), rowName(m_number));
}

/// A label that stays keeps what is selected in it.
void HistoryPart::showLines(const QStringList& lines) {
    while (m_lines->count() > static_cast<int>(lines.size())) {
        const std::unique_ptr<QLayoutItem> last(m_lines->takeAt(m_lines->count() - 1));
        delete last->widget();
    }
    while (m_lines->count() < static_cast<int>(lines.size())) {
        auto* line = new QLabel;
        line->setObjectName(u"change%1"_s.arg(m_lines->count()));
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(line);
    }
    for (int at = 0; at < m_lines->count(); ++at) {
        qobject_cast<QLabel*>(m_lines->itemAt(at)->widget())->setText(lines[at]);
    }
}

QString HistoryPart::asText() const {
    if (m_compare < 0) {
        return {};
    }
    return tr("From %1 to %2").arg(rowName(m_compare), rowName(m_number)) + u'\n' + m_said.join(u'\n') +
           (m_said.isEmpty() ? QString() : u"\n\n"_s) + exchange::toTabs(m_table->asTable());
}

std::function<exchange::Table()> HistoryPart::asTable() const {
    if (m_compare < 0) {
        return {};
    }
    return [this] { return m_table->asTable(); };
}

void HistoryPart::sayUse() {
    const bool isVersion = m_number > 0;
    m_look->setEnabled(isVersion);
    m_restore->setEnabled(isVersion);
    m_export->setEnabled(isVersion);
    const Template* each = findTemplate();
    const bool canRetire = each && !each->isDefault;
    const bool isRetired = each && each->retiredOn;
    m_retire->setVisible(canRetire);
    m_retire->setText(isRetired ? tr("Use it again") : tr("Retire this template"));
    m_retire->setToolTip(isRetired ? QString()
                                   : tr("From today on, the next template that matches scores its accounts. "
                                        "Earlier days stay as they are."));
    m_retired->setVisible(isRetired);
    if (isRetired) {
        m_retired->setText(tr("Retired on %1: from that day on it scores nobody.")
                               .arg(wording::dayText(*each->retiredOn, m_context.session.today())));
    }
}

void HistoryPart::toggleRetired() {
    const Template* each = findTemplate();
    if (!each || each->isDefault) {
        return;
    }
    const QString name = wording::fromUtf8(each->name);
    each->retiredOn
        ? Q_EMIT bookEdited(book::RetireTemplate{.key = each->key, .on = {}},
                            tr("Took %1 into use again").arg(name))
        : Q_EMIT bookEdited(book::RetireTemplate{.key = each->key, .on = m_context.session.today()},
                            tr("Retired the template %1").arg(name));
}

} // namespace hb::pages
