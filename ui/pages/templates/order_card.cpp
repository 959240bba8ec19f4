// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/order_card.h"

#include "core/wording/words.h"
#include "ui/pages/templates/two_line_delegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int ordersShown = 6;
}

OrderCard::OrderCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Order"), parent), m_theme(theme), m_list(new QListWidget(this)),
      m_last(widgets::makeLabel("muted", this)), m_up(arrow("orderUp", tr("Try it earlier (Ctrl+Up)"), -1)),
      m_down(arrow("orderDown", tr("Try it later (Ctrl+Down)"), 1)) {
    QLabel* about = widgets::makeLabel("captionMuted", this);
    about->setText(tr("The first template that matches an account scores it."));
    about->setWordWrap(true);
    m_list->setObjectName(u"templateOrder"_s);
    m_list->setAccessibleName(tr("Templates in the order in which they are tried"));
    m_list->setItemDelegate(new TwoLineDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_last->setObjectName(u"orderLast"_s);
    m_last->setWordWrap(true);
    auto* arrows = new QVBoxLayout;
    arrows->setSpacing(theme::space::xs);
    arrows->addWidget(m_up);
    arrows->addWidget(m_down);
    arrows->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_list, 1);
    row->addLayout(arrows);
    content()->addWidget(about);
    content()->addLayout(row);
    content()->addWidget(m_last);
    for (const auto& [key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto* keys = new QShortcut(QKeySequence(Qt::ControlModifier | key), m_list);
        keys->setContext(Qt::WidgetShortcut);
        connect(keys, &QShortcut::activated, this, [this, by = by] { move(by); });
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &OrderCard::follow);
    connect(
        m_list->model(),
        &QAbstractItemModel::rowsMoved,
        this,
        [this](const QModelIndex&, int from) {
            const QString key = from < static_cast<int>(m_truth.size())
                                    ? wording::fromUtf8(m_truth[static_cast<std::size_t>(from)].first)
                                    : QString();
            m_moved = key.toStdString();
            taken();
        },
        Qt::QueuedConnection); // when the drop is over
    connect(&m_theme, &theme::Theme::changed, this, &OrderCard::dress);
    dress();
}

QToolButton* OrderCard::arrow(const char* name, const QString& words, int by) {
    auto* button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(words);
    button->setToolTip(words);
    connect(button, &QToolButton::clicked, this, [this, by] { move(by); });
    return button;
}

void OrderCard::dress() {
    m_up->setIcon(m_theme.icon(theme::Icon::ChevronUp));
    m_down->setIcon(m_theme.icon(theme::Icon::ChevronDown));
    const int rows = std::min(m_list->count(), ordersShown);
    const int high = m_theme.px(theme::size::row);
    m_list->doItemsLayout();
    m_list->setFixedHeight(rows * high + m_theme.px(theme::space::xs));
    const bool isAny = m_list->count() > 0; // the default alone has no order
    for (QWidget* part :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_up), static_cast<QWidget*>(m_down)}) {
        part->setVisible(isAny);
    }
}

void OrderCard::showOrder(const Scorecard& scorecard, const std::string& current) {
    std::vector<std::pair<std::string, QString>> truth;
    QString last;
    for (const Template& each : scorecard.templates) {
        if (each.isDefault) {
            last = wording::fromUtf8(each.name);
        } else if (!each.retiredOn) {
            truth.emplace_back(each.key, wording::fromUtf8(each.name));
        }
    }
    m_last->setText(tr("Then %1, which takes every other account.").arg(last));
    std::vector<std::string> keys;
    for (const auto& [key, name] : truth) {
        keys.push_back(key);
    }
    const bool isOther = current != m_current;
    m_current = current;
    if (truth != m_truth || listed() != keys) {
        m_truth = std::move(truth);
        fill();
    }
    if (isOther || m_list->currentRow() < 0) {
        const auto at = std::ranges::find(keys, current);
        m_list->setCurrentRow(at == keys.end() ? -1 : static_cast<int>(at - keys.begin()));
    }
    follow();
}

void OrderCard::fill() {
    const QListWidgetItem* item = m_list->currentItem();
    const QString current = item ? item->data(Qt::UserRole).toString() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto& [key, name] : m_truth) {
        auto* row = new QListWidgetItem(name, m_list);
        row->setData(Qt::UserRole, wording::fromUtf8(key));
        row->setToolTip(name);
        row->setFlags(row->flags() & ~Qt::ItemFlags(Qt::ItemIsDropEnabled)); // between rows, not onto one
        if (row->data(Qt::UserRole).toString() == current) {
            m_list->setCurrentItem(row);
        }
    }
    dress();
}

void OrderCard::follow() {
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

std::vector<std::string> OrderCard::listed() const {
    std::vector<std::string> keys;
    for (int row = 0; row < m_list->count(); ++row) {
        keys.push_back(m_list->item(row)->data(Qt::UserRole).toString().toStdString());
    }
    return keys;
}

void OrderCard::move(int by) {
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count()) {
        return;
    }
    m_moved = m_list->item(from)->data(Qt::UserRole).toString().toStdString();
    {
        const QSignalBlocker quiet(m_list->model());
        const QSignalBlocker quietList(m_list);
        QListWidgetItem* item = m_list->takeItem(from);
        m_list->insertItem(to, item);
        m_list->setCurrentRow(to);
    }
    m_list->doItemsLayout();
    taken();
}

void OrderCard::taken() {
    follow();
    const std::vector<std::string> keys = listed();
    const auto moved = std::ranges::find(m_truth, m_moved, &std::pair<std::string, QString>::first);
    if (moved != m_truth.end() &&
        !std::ranges::equal(keys, m_truth, {}, {}, [](const auto& row) { return row.first; })) {
        Q_EMIT ordered(keys, tr("Moved the template %1").arg(moved->second));
    }
}

} // namespace hb::pages
