// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/search/search_page.h"

#include "core/book/search_book.h"
#include "core/wording/error_sentence.h"
#include "core/wording/words.h"
#include "ui/session/book_session.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/spaces.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using models::TimelineGroup;
using widgets::makeLabel;

namespace {
constexpr std::array columnWidths{112, 224, 152, 400};
constexpr int fieldWidth = 360, mostTyped = 1000, typingMs = 200;
} // namespace

SearchPage::SearchPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_model(context.theme, this),
      m_field(new QLineEdit(this)), m_sign(m_field->addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_headline(makeLabel("pageTitle", this)), m_view(widgets::makeQuietTable(u"searchTable"_s, this)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Search, this)) {
    setObjectName(u"searchPage"_s);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    build();
    fit();
    dress();
    connect(&context.session, &session::BookSession::changed, this, [this] {
        if (isVisible()) {
            read();
        }
    });
    connect(&context.session, &session::BookSession::closed, this, [this] { show({}, {}); });
    connect(&context.theme, &theme::Theme::changed, this, &SearchPage::fit);
    connect(&context.theme, &theme::Theme::changed, this, &SearchPage::dress);
    connect(&m_typing, &QTimer::timeout, this, &SearchPage::read);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPage::goToRows);
    connect(m_view, &QTableView::clicked, this, &SearchPage::openAccount);
    connect(m_view, &QTableView::activated, this, &SearchPage::openAccount);
    connect(m_view, &QWidget::customContextMenuRequested, this, &SearchPage::showMenu);
    connect(m_empty, &widgets::EmptyState::requested, this, &SearchPage::clearOrShowAll);
}

void SearchPage::build() {
    m_headline->setObjectName(u"searchHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_empty->setObjectName(u"searchEmpty"_s);
    buildTable();
    auto* rows = new QVBoxLayout(this);
    widgets::followPage(rows, m_context.theme);
    rows->addLayout(buildField());
    rows->addWidget(m_headline);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_empty, 1);
    showState();
}

QBoxLayout* SearchPage::buildField() {
    m_field->setObjectName(u"searchField"_s);
    m_field->setAccessibleName(tr("Words to find"));
    m_field->setPlaceholderText(tr("Find what was written"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(mostTyped);
    m_field->installEventFilter(this);
    widgets::shareUndo(m_field);
    auto* row = new QHBoxLayout;
    widgets::followSpace(row, m_context.theme, theme::space::s);
    row->addWidget(m_field);
    row->addSpacing(m_context.theme.px(theme::space::s));
    struct Kind {
        QString name, tip;
    };
    const std::array<Kind, 3> kinds{{{tr("Notes"), tr("Only what was written down")},
                                     {tr("Scores"), tr("Only why a level was set or a score overridden")},
                                     {tr("Actions"), tr("Only actions, contacts and outcomes")}}};
    for (const Kind& kind : kinds) {
        QPushButton* button = widgets::makeSegment(kind.name, this);
        button->setObjectName(u"searchGroup%1"_s.arg(m_groups.size()));
        button->setToolTip(kind.tip);
        connect(button, &QPushButton::toggled, this, &SearchPage::filter);
        row->addWidget(button);
        m_groups.push_back(button);
    }
    row->addStretch(1);
    return row;
}

void SearchPage::buildTable() {
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("What was found, newest first"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
}

void SearchPage::fit() {
    m_field->setFixedWidth(m_context.theme.px(fieldWidth));
    widgets::fitTable(*m_view, m_context.theme, columnWidths);
}

void SearchPage::dress() {
    m_sign->setIcon(m_context.theme.icon(theme::Icon::Search, theme::IconInk::Muted));
}

// --- what is found

void SearchPage::activate(const session::ViewState& state) {
    if (!state.words.isEmpty()) {
        m_field->setText(state.words);
    }
    read();
    if (m_found.isEmpty() || m_model.isEmpty()) {
        find();
    } else {
        m_view->setFocus(Qt::OtherFocusReason); // back from an account: among what was found
    }
}

QString SearchPage::words() const {
    return m_field->text().simplified();
}

void SearchPage::read() {
    m_typing.stop();
    const session::BookSession& session = m_context.session;
    if (words().isEmpty() || !session.isOpen() || session.path().isEmpty()) {
        ++m_asked;
        show({}, {});
        return;
    }
    using Rows = std::vector<SearchRow>;
    m_context.session.read<Rows>(
        this,
        [words = words(), moment = session.moment(), today = session.today()](
            book::Book& book) -> Result<Rows> {
            HB_TRY(const std::vector<TimelineItem> items, book::searchBook(book, *moment->snapshot, words));
            return searchRows(*moment->snapshot, items, today);
        },
        [this, words = words(), asked = ++m_asked](Result<Rows> rows) {
            if (asked != m_asked) {
                return;
            }
            if (rows) {
                show(words, std::move(*rows));
            } else {
                m_headline->setText(wording::errorSentence(rows.error()));
                m_headline->show();
            }
        });
}

/// What was chosen stays so where it is still there.
void SearchPage::show(const QString& words, std::vector<SearchRow> rows) {
    const std::optional<TimelineItem> before = chosenItem();
    m_found = words;
    m_model.show(std::move(rows));
    choose(before);
    showState();
}

std::optional<TimelineItem> SearchPage::chosenItem() const {
    return chosen() ? std::optional(chosen()->item) : std::nullopt;
}

void SearchPage::choose(const std::optional<TimelineItem>& item) {
    for (int row = 0; item && row < m_model.rowCount(); ++row) {
        if (m_model.rowAt(row)->item == *item) {
            m_view->setCurrentIndex(m_model.index(row, 0));
            return;
        }
    }
}

void SearchPage::filter() {
    SearchModel::Groups groups{};
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        groups.at(at) = m_groups[at]->isChecked();
    }
    const std::optional<TimelineItem> before = chosenItem();
    m_model.setGroups(groups);
    choose(before);
    showState();
}

void SearchPage::showState() {
    const int count = m_model.rowCount(), accounts = m_model.accountCount();
    const QString entries = count == 1 ? tr("%Ln entry", nullptr, count) : tr("%Ln entries", nullptr, count);
    m_headline->setText(accounts == 1 ? tr("%1 of %Ln account", nullptr, accounts).arg(entries)
                                      : tr("%1 of %Ln accounts", nullptr, accounts).arg(entries));
    m_headline->setVisible(count > 0);
    m_view->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    if (m_found.isEmpty()) {
        m_empty->setTexts(
            tr("Find what was written about any account: notes, next steps, contacts, and why a "
               "level was set, a score overridden or an account left."),
            {});
    } else {
        m_empty->setTexts(m_model.isEmpty() ? tr("Nothing that was written holds all of these words.")
                                            : tr("Nothing of the chosen kinds holds all of these words."),
                          m_model.isEmpty() ? tr("Clear") : tr("Show all kinds"));
    }
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        const int ofKind = m_model.countOf(static_cast<TimelineGroup>(at));
        m_groups[at]->setAccessibleName(tr("%1, %2").arg(m_groups[at]->text()).arg(ofKind));
    }
}

void SearchPage::clearOrShowAll() {
    if (m_model.isEmpty()) {
        m_field->clear();
        read();
    }
    for (QPushButton* group : m_groups) {
        group->setChecked(false);
    }
    find();
}

// --- keys and places

void SearchPage::find() {
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPage::goToRows() {
    if (m_found != words()) {
        read();
        return;
    }
    if (m_model.rowCount() > 0) {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrentIndex(m_model.index(std::max(0, m_view->currentIndex().row()), 0));
    }
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        goToRows();
        return true;
    }
    return Page::eventFilter(watched, event);
}

const SearchRow* SearchPage::chosen() const {
    return m_model.rowAt(m_view->currentIndex().row());
}

session::ViewState SearchPage::placeOf(const SearchRow& row) const {
    return {.page = session::page::account, .account = row.key, .words = m_found};
}

void SearchPage::openAccount() {
    if (const SearchRow* row = chosen()) {
        m_navigator.go(placeOf(*row));
    }
}

bool SearchPage::escape() {
    if (m_field->text().isEmpty()) {
        return false;
    }
    m_field->clear();
    read();
    find();
    return true;
}

std::vector<QWidget*> SearchPage::regions() {
    return m_view->isHidden() ? std::vector<QWidget*>{m_field} : std::vector<QWidget*>{m_field, m_view};
}

shell::Actions SearchPage::actions() {
    return {{.id = u"search.open"_s,
             .text = tr("Open the account"),
             .shortcut = {},
             .ownKeys = QKeySequence(u"Return"_s),
             .menu = shell::Menu::Go,
             .run = [this] { openAccount(); },
             .enabled = [this] { return chosen() != nullptr; }}};
}

QString SearchPage::asText() const {
    QStringList lines{m_headline->text(), {}};
    for (int at = 0; at < m_model.rowCount(); ++at) {
        const SearchRow& row = *m_model.rowAt(at);
        QStringList parts{row.when, row.account, wording::fromUtf8(row.item.person)};
        parts.removeAll(QString());
        lines << tr("%1: %2").arg(parts.join(u", "_s), row.line);
    }
    return lines.join(u'\n') + u'\n';
}

widgets::Copies SearchPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); }, .picture = [this] { return grab(); }};
    if (m_model.rowCount() > 0) {
        copies.table = [this] { return m_model.asTable(); };
    }
    return copies;
}

void SearchPage::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"searchMenu"_s);
    if (const SearchRow* row = chosen()) {
        menu->addAction(tr("Open the account"), this, &SearchPage::openAccount);
        menu->addAction(tr("Open in a new window"), this, [this, there = placeOf(*row)] {
            m_navigator.openWindow(there);
        });
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu, copies());
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace hb::pages
