// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/group_choice.h"

#include "core/analytics/grouping.h"
#include "core/analytics/period_moves.h"
#include "ui/models/book_layout.h"

#include <QSignalBlocker>

#include <algorithm>
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
    const QString chosen = view.question.by == m_view.question.by ? currentText() : QString();
    m_view = view;
    m_groups.clear();
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("All"));
    if (!view.question.by.isEmpty()) {
        const Snapshot& snapshot = view.book->snapshot();
        const Keys keys(view.question.by);
        const analytics::Grouping grouping = analytics::grouping(
            snapshot, view.book->period.to, keys.views, view.book->living, view.book->now, view.book->before);
        for (const analytics::AccountGroup& group : grouping.groups) {
            QStringList titles;
            for (qsizetype at = 0; at < view.question.by.size(); ++at) {
                const std::string& value = (*snapshot.texts)[group.values[static_cast<std::size_t>(at)]];
                titles << models::groupTitle(view.question.by[at], QString::fromStdString(value));
            }
            addItem(titles.join(tr(", ")));
            m_groups.push_back(group.values);
        }
    }
    setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, findText(chosen)));
    setVisible(m_groups.size() > 1);
}

QString GroupChoice::chosenTitle() const {
    return currentIndex() > 0 ? currentText() : QString();
}

std::vector<AccountIndex> GroupChoice::members() const {
    const Keys keys(currentIndex() > 0 ? m_view.question.by : QStringList());
    const Values values =
        currentIndex() > 0 ? m_groups[static_cast<std::size_t>(currentIndex() - 1)] : Values{};
    return analytics::membersOf(m_view.book->snapshot(), m_view.book->period.to, keys.views, values);
}

} // namespace hb::pages
