// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/group_choice.h"

#include "core/analytics/period_moves.h"
#include "ui/pages/compare/compare_question.h"

#include <QSignalBlocker>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace hb::pages {

namespace {

/// The keys of a question as the engine takes them; good while it lives.
struct Keys {
    std::vector<std::string> texts;
    std::vector<std::string_view> views;

    explicit Keys(const QStringList& by) {
        for (const QString& key : by) {
            texts.push_back(key.toStdString());
        }
        views.assign(texts.begin(), texts.end());
    }
};

} // namespace

GroupChoice::GroupChoice(const QString& name, QWidget* parent) : CalmBox(name, tr("Whose accounts"), parent) {
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addItem(tr("All"));
}

void GroupChoice::setView(const CompareView& view) {
    if (view.book == m_view.book && view.question.by == m_view.question.by) {
        return;
    }
    const QString chosen = view.question.by == m_view.question.by ? chosenTitle() : QString();
    m_view = view;
    m_groups.clear();
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("All"));
    if (!view.question.by.isEmpty()) {
        const analytics::Grouping& grouping = groupingOf(view);
        for (const analytics::AccountGroup& group : grouping.groups) {
            addItem(groupName(view, group));
            m_groups.push_back(group.values);
        }
    }
    choose(chosen);
    setVisible(m_groups.size() > 1);
}

void GroupChoice::choose(const QString& title) {
    setCurrentIndex(title.isEmpty() ? 0 : std::max(0, findText(title)));
}

QString GroupChoice::chosenTitle() const {
    return currentIndex() > 0 ? currentText() : QString();
}

session::Filter GroupChoice::filter() const {
    return filterOf(m_view, chosen());
}

std::vector<AccountIndex> GroupChoice::members() const {
    const std::optional<Values> group = chosen();
    if (!group) {
        return m_view.book->accounts;
    }
    const Keys keys(m_view.question.by);
    const std::vector<AccountIndex> members =
        analytics::membersOf(m_view.book->snapshot(), m_view.book->period.to, keys.views, *group);
    std::vector<AccountIndex> compared;
    std::ranges::set_intersection(members, m_view.book->accounts, std::back_inserter(compared));
    return compared;
}

std::optional<GroupChoice::Values> GroupChoice::chosen() const {
    return currentIndex() > 0 ? std::optional(m_groups[static_cast<std::size_t>(currentIndex() - 1)])
                              : std::nullopt;
}

} // namespace hb::pages
