// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/team_report.h"
#include "core/wording/team_sentence.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace hb;
using namespace Qt::StringLiterals;
using test::day;

namespace {

const Day today = day("2026-03-31");

Metric owned(const char* key, const char* name, const char* action) {
    Metric metric = test::numberMetric(key);
    metric.name = name;
    metric.ownerTeam = "Support";
    metric.action = action;
    return metric;
}

/// 14 of 60 accounts have red tickets, 11 of them in EMEA; 5 had them 30 days ago.
struct Sixty {
    test::SnapshotBuilder builder;
    bool hasArr = true;

    Sixty() {
        builder.metric(owned("tickets", "Urgent tickets open", "Agree an escalation date."))
            .metric(owned("chats", "Chats", ""))
            .metric(owned("calls", "Calls", ""));
        builder.tmpl(test::defaultTemplate({test::version(
            {test::group("g", 1, {test::weighted("tickets", 1), test::weighted("chats", 0)})})}));
    }
    Sixty& fill() {
        for (int at = 0; at < 60; ++at) {
            const std::string key = "A" + std::to_string(100 + at);
            const bool isRed = at < 14;
            builder.attribute(key, "name", Day{0}, at == 0 ? "<b>Bold & Co</b>" : "Name " + key)
                .attribute(key, "owner", Day{0}, at % 2 == 0 ? "Ana Lopez" : "Ben Okafor")
                .attribute(key, "region", Day{0}, at < 11 || (at >= 14 && at < 23) ? "EMEA" : "APAC")
                .measure(key, "tickets", today - 60, at < 5 ? 10 : 90);
            if (isRed) {
                builder.measure(key, "tickets", today - 3, 8);
            }
            if (hasArr && isRed) {
                builder.attribute(key, "arr", Day{0}, at == 0 ? "640000" : "40000");
            }
        }
        return *this;
    }
    [[nodiscard]] report::TeamReport report(std::size_t rows = 1000) const {
        const auto snapshot = builder.build();
        const scoring::Scorer scorer(snapshot);
        return report::teamReport(*snapshot, analytics::ownedMetrics(scorer, "Support", today), rows);
    }
};

} // namespace

TEST_CASE("team report: the words of look.md") {
    const report::TeamReport report = Sixty().fill().report();
    CHECK(report.headline == u"Support owns Urgent tickets open, which is red in 14 of 60 accounts."_s);
    REQUIRE(report.cards.size() == 1);
    const report::TeamCard& card = report.cards[0];
    CHECK(card.sentence == u"Urgent tickets open: red in 14 of 60 accounts, $1.2M, 9 more than 30 days ago. "
                           "11 of the 14 are EMEA."_s);
    CHECK(card.help == u"What helps: Agree an escalation date."_s);
    CHECK(card.notCounted.isEmpty());
    CHECK(card.weeks == u"Red in 8% of accounts 8 weeks ago, in 23% now. Of their ARR 68% then, 100% now. "
                        "Left out: 46 accounts without ARR in USD."_s);
    CHECK(report.unscored == u"No account has a score of Chats or Calls yet."_s);
    REQUIRE(card.rows.size() == 14);
    CHECK(card.rows[0].name == u"<b>Bold & Co</b>"_s);
    CHECK(card.rows[0].arr == u"$640k"_s);
    CHECK(card.rows[0].since == u"red since 30 Jan"_s);
    CHECK(card.rows[5].since == u"red since 28 Mar"_s);
    CHECK(card.rows[1].owner == u"Ben Okafor"_s);
    CHECK(card.rows[1].value == u"8"_s);
}

TEST_CASE("team report: without ARR there are no amounts, with two currencies they stand apart") {
    Sixty sixty;
    SECTION("none") {
        sixty.hasArr = false;
        const report::TeamCard card = sixty.fill().report().cards[0];
        CHECK(card.sentence.startsWith(u"Urgent tickets open: red in 14 of 60 accounts, 9 more"_s));
        CHECK(card.weeks == u"Red in 8% of accounts 8 weeks ago, in 23% now."_s);
    }
    SECTION("two") {
        sixty.fill();
        sixty.builder.attribute("A100", "currency", Day{0}, "EUR");
        const report::TeamCard card = sixty.report().cards[0];
        CHECK(card.sentence.contains(u"\u20AC640k and $520k, 9 more"_s));
        CHECK(card.weeks.endsWith(
            u"Of their ARR 30% then, 100% now. Left out: 47 accounts without ARR in USD."_s));
    }
}

TEST_CASE("team report: what moves no score is shown, and says so") {
    Sixty sixty;
    sixty.builder.measure("A100", "chats", today, 90).measure("A101", "chats", today, 90);
    const report::TeamReport report = sixty.report();
    REQUIRE(report.cards.size() == 1);
    CHECK(report.headline == u"The metric that Support owns is red nowhere."_s);
    CHECK(report.cards[0].sentence == u"Chats: red in none of 2 accounts."_s);
    CHECK(report.cards[0].notCounted == u"Shown, not counted: it moves no account's score."_s);
    CHECK(report.cards[0].help == u"What helps is not written down yet: Templates is the place for it."_s);
    CHECK(report.cards[0].weeks == u"Red in 0% of accounts now."_s);
}

TEST_CASE("team report: text, table and file hold the same accounts") {
    const Sixty sixty = Sixty().fill();
    const report::TeamReport report = sixty.report();
    const QString text = report::teamText(report);
    const auto snapshot = sixty.builder.build();
    const scoring::Scorer scorer(snapshot);
    const auto owned = analytics::ownedMetrics(scorer, "Support", today);
    const exchange::Table table = report::teamTable(*snapshot, owned);
    const QByteArray html = report::teamHtml(report, u"Acme & Sons"_s);
    CHECK(table.head.size() == 6);
    CHECK(table.rows.size() == 14);
    CHECK(std::get<Day>(table.rows[5][3]) == today - 3);
    CHECK(std::get<exchange::Money>(table.rows[0][5]).cents == 64'000'000);
    CHECK(std::get<exchange::Number>(table.rows[0][2]).value == 8);
    CHECK(report::teamTable(*snapshot, owned, 4).rows.size() == 4);
    CHECK(text.count(u"  "_s) >= 14);
    for (const report::TeamRow& row : report.cards[0].rows) {
        CHECK(text.contains(row.name));
        CHECK(std::ranges::any_of(
            table.rows, [&](const auto& cells) { return std::get<QString>(cells[1]) == row.name; }));
        CHECK(html.contains(row.name.toHtmlEscaped().toUtf8()));
    }
    CHECK(text.contains(report.cards[0].weeks));
    CHECK(html.contains(report.cards[0].weeks.toUtf8()));
    CHECK_FALSE(html.contains("<b>")); // names are text
    CHECK(html.contains("Acme &amp; Sons as of Tue 31 Mar 2026"));
    CHECK(html.contains("prefers-color-scheme:dark"));
    CHECK(html.contains("<polyline points="));
    for (const char* outside :
         {"http://", "https://", "<script", "<link", "<img", "src=", "@import", "url("}) {
        CHECK_FALSE(html.contains(outside));
    }
    CHECK(report::teamText(sixty.report(4)).contains(u"10 more accounts"_s));
}

TEST_CASE("team report: a team is found whatever its case, another is refused with those known") {
    const auto snapshot = Sixty().builder.build();
    CHECK(report::findTeam(*snapshot->scorecard, u"support"_s).value() == "Support");
    const auto other = report::findTeam(*snapshot->scorecard, u"Finance"_s);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::NotFound);
    CHECK(other.error().expected == "one of Support");
}

TEST_CASE("team report: what stood in the file stays where it cannot be written") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"page.html"_s);
    const report::TeamReport report = Sixty().fill().report();
    REQUIRE(report::writeTeamReport(report, u"b"_s, path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == report::teamHtml(report, u"b"_s));
    CHECK_FALSE(report::writeTeamReport(report, u"b"_s, folder.filePath(u"no/such/page.html"_s)));
    CHECK(report::wroteTeamReport(report, u"page.html"_s) ==
          u"Wrote what Support owns, 1 metric, to page.html."_s);
}
