// SPDX-License-Identifier: GPL-3.0-or-later
// What the Overview says: its cells, and the whole of it to copy.
#include "core/exchange/plain_cell.h"
#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/renewals_sentence.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/models/names.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/overview_table.h"
#include "ui/theme/texts.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::AccountGroup;

namespace {

QString pointsOrNothing(std::optional<double> points, QString (*text)(double)) {
    return points ? text(*points) : QString();
}

QString bandsText(const AccountGroup& group, CountBy countBy) {
    QStringList parts;
    for (std::size_t band = 0; band < group.bands.size(); ++band) {
        const analytics::Tally& tally = group.bands[band];
        const QString money = wording::tallyMoney(tally);
        const QString size = countBy == CountBy::Accounts ? wording::countText(tally.accounts) : money;
        if (tally.accounts > 0 && !size.isEmpty()) {
            parts << Texts::tr("%1 %2").arg(size, wording::bandName(static_cast<Band>(band)));
        }
    }
    return parts.join(Texts::tr(", "));
}

QString nameAt(const OverviewData& data, std::size_t group) {
    return group == data.all() ? Texts::tr("All") : data.names[group];
}

/// What a group that was drilled into does not show.
QString onlyText(OverviewOnly only, std::size_t shown, std::size_t of) {
    const auto count = static_cast<int>(shown);
    const QString all = wording::countText(of);
    if (only == OverviewOnly::LeftGreen) {
        return count == 1
                   ? Texts::tr("Only the %Ln of %1 that left green is shown.", nullptr, count).arg(all)
                   : Texts::tr("Only the %Ln of %1 that left green are shown.", nullptr, count).arg(all);
    }
    if (only == OverviewOnly::Renewing) {
        return count == 1
                   ? Texts::tr("Only the %Ln of %1 that renews next quarter and is not green is shown.",
                               nullptr,
                               count)
                         .arg(all)
                   : Texts::tr("Only the %Ln of %1 that renew next quarter and are not green are shown.",
                               nullptr,
                               count)
                         .arg(all);
    }
    const QString band = wording::bandName(static_cast<Band>(only));
    return count == 1 ? Texts::tr("Only the %Ln %1 of %2 is shown.", nullptr, count).arg(band, all)
                      : Texts::tr("Only the %Ln %1 of %2 are shown.", nullptr, count).arg(band, all);
}

QString alikeText(const analytics::StandardisedMean& mean) {
    return mean.adjusted ? wording::pointsText(*mean.adjusted)
                         : Texts::tr("too few (%1)").arg(wording::countText(mean.accounts));
}

QString alikeTooltip(const analytics::StandardisedMean& mean) {
    if (!mean.adjusted) {
        return Texts::tr("With fewer than %1 accounts nothing is evened out.")
            .arg(wording::countText(analytics::StandardisedOptions{}.leastAccounts));
    }
    return Texts::tr("%1 with the mix of segments and lifecycle stages of all, %2 to %3 in 95 of 100 draws "
                     "of its %4 accounts; as it is %5. Its accounts are of kinds that make up %6 of all.")
        .arg(wording::pointsText(*mean.adjusted),
             wording::pointsText(mean.low),
             wording::pointsText(mean.high),
             wording::countText(mean.accounts),
             wording::pointsText(mean.mean),
             wording::percentText(mean.covered));
}

QString money(const Snapshot& snapshot, AccountIndex account, Day day, bool inFull) {
    const std::optional<std::int64_t> cents = snapshot.arrCents(account, day);
    const QString currency = wording::fromUtf8(snapshot.currencyOn(account, day));
    return !cents   ? QString()
           : inFull ? wording::fullMoney(*cents, currency)
                    : wording::shortMoney(*cents, currency);
}

/// "yellow, $84k, renews 26 Jan"; what the book does not know of it is left out.
QString accountStands(const analytics::ComparedBook& book, AccountIndex account, Band band) {
    const Snapshot& snapshot = book.snapshot();
    const Day day = book.period.to;
    QStringList parts{wording::bandName(band), money(snapshot, account, day, false)};
    if (const auto renews = models::renewalDay(snapshot, account, day); renews && *renews >= day) {
        parts << Texts::tr("renews %1").arg(wording::dayText(*renews, day));
    }
    parts.removeAll(QString());
    return parts.join(Texts::tr(", "));
}

} // namespace

QString amountsInFull(const analytics::Tally& tally) {
    QStringList amounts;
    for (const auto& [currency, cents] : tally.cents) {
        if (cents != 0) {
            amounts << wording::fullMoney(cents, QString::fromStdString(currency));
        }
    }
    return amounts.join(Texts::tr(", "));
}

namespace {

/// "Renews and is not green", and then each quarter in which something does.
QString renewingTooltip(const OverviewData& data, std::size_t group) {
    QStringList lines;
    for (const RenewingQuarter& quarter : data.quarters) {
        if (const QString amounts = amountsInFull(quarter.sums[group]); !amounts.isEmpty()) {
            lines << Texts::tr("%1: %2").arg(wording::quarterName(quarter.first), amounts);
        }
    }
    return lines.isEmpty() ? QString() : Texts::tr("Renews and is not green") + u'\n' + lines.join(u'\n');
}

} // namespace

QString OverviewTable::nameOf(std::size_t group) const {
    return nameAt(*m_data, group);
}

QString OverviewTable::text(const OverviewRow& row, int column) const {
    if (row.account) {
        return accountText(*row.account, column);
    }
    const AccountGroup& group = m_data->group(row.group);
    if (row.isNote) {
        return column == Name ? onlyText(*onlyOf(row.group), row.shown, group.accounts.size()) : QString();
    }
    switch (column) {
    case Name:
        return nameAt(*m_data, row.group);
    case Accounts:
        return wording::countText(group.accounts.size());
    case Bands:
        return bandsText(group, m_countBy);
    case Mean:
        return pointsOrNothing(mean(row.group), wording::pointsText);
    case Alike: {
        const auto alike = alikeOf(row.group);
        return alike ? alikeText(*alike) : QString();
    }
    case Change:
        return pointsOrNothing(group.change, wording::signedPointsText);
    case RedArr:
        return wording::tallyMoney(group.bands[0]);
    case LeftGreen:
        return group.leftGreen == 0 ? QString() : wording::countText(group.leftGreen);
    case Renewing:
        return wording::tallyMoney(m_data->renewing(row.group));
    default:
        break;
    }
    const auto* reason = m_why && m_why->reasons[row.group] ? &*m_why->reasons[row.group] : nullptr;
    return reason ? wording::reasonCell(m_data->snapshot(), *reason) : QString();
}

QString OverviewTable::accountText(AccountIndex account, int column) const {
    const analytics::ComparedBook& book = *m_data->view.book;
    const scoring::AccountScore& now = book.now[account];
    switch (column) {
    case Name:
        return models::nameOf(book.snapshot(), account, book.period.to);
    case Bands:
        return accountStands(book, account, now.shown.band);
    case Mean:
        return accountScoreText(book, now, m_shownAs);
    case Change:
        return pointsOrNothing(change({.group = 0, .account = account}), wording::signedPointsText);
    case RedArr:
        return now.shown.band == Band::Red ? money(book.snapshot(), account, book.period.to, false)
                                           : QString();
    case LeftGreen:
        return leftGreen(account) ? Texts::tr("yes") : QString();
    case Renewing:
        return std::ranges::binary_search(m_data->renewingNext, account)
                   ? money(book.snapshot(), account, book.period.to, false)
                   : QString();
    case Reason:
        return wording::moverReason(
            *book.scorer, scoring::explainChange(*book.scorer, account, book.period.from, book.period.to));
    default:
        return {};
    }
}

QString OverviewTable::tooltip(const OverviewRow& row, int column) const {
    const Snapshot& snapshot = m_data->snapshot();
    if (row.isNote) {
        return text(row, Name);
    }
    if (row.account) {
        const QString shown = accountText(*row.account, column);
        return (column == RedArr || column == Renewing) && !shown.isEmpty()
                   ? money(snapshot, *row.account, m_data->view.book->period.to, true)
                   : shown;
    }
    const AccountGroup& group = m_data->group(row.group);
    switch (column) {
    case Bands:
        return QStringList{bandsText(group, CountBy::Accounts), bandsText(group, CountBy::Arr)}
            .join(u'\n')
            .trimmed();
    case Mean: {
        const QString plain = pointsOrNothing(group.mean, wording::pointsText);
        const QString weighted = pointsOrNothing(group.arrWeightedMean, wording::pointsText);
        return weighted.isEmpty() ? plain : Texts::tr("%1, by ARR %2").arg(plain, weighted);
    }
    case Alike: {
        const auto alike = alikeOf(row.group);
        return alike ? alikeTooltip(*alike) : QString();
    }
    case Change:
        return Texts::tr("Of the %1 accounts with a score on both days")
            .arg(wording::countText(group.compared));
    case RedArr:
        return amountsInFull(group.bands[0]);
    case Renewing:
        return renewingTooltip(*m_data, row.group);
    case Reason:
        return m_why && m_why->reasons[row.group] && group.change
                   ? wording::reasonSentence(snapshot, *m_why->reasons[row.group], *group.change)
                   : QString();
    default:
        return text(row, column);
    }
}

// --- copies

QString overviewText(const OverviewData& data, const OverviewWhy* why, std::span<const std::size_t> order) {
    QStringList lines;
    for (const std::size_t at : order) {
        const AccountGroup& group = data.group(at);
        QStringList parts{Texts::tr("%1: %2").arg(nameAt(data, at), bandsText(group, CountBy::Accounts))};
        if (group.mean) {
            parts << Texts::tr("mean %1").arg(wording::pointsText(*group.mean));
        }
        if (group.change) {
            parts << Texts::tr("change %1").arg(wording::signedPointsText(*group.change));
        }
        if (const QString red = wording::tallyMoney(group.bands[0]); !red.isEmpty()) {
            parts << Texts::tr("%1 red").arg(red);
        }
        if (group.leftGreen > 0) {
            parts << Texts::tr("%1 left green").arg(wording::countText(group.leftGreen));
        }
        if (why && why->reasons[at]) {
            parts << Texts::tr("mostly %1").arg(wording::reasonCell(data.snapshot(), *why->reasons[at]));
        }
        lines << parts.join(Texts::tr(", "));
    }
    return lines.join(u'\n');
}

} // namespace hb::pages
