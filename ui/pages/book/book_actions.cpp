// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/numbers.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/book/accounts_list.h"
#include "ui/pages/book/book_copy.h"
#include "ui/pages/book/book_page.h"
#include "ui/pages/book/filter_row.h"
#include "ui/pages/book/filter_words.h"
#include "ui/pages/book/peek_panel.h"
#include "ui/pages/book/wall.h"
#include "ui/prompts/prompts.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

QKeySequence keys(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

/// What the wall and the list take by themselves.
struct OwnKeyed {
    const char* id;
    QString text;
    const char* keys;
    std::function<void()> run;
};

/// Actions, one after another.
struct ActionList {
    shell::Actions all;

    shell::Action& add(const char* id, const QString& text, shell::Menu menu, std::function<void()> run) {
        all.push_back({.id = QString::fromLatin1(id), .text = text, .menu = menu, .run = std::move(run)});
        return all.back();
    }
};

} // namespace

shell::Actions BookPage::actions() {
    shell::Actions all = accountActions();
    std::ranges::move(arrangeActions(), std::back_inserter(all));
    return all;
}

shell::Actions BookPage::accountActions() {
    using shell::Menu;
    ActionList list;
    const auto hasChosen = [this] { return !chosen().empty(); };
    for (const auto& [id, text, own, run] : std::vector<OwnKeyed>{
             {"book.peek", tr("Look at the account"), "Space", [this] { togglePeek(); }},
             {"book.open", tr("Open the account"), "Return", [this] { open(chosen().front()); }},
             {"book.openWindow", tr("Open the account in a new window"), "Ctrl+Return", [this] {
                  openWindow(chosen().front());
              }}}) {
        shell::Action& made = list.add(id, text, Menu::Go, run);
        made.ownKeys = keys(own);
        made.enabled = hasChosen;
    }
    list.add("book.selectAll", tr("Select all accounts"), Menu::Edit, [this] { view()->selectAll(); })
        .ownKeys = keys("Ctrl+A");
    shell::Action& review =
        list.add("book.review", tr("Reviewed"), Menu::Edit, [this] { this->review(chosen()); });
    review.shortcut = keys("Ctrl+R");
    review.enabled = [this] { return !m_context.session.isPast() && !chosen().empty(); };
    review.edits = true;
    review.whyNot = [this] {
        return m_context.session.isPast() ? tr("You are looking at a past day") : QString();
    };
    shell::Action& note =
        list.add("book.note", tr("Write a note"), Menu::Edit, [this] { addNote(chosen()); });
    note.shortcut = keys("Ctrl+N");
    note.enabled = hasChosen;
    note.edits = true;
    return std::move(list.all);
}

/// How the accounts are arranged.
shell::Actions BookPage::arrangeActions() {
    using shell::Menu;
    using widgets::TileSize;
    ActionList list;
    for (const auto& [id, text, size] : std::vector<std::tuple<const char*, QString, TileSize>>{
             {"book.small", tr("Small tiles"), TileSize::Small},
             {"book.medium", tr("Medium tiles"), TileSize::Medium},
             {"book.large", tr("Large tiles"), TileSize::Large}}) {
        list.add(id, text, Menu::View, [this, size] { setTileSize(size); }).checked = [this, size] {
            return !isList() && tileSize() == size;
        };
    }
    list.add("book.list", tr("List"), Menu::View, [this] { setAsList(true); }).checked = [this] {
        return isList();
    };
    list.add("book.columns",
             tr("Choose the columns of the list"),
             Menu::View,
             [this] { m_list->chooseColumns(); })
        .enabled = [this] { return isList(); };
    list.add("book.filter", tr("Filter the accounts"), Menu::View, [this] { m_filters->openFilters(); });
    list.add("book.group", tr("Group the accounts"), Menu::View, [this] { m_filters->openGroups(); });
    list.add("book.sort", tr("Sort the accounts"), Menu::View, [this] { m_filters->openSorts(); });
    list.add("book.clear", tr("Clear the filters"), Menu::View, [this] { clearFilters(); }).enabled = [this] {
        return !m_context.session.filter().isPlain();
    };
    return std::move(list.all);
}

void BookPage::addNote(const std::vector<AccountIndex>& accounts) {
    if (accounts.empty()) {
        return;
    }
    session::BookSession& session = m_context.session;
    const QString names = namesOf(accounts);
    std::vector<AccountId> ids; // positions may mean other accounts when the question is answered
    for (const AccountIndex account : accounts) {
        ids.push_back((*session.snapshot().accounts)[account].id);
    }
    const auto text = m_context.prompts.askText(this, tr("A note on %1").arg(names), {});
    if (!text || text->trimmed().isEmpty()) {
        return;
    }
    std::vector<book::Edit> edits;
    for (const AccountId id : ids) {
        edits.push_back(book::AddNote{.account = id, .day = session.asOf(), .text = text->trimmed()});
    }
    session.applyAll(edits, tr("Wrote a note on %1").arg(names));
}

// --- copying

/// Several that are selected; none: all that are listed.
std::vector<AccountIndex> BookPage::picked() const {
    std::vector<AccountIndex> accounts = chosen();
    return accounts.size() < 2 ? std::vector<AccountIndex>() : accounts;
}

/// The list gives the columns that it shows, the wall all. Why an account stands where it does is worked out
/// account by account: for a job.
void BookPage::readTable(std::function<void(Result<exchange::Table>)> done) {
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        done(cancelled()); // it was closed while a file was asked for
        return;
    }
    const std::vector<AccountIndex> accounts = picked();
    m_context.jobs.runLatest<exchange::Table>(
        u"book.table"_s,
        tr("Making the table"),
        [copied = std::make_shared<const CopiedBook>(
             CopiedBook{.book = {.held = session.moment(), .scoresAs = session.shownAs()},
                        .names = m_model->names(),
                        .layout = m_model->layout(),
                        .accounts = accounts.empty() ? m_model->listed() : accounts,
                        .columns = isList() ? m_list->shownColumns() : QStringList()})](const Job& job) {
            return bookTable(*copied, job);
        },
        this,
        std::move(done));
}

widgets::Copies BookPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); }, .picture = [this] { return grab(); }};
    if (m_context.session.isOpen() && !m_model->layout().sections.empty()) {
        copies.readTable = [this](auto done) { readTable(std::move(done)); };
        copies.name = tr("Accounts");
    }
    return copies;
}

widgets::ExportOf BookPage::exportOf() const {
    if (const std::size_t count = picked().size(); count > 0) {
        return {.scope = tr("%1 that were selected").arg(wording::countText(count))};
    }
    const bool byManager = m_context.session.scopeAttribute() == attribute::manager;
    return {.scope = filterWords(m_model->arrangement().filter,
                                 byManager ? tr("My team's accounts") : tr("My accounts"))};
}

// --- saved views

std::optional<QJsonObject> BookPage::viewContent() const {
    if (!m_context.session.isOpen()) {
        return {};
    }
    return toJson({.filter = m_context.session.filter(),
                   .groupBy = m_model->groupBy(),
                   .sort = m_model->sort(),
                   .isList = isList(),
                   .size = static_cast<int>(tileSize()),
                   .columns = m_context.settings.get(settings::listColumns)});
}

QString BookPage::showView(const QJsonObject& content) {
    const SavedArrangement saved = arrangementFrom(content);
    m_model->setGroupBy(saved.groupBy);
    m_model->setSort(saved.sort);
    if (saved.size) {
        m_context.settings.set(settings::tileSize, *saved.size);
    }
    if (saved.isList) {
        m_context.settings.set(settings::asList, *saved.isList);
    }
    if (saved.columns) {
        m_list->setColumns(*saved.columns);
    }
    m_context.session.setFilter(saved.filter);
    return goneSentence(saved, m_context.session.snapshot(), m_context.session.asOf());
}

// --- the menu of the right button

void BookPage::showMenu(const QPoint& at) {
    if (const auto account = m_model->accountAt(view()->indexAt(at))) {
        showMenu(*account, view()->viewport()->mapToGlobal(at));
    }
}

void BookPage::showMenu(AccountIndex asked, const QPoint& at) {
    const QString key = keyOf(asked); // positions may move while the menu is open
    const QString name = m_model->names().of(asked);
    const std::vector<AccountIndex> before = chosen();
    if (std::ranges::find(before, asked) == before.end()) {
        view()->setCurrentIndex(m_model->indexOf(asked)); // what follows is about this one
    }
    const session::BookSession& session = m_context.session;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("accountMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_navigator.hasPage(session::page::account)) {
        const session::ViewState there{.page = session::page::account, .account = key};
        menu->addAction(tr("Open"), this, [this, there] { m_navigator.go(there); });
        menu->addAction(tr("Open in a new window"), this, [this, there] { m_navigator.openWindow(there); });
    }
    menu->addAction(tr("Why"), this, [this, key] {
        if (const auto account = m_context.session.snapshot().findAccount(key.toStdString())) {
            peekAt(*account);
        }
    });
    menu->addSeparator();
    QAction* reviewed = menu->addAction(tr("Reviewed"), this, [this] { review(chosen()); });
    reviewed->setEnabled(!session.isPast() && !session.isReadOnly());
    menu->addAction(tr("Write a note"), this, [this] { addNote(chosen()); })
        ->setEnabled(!session.isReadOnly());
    addFilterMenu(*menu, asked);
    menu->addSeparator();
    menu->addAction(tr("Copy the name"), this, [name] { QApplication::clipboard()->setText(name); });
    widgets::addCopyActions(*menu, copies());
    menu->popup(at);
}

void BookPage::addFilterMenu(QMenu& menu, AccountIndex account) {
    QMenu* filters = menu.addMenu(tr("Filter to this"));
    const Snapshot& snapshot = m_context.session.snapshot();
    for (const QString& key : models::groupingAttributes(snapshot)) {
        const std::string_view value =
            snapshot.attributeOn(account, key.toStdString(), m_context.session.asOf());
        if (value.empty()) {
            continue;
        }
        const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        filters->addAction(tr("%1: %2").arg(models::attributeTitle(key), text), this, [this, key, text] {
            session::Filter filter = m_context.session.filter();
            addTest(filter, key, text);
            m_context.session.setFilter(filter);
        });
    }
}

} // namespace hb::pages
