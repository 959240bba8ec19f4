// SPDX-License-Identifier: GPL-3.0-or-later
// What MovementPart gives to the clipboard.
#include "core/exchange/table_writer.h"
#include "core/wording/moves_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/compare/movement_part.h"
#include "ui/widgets/copy_menu.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hb::pages {

QString MovementPart::asText() const {
    if (!m_moves) {
        return {};
    }
    QStringList lines{m_headline};
    for (const QPushButton* line : {m_left, m_came}) {
        if (!line->isHidden()) {
            lines << line->text();
        }
    }
    lines << m_title->text();
    for (int at = 0; at < static_cast<int>(m_list->rows().size()); ++at) {
        const widgets::MoverRow& row = m_list->rows()[static_cast<std::size_t>(at)];
        QStringList words{row.scores, row.money, row.owner, m_list->whyOf(at)};
        words.removeAll(QString());
        lines << tr("%1: %2").arg(row.name, words.join(tr(", ")));
    }
    return lines.join(u'\n') + u'\n';
}

// All that are listed, the reason of those that stand in the list.
exchange::Table MovementPart::asTable() const {
    return m_moves ? tableMaker()() : exchange::Table();
}

std::function<exchange::Table()> MovementPart::tableMaker() const {
    if (!m_moves) {
        return {};
    }
    return [book = m_shown.book, movers = listed(), what = m_listed, why = why()] {
        return tableOf(*book, movers, what, why);
    };
}

exchange::Table MovementPart::tableOf(const analytics::ComparedBook& book,
                                      const std::vector<analytics::Mover>& movers,
                                      Listed what,
                                      const std::function<QString(AccountIndex)>& why) {
    const Snapshot& snapshot = book.snapshot();
    exchange::Table table{.name = tr("Movement"),
                          .head = {tr("Account"), tr("Name"), tr("Owner"), tr("ARR"), tr("Band before")},
                          .rows = {}};
    table.head << tr("Score before") << tr("Band now") << tr("Score now") << tr("Why");
    const auto number = [](const scoring::TrackScore& score) {
        return score.hasScore() ? exchange::Cell(exchange::Number{.value = score.score, .decimals = 1})
                                : exchange::Cell();
    };
    for (const analytics::Mover& mover : movers) {
        const AccountIndex account = mover.who.account;
        const bool isShown = table.rows.size() < mostRows;
        table.rows.push_back(
            {wording::fromUtf8((*snapshot.accounts)[account].key),
             wording::fromUtf8(snapshot.nameOn(account, book.period.to)),
             wording::fromUtf8(snapshot.attributeOn(account, attribute::owner, book.period.to)),
             mover.who.cents
                 ? exchange::Cell(exchange::Money{.cents = *mover.who.cents,
                                                  .currency = wording::fromUtf8(mover.who.currency)})
                 : exchange::Cell(),
             what == Listed::Came ? tr("new") : wording::bandName(mover.before.band),
             number(mover.before),
             what == Listed::Left ? tr("left") : wording::bandName(mover.after.band),
             number(mover.after),
             isShown ? why(account) : QString()});
    }
    return table;
}

void MovementPart::showMenu(QWidget& picture, const QPoint& place) {
    if (!m_moves) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    widgets::addCopyActions(*menu,
                            {.text = [this] { return asText(); },
                             .picture = [&picture] { return picture.grab(); },
                             .readTable = [this](auto done) { readTable(m_context.jobs, std::move(done)); },
                             .name = tr("Compare, movement")});
    menu->popup(picture.mapToGlobal(place));
}

} // namespace hb::pages
