// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the rows of the Overview.
#include "ui/pages/compare/overview_delegate.h"
#include "ui/pages/compare/overview_part.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/sort_head.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <array>

namespace hb::pages {

namespace {

/// By OverviewOnly, as places name them.
constexpr std::array onlyKeys{"red", "yellow", "green", "none", "left_green", "renewing"};

} // namespace

std::vector<QWidget*> OverviewPart::regions() {
    return m_stack->currentWidget() == m_empty ? std::vector<QWidget*>{m_empty}
                                               : std::vector<QWidget*>{m_alike, m_head, m_rows};
}

bool OverviewPart::escape() {
    if (!m_table.overview() || !m_table.anyOpen()) {
        return false;
    }
    if (m_table.showAll()) {
        leaveInside();
        return true;
    }
    m_table.closeAll();
    return true;
}

void OverviewPart::clicked(const QModelIndex& index) {
    const OverviewRow row = m_table.at(index.row());
    if (row.account) {
        openAccount(index);
        return;
    }
    if (const auto only = onlyAt(index); only && drill(index.row(), *only)) {
        return;
    }
    toggle(index);
}

/// The accounts that a part of a bar, or a figure, counts.
std::optional<OverviewOnly> OverviewPart::onlyAt(const QModelIndex& index) const {
    const OverviewRow& row = m_table.at(index.row());
    if (!row.isGroup() || (index.column() != OverviewTable::Bands && index.data().toString().isEmpty())) {
        return std::nullopt;
    }
    switch (index.column()) {
    case OverviewTable::Bands: {
        const auto band = m_delegate->bandAt(m_rows->visualRect(index), row.group, m_pressed);
        return band ? std::optional(static_cast<OverviewOnly>(*band)) : std::nullopt;
    }
    case OverviewTable::RedArr:
        return OverviewOnly::Red;
    case OverviewTable::LeftGreen:
        return OverviewOnly::LeftGreen;
    case OverviewTable::Renewing:
        return OverviewOnly::Renewing;
    default:
        return std::nullopt;
    }
}

/// Shows some accounts of a group alone, as a place that *back* comes back from.
bool OverviewPart::drill(int row, OverviewOnly only) {
    const QString name = m_table.nameOf(m_table.at(row).group);
    if (!m_table.open(row, only)) {
        return false;
    }
    Q_EMIT insideAsked({QString::fromLatin1(onlyKeys.at(static_cast<std::size_t>(only))), name});
    return true;
}

/// From the place that was, which closes, to the one that is.
void OverviewPart::lookInside(const QStringList& before) {
    const auto each = [this](const QStringList& inside, const auto& run) {
        const auto row = inside.size() == 2 ? m_table.rowOf(inside[1]) : std::nullopt;
        const auto key = std::ranges::find_if(
            onlyKeys, [&](const char* known) { return inside.value(0) == QLatin1StringView(known); });
        if (row && key != onlyKeys.end()) {
            const auto only = static_cast<OverviewOnly>(key - onlyKeys.begin());
            run(*row, only, m_table.onlyOf(m_table.at(*row).group) == only);
        }
    };
    each(before, [this](int row, OverviewOnly, bool isThere) {
        if (isThere) {
            m_table.close(row);
        }
    });
    each(m_view.inside, [this](int row, OverviewOnly only, bool isThere) {
        if (!isThere) {
            m_table.open(row, only);
        }
    });
}

void OverviewPart::leaveInside() {
    if (!m_view.inside.isEmpty()) {
        Q_EMIT insideAsked({});
    }
}

/// Of a group that shows some of its accounts all of them, from the line that says so.
void OverviewPart::toggle(const QModelIndex& index) {
    if (m_table.at(index.row()).isNote) {
        const int group = m_table.groupRow(index.row());
        m_table.open(group);
        leaveInside();
        m_rows->setCurrentIndex(m_table.index(group, 0));
        return;
    }
    m_table.isOpen(m_table.at(index.row()).group) ? close(index.row())
                                                  : static_cast<void>(m_table.open(index.row()));
}

/// A group that shows some of its accounts is a place: closing it leaves that.
void OverviewPart::close(int row) {
    const bool isInside = m_table.onlyOf(m_table.at(row).group).has_value();
    m_table.close(row);
    if (isInside) {
        leaveInside();
    }
}

void OverviewPart::openAccount(const QModelIndex& index) {
    const std::shared_ptr<const analytics::ComparedBook> of = m_table.overview()->view.book;
    Q_EMIT accountAsked(of, *m_table.at(index.row()).account, m_table.openAccounts(index.row()));
}

bool OverviewPart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_rows->viewport() && event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent*>(event)->position().toPoint();
    }
    if (watched == m_rows && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier) {
            return takeKey(key->key());
        }
    }
    return ComparePart::eventFilter(watched, event);
}

bool OverviewPart::takeKey(int key) {
    const QModelIndex index = m_rows->currentIndex();
    if (!index.isValid()) {
        return false;
    }
    const bool isAccount = m_table.at(index.row()).account.has_value();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        isAccount ? openAccount(index) : toggle(index);
        return true;
    case Qt::Key_Right:
        if (m_table.at(index.row()).isNote) {
            toggle(index);
        } else if (!isAccount && !m_table.isOpen(m_table.at(index.row()).group)) {
            m_table.open(index.row());
        }
        return true;
    case Qt::Key_Left: {
        const int row = m_table.groupRow(index.row());
        close(row);
        m_rows->setCurrentIndex(m_table.index(row, 0));
        return true;
    }
    default:
        return false;
    }
}

} // namespace hb::pages
