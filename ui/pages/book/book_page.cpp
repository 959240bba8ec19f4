// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/book_page.h"

#include "ui/pages/book/accounts_list.h"
#include "ui/pages/book/band_bars.h"
#include "ui/pages/book/book_copy.h"
#include "ui/pages/book/filter_row.h"
#include "ui/pages/book/filter_words.h"
#include "ui/pages/book/peek_panel.h"
#include "ui/pages/book/reason_chips.h"
#include "ui/pages/book/wall.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace hb::pages {

BookPage::BookPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator),
      m_model(new models::AccountsModel(context.session, this)),
      m_headline(widgets::makeLabel("pageTitle", this)), m_chips(new ReasonChips(context.theme, this)),
      m_bars(new BandBars(context.theme, this)), m_filters(new FilterRow(context, *m_model, this)),
      m_views(new QStackedWidget(this)), m_wall(new Wall(context.theme, *m_model, m_views)),
      m_list(new AccountsList(context, *m_model, m_views)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Book, m_views)),
      m_beside(new QWidget(this)), m_peek(new PeekPanel(context, *m_model, m_beside)) {
    setObjectName(QStringLiteral("bookPage"));
    const settings::Settings& settings = context.settings;
    m_model->setSort(models::sortingFromText(settings.get(settings::sortBy)));
    m_model->setGroupBy(settings.get(settings::groupBy));
    m_model->setFoldedSections(settings.get(settings::foldedSections));
    build();
    connectViews();
    followLook();
    follow();
}

void BookPage::build() {
    auto* column = new QVBoxLayout(this);
    auto* head = new QVBoxLayout;
    m_headline->setObjectName(QStringLiteral("headline"));
    m_headline->setWordWrap(true);
    for (QWidget* part : {static_cast<QWidget*>(m_headline),
                          static_cast<QWidget*>(m_chips),
                          static_cast<QWidget*>(m_bars),
                          static_cast<QWidget*>(m_filters)}) {
        head->addWidget(part);
    }
    auto* below = new QHBoxLayout;
    below->addWidget(m_views, 1);
    auto* beside = new QVBoxLayout(m_beside);
    beside->addWidget(m_peek);
    below->addWidget(m_beside);
    column->addLayout(head);
    column->addLayout(below, 1);
    connect(&m_context.theme, &theme::Theme::changed, this, &BookPage::dress);
    m_views->addWidget(m_wall);
    m_views->addWidget(m_list);
    m_views->addWidget(m_empty);
    showPeek(false);
    dress();
}

/// Everything begins at the page's margin: the wall stands out by the room for its focus ring, the list does
/// not.
void BookPage::dress() {
    const theme::Theme& theme = m_context.theme;
    const int gap = theme.px(theme::space::m);
    const int inset = Wall::inset(theme);
    const int half = theme.px(theme::space::pageMargin) / 2; // the other half is the scroll bar's
    layout()->setContentsMargins(2 * half - inset, theme.px(theme::space::l), half, 0);
    layout()->setSpacing(theme.px(theme::space::s));
    layout()->itemAt(0)->layout()->setContentsMargins(inset, 0, half, 0);
    layout()->itemAt(0)->layout()->setSpacing(gap);
    layout()->itemAt(1)->layout()->setContentsMargins(isList() ? inset : 0, 0, 0, 0);
    layout()->itemAt(1)->layout()->setSpacing(gap);
    m_beside->layout()->setContentsMargins(0, theme.px(theme::space::s), half, theme.px(theme::space::l));
}

void BookPage::showPeek(bool shown) {
    m_beside->setVisible(shown);
    m_peek->setVisible(shown);
}

void BookPage::connectViews() {
    connect(m_model, &models::AccountsModel::arranged, this, &BookPage::follow);
    connect(&m_context.settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (key == settings::asList.key || key == settings::tileSize.key) {
            followLook();
            follow();
        }
    });
    connect(m_chips, &ReasonChips::chosen, this, [this](std::optional<scoring::Reason> reason) {
        filterBy(reason);
    });
    connect(m_bars, &BandBars::bandChosen, this, [this](int band) { filterBy(static_cast<Band>(band)); });
    connect(m_filters, &FilterRow::sizeChosen, this, &BookPage::setTileSize);
    connect(m_filters, &FilterRow::listChosen, this, [this] { setAsList(true); });
    connect(m_filters, &FilterRow::leftForAccounts, this, [this] { view()->setFocus(); });
    connect(m_filters, &FilterRow::viewsRequested, this, [this](QWidget* button) {
        m_navigator.openViews(button);
    });
    connect(m_empty, &widgets::EmptyState::requested, this, &BookPage::emptyAsked);
    connectAccounts();
    connectPeek();
}

/// The wall and the list share what is chosen.
void BookPage::connectAccounts() {
    m_list->setSelectionModel(m_wall->selectionModel());
    connect(m_wall->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& index) {
                const auto account = m_model->accountAt(index);
                if (account && m_peek->isVisible()) {
                    m_peek->showAccount(*account);
                }
            });
    for (AccountKeys* keys : {&m_wall->keys(), &m_list->keys()}) {
        connect(keys, &AccountKeys::peekRequested, this, &BookPage::togglePeek);
        connect(keys, &AccountKeys::openRequested, this, &BookPage::open);
        connect(keys, &AccountKeys::windowRequested, this, &BookPage::openWindow);
        connect(keys, &AccountKeys::typed, m_filters, &FilterRow::find);
    }
    for (QAbstractItemView* made :
         {static_cast<QAbstractItemView*>(m_wall), static_cast<QAbstractItemView*>(m_list)}) {
        made->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(
            made, &QWidget::customContextMenuRequested, this, qOverload<const QPoint&>(&BookPage::showMenu));
        connect(made, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
            if (const auto account = m_model->accountAt(index); account && chosen().size() == 1) {
                peekAt(*account);
            }
        });
    }
}

void BookPage::connectPeek() {
    m_peek->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_peek, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        withPeeked([this, at](AccountIndex account) { showMenu(account, m_peek->mapToGlobal(at)); });
    });
    connect(m_peek, &PeekPanel::closeRequested, this, [this] { escape(); });
    connect(m_peek, &PeekPanel::reviewRequested, this, [this] {
        withPeeked([this](AccountIndex account) { review({account}); });
    });
    connect(m_peek, &PeekPanel::noteRequested, this, [this] {
        withPeeked([this](AccountIndex account) { addNote({account}); });
    });
    connect(m_peek, &PeekPanel::openRequested, this, [this] {
        withPeeked([this](AccountIndex account) { open(account); });
    });
}

void BookPage::withPeeked(const std::function<void(AccountIndex)>& run) {
    if (const std::optional<AccountIndex> account = m_peek->account()) {
        run(*account);
    } else {
        showPeek(false);
    }
}

// --- following

void BookPage::activate(const session::ViewState& /*state*/) {
    follow();
    view()->setFocus();
}

void BookPage::follow() {
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        showPeek(false);
        return;
    }
    const models::BookLayout& layout = m_model->layout();
    const bool hasAccounts = layout.summary.all.accounts > 0;
    m_headline->setText(
        wording::headlineSentence(models::headlineOf(*session.moment(), layout.summary, m_model->names())));
    m_headline->setVisible(hasAccounts);
    m_chips->show(layout.summary, session.filter().reason);
    m_chips->setVisible(std::ranges::any_of(layout.summary.reasons,
                                            [](const models::Tally& tally) { return tally.accounts > 0; }) ||
                        session.filter().reason.has_value());
    m_bars->setSummary(layout.summary);
    m_bars->setVisible(hasAccounts);
    m_filters->setVisible(hasAccounts);
    m_filters->follow();
    m_context.session.setList(m_model->listed());
    if (!hasAccounts) {
        m_empty->setTexts(tr("Bring your accounts in, and see at once who needs you."),
                          m_navigator.hasPage(session::page::import) ? tr("Import CSV files") : QString());
    } else if (layout.summary.shown == 0) {
        const int count = filterCount(session.filter());
        m_empty->setTexts(count == 1 ? tr("No account matches this filter.")
                                     : tr("No account matches these %1 filters.").arg(count),
                          tr("Clear"));
    }
    m_views->setCurrentWidget(layout.summary.shown == 0 ? static_cast<QWidget*>(m_empty) : view());
    remember();
    if (m_peek->isVisible()) {
        withPeeked([this](AccountIndex account) { m_peek->showAccount(account); });
    }
}

/// The next start begins where one left, whichever way it was arranged.
void BookPage::remember() {
    settings::Settings& settings = m_context.settings;
    settings.set(settings::foldedSections, m_model->foldedSections());
    settings.set(settings::sortBy, models::toText(m_model->sort()));
    settings.set(settings::groupBy, m_model->groupBy());
}

void BookPage::followLook() {
    m_wall->setTileSize(tileSize());
    m_filters->showLook(tileSize(), isList());
    dress();
}

bool BookPage::isList() const {
    return m_context.settings.get(settings::asList);
}

widgets::TileSize BookPage::tileSize() const {
    return static_cast<widgets::TileSize>(std::clamp(m_context.settings.get(settings::tileSize), 0, 2));
}

QAbstractItemView* BookPage::view() const {
    return isList() ? static_cast<QAbstractItemView*>(m_list) : static_cast<QAbstractItemView*>(m_wall);
}

void BookPage::setTileSize(widgets::TileSize size) {
    m_context.settings.set(settings::tileSize, static_cast<int>(size));
    setAsList(false);
}

void BookPage::setAsList(bool asList) {
    m_context.settings.set(settings::asList, asList);
    followLook(); // also where nothing changed: a button may have been pressed out of its group
}

// --- filters

void BookPage::filterBy(std::optional<scoring::Reason> reason) {
    session::Filter filter = m_context.session.filter();
    filter.reason = reason;
    m_context.session.setFilter(filter);
}

void BookPage::filterBy(Band band) {
    session::Filter filter = m_context.session.filter();
    filter.bands = filter.bands == std::vector{band} ? std::vector<Band>() : std::vector{band};
    m_context.session.setFilter(filter);
}

void BookPage::emptyAsked() {
    if (m_model->layout().summary.all.accounts == 0) {
        m_navigator.go({.page = session::page::import});
        return;
    }
    clearFilters();
}

void BookPage::clearFilters() {
    m_context.session.setFilter({.mine = m_context.session.filter().mine});
}

void BookPage::find() {
    m_filters->find({});
}

bool BookPage::escape() {
    if (m_peek->isVisible()) {
        showPeek(false);
        view()->setFocus();
        return true;
    }
    if (!m_context.session.filter().isPlain()) {
        clearFilters();
        return true;
    }
    if (m_filters->isFinding()) {
        view()->setFocus();
        return true;
    }
    return false;
}

// --- accounts

std::vector<AccountIndex> BookPage::chosen() const {
    // The wall selects cells, the list rows of many cells: by ranges, 100,000 of them cost nothing.
    std::set<int> rows;
    for (const QItemSelectionRange& range : m_wall->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(rows.end(), row);
        }
    }
    std::vector<AccountIndex> accounts;
    for (const int row : rows) {
        if (const auto account = m_model->accountAt(m_model->index(row, 0))) {
            accounts.push_back(*account);
        }
    }
    if (accounts.empty()) {
        if (const auto account = m_model->accountAt(m_wall->currentIndex())) {
            accounts.push_back(*account);
        }
    }
    return accounts;
}

QString BookPage::keyOf(AccountIndex account) const {
    return QString::fromStdString((*m_context.session.snapshot().accounts)[account].key);
}

void BookPage::togglePeek() {
    const auto account = m_model->accountAt(view()->currentIndex());
    if (m_peek->isVisible()) {
        showPeek(false);
    } else if (account) {
        peekAt(*account);
    }
}

void BookPage::peekAt(AccountIndex account) {
    m_peek->showAccount(account);
    showPeek(true);
    // The wall is narrower now: what was pointed at must stay in sight.
    QMetaObject::invokeMethod(
        this, [this] { view()->scrollTo(view()->currentIndex()); }, Qt::QueuedConnection);
}

void BookPage::open(AccountIndex account) {
    if (m_navigator.hasPage(session::page::account)) {
        m_navigator.go({.page = session::page::account, .account = keyOf(account)});
    } else {
        peekAt(account);
    }
}

void BookPage::openWindow(AccountIndex account) {
    if (m_navigator.hasPage(session::page::account)) {
        m_navigator.openWindow({.page = session::page::account, .account = keyOf(account)});
    }
}

void BookPage::review(const std::vector<AccountIndex>& accounts) {
    session::BookSession& session = m_context.session;
    if (session.isPast() || accounts.empty()) {
        return;
    }
    std::vector<book::Edit> edits;
    for (const AccountIndex account : accounts) {
        edits.push_back(book::SetReviewed{.account = (*session.snapshot().accounts)[account].id,
                                          .day = session.today(),
                                          .reasons = session.onDay().reasons[account].bits()});
    }
    session.applyAll(edits, tr("Reviewed %1").arg(namesOf(accounts)));
}

/// "Contoso", "12 accounts".
QString BookPage::namesOf(const std::vector<AccountIndex>& accounts) const {
    return accounts.size() == 1
               ? m_model->names().of(accounts.front())
               : tr("%1 accounts").arg(QLocale().toString(static_cast<qulonglong>(accounts.size())));
}

QString BookPage::asText() const {
    return bookText(m_context.session, *m_model);
}

} // namespace hb::pages
