// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/team_report.h"
#include "core/wording/days.h"
#include "core/wording/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::report {

using wording::Words;

namespace {

/// The tokens of the window (ui/theme/tokens.h), which a test compares.
constexpr const char* style = R"(
:root{color-scheme:light dark;--canvas:#F6F7F9;--surface:#FFFFFF;--ink:#1B1F24;--muted:#57606A;--line:#D8DEE4;--red:#A8231A}
@media (prefers-color-scheme:dark){:root{--canvas:#15181C;--surface:#1E2227;--ink:#E6EAEF;--muted:#A3ADB8;--line:#343A41;--red:#F0695E}}
body{margin:24px auto;max-width:960px;padding:0 16px;background:var(--canvas);color:var(--ink);font:13px/1.5 system-ui,sans-serif}
h1{font-size:18px;margin:0 0 4px}h2{font-size:13px;margin:0}p{margin:4px 0}
.muted{color:var(--muted)}
section{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px;margin:16px 0}
.head{display:flex;gap:16px;align-items:flex-start;justify-content:space-between}
svg{flex:none}polyline{fill:none;stroke:var(--red);stroke-width:1.5;stroke-linejoin:round}circle{fill:var(--red)}
table{border-collapse:collapse;width:100%;margin-top:8px;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:400;color:var(--muted)}th,td{padding:4px 8px 4px 0;border-top:1px solid var(--line)}
.number{text-align:right;padding-right:0}summary{cursor:pointer;margin-top:8px;color:var(--muted)}
@media print{body{background:none}section{break-inside:avoid}}
)";

constexpr double width = 120, height = 24, dot = 2.5, leastRange = 0.3;
constexpr std::size_t shownAtOnce = 20;

QString number(double value) {
    return QString::number(value, 'f', 1);
}

/// The share red over the weeks as a picture, broken where nobody was scored. Its words stand below it.
QString sparkline(const TeamCard& card) {
    double most = leastRange;
    for (const auto& share : card.shares) {
        most = std::max(most, share.value_or(0));
    }
    const auto x = [&](std::size_t week) {
        return dot + (width - 2 * dot) * static_cast<double>(week) /
                         static_cast<double>(std::max<std::size_t>(1, card.shares.size() - 1));
    };
    const auto y = [&](double share) { return height - dot - (height - 2 * dot) * share / most; };
    QString svg = u"<svg width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" aria-hidden=\"true\">"_s.arg(
        number(width), number(height));
    QStringList line;
    const auto endLine = [&] {
        if (line.size() > 1) {
            svg += u"<polyline points=\"%1\"/>"_s.arg(line.join(u' '));
        }
        line.clear();
    };
    for (std::size_t week = 0; week < card.shares.size(); ++week) {
        if (card.shares[week]) {
            line << number(x(week)) + u',' + number(y(*card.shares[week]));
        } else {
            endLine();
        }
    }
    endLine();
    if (!card.shares.empty() && card.shares.back()) {
        svg += u"<circle cx=\"%1\" cy=\"%2\" r=\"%3\"/>"_s.arg(
            number(x(card.shares.size() - 1)), number(y(*card.shares.back())), number(dot));
    }
    return svg + u"</svg>"_s;
}

/// What no account has is left out.
struct Columns {
    bool value = false, owner = false, arr = false;

    explicit Columns(const std::vector<TeamRow>& rows) {
        for (const TeamRow& row : rows) {
            value = value || !row.value.isEmpty();
            owner = owner || !row.owner.isEmpty();
            arr = arr || !row.arr.isEmpty();
        }
    }
};

QString element(QStringView tag, const QString& text) {
    return u"<%1>%2</%1>"_s.arg(tag, text.toHtmlEscaped());
}

QString element(QStringView tag, QStringView kind, const QString& text) {
    return u"<%1 class=\"%2\">%3</%1>"_s.arg(tag, kind, text.toHtmlEscaped());
}

QString table(const std::vector<TeamRow>& rows, std::size_t first, std::size_t end, const Columns& columns) {
    QString html = u"<table><tr>"_s + element(u"th", Words::tr("Account"));
    if (columns.value) {
        html += element(u"th", Words::tr("Value"));
    }
    html += element(u"th", Words::tr("Red since"));
    if (columns.owner) {
        html += element(u"th", Words::tr("Owner"));
    }
    if (columns.arr) {
        html += element(u"th", u"number", Words::tr("ARR"));
    }
    html += u"</tr>"_s;
    for (std::size_t at = first; at < end; ++at) {
        const TeamRow& row = rows[at];
        html += u"<tr>"_s + element(u"td", row.name) +
                (columns.value ? element(u"td", row.value) : QString()) + element(u"td", row.since) +
                (columns.owner ? element(u"td", row.owner) : QString()) +
                (columns.arr ? element(u"td", u"number", row.arr) : QString()) + u"</tr>\n"_s;
    }
    return html + u"</table>"_s;
}

QString paragraph(const QString& text) {
    return text.isEmpty() ? QString() : element(u"p", text);
}

QString mutedParagraph(const QString& text) {
    return text.isEmpty() ? QString() : element(u"p", u"muted", text);
}

QString section(const TeamCard& card) {
    QString html = u"<section><div class=\"head\"><h2>%1</h2>%2</div>"_s.arg(card.sentence.toHtmlEscaped(),
                                                                             sparkline(card));
    html += mutedParagraph(card.weeks) + paragraph(card.help) + mutedParagraph(card.notCounted);
    const Columns columns(card.rows);
    const std::size_t shown = std::min(card.rows.size(), shownAtOnce);
    if (shown > 0) {
        html += table(card.rows, 0, shown, columns);
    }
    if (shown < card.rows.size()) {
        html += u"<details><summary>%1</summary>%2</details>"_s.arg(
            moreAccountsText(card.rows.size() - shown).toHtmlEscaped(),
            table(card.rows, shown, card.rows.size(), columns));
    }
    return html + u"</section>\n"_s;
}

Error couldNotWrite(const QSaveFile& file) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + file.fileName().toStdString(),
            .found = file.errorString().toStdString()};
}

} // namespace

QByteArray teamHtml(const TeamReport& report, const QString& book) {
    const QString title = Words::tr("%1: what can we do?").arg(report.team).toHtmlEscaped();
    QString html = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'\">"
                   "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title><style>"_s.arg(
                       QLocale().bcp47Name(), title);
    html += QString::fromLatin1(style) + u"</style></head><body>\n<h1>"_s + title + u"</h1>\n"_s;
    html += mutedParagraph(Words::tr("%1 as of %2").arg(book, wording::longDayText(report.day)));
    html += paragraph(report.headline);
    for (const TeamCard& card : report.cards) {
        html += section(card);
    }
    html += mutedParagraph(report.unscored);
    return html.toUtf8() + "</body></html>\n";
}

Result<void> writeTeamReport(const TeamReport& report, const QString& book, const QString& path) {
    QSaveFile file(path);
    const QByteArray html = teamHtml(report, book);
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size() || !file.commit()) {
        return failure(couldNotWrite(file));
    }
    return {};
}

} // namespace hb::report
