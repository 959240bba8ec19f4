// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/movement_part.h"

#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/error_sentence.h"
#include "core/wording/moves_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/compare/group_choice.h"
#include "ui/widgets/band_matrix.h"
#include "ui/widgets/card.h"
#include "ui/widgets/spaces.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::PaidAccount;
using analytics::PeriodMoves;

namespace {

QPushButton* link(const QString& name, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("hbButton", u"link"_s);
    return button;
}

} // namespace

MovementPart::MovementPart(const shell::Context& context, shell::Navigator& /*navigator*/, QWidget* parent)
    : ComparePart(parent), m_context(context), m_group(new GroupChoice(u"movementGroup"_s, this)),
      m_matrix(new widgets::BandMatrix(context.theme, this)), m_left(link(u"whoLeft"_s, this)),
      m_came(link(u"whoCame"_s, this)), m_title(widgets::makeLabel("captionMuted", this)),
      m_all(link(u"allMovers"_s, this)), m_list(new widgets::MoversList(context.theme, this)),
      m_area(new QScrollArea(this)) {
    setObjectName(u"movementPart"_s);
    build();
    fit();
    connect(&context.theme, &theme::Theme::changed, this, &MovementPart::fit);
    connect(m_group, &QComboBox::activated, this, &MovementPart::work);
    connect(m_matrix, &widgets::BandMatrix::asked, this, &MovementPart::chooseCell);
    connect(m_left, &QPushButton::clicked, this, [this] { Q_EMIT insideAsked({u"left"_s}); });
    connect(m_came, &QPushButton::clicked, this, [this] { Q_EMIT insideAsked({u"came"_s}); });
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT insideAsked({}); });
    connect(m_list, &widgets::MoversList::activated, this, &MovementPart::open);
    for (QWidget* picture : {static_cast<QWidget*>(m_matrix), static_cast<QWidget*>(m_list)}) {
        picture->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(picture, &QWidget::customContextMenuRequested, this, [this, picture](const QPoint& place) {
            showMenu(*picture, place);
        });
    }
    connect(m_list, &widgets::MoversList::currentChanged, this, [this](int row) {
        const QRect place = m_list->rowRect(row);
        m_area->ensureVisible(0, place.center().y(), 0, place.height());
    });
}

// --- what it is made of

void MovementPart::build() {
    m_matrix->setObjectName(u"movementMatrix"_s);
    m_title->setObjectName(u"movementListTitle"_s);
    m_list->setObjectName(u"movementList"_s);
    m_all->setText(tr("Show all who moved"));
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    widgets::followSpace(columns, m_context.theme, theme::space::cardGap);
    columns->addWidget(buildPicture(), 2);
    columns->addWidget(buildList(), 3);
}

widgets::Card* MovementPart::buildPicture() {
    auto* card = new widgets::Card({}, this);
    QLabel* how = widgets::makeLabel("captionMuted", card);
    how->setText(
        tr("Each row is where accounts were, each column where they are. Below the diagonal it got worse, "
           "above it better; on it they stayed. To or from no data is neither. Choose a cell to see who."));
    how->setWordWrap(true);
    card->content()->addWidget(m_group, 0, Qt::AlignLeft);
    card->content()->addWidget(m_matrix);
    card->content()->addWidget(how);
    card->content()->addWidget(m_left, 0, Qt::AlignLeft);
    card->content()->addWidget(m_came, 0, Qt::AlignLeft);
    card->content()->addStretch(1);
    return card;
}

widgets::Card* MovementPart::buildList() {
    auto* card = new widgets::Card({}, this);
    auto* title = new QHBoxLayout;
    widgets::followSpace(title, m_context.theme, theme::space::s);
    title->addWidget(m_title, 1);
    title->addWidget(m_all);
    auto* body = new QWidget;
    body->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(body);
    rows->addWidget(m_list);
    rows->addStretch(1);
    m_area->setWidget(body);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->content()->addLayout(title);
    card->content()->addWidget(m_area, 1);
    return card;
}

void MovementPart::fit() {
    for (QPushButton* each : {m_left, m_came, m_all}) {
        each->setMinimumHeight(m_context.theme.px(theme::size::hitArea));
    }
    m_area->widget()->layout()->setContentsMargins(0, 0, m_context.theme.px(theme::space::s), 0);
}

// --- what is shown

void MovementPart::showView(const CompareView& view) {
    const bool isSame = m_moves && view.book == m_shown.book && view.question.by == m_shown.question.by;
    const QStringList before = std::exchange(m_view, view).inside;
    m_group->setView(view);
    if (!isSame) {
        work();
    } else if (std::exchange(m_shown.shownAs, view.shownAs) != view.shownAs || before != view.inside) {
        lookInside();
    }
}

QJsonObject MovementPart::layoutContent() const {
    return {{u"group"_s, m_group->chosenTitle()}};
}

void MovementPart::layOut(const QJsonObject& content) {
    m_group->choose(content.value(u"group"_s).toString());
    work();
}

void MovementPart::work() {
    using Moves = std::shared_ptr<const PeriodMoves>;
    m_context.jobs.runLatest<Moves>(
        u"compare.movement"_s,
        tr("Who changed band"),
        [book = m_view.book, among = m_group->members()](const Job& job) -> Result<Moves> {
            auto moves = std::make_shared<PeriodMoves>(analytics::periodMoves(*book, among));
            return job.stopped() ? Result<Moves>(cancelled()) : Result<Moves>(std::move(moves));
        },
        this,
        [this, view = m_view, group = m_group->chosenTitle()](const Result<Moves>& moves) {
            if (!moves) {
                stay(moves.error());
            } else if (view.book == m_view.book) {
                m_shown = view;
                m_shownGroup = group;
                showMoves(*moves);
            }
        });
}

/// Cancelled: what is chosen is what stands there; where nothing of the question does, that is said.
void MovementPart::stay(const Error& error) {
    if (m_moves && m_shown.book == m_view.book && m_shown.question.by == m_view.question.by) {
        m_group->choose(m_shownGroup);
        return;
    }
    m_headline = wording::errorSentence(error);
    Q_EMIT headlineChanged();
}

void MovementPart::showMoves(std::shared_ptr<const PeriodMoves> moves) {
    m_moves = std::move(moves);
    const Day today = m_shown.moment->day;
    const analytics::Period& period = m_shown.book->period;
    const QString sentence = wording::movesHeadline(*m_moves, period, today);
    m_headline = m_shownGroup.isEmpty() ? sentence : tr("%1: %2").arg(m_shownGroup, sentence);
    m_matrix->setDays(wording::dayText(period.from, today), wording::dayText(period.to, today));
    m_matrix->setMovement(m_moves->movement);
    showLinks();
    lookInside();
    Q_EMIT headlineChanged();
}

void MovementPart::showLinks() {
    const auto say = [](QPushButton& button, const std::vector<PaidAccount>& accounts, const QString& text) {
        button.setText(text.arg(wording::tallyText(wording::tallyOf(accounts))));
        button.setVisible(!accounts.empty());
    };
    const bool isWhole = m_shownGroup.isEmpty();
    say(*m_left, m_moves->left, isWhole ? tr("Left the book: %1") : tr("Left: %1"));
    say(*m_came, m_moves->came, tr("New, with no data before: %1"));
}

void MovementPart::open(int row) {
    std::vector<AccountIndex> accounts;
    for (const widgets::MoverRow& each : m_list->rows()) {
        accounts.push_back(each.account);
    }
    Q_EMIT accountAsked(m_shown.book, accounts[static_cast<std::size_t>(row)], accounts);
}

std::vector<QWidget*> MovementPart::regions() {
    return {m_matrix, m_list};
}

bool MovementPart::escape() {
    if (m_listed == Listed::Movers || !m_moves) {
        return false;
    }
    Q_EMIT insideAsked({});
    return true;
}

} // namespace hb::pages
