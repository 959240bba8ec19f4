// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/group_grid.h"

#include <QGridLayout>

#include <algorithm>

namespace hb::pages {

namespace {
constexpr int oneColumnBelow = 950;

DraftPlace placeOf(const MetricFacts& facts) {
    return {.account = QString::number(facts.account.value), .about = facts.key};
}

} // namespace

GroupGrid::GroupGrid(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme::space::cardGap);
    connect(&theme, &theme::Theme::changed, this, &GroupGrid::place);
}

void GroupGrid::setGroups(const std::vector<GroupFacts>& groups) {
    keepNotes();
    const bool sameCount = m_cards.size() == groups.size();
    while (m_cards.size() > groups.size()) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    while (m_cards.size() < groups.size()) {
        auto* card = new GroupCard(m_theme, this);
        connect(card, &GroupCard::levelSet, this, &GroupGrid::levelSet);
        connect(card, &GroupCard::aboutShown, this, &GroupGrid::aboutShown);
        connect(card, &GroupCard::overrideAsked, this, &GroupGrid::overrideAsked);
        m_cards.push_back(card);
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        m_cards[group]->setFacts(groups[group]);
    }
    showNotes();
    if (!sameCount) {
        m_columns = 0;
        place();
    }
}

void GroupGrid::keepNotes() {
    for (const MetricRow* row : rows()) {
        const DraftPlace place = placeOf(row->facts());
        row->levelNote().isEmpty() ? m_notes.drop(place) : m_notes.keep(place, row->levelNote());
    }
}

void GroupGrid::showNotes() {
    for (MetricRow* row : rows()) {
        const auto note = m_notes.of(placeOf(row->facts()));
        if (note && row->levelNote().isEmpty()) {
            row->setLevelNote(*note);
        }
    }
}

void GroupGrid::forgetDrafts() {
    for (MetricRow* row : rows()) {
        row->setLevelNote({});
    }
    m_notes.clear();
}

void GroupGrid::place() {
    const bool isNarrow = width() < m_theme.px(oneColumnBelow);
    const std::size_t columns = isNarrow || m_cards.size() < 2 ? 1 : 2;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (std::size_t at = 0; at < m_cards.size(); ++at) {
        m_grid->addWidget(m_cards[at], static_cast<int>(at / columns), static_cast<int>(at % columns));
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void GroupGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

std::vector<MetricRow*> GroupGrid::rows() const {
    std::vector<MetricRow*> all;
    for (const GroupCard* card : m_cards) {
        all.insert(all.end(), card->rows().begin(), card->rows().end());
    }
    return all;
}

MetricRow* GroupGrid::rowOf(std::size_t position) const {
    const std::vector<MetricRow*> all = rows();
    const auto found =
        std::ranges::find_if(all, [&](const MetricRow* row) { return row->facts().position == position; });
    return found == all.end() ? nullptr : *found;
}

MetricRow* GroupGrid::focusedRow() const {
    const std::vector<MetricRow*> all = rows();
    const QWidget* focused = window()->focusWidget();
    const auto found = std::ranges::find_if(all, [&](const MetricRow* row) {
        return row == focused || (focused != nullptr && row->isAncestorOf(focused));
    });
    return found == all.end() ? nullptr : *found;
}

MetricRow* GroupGrid::nextLevelRow() const {
    std::vector<MetricRow*> levels = rows();
    std::erase_if(levels, [](const MetricRow* row) { return !row->isLevel(); });
    if (levels.empty()) {
        return nullptr;
    }
    std::ranges::stable_sort(
        levels, std::ranges::greater(), [](const MetricRow* row) { return row->facts().costs; });
    const auto now = std::ranges::find(levels, focusedRow());
    return now == levels.end() || now + 1 == levels.end() ? levels.front() : *(now + 1);
}

} // namespace hb::pages
