// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/book_copy.h"

#include "core/wording/sentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>

namespace hb::pages {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BookCopy)
};

/// Spreadsheets get the exact number, in the digits that any of them reads back.
QString exact(double number) {
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString
cell(const session::BookSession& session, const models::Column<AccountIndex>& column, AccountIndex account) {
    if (column.id == u"score") {
        const scoring::TrackScore& shown = session.onDay().scores[account].shown;
        return shown.hasScore() ? exact(shown.score) : QString();
    }
    if (column.id == u"change") {
        const scoring::Trend& trend = session.onDay().trends[account];
        return trend.direction == scoring::Direction::None ? QString() : exact(trend.change);
    }
    if (column.id == u"arr") {
        const auto cents = session.snapshot().arrCents(account, session.moment()->day);
        return cents ? QString::fromStdString(centsToText(*cents)) : QString();
    }
    if (column.id == u"renewal_date") {
        const auto day = models::renewalDay(session.snapshot(), account, session.moment()->day);
        return day ? QString::fromStdString(toIsoText(*day)) : QString();
    }
    QString text = column.text(account);
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
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

QMimeData* bookTable(const session::BookSession& session,
                     const models::AccountsModel& model,
                     const std::vector<AccountIndex>& accounts) {
    auto columns = models::accountColumns(session, model.names(), model.layout());
    models::Column<AccountIndex> band;
    band.id = QStringLiteral("band");
    band.title = Texts::tr("Band");
    band.text = [&session](AccountIndex account) {
        return wording::bandName(session.onDay().scores[account].shown.band);
    };
    columns.insert(columns.begin() + 1, band);
    QString tsv;
    QString html = QStringLiteral("<table>");
    const auto addRow = [&](const char* tag, const auto& text) {
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const auto& column : columns) {
            cells.append(text(column));
            html += QStringLiteral("<%1>%2</%1>").arg(QString::fromLatin1(tag), cells.back().toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
        tsv += cells.join(u'\t') + u'\n';
    };
    addRow("th", [](const auto& column) { return column.title; });
    for (const AccountIndex account : accounts) {
        addRow("td", [&](const auto& column) { return cell(session, column, account); });
    }
    auto* data = new QMimeData;
    data->setText(tsv);
    data->setHtml(html + QStringLiteral("</table>"));
    return data;
}

} // namespace hb::pages
