// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/moves_sentence.h"

#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <array>
#include <optional>
#include <utility>

namespace hb::wording {

using analytics::Move;
using analytics::PeriodMoves;
using analytics::Tally;

namespace {

/// "9 got worse ($410k)"; `sentence` has the number as %1.
QString part(const QString& sentence, const Tally& tally) {
    const QString words = sentence.arg(countText(tally.accounts));
    const QString money = tallyMoney(tally);
    return money.isEmpty() ? words : Words::tr("%1 (%2)").arg(words, money);
}

/// "9 got worse ($410k), 5 better ($90k)", without what nobody did.
QString partsText(const PeriodMoves& moves) {
    const auto of = [&](Move move) -> const Tally& { return moves.byMove[static_cast<std::size_t>(move)]; };
    const bool anyWorse = of(Move::Worse).accounts > 0;
    const std::array<std::pair<Move, QString>, 4> sentences{
        std::pair(Move::Worse, Words::tr("%1 got worse")),
        std::pair(Move::Better, anyWorse ? Words::tr("%1 better") : Words::tr("%1 got better")),
        std::pair(Move::LosesData, Words::tr("%1 went to no data")),
        std::pair(Move::GainsData, Words::tr("%1 came from no data"))};
    QStringList parts;
    for (const auto& [move, sentence] : sentences) {
        if (of(move).accounts > 0) {
            parts << part(sentence, of(move));
        }
    }
    return parts.join(Words::tr(", "));
}

/// "Most went from green to yellow: 6, $300k."; empty where no two moves differ.
QString mostText(const PeriodMoves& moves) {
    std::pair<std::size_t, std::size_t> most{0, 0};
    std::size_t accounts = 0;
    for (std::size_t from = 0; from < 4; ++from) {
        for (std::size_t to = 0; to < 4; ++to) {
            const std::size_t count = moves.movement.cells[from][to].accounts;
            if (from != to && count > accounts) {
                most = {from, to};
                accounts = count;
            }
        }
    }
    const std::size_t all = moves.movement.movers.size();
    if (all < 2 || 2 * accounts < all) {
        return {};
    }
    const QString from = bandName(static_cast<Band>(most.first));
    const QString to = bandName(static_cast<Band>(most.second));
    return accounts == all ? Words::tr("All went from %1 to %2.").arg(from, to)
                           : Words::tr("Most went from %1 to %2: %3.")
                                 .arg(from, to, tallyText(moves.movement.cells[most.first][most.second]));
}

} // namespace

QString tallyText(const Tally& tally) {
    const QString money = tallyMoney(tally);
    const QString count = countText(tally.accounts);
    return money.isEmpty() ? count : Words::tr("%1, %2").arg(count, money);
}

Tally tallyOf(std::span<const analytics::PaidAccount> accounts) {
    Tally all;
    all.accounts = accounts.size();
    for (const analytics::PaidAccount& who : accounts) {
        if (who.cents) {
            all.add(*who.cents, who.currency);
        }
    }
    return all;
}

QString movesHeadline(const PeriodMoves& moves, const analytics::Period& period, Day today) {
    const QString when = periodText(period.from, period.to, today);
    if (moves.living.empty()) {
        return Words::tr("No account is left to compare.");
    }
    if (moves.came.size() == moves.living.size()) {
        return Words::tr("Nothing is known of %1: there is nothing to compare with.")
            .arg(dayText(period.from, today));
    }
    const auto count = static_cast<int>(moves.movement.movers.size());
    if (count == 0) {
        return moves.living.size() == 1
                   ? Words::tr("Nobody changed band %1: the one account is where it was.").arg(when)
                   : Words::tr("Nobody changed band %1: all %2 accounts are where they were.")
                         .arg(when, countText(moves.living.size()));
    }
    const QString who = count == 1 ? Words::tr("1 account changed band %1: %2.")
                                   : Words::tr("%n accounts changed band %1: %2.", nullptr, count);
    const QString most = mostText(moves);
    const QString first = who.arg(when, partsText(moves));
    return most.isEmpty() ? first : Words::tr("%1 %2").arg(first, most);
}

QString leftSentence(const Snapshot& snapshot, AccountIndex account, Day day, Day today) {
    const Outcome* churned = nullptr;
    for (const Outcome& outcome : snapshot.outcomesOf(account)) {
        if (outcome.kind == OutcomeKind::Churned && outcome.day <= day) {
            churned = &outcome;
        }
    }
    if (churned) {
        const QString when = Words::tr("Left on %1").arg(dayText(churned->day, today));
        return churned->reason.empty() ? Words::tr("%1.").arg(when)
                                       : Words::tr("%1: %2.").arg(when, fromUtf8(churned->reason));
    }
    const AttributeColumn* status = snapshot.findAttribute(attribute::status);
    const std::optional<Day> since = status ? status->since(account, day) : std::nullopt;
    return since ? Words::tr("Left on %1.").arg(dayText(*since, today)) : QString();
}

} // namespace hb::wording
