// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/effect_tables.h"

#include "core/wording/draft_sentence.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

#include <algorithm>
#include <set>
#include <string>

namespace hb::pages {

using analytics::Tally;
using wording::fromUtf8;

namespace {

constexpr std::array shownBands{Band::Red, Band::Yellow, Band::Green, Band::None};

exchange::Cell scoreCell(const scoring::TrackScore& track) {
    return track.band == Band::None ? exchange::Cell()
                                    : exchange::Cell(exchange::Number{.value = track.score, .decimals = 1});
}

std::set<std::string> currenciesOf(const analytics::Movement& movement) {
    std::set<std::string> currencies;
    for (const auto& row : movement.cells) {
        for (const Tally& tally : row) {
            for (const auto& [currency, cents] : tally.cents) {
                currencies.insert(currency);
            }
        }
    }
    return currencies;
}

exchange::Cell moneyCell(const Tally& tally, const std::string& currency) {
    const auto found =
        std::ranges::find_if(tally.cents, [&](const auto& each) { return each.first == currency; });
    return found == tally.cents.end()
               ? exchange::Cell()
               : exchange::Cell(exchange::Money{.cents = found->second, .currency = fromUtf8(currency)});
}

} // namespace

Result<exchange::Table>
moversTable(const session::Moment& moment, const book::DraftEffect& effect, const Job& job) {
    exchange::Table table{.name = Texts::tr("Who changes band"),
                          .head = {Texts::tr("Account"),
                                   Texts::tr("Account id"),
                                   Texts::tr("Band before"),
                                   Texts::tr("Band after"),
                                   Texts::tr("Score before"),
                                   Texts::tr("Score after"),
                                   Texts::tr("ARR"),
                                   Texts::tr("Why")},
                          .rows = {}};
    const Snapshot& snapshot = *moment.snapshot;
    for (const analytics::Mover& mover : effect.movement.movers) {
        if (job.stopped()) {
            return cancelled();
        }
        const AccountIndex account = mover.who.account;
        const auto why = scoring::explainDifference(*moment.scorer, *effect.after, account, moment.day);
        table.rows.push_back({fromUtf8(snapshot.nameOn(account, moment.day)),
                              fromUtf8((*snapshot.accounts)[account].key),
                              wording::bandName(mover.before.band),
                              wording::bandName(mover.after.band),
                              scoreCell(mover.before),
                              scoreCell(mover.after),
                              mover.who.cents
                                  ? exchange::Cell(exchange::Money{.cents = *mover.who.cents,
                                                                   .currency = fromUtf8(mover.who.currency)})
                                  : exchange::Cell(),
                              wording::moverReason(*effect.after, why)});
    }
    return table;
}

exchange::Table cellsTable(const analytics::Movement& movement) {
    const std::set<std::string> currencies = currenciesOf(movement);
    exchange::Table table{.name = Texts::tr("From band to band"),
                          .head = {Texts::tr("Band before"), Texts::tr("Band after"), Texts::tr("Accounts")},
                          .rows = {}};
    for (std::size_t at = 0; at < currencies.size(); ++at) {
        table.head.append(Texts::tr("ARR"));
    }
    for (const Band before : shownBands) {
        for (const Band after : shownBands) {
            const Tally& tally =
                movement.cells[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
            std::vector<exchange::Cell>& row = table.rows.emplace_back();
            row = {wording::bandName(before), wording::bandName(after), exchange::countCell(tally.accounts)};
            for (const std::string& currency : currencies) {
                row.push_back(moneyCell(tally, currency));
            }
        }
    }
    return table;
}

exchange::Table bandsTable(const analytics::Movement& movement) {
    const std::set<std::string> currencies = currenciesOf(movement);
    const auto before = movement.before(), after = movement.after();
    exchange::Table table{
        .name = Texts::tr("Bands before and after"),
        .head = {Texts::tr("Band"), Texts::tr("Accounts before"), Texts::tr("Accounts after")},
        .rows = {}};
    for (std::size_t at = 0; at < currencies.size(); ++at) {
        table.head << Texts::tr("ARR before") << Texts::tr("ARR after");
    }
    for (const Band band : shownBands) {
        const auto at = static_cast<std::size_t>(band);
        std::vector<exchange::Cell>& row = table.rows.emplace_back();
        row = {wording::bandName(band),
               exchange::countCell(before[at].accounts),
               exchange::countCell(after[at].accounts)};
        for (const std::string& currency : currencies) {
            row.push_back(moneyCell(before[at], currency));
            row.push_back(moneyCell(after[at], currency));
        }
    }
    return table;
}

} // namespace hb::pages
