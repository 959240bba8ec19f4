// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/own_scores/own_scores_page.h"

#include "core/book/hand_scores.h"
#include "core/wording/error_sentence.h"
#include "core/wording/own_scores_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/own_scores/figure_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/exporter.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/spaces.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr std::array peopleWidths{160, 72, 180, 176, 112, 112, 112, 112, 112};
constexpr std::array accountWidths{280, 200, 88, 88, 88};

} // namespace

OwnScoresPage::OwnScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Person, this)), m_body(new QWidget(this)),
      m_headline(makeLabel("pageTitle", m_body)), m_whole(makeLabel("muted", m_body)),
      m_sentence(makeLabel("body", m_body)), m_hint(makeLabel("muted", m_body)),
      m_behind(new widgets::Card({}, m_body)), m_people(this), m_accounts(this),
      m_peopleView(widgets::makeQuietTable(u"ownScores"_s, m_body)),
      m_accountsView(widgets::makeQuietTable(u"ownScoresAccounts"_s, m_behind)) {
    setObjectName(u"ownScoresPage"_s);
    build();
    fit();
    const session::BookSession& session = context.session;
    const auto follow = [this] {
        if (isVisible()) {
            read();
        }
    };
    connect(&session, &session::BookSession::changed, this, follow);
    connect(&session, &session::BookSession::dayChanged, this, follow);
    connect(&context.theme, &theme::Theme::changed, this, &OwnScoresPage::fit);
    connect(m_empty, &widgets::EmptyState::requested, this, [this] {
        m_navigator.go({.page = session::page::staleScores});
    });
    connect(m_peopleView, &QTableView::clicked, this, &OwnScoresPage::showBehind);
    connect(m_peopleView, &QTableView::activated, this, &OwnScoresPage::showBehind);
    connect(m_peopleView, &QWidget::customContextMenuRequested, this, &OwnScoresPage::showMenu);
    connect(m_accountsView, &QWidget::customContextMenuRequested, this, &OwnScoresPage::showMenuBehind);
    connect(m_accountsView, &QTableView::clicked, this, &OwnScoresPage::openAccount);
    connect(m_accountsView, &QTableView::activated, this, &OwnScoresPage::openAccount);
}

void OwnScoresPage::build() {
    m_headline->setObjectName(u"ownScoresHeadline"_s);
    m_whole->setObjectName(u"ownScoresOfBook"_s);
    m_sentence->setObjectName(u"ownScoresFigure"_s);
    m_behind->setObjectName(u"ownScoresBehind"_s);
    m_hint->setText(tr("Choose a figure to see the accounts behind it."));
    for (QLabel* label : {m_headline, m_whole, m_sentence, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_empty->setTexts(tr("Here the scores that people set themselves stand beside what is measured. It takes "
                         "accounts that have both: levels set by hand, and numbers."),
                      tr("Go through stale scores"));
    m_peopleView->setModel(&m_people);
    m_peopleView->setItemDelegate(new FigureDelegate(m_context.theme, m_peopleView));
    m_peopleView->setContextMenuPolicy(Qt::CustomContextMenu);
    m_peopleView->setAccessibleName(tr("Own scores by person"));
    m_peopleView->horizontalHeader()->setSortIndicator(PeopleTable::aboveColumn, Qt::DescendingOrder);
    m_accountsView->setModel(&m_accounts);
    m_accountsView->setContextMenuPolicy(Qt::CustomContextMenu);
    m_accountsView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_accountsView->setAccessibleName(tr("The accounts behind the figure"));
    m_accountsView->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_peopleView->setSortingEnabled(true);
    m_accountsView->setSortingEnabled(true);
    m_behind->content()->addWidget(m_sentence);
    m_behind->content()->addWidget(m_accountsView, 1);
    m_behind->hide();
    auto* rows = new QVBoxLayout(m_body);
    widgets::followPage(rows, m_context.theme);
    rows->addWidget(m_headline);
    rows->addWidget(m_whole);
    rows->addWidget(m_peopleView, 1);
    rows->addWidget(m_hint);
    rows->addWidget(m_behind, 1);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
}

void OwnScoresPage::fit() {
    widgets::fitTable(*m_peopleView, m_context.theme, peopleWidths);
    widgets::fitTable(*m_accountsView, m_context.theme, accountWidths);
}

// --- what is shown

void OwnScoresPage::activate(const session::ViewState& /*state*/) {
    read();
}

void OwnScoresPage::read() {
    session::BookSession& session = m_context.session;
    if (!session.isOpen() || session.moment() == m_asked) {
        return;
    }
    const std::shared_ptr<const session::Moment> moment = m_asked = session.moment();
    if (session.path().isEmpty()) {
        compute(moment, {});
        return;
    }
    session.read<ByHand>(
        this,
        [moment](book::Book& book) -> Result<ByHand> {
            ByHand byHand;
            HB_TRY(byHand.scores, book::handScores(book, *moment->snapshot));
            HB_TRY(byHand.reviews, book::reviewsHeld(book, *moment->snapshot));
            return byHand;
        },
        [this, moment](Result<ByHand> byHand) {
            byHand ? compute(moment, std::move(*byHand)) : sayError(byHand.error());
        });
}

void OwnScoresPage::compute(const std::shared_ptr<const session::Moment>& moment, ByHand byHand) {
    using Shown = std::shared_ptr<const ShownScores>;
    m_context.jobs.runLatest<Shown>(
        u"ownScores"_s,
        tr("Own scores beside the numbers"),
        [moment, byHand = std::move(byHand)](const Job& job) -> Result<Shown> {
            auto shown = std::make_shared<ShownScores>();
            shown->moment = moment;
            shown->scores = analytics::ownScores(
                *moment->scorer, moment->day, byHand.scores, byHand.reviews, {}, job.stop);
            return job.stopped() ? Result<Shown>(cancelled()) : Result<Shown>(std::move(shown));
        },
        this,
        [this](const Result<Shown>& shown) { shown ? show(*shown) : sayError(shown.error()); });
}

void OwnScoresPage::show(const std::shared_ptr<const ShownScores>& shown) {
    m_shown = shown;
    const analytics::OwnScores& scores = shown->scores;
    const bool isEmpty = scores.accounts.empty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_body);
    m_headline->setText(wording::ownScoresHeadline(scores));
    m_whole->setText(wording::ownGapSentence(scores, scores.book));
    m_whole->show();
    m_people.showScores(shown);
    m_behind->hide();
    m_hint->show();
    const auto chosen = m_chosen;
    for (int row = 0; chosen && row < m_people.rowCount(); ++row) { // the same figure, of this moment
        if (m_people.rows()[static_cast<std::size_t>(row)].figures().name == chosen->first) {
            showBehind(m_people.index(row, chosen->second));
        }
    }
}

void OwnScoresPage::sayError(const Error& error) {
    m_asked.reset(); // it is tried again when the page comes to the front
    m_stack->setCurrentWidget(m_body);
    m_headline->setText(wording::errorSentence(error));
    m_whole->hide();
}

void OwnScoresPage::showBehind(const QModelIndex& index) {
    if (!index.isValid() || !m_shown) {
        return;
    }
    const PersonRow& row = m_people.rows()[static_cast<std::size_t>(index.row())];
    const Figure figure = PeopleTable::figureOf(index.column());
    m_chosen = {row.figures().name, index.column()};
    m_behind->setTitle(wording::fromUtf8(row.figures().name));
    m_sentence->setText(figureSentence(m_shown->scores, row.figures(), figure));
    m_accounts.showFigure(m_shown, row.person, figure);
    m_accountsView->setVisible(m_accounts.rowCount() > 0);
    m_hint->hide();
    m_behind->show();
}

void OwnScoresPage::openAccount(const QModelIndex& index) {
    if (!index.isValid() || !m_shown || !m_context.session.isOpen()) {
        return;
    }
    const Snapshot& of = *m_shown->moment->snapshot;
    std::vector<AccountIndex> list; // *next* and *previous* walk what stood here
    for (const BehindRow& row : m_accounts.rows()) {
        if (const auto now = m_context.session.snapshot().findAccount((*of.accounts)[row.account].key)) {
            list.push_back(*now);
        }
    }
    m_context.session.setList(std::move(list));
    const AccountIndex account = m_accounts.rows()[static_cast<std::size_t>(index.row())].account;
    m_navigator.go(
        {.page = session::page::account, .account = QString::fromStdString((*of.accounts)[account].key)});
}

bool OwnScoresPage::escape() {
    if (m_behind->isHidden()) {
        return false;
    }
    m_chosen.reset();
    m_behind->hide();
    m_hint->show();
    m_peopleView->setFocus(Qt::OtherFocusReason);
    return true;
}

std::vector<QWidget*> OwnScoresPage::regions() {
    std::vector<QWidget*> parts{m_peopleView};
    if (m_behind->isVisible()) {
        parts.push_back(m_accountsView);
    }
    return parts;
}

// --- copies

shell::Actions OwnScoresPage::actions() {
    return {{.id = u"ownScores.copyAccounts"_s,
             .text = tr("Copy the accounts behind the figure as table"),
             .menu = shell::Menu::Edit,
             .run = [this] { widgets::Exporter::of(*this)->copyTable(copiesBehind()); },
             .enabled = [this] { return !m_behind->isHidden() && m_accounts.rowCount() > 0; }}};
}

QString OwnScoresPage::asText() const {
    return m_shown ? ownScoresText(m_shown->scores) : QString();
}

widgets::Copies OwnScoresPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); }, .picture = [this] { return grab(); }};
    if (m_people.rowCount() > 0) {
        copies.table = [this] { return ownScoresTable(m_people.rows()); };
    }
    return copies;
}

/// Precondition: a figure is open.
widgets::Copies OwnScoresPage::copiesBehind() {
    return {.text = [this] { return m_sentence->text(); },
            .table = [this] { return behindTable(m_accounts.rows()); },
            .picture = [this] { return m_behind->grab(); },
            .name = tr("Own scores, %1").arg(wording::fromUtf8(m_chosen->first))};
}

void OwnScoresPage::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    const QModelIndex index = m_peopleView->indexAt(place);
    if (index.isValid()) {
        menu->addAction(
            tr("Show the accounts"), this, [this, at = QPersistentModelIndex(index)] { showBehind(at); });
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu, copies());
    menu->popup(m_peopleView->viewport()->mapToGlobal(place));
}

void OwnScoresPage::showMenuBehind(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"behindMenu"_s);
    if (const QModelIndex index = m_accountsView->indexAt(place); index.isValid()) {
        menu->addAction(
            tr("Open the account"), this, [this, at = QPersistentModelIndex(index)] { openAccount(at); });
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu, copiesBehind());
    menu->popup(m_accountsView->viewport()->mapToGlobal(place));
}

} // namespace hb::pages
