// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/goal_tree.h"

#include "ui/widgets/view_copies.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

enum Column : int { Name, Share, Red };
constexpr int shareWidth = 152, redWidth = 96;

bool isOfSameShape(const std::vector<GoalRow>& a, const std::vector<GoalRow>& b) {
    return std::ranges::equal(a, b, [](const GoalRow& left, const GoalRow& right) {
        return left.kind == right.kind && left.key == right.key && left.parent == right.parent;
    });
}

} // namespace

GoalTree::GoalTree(const theme::Theme& theme, QWidget* parent) : QTreeWidget(parent), m_theme(theme) {
    setObjectName(u"goals"_s);
    setAccessibleName(tr("Goals and the metrics that serve them"));
    widgets::offerCopies(*this, tr("Goals"));
    setHeaderLabels({tr("Goal or metric"), tr("Share of the score"), tr("Red now")});
    headerItem()->setTextAlignment(Share, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setTextAlignment(Red, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setToolTip(Share, tr("What it carries in the template that is shown"));
    headerItem()->setToolTip(Red, tr("Accounts of this template that are red in the metric"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Share, QHeaderView::Fixed);
    header()->setSectionResizeMode(Red, QHeaderView::Fixed);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* removes = new QShortcut(QKeySequence(QKeySequence::Delete), this);
    removes->setContext(Qt::WidgetShortcut);
    connect(removes, &QShortcut::activated, this, &GoalTree::removeAsked);
    connect(this, &QTreeWidget::currentItemChanged, this, &GoalTree::chosen);
    connect(this, &QTreeWidget::itemChanged, this, &GoalTree::taken);
    connect(&m_theme, &theme::Theme::changed, this, &GoalTree::dress);
    dress();
}

void GoalTree::dress() {
    header()->resizeSection(Share, m_theme.px(shareWidth));
    header()->resizeSection(Red, m_theme.px(redWidth));
    setIndentation(m_theme.px(theme::space::l));
    showTexts();
}

void GoalTree::setRows(std::vector<GoalRow> rows) {
    const bool isOther = !isOfSameShape(rows, m_rows);
    m_rows = std::move(rows);
    isOther ? fill() : showTexts();
}

std::optional<std::size_t> GoalTree::placeOf(const QTreeWidgetItem* item) const {
    const auto found = std::ranges::find(m_places, item);
    return found == m_places.end() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(found - m_places.begin()));
}

std::optional<GoalTree::Mark> GoalTree::current() const {
    const std::optional<std::size_t> place = placeOf(currentItem());
    return place ? std::optional(markAt(*place)) : std::nullopt;
}

void GoalTree::fill() {
    const std::optional<Mark> kept = current();
    std::vector<Mark> folded;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (!m_places[at]->isExpanded() && m_places[at]->childCount() > 0) {
            folded.push_back(markAt(at));
        }
    }
    const int scrolled = verticalScrollBar()->value();
    const QSignalBlocker quiet(this);
    clear();
    m_places.clear();
    m_marks.clear();
    for (const GoalRow& row : m_rows) {
        auto* item = row.parent ? new QTreeWidgetItem(m_places[*row.parent]) : new QTreeWidgetItem(this);
        if (row.kind == GoalRowKind::Goal) {
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        m_places.push_back(item);
        m_marks.emplace_back(row.kind, row.key);
    }
    showTexts();
    QTreeWidgetItem* now = nullptr;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        m_places[at]->setExpanded(std::ranges::find(folded, markAt(at)) == folded.end());
        const bool isWanted = !m_wanted.empty() && markAt(at) == Mark{GoalRowKind::Goal, m_wanted};
        if (isWanted || (!now && kept == markAt(at))) {
            now = m_places[at];
            m_wanted = isWanted ? std::string() : m_wanted;
        }
    }
    verticalScrollBar()->setValue(scrolled);
    if (!now && !m_places.empty()) {
        now = m_places.front();
    }
    setCurrentItem(now);
    if (now) {
        scrollToItem(now);
    }
}

void GoalTree::showTexts() {
    const QSignalBlocker quiet(this);
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const GoalRow& row = m_rows[at];
        QTreeWidgetItem* item = m_places[at];
        const auto set = [&](Column column, const QString& text) {
            if (item->text(column) != text) { // a name that is being typed stays while its truth is the same
                item->setText(column, text);
            }
            item->setTextAlignment(column,
                                   column == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                                  : Qt::AlignRight | Qt::AlignVCenter);
        };
        set(Name, row.name);
        set(Share, row.share);
        set(Red, row.red);
        const bool isMetric = row.kind == GoalRowKind::Metric;
        const bool isHead = row.kind == GoalRowKind::Unserved;
        const theme::Tokens& tokens = m_theme.tokens();
        item->setToolTip(Name, row.name);
        item->setFont(Name, m_theme.font(isMetric ? theme::TextRole::Body : theme::TextRole::CardTitle));
        item->setForeground(Name, isHead ? tokens.muted : tokens.ink);
        item->setForeground(Share, isMetric && !row.red.isEmpty() ? tokens.ink : tokens.muted);
        item->setSizeHint(Name, QSize(0, m_theme.px(theme::size::row)));
    }
}

void GoalTree::taken(QTreeWidgetItem* item) {
    const QString typed = item->text(Name).trimmed();
    const std::optional<std::size_t> place = placeOf(item);
    showTexts(); // as it was, until it is taken
    if (place && m_rows[*place].kind == GoalRowKind::Goal && typed != m_rows[*place].name) {
        setCurrentItem(item);
        Q_EMIT nameTyped(typed);
    }
}

} // namespace hb::pages
