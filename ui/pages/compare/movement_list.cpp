// SPDX-License-Identifier: GPL-3.0-or-later
// What MovementPart lists beside its matrix.
#include "core/wording/driver_sentence.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/moves_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/movement_part.h"
#include "ui/widgets/band_matrix.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::Mover;
using analytics::PaidAccount;

namespace {

/// By Band, as places name them.
constexpr std::array bandKeys{"red", "yellow", "green", "none"};

QString keyOf(Band band) {
    return QString::fromLatin1(bandKeys.at(static_cast<std::size_t>(band)));
}

std::optional<Band> bandOf(const QString& key) {
    const auto found =
        std::ranges::find_if(bandKeys, [&](const char* known) { return key == QLatin1StringView(known); });
    return found == bandKeys.end() ? std::nullopt
                                   : std::optional(static_cast<Band>(found - bandKeys.begin()));
}

std::optional<std::pair<Band, Band>> cellOf(const QStringList& inside) {
    const auto before = bandOf(inside.value(0)), after = bandOf(inside.value(1));
    return inside.size() == 2 && before && after ? std::optional(std::pair(*before, *after)) : std::nullopt;
}

} // namespace

void MovementPart::chooseCell(Band before, Band after) {
    const bool again = m_listed == Listed::Cell && m_cell == std::pair(before, after);
    Q_EMIT insideAsked(again ? QStringList() : QStringList{keyOf(before), keyOf(after)});
}

/// {"left"}, {"came"} or the bands of a cell; where there is nobody who left or came, and for other words,
/// all who moved.
void MovementPart::lookInside() {
    if (!m_moves) {
        return;
    }
    const QStringList& inside = m_view.inside;
    if (inside == QStringList{u"left"_s} && !m_moves->left.empty()) {
        list(Listed::Left);
    } else if (inside == QStringList{u"came"_s} && !m_moves->came.empty()) {
        list(Listed::Came);
    } else if (const auto cell = cellOf(inside)) {
        list(Listed::Cell, *cell);
    } else {
        list(Listed::Movers);
    }
}

std::vector<Mover> MovementPart::moversOf(const std::vector<PaidAccount>& accounts) const {
    std::vector<Mover> movers;
    for (const PaidAccount& who : accounts) {
        movers.push_back({.who = who,
                          .before = m_shown.book->before[who.account].shown,
                          .after = m_shown.book->now[who.account].shown});
    }
    return movers;
}

std::vector<Mover> MovementPart::listed() const {
    switch (m_listed) {
    case Listed::Cell:
        return analytics::inCell(*m_shown.book, *m_moves, m_cell.first, m_cell.second);
    case Listed::Left:
        return moversOf(m_moves->left);
    case Listed::Came:
        return moversOf(m_moves->came);
    case Listed::Movers:
        break;
    }
    return m_moves->worstFirst;
}

QString MovementPart::listTitle(std::size_t count) const {
    const QString shown =
        count > mostRows
            ? tr("The first %1 of %2").arg(wording::countText(mostRows), wording::countText(count))
            : wording::countText(count);
    switch (m_listed) {
    case Listed::Cell:
        return tr("%1: %2").arg(
            m_cell.first == m_cell.second
                ? tr("Stayed %1").arg(wording::bandName(m_cell.first))
                : tr("From %1 to %2").arg(wording::bandName(m_cell.first), wording::bandName(m_cell.second)),
            count == 0 ? tr("nobody") : shown);
    case Listed::Left:
        return tr("Who left, largest ARR first: %1").arg(shown);
    case Listed::Came:
        return tr("Who is new, largest ARR first: %1").arg(shown);
    case Listed::Movers:
        break;
    }
    return count == 0 ? tr("Nobody changed band. A cell on the diagonal lists who stayed.")
                      : tr("Who changed band, what got worse most first: %1").arg(shown);
}

void MovementPart::list(Listed what, std::pair<Band, Band> cell) {
    const bool isOther = what != m_listed || cell != m_cell;
    m_listed = what;
    m_cell = cell;
    const std::vector<Mover> movers = listed();
    std::vector<widgets::MoverRow> rows;
    for (std::size_t at = 0; at < std::min(movers.size(), mostRows); ++at) {
        rows.push_back(rowOf(movers[at]));
    }
    m_title->setText(listTitle(movers.size()));
    m_all->setVisible(m_listed != Listed::Movers);
    m_matrix->setChosen(m_listed == Listed::Cell ? std::optional(m_cell) : std::nullopt);
    m_list->setRows(std::move(rows), why());
    if (isOther) {
        m_area->ensureVisible(0, 0);
    }
}

QString MovementPart::scoreOf(const scoring::AccountScore& score) const {
    const QString text = accountScoreText(*m_shown.book, score, m_shown.shownAs);
    return text.isEmpty() ? tr("no data") : text;
}

widgets::MoverRow MovementPart::rowOf(const Mover& mover) const {
    const analytics::ComparedBook& book = *m_shown.book;
    const AccountIndex account = mover.who.account;
    const bool left = m_listed == Listed::Left;
    const bool came = m_listed == Listed::Came;
    return {.account = account,
            .before = came ? std::nullopt : std::optional(mover.before.band),
            .after = left ? std::nullopt : std::optional(mover.after.band),
            .name = wording::fromUtf8(book.snapshot().nameOn(account, book.period.to)),
            .scores = tr("%1 \u2192 %2")
                          .arg(came ? tr("new") : scoreOf(book.before[account]),
                               left ? tr("left") : scoreOf(book.now[account])),
            .money = mover.who.cents
                         ? wording::shortMoney(*mover.who.cents, wording::fromUtf8(mover.who.currency))
                         : QString(),
            .owner =
                wording::fromUtf8(book.snapshot().attributeOn(account, attribute::owner, book.period.to))};
}

std::function<QString(AccountIndex)> MovementPart::why() const {
    return [book = m_shown.book, today = m_shown.moment->day, listed = m_listed](AccountIndex account) {
        const scoring::Scorer& scorer = *book->scorer;
        if (listed == Listed::Left) {
            return wording::leftSentence(book->snapshot(), account, book->period.to, today);
        }
        if (listed == Listed::Came) {
            return wording::driverShort(scorer, scorer.detail(account, book->period.to));
        }
        return wording::moveSentence(
            scorer, scoring::explainChange(scorer, account, book->period.from, book->period.to), today);
    };
}

} // namespace hb::pages
