// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/book_copy.h"

#include "core/wording/reason_text.h"
#include "core/wording/sentences.h"
#include "ui/pages/book/filter_words.h"
#include "ui/theme/texts.h"

#include <QLocale>

#include <algorithm>

namespace hb::pages {

namespace {

/// Spreadsheets get the exact number.
exchange::Cell
cell(const models::HeldBook& book, const models::Column<AccountIndex>& column, AccountIndex account) {
    if (column.id == u"score") {
        const scoring::TrackScore& shown = book.onDay().scores[account].shown;
        return shown.hasScore() ? exchange::Cell(exchange::Number{.value = shown.score, .decimals = 1})
                                : exchange::Cell();
    }
    if (column.id == u"change") {
        const scoring::Trend& trend = book.onDay().trends[account];
        return trend.direction == scoring::Direction::None
                   ? exchange::Cell()
                   : exchange::Cell(exchange::Number{.value = trend.change, .decimals = 1});
    }
    const Snapshot& snapshot = book.snapshot();
    const Day day = book.moment()->day;
    if (column.id == u"arr") {
        const auto cents = snapshot.arrCents(account, day);
        return cents ? exchange::Cell(exchange::Money{
                           .cents = *cents, .currency = QString::fromUtf8(snapshot.currencyOn(account, day))})
                     : exchange::Cell();
    }
    if (column.id == u"renewal_date") {
        const auto renews = models::renewalDay(snapshot, account, day);
        return renews ? exchange::Cell(*renews) : exchange::Cell();
    }
    return column.text(account);
}

/// Of all that the book fills, with the band; or those named, in that order.
std::vector<models::Column<AccountIndex>> columnsOf(const CopiedBook& copied) {
    auto columns = models::accountColumns(copied.book, copied.names, copied.layout);
    if (copied.columns.isEmpty()) {
        columns.insert(columns.begin() + 1,
                       {.id = QStringLiteral("band"),
                        .title = Texts::tr("Band"),
                        .text = [&book = copied.book](AccountIndex account) {
                            return wording::bandName(book.onDay().scores[account].shown.band);
                        }});
        return columns;
    }
    std::vector<models::Column<AccountIndex>> chosen;
    for (const QString& id : copied.columns) {
        const auto found = std::ranges::find(columns, id, &models::Column<AccountIndex>::id);
        if (found != columns.end()) {
            chosen.push_back(*found);
        }
    }
    return chosen;
}

} // namespace

QString bookText(const session::BookSession& session, const models::AccountsModel& model) {
    const session::Moment& moment = *session.moment();
    QStringList lines{
        wording::headlineSentence(models::headlineOf(moment, model.layout().summary, model.names()))};
    for (const models::Section& section : model.layout().sections) {
        lines.append(QString());
        lines.append(Texts::tr("%1 (%2)").arg(
            section.title, QLocale().toString(static_cast<qlonglong>(section.accounts.size()))));
        if (section.id == u"onTrack" || section.id == u"noData") {
            continue;
        }
        for (const AccountIndex account : section.accounts) {
            const scoring::AccountScore& score = moment.book.scores[account];
            const auto leading = model.openOf(account).leading();
            const QString why =
                leading ? wording::reasonText(*moment.scorer, account, moment.day, *leading)
                        : wording::driverShort(*moment.scorer, moment.scorer->detail(account, moment.day));
            const QString figure =
                score.shown.hasScore() ? wording::scoreText(score.shown.score, 1) : Texts::tr("no data");
            lines.append(
                Texts::tr("%1: %2, %3. %4")
                    .arg(model.names().of(account), figure, wording::bandName(score.shown.band), why));
        }
    }
    return lines.join(u'\n') + u'\n';
}

Result<exchange::Table> bookTable(const CopiedBook& copied, const Job& job) {
    const auto shown = columnsOf(copied);
    exchange::Table table{.name = Texts::tr("Accounts"), .head = {}, .rows = {}};
    for (const auto& column : shown) {
        table.head.append(column.title);
    }
    table.rows.reserve(copied.accounts.size());
    for (const AccountIndex account : copied.accounts) {
        if (job.stopped()) {
            return cancelled();
        }
        std::vector<exchange::Cell>& row = table.rows.emplace_back();
        row.reserve(shown.size());
        for (const auto& column : shown) {
            row.push_back(cell(copied.book, column, account));
        }
    }
    return table;
}

QString filterWords(const session::Filter& filter, const QString& mine) {
    QStringList words;
    if (filter.mine) {
        words.append(mine);
    }
    if (filter.reason) {
        words.append(wording::reasonName(*filter.reason));
    }
    for (const Band band : filter.bands) {
        words.append(wording::bandName(band));
    }
    for (const session::AttributeTest& test : filter.attributes) {
        words.append(testWords(test));
    }
    if (filter.churned) {
        words.append(Texts::tr("with those that left"));
    }
    if (!filter.text.isEmpty()) {
        words.append(Texts::tr("\u201c%1\u201d in the name or id").arg(filter.text));
    }
    return words.join(u", ");
}

} // namespace hb::pages
