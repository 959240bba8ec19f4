// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/value_list.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr std::size_t mostUnfiltered = 12;
constexpr int leastRows = 3, mostRows = 6, countWidth = 64;
} // namespace

ValueList::ValueList(const theme::Theme& theme, const QString& spoken, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_find(new QLineEdit(this)), m_list(new QTreeWidget(this)) {
    m_find->setObjectName(u"findValue"_s);
    m_find->setPlaceholderText(tr("Find a value"));
    m_find->setClearButtonEnabled(true);
    m_find->hide();
    m_list->setObjectName(u"values"_s);
    m_list->setAccessibleName(spoken);
    m_list->setColumnCount(2);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_find);
    rows->addWidget(m_list);
    connect(m_find, &QLineEdit::textChanged, this, &ValueList::find);
    connect(m_list, &QTreeWidget::itemPressed, this, [this] { m_ticked = false; });
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        m_ticked = true;
        take(item);
    });
    connect(m_list, &QTreeWidget::itemClicked, this, &ValueList::tick);
    connect(&m_theme, &theme::Theme::changed, this, &ValueList::dress);
    dress();
}

void ValueList::dress() {
    layout()->setSpacing(m_theme.px(theme::space::xs));
    m_list->header()->resizeSection(1, m_theme.px(countWidth));
    const int shown = std::clamp(static_cast<int>(m_values.size()), leastRows, mostRows);
    const int high = std::max(m_theme.px(theme::size::hitArea),
                              m_list->topLevelItemCount() > 0 ? m_list->sizeHintForRow(0) : 0);
    m_list->setFixedHeight(shown * high + m_theme.px(theme::space::xs));
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        m_list->topLevelItem(row)->setForeground(1, m_theme.tokens().muted);
        m_list->topLevelItem(row)->setSizeHint(0, QSize(0, m_theme.px(theme::size::hitArea)));
    }
}

void ValueList::setValues(std::vector<analytics::ValueCount> values,
                          const std::vector<std::string>& chosen,
                          bool editable) {
    for (const std::string& value : chosen) {
        if (std::ranges::find(values, value, &analytics::ValueCount::value) == values.end()) {
            values.push_back({value, 0});
        }
    }
    m_chosen = chosen;
    const QSignalBlocker quiet(m_list);
    if (values != m_values) {
        m_values = std::move(values);
        fill();
    }
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const bool isOn =
            std::ranges::find(m_chosen, m_values[static_cast<std::size_t>(row)].value) != m_chosen.end();
        item->setCheckState(0, isOn ? Qt::Checked : Qt::Unchecked);
        item->setFlags(editable ? item->flags() | Qt::ItemIsUserCheckable
                                : item->flags() & ~Qt::ItemFlags(Qt::ItemIsUserCheckable));
    }
}

void ValueList::fill() {
    m_list->clear();
    for (const analytics::ValueCount& value : m_values) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, valueWords(value.value));
        item->setText(1, QLocale().toString(static_cast<qulonglong>(value.accounts)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, item->text(0));
    }
    m_find->setVisible(m_values.size() > mostUnfiltered);
    find(m_find->text());
    dress();
}

void ValueList::find(const QString& text) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        item->setHidden(!m_find->isHidden() && !item->text(0).contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void ValueList::focusList() {
    m_find->isHidden() ? m_list->setFocus() : m_find->setFocus();
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
}

/// A click beside the box ticks it, too; one on the box has done so by now.
void ValueList::tick(QTreeWidgetItem* item) {
    if (!m_ticked && item->flags().testFlag(Qt::ItemIsUserCheckable)) {
        item->setCheckState(0, item->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    }
}

void ValueList::take(QTreeWidgetItem* item) {
    const std::string& value = m_values[static_cast<std::size_t>(m_list->indexOfTopLevelItem(item))].value;
    const bool isOn = item->checkState(0) == Qt::Checked;
    const auto at = std::ranges::find(m_chosen, value);
    if (isOn == (at != m_chosen.end())) {
        return;
    }
    std::vector<std::string> chosen = m_chosen;
    if (isOn) {
        chosen.push_back(value);
    } else {
        std::erase(chosen, value);
    }
    const bool vanishes = !isOn && item->text(1) == u"0"_s; // with its row, in which Qt still is
    if (vanishes) {
        QMetaObject::invokeMethod(
            this, [this, chosen] { Q_EMIT valuesChosen(chosen); }, Qt::QueuedConnection);
    } else {
        Q_EMIT valuesChosen(chosen);
    }
}

QString valueWords(const std::string& value) {
    return value.empty() ? ValueList::tr("(none)") : QString::fromStdString(value);
}

} // namespace hb::pages
