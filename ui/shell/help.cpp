// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help.h"

#include "ui/session/view_state.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"
#include "ui/theme/texts.h"

#include <vector>

namespace hb::shell {

namespace {

struct KeyLine {
    QString keys;
    QString does;
};

/// What the views take by themselves and no menu can show.
std::vector<KeyLine> keysOfViews(const QString& page) {
    if (page == session::page::templates) {
        return {{Texts::tr("Arrows"), Texts::tr("Move a weight, a point or a bound by 1, with Shift by 10")},
                {Texts::tr("Ctrl+Up, Ctrl+Down"), Texts::tr("Move a metric, an exception or a template")},
                {Texts::tr("F2"), Texts::tr("Rename a group")},
                {Texts::tr("Delete"), Texts::tr("Remove a point, or a metric from the template")}};
    }
    if (page == session::page::compare) {
        return {{Texts::tr("Enter, Right"), Texts::tr("Open a group; on an account, its page")},
                {Texts::tr("Left"), Texts::tr("Close the group")}};
    }
    if (page != session::page::book) {
        return {};
    }
    return {{Texts::tr("Arrows"), Texts::tr("Walk the accounts")},
            {Texts::tr("Left, Right"), Texts::tr("Fold and unfold, on the line of a section")},
            {Texts::tr("Shift+Arrows"), Texts::tr("Select several")},
            {Texts::tr("Ctrl+Space"), Texts::tr("Select one more")},
            {Texts::tr("Letters"), Texts::tr("Find an account")}};
}

QString table(const std::vector<KeyLine>& lines) {
    QString html = QStringLiteral("<table cellpadding=4>");
    for (const KeyLine& line : lines) {
        html += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                    .arg(line.keys.toHtmlEscaped(), line.does.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

std::vector<KeyLine> keysOf(MainWindow& window, const QString& page) {
    std::vector<KeyLine> lines;
    for (const Action* action : window.actions().of(page)) {
        if (const QString keys = action->keysText(); !keys.isEmpty()) {
            lines.push_back({keys, action->text});
        }
    }
    const std::vector<KeyLine> more = keysOfViews(page);
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

QString bookHelp() {
    return Texts::tr(
        "<p>Book answers one question: who needs me? Its first line says it; what follows proves it.</p>"
        "<p><b>Needs you</b> holds accounts with a reason that you have not yet reviewed: newly red, "
        "falling fast, renewing soon and not green, champion left, red for weeks, silent. "
        "<b>Reviewed</b> takes an account out until there is a new reason. <b>Watch</b> holds the other "
        "reds and yellows, and what went stale. <b>On track</b> is green. <b>No data</b> has too little "
        "to say anything: it is never green.</p>"
        "<p>A tile has its band at the left edge, its score with the change, twelve weeks as a line, the "
        "reason or what costs most, and what is at stake. A pin marks a score set by a person, a lid one "
        "that is capped, a clock one that counts old values.</p>"
        "<p>The buttons under the headline filter by a reason; a second click clears. <b>Filter</b> adds "
        "more, and keeps a view under a name. A click on an account shows why; a second click opens "
        "it.</p>");
}

QString accountHelp() {
    return Texts::tr(
        "<p>Account answers: why, and what now?</p>"
        "<p>The score is the roll-up of the metrics below it, each with its weight. <b>Costs points</b> "
        "shows what stands between this score and 100; the points add up exactly. <b>What changed</b> "
        "goes from the score of a day to the score of another, metric by metric.</p>"
        "<p>A metric has its value, its own score, its share of the whole, its age, and who can act. What "
        "is too old, or missing, does not count, or counts as its rule says. Levels are set by hand, with "
        "a note.</p>");
}

QString importHelp() {
    return Texts::tr(
        "<p>A book is made from CSV files: the accounts, their measurements, and a scorecard that says "
        "what counts and how much. Without a scorecard the starter is used: five metrics and a "
        "hypothesis, to be validated on your own renewals.</p>"
        "<p>Nothing is written before you have seen what is recognised. Rows that cannot be read are "
        "listed with their line and column; the others come in. Next week's files come in by "
        "healthbook-cli import, and any import can be taken back by healthbook-cli undo.</p>");
}

QString templatesHelp() {
    return Texts::tr(
        "<p>Templates says what makes the score, and what would change. A published version is read-only; "
        "<b>Start a draft</b> makes one to shape. A draft scores nobody, is saved at every step, and Ctrl+Z "
        "takes any step back.</p>"
        "<p>On the left are the metrics in their groups: a slider moves its own weight, the share beside it "
        "follows, the pin keeps a share while others move. In the middle is what makes the chosen metric "
        "score, over the values that the book has today. On the right is what publishing would do, while you "
        "move: who changes band, and why.</p>"
        "<p><b>Publish</b> asks for a reason and a first day. Every version is kept; <b>History</b> compares "
        "them and makes a draft of an old one. The line at the foot holds what looks unsound.</p>");
}

QString compareHelp() {
    return Texts::tr(
        "<p>Compare answers: where, since when, why? One period and one grouping hold for all of its "
        "tabs.</p>"
        "<p>The first line says whose accounts fell most, where they stand apart from the others by more "
        "than "
        "chance explains, and which metric is red in most accounts. <b>Change</b> is the mean of the "
        "accounts "
        "that had a score on both days; <b>Main reason</b> is what moved these most, with its points.</p>"
        "<p>A click on a group opens its accounts, a click on a part of its bar those of that colour. <b>As "
        "if each had the same mix</b> evens out who has the easier accounts: where the whiskers overlap, "
        "nobody stands above another.</p>");
}

QString ownScoresHelp() {
    return Texts::tr(
        "<p>Own scores answers: how do the scores that people set themselves stand to what is measured?</p>"
        "<p>Its first line says whose stand further above the numbers than chance explains, or that nobody's "
        "do. Each figure has its count, and with fewer than 5 cases it says nothing. The figures describe; "
        "what they mean is for people to talk about.</p>"
        "<p>A click on a figure lists the accounts behind it, a click on one of these opens it.</p>");
}

QString myTeamHelp() {
    return Texts::tr("<p>My team answers: what can we do? It holds the metrics that a team owns, also those "
                     "that count in no "
                     "score: where each is red, since when, and where most of it sits.</p>"
                     "<p><b>Take</b> plans what helps as a next step of yours at that account. <b>Answer</b> "
                     "writes a note "
                     "there for whoever looks after it. Both can be undone. A name opens the account; "
                     "<b>Report</b> writes "
                     "the page as a file for people without Healthbook.</p>"
                     "<p>The number on the place of this page counts the metrics that are newly red since "
                     "you looked.</p>");
}

QString auditHelp() {
    return Texts::tr(
        "<p>Here stands every change by a person, newest first: nothing in a book can be edited without a "
        "trace.</p>"
        "<p>The first field finds words in what stood there before or after. The others narrow it to a "
        "person, "
        "an account, or some days. A click on a change shows both sides of it, a second click opens its "
        "account. <b>Export</b> writes all that the filters leave as a table.</p>");
}

QString searchHelp() {
    return Texts::tr(
        "<p>Finds what people wrote about any account: notes, next steps, contacts, and why a level was "
        "set, a score overridden or an account left.</p>"
        "<p>A word is found by its beginning, in capitals or not, with accents or without; all words have to "
        "stand in one entry. The buttons leave some kinds. Enter opens the account of an entry, its "
        "timeline searched for the same words.</p>");
}

QString settingsHelp() {
    return Texts::tr(
        "<p>Settings are kept on this computer, for you alone. What belongs to the data, such as saved "
        "views and reviews, is in the book.</p>");
}

QString welcomeHelp() {
    return Texts::tr(
        "<p>Healthbook keeps the accounts of a customer success team in one file on this computer, and "
        "says which of them need a person, and why.</p>"
        "<p>The demo company shows everything on invented accounts. Your own book begins with CSV "
        "files.</p>");
}

} // namespace

QString helpTitle(const QString& page) {
    return page == session::page::book        ? Texts::tr("Book: who needs me?")
           : page == session::page::account   ? Texts::tr("Account: why, and what now?")
           : page == session::page::import    ? Texts::tr("Import: a book from CSV files")
           : page == session::page::templates ? Texts::tr("Templates: what would change?")
           : page == session::page::compare   ? Texts::tr("Compare: where, since when, why?")
           : page == session::page::myTeam    ? Texts::tr("My team: what can we do?")
           : page == session::page::ownScores ? Texts::tr("Own scores beside the numbers")
           : page == session::page::search    ? Texts::tr("Search all that was written")
           : page == session::page::audit     ? Texts::tr("Everything that was changed")
           : page == session::page::settings  ? Texts::tr("Settings")
                                              : Texts::tr("Welcome to Healthbook");
}

QString helpOn(MainWindow& window, const QString& page) {
    const QString words = page == session::page::book        ? bookHelp()
                          : page == session::page::account   ? accountHelp()
                          : page == session::page::import    ? importHelp()
                          : page == session::page::templates ? templatesHelp()
                          : page == session::page::compare   ? compareHelp()
                          : page == session::page::myTeam    ? myTeamHelp()
                          : page == session::page::ownScores ? ownScoresHelp()
                          : page == session::page::search    ? searchHelp()
                          : page == session::page::audit     ? auditHelp()
                          : page == session::page::settings  ? settingsHelp()
                                                             : welcomeHelp();
    const std::vector<KeyLine> keys = keysOf(window, page);
    const QString ofPage = keys.empty() ? QString() : Texts::tr("<h3>Keys on this page</h3>") + table(keys);
    return words + ofPage +
           Texts::tr("<p>Ctrl+K finds any account and does anything. Ctrl+/ lists all keys.</p>");
}

QString allKeys(MainWindow& window) {
    QString html = Texts::tr("<h3>Everywhere</h3>") + table(keysOf(window, {}));
    for (const PageInfo& info : window.pages()) {
        static_cast<void>(window.page(info.id)); // its actions are known once it is made
        const std::vector<KeyLine> keys = keysOf(window, info.id);
        if (!keys.empty()) {
            html += QStringLiteral("<h3>%1</h3>").arg(info.title.toHtmlEscaped()) + table(keys);
        }
    }
    return html;
}

} // namespace hb::shell
