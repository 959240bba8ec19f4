// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the account page by key, menu and palette.
#include "ui/pages/account/account_metrics.h"
#include "ui/pages/account/account_page.h"
#include "ui/pages/account/costs_card.h"
#include "ui/pages/account/group_card.h"
#include "ui/pages/account/notes_card.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

namespace hb::pages {

void AccountPage::copyPicture() {
    QApplication::clipboard()->setPixmap(m_body->grab());
}

void AccountPage::showMenu() {
    QMenu menu(this);
    menu.addAction(tr("Copy as text"), this, [this] { QApplication::clipboard()->setText(asText()); });
    menu.addAction(tr("Copy as table"), this, [this] { QApplication::clipboard()->setText(asTable()); });
    menu.addAction(tr("Copy as picture"), this, &AccountPage::copyPicture);
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

shell::Actions AccountPage::actions() {
    using shell::Action;
    using shell::Menu;
    const auto open = [this] { return m_at.has_value(); };
    const auto add = [this, open](shell::Actions& actions,
                                  const char* id,
                                  const QString& text,
                                  const QKeySequence& keys,
                                  Menu menu,
                                  std::function<void()> run) {
        Action action{.id = QString::fromLatin1(id),
                      .text = text,
                      .shortcut = keys,
                      .menu = menu,
                      .run = std::move(run)};
        action.enabled = open;
        actions.push_back(std::move(action));
    };
    shell::Actions result;
    add(result, "account.next", tr("Next account"), QKeySequence(Qt::ALT | Qt::Key_Down), Menu::Go, [this] {
        step(1);
    });
    add(result,
        "account.previous",
        tr("Previous account"),
        QKeySequence(Qt::ALT | Qt::Key_Up),
        Menu::Go,
        [this] { step(-1); });
    add(result, "account.reviewed", tr("Reviewed"), QKeySequence(Qt::CTRL | Qt::Key_R), Menu::Edit, [this] {
        review();
    });
    result.back().enabled = [this] { return canReview(); };
    result.back().whyNot = [this] { return whyNotReview(); };
    add(result, "account.note", tr("Write a note"), QKeySequence(Qt::CTRL | Qt::Key_N), Menu::Edit, [this] {
        m_notesCard->beginNote();
    });
    add(result, "account.level", tr("Set a level"), QKeySequence(Qt::CTRL | Qt::Key_L), Menu::Edit, [this] {
        focusLevel();
    });
    add(result, "account.change", tr("What changed"), QKeySequence(Qt::CTRL | Qt::Key_E), Menu::View, [this] {
        m_costs->isShowingChange() ? m_costs->showCosts() : m_costs->showChangeSince({});
    });
    add(result,
        "account.where",
        tr("Where a number comes from"),
        QKeySequence(Qt::CTRL | Qt::Key_I),
        Menu::View,
        [this] { whereFrom(); });
    add(result, "account.copyTable", tr("Copy as table"), {}, Menu::Edit, [this] {
        QApplication::clipboard()->setText(asTable());
    });
    add(result, "account.copyPicture", tr("Copy as picture"), {}, Menu::Edit, [this] { copyPicture(); });
    return result;
}

void AccountPage::whereFrom() {
    for (GroupCard* group : m_groups) {
        for (MetricRow* row : group->rows()) {
            if (row->hasFocus() || row->isAncestorOf(QApplication::focusWidget())) {
                row->showAbout(!row->isAboutShown());
                return;
            }
        }
    }
    const auto costs = pages::costs(*m_at, false);
    for (const std::optional<std::size_t>& metric : costs.metrics) {
        if (metric) {
            showMetric(*metric);
            return;
        }
    }
}

void AccountPage::focusLevel() {
    for (GroupCard* group : m_groups) {
        for (MetricRow* row : group->rows()) {
            if (row->isLevel()) {
                row->focusLevels();
                m_area->ensureWidgetVisible(row);
                return;
            }
        }
    }
}

void AccountPage::showMetric(std::size_t position) {
    for (GroupCard* group : m_groups) {
        for (MetricRow* row : group->rows()) {
            if (row->facts().position == position) {
                row->showAbout(true);
                row->setFocus(Qt::ShortcutFocusReason);
                QTimer::singleShot(
                    0, row, [this, row] { m_area->ensureWidgetVisible(row); }); // once it is laid out
            }
        }
    }
}

} // namespace hb::pages
