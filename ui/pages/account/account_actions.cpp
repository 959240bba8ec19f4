// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the account page by key, menu and palette.
#include "core/wording/words.h"
#include "ui/pages/account/account_page.h"
#include "ui/pages/account/costs_card.h"
#include "ui/pages/account/group_grid.h"
#include "ui/pages/account/metric_row.h"
#include "ui/pages/account/side_column.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

QKeySequence keys(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

} // namespace

shell::Actions AccountPage::actions() {
    using shell::Menu;
    shell::Actions result;
    const auto add = [this, &result](const char* id,
                                     const QString& text,
                                     const QKeySequence& shortcut,
                                     Menu menu,
                                     std::function<void()> run) {
        result.push_back({.id = QString::fromLatin1(id),
                          .text = text,
                          .shortcut = shortcut,
                          .menu = menu,
                          .run = std::move(run),
                          .enabled = [this] { return m_at.has_value(); }});
    };
    const auto addEdit =
        [&](const char* id, const QString& text, const QKeySequence& shortcut, std::function<void()> run) {
            add(id, text, shortcut, Menu::Edit, std::move(run));
            result.back().edits = true;
        };
    add("account.next", tr("Next account"), keys("Alt+Down"), Menu::Go, [this] { step(1); });
    add("account.previous", tr("Previous account"), keys("Alt+Up"), Menu::Go, [this] { step(-1); });
    add("account.reviewed", tr("Reviewed"), keys("Ctrl+R"), Menu::Edit, [this] { review(); });
    result.back().enabled = [this] { return m_at && whyNotReview().isEmpty(); };
    result.back().whyNot = [this] { return whyNotReview(); };
    addEdit("account.note", tr("Write a note"), keys("Ctrl+N"), [this] { m_side->beginNote(); });
    addEdit(
        "account.action", tr("Plan a next step"), keys("Ctrl+Shift+N"), [this] { m_side->beginAction(); });
    addEdit("account.outcome", tr("Record an outcome"), {}, [this] { m_side->beginOutcome(); });
    addEdit("account.level", tr("Set a level"), keys("Ctrl+L"), [this] { focusLevel(); });
    result.back().enabled = [this] { return m_at && m_groups->nextLevelRow() != nullptr; };
    result.back().whyNot = [this] {
        return m_at ? tr("This account's template has no metric that is set by hand.") : QString();
    };
    add("account.override", tr("Override a score"), keys("Ctrl+Shift+O"), Menu::Edit, [this] {
        const MetricRow* row = m_groups->focusedRow();
        row != nullptr ? overrideScore(OverrideTarget::Metric, row->facts().key)
                       : overrideScore(OverrideTarget::Overall, {});
    });
    result.back().enabled = [this] { return m_at && whyNotOverride().isEmpty(); };
    result.back().whyNot = [this] { return whyNotOverride(); };
    addEdit("account.rename", tr("Change the id"), {}, [this] { beginRename(); });
    addEdit("account.merge", tr("Merge into another account"), {}, [this] { beginMerge(); });
    add("account.change", tr("What changed"), keys("Ctrl+E"), Menu::View, [this] {
        m_costs->isShowingChange() ? m_costs->showCosts() : m_costs->showChangeSince({});
        ensureVisible(m_costs);
    });
    add("account.where", tr("Where a number comes from"), keys("Ctrl+I"), Menu::View, [this] {
        whereFrom();
    });
    return result;
}

// --- moving about

void AccountPage::find() {
    m_side->beginSearch();
}

std::optional<std::size_t> AccountPage::listPosition() const {
    if (!m_at) {
        return {};
    }
    const std::vector<AccountIndex>& list = m_context.session.list();
    const auto found = std::ranges::find(list, m_at->account);
    return found == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.begin()));
}

void AccountPage::step(int by) {
    const std::optional<std::size_t> at = listPosition();
    const std::vector<AccountIndex>& list = m_context.session.list();
    if (!at || (by < 0 && *at == 0) || (by > 0 && *at + 1 >= list.size())) {
        return;
    }
    const AccountIndex next = list[by > 0 ? *at + 1 : *at - 1];
    const std::string& key = (*m_at->snapshot().accounts)[next].key;
    m_navigator.go(
        {.page = session::page::account, .account = QString::fromStdString(key), .changed = m_changed});
}

void AccountPage::ensureVisible(QWidget* part) {
    QTimer::singleShot(0, part, [this, part] { m_area->ensureWidgetVisible(part); }); // once it is laid out
}

void AccountPage::showWhy() {
    m_costs->showCosts();
    m_costs->focusRows();
    ensureVisible(m_costs);
}

void AccountPage::whereFrom() {
    if (MetricRow* row = m_groups->focusedRow()) {
        row->showAbout(!row->isAboutShown());
    } else if (const std::optional<std::size_t> metric = m_costs->pointedMetric()) {
        showMetric(*metric);
    }
}

void AccountPage::focusLevel() {
    if (MetricRow* row = m_groups->nextLevelRow()) {
        row->focusLevels();
        ensureVisible(row);
    }
}

void AccountPage::showMetric(std::size_t position) {
    if (MetricRow* row = m_groups->rowOf(position)) {
        row->showAbout(true);
        row->setFocus(Qt::ShortcutFocusReason);
        ensureVisible(row);
    }
}

// --- copies and menus

void AccountPage::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(tr("Open in a new window"), this, [this] {
        m_navigator.openWindow({.page = session::page::account, .account = m_key});
    });
    menu->addAction(tr("Why: what costs points"), this, &AccountPage::showWhy);
    menu->addAction(tr("Why: what changed"), this, [this] { m_costs->showChangeSince({}); });
    menu->addSeparator();
    QAction* overriding =
        menu->addAction(tr("Override a score"), this, [this] { overrideScore(OverrideTarget::Overall, {}); });
    overriding->setObjectName(u"override"_s);
    widgets::setWhyNot(menu, overriding, whyNotOverride());
    const QString id = wording::fromUtf8((*m_at->snapshot().accounts)[m_at->account].key);
    QAction* copying =
        menu->addAction(tr("Copy the id: %1").arg(QString(id).replace(u'&', u"&&"_s)), this, [this, id] {
            QApplication::clipboard()->setText(id);
            m_navigator.toast(tr("Copied the id"));
        });
    copying->setObjectName(u"copyId"_s);
    QAction* renaming = menu->addAction(tr("Change the id…"), this, &AccountPage::beginRename);
    renaming->setObjectName(u"rename"_s);
    widgets::setWhyNot(menu, renaming, m_at->whyNotWrite);
    QAction* merging = menu->addAction(tr("Merge into another account…"), this, &AccountPage::beginMerge);
    merging->setObjectName(u"merge"_s);
    widgets::setWhyNot(menu, merging, m_at->whyNotWrite);
    if (m_navigator.hasPage(session::page::audit)) {
        menu->addAction(tr("Everything that was changed here"),
                        this,
                        [this] { m_navigator.go({.page = session::page::audit, .account = m_key}); })
            ->setObjectName(u"audit"_s);
    }
    menu->addSeparator();
    addFilters(*menu);
    widgets::addCopyActions(*menu, copies());
    menu->popup(place);
}

// "Accounts of Ana Lopez": the book page, filtered to what this account has.
void AccountPage::addFilters(QMenu& menu) {
    bool any = false;
    for (const std::string_view key : std::array{attribute::owner, attribute::segment}) {
        const QString value =
            wording::fromUtf8(m_at->snapshot().attributeOn(m_at->account, key, m_at->day()));
        if (value.isEmpty()) {
            continue;
        }
        any = true;
        const QString text =
            key == attribute::owner ? tr("Show all accounts of %1") : tr("Show all accounts in %1");
        menu.addAction(text.arg(value), this, [this, key = wording::fromUtf8(key), value] {
            session::Filter filter;
            filter.attributes = {{.key = key, .values = {value}}};
            m_navigator.go({.page = session::page::book, .filter = filter});
        });
    }
    if (any) {
        menu.addSeparator();
    }
}

} // namespace hb::pages
