// SPDX-License-Identifier: GPL-3.0-or-later
// What MovementPart gives to the clipboard.
#include "core/exchange/plain_cell.h"
#include "core/wording/moves_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/compare/movement_part.h"

#include <QLabel>
#include <QLocale>
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
QString MovementPart::asTable() const {
    if (!m_moves) {
        return {};
    }
    const analytics::ComparedBook& book = *m_shown.book;
    const auto plain = [](std::string_view text) {
        return exchange::plainCell(wording::fromUtf8(text).simplified());
    };
    const auto number = [](const scoring::TrackScore& score) {
        return score.hasScore() ? QString::number(score.score, 'g', QLocale::FloatingPointShortest)
                                : QString();
    };
    QString table =
        tr("Account\tName\tOwner\tARR\tCurrency\tBand before\tScore before\tBand now\tScore now\tWhy\n");
    int at = 0;
    for (const analytics::Mover& mover : listed()) {
        const AccountIndex account = mover.who.account;
        const Snapshot& snapshot = book.snapshot();
        const bool isShown = at < static_cast<int>(m_list->rows().size());
        table +=
            QStringList{plain((*snapshot.accounts)[account].key),
                        plain(snapshot.nameOn(account, book.period.to)),
                        plain(snapshot.attributeOn(account, attribute::owner, book.period.to)),
                        mover.who.cents ? QString::fromStdString(centsToText(*mover.who.cents)) : QString(),
                        plain(mover.who.currency),
                        m_listed == Listed::Came ? tr("new") : wording::bandName(mover.before.band),
                        number(mover.before),
                        m_listed == Listed::Left ? tr("left") : wording::bandName(mover.after.band),
                        number(mover.after),
                        isShown ? exchange::plainCell(m_list->whyOf(at)) : QString()}
                .join(u'\t') +
            u'\n';
        ++at;
    }
    return table;
}

} // namespace hb::pages
