// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/test_book.h"

#include "core/store/account_store.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/run_store.h"
#include "core/store/scorecard_store.h"
#include "core/store/series_writer.h"
#include "core/store/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QTextStream>

#include <array>

namespace hb::test {

using namespace Qt::StringLiterals;

Scorecard smallScorecard() {
    Metric change = aggregated("login_change", Aggregation::ChangePct, 28);
    change.rule.series = "logins";
    const Metric sentiment = levelMetric("sentiment",
                                         {{.level = 1, .label = "Low", .score = 0, .help = "h"},
                                          {.level = 2, .label = "Fine", .score = 60, .help = {}},
                                          {.level = 3, .label = "High", .score = 100, .help = {}}});
    Scorecard scorecard;
    scorecard.goals = {{.key = "nrr", .name = "Net retention", .parent = ""}};
    scorecard.metrics = {numberMetric("logins", 30), numberMetric("tickets"), sentiment, change};
    scorecard.metrics[0].goal = "nrr";
    GroupMetric level{.metric = "sentiment",
                      .weight = 1,
                      .curve = {},
                      .levels = {{.level = 2, .score = 55.5}},
                      .whenStale = {},
                      .whenMissing = 40};
    TemplateVersion first =
        version({group("usage", 60, {weighted("logins", 1), weighted("login_change", 0.25)}),
                 group("care", 40, {weighted("tickets", 2), level})});
    first.exceptions = {capAt(74,
                              {{.target = Condition::Target::Attribute,
                                .test = Condition::Test::In,
                                .key = "champion",
                                .score = 0,
                                .values = {"left", ""}}})};
    for (const Metric& metric : scorecard.metrics) {
        first.metrics.push_back({.key = metric.key, .rule = metric.rule});
    }
    scorecard.templates = {defaultTemplate({first})};
    return scorecard;
}

namespace {

book::Book newBook(const QString& path) {
    auto created = book::Book::create(path, smallScorecard());
    REQUIRE(created);
    return std::move(*created);
}

QString rowsOf(store::Database& database, const char* sql, int columns) {
    auto rows = database.query(QString::fromLatin1(sql));
    REQUIRE(rows);
    QString text = QString::fromLatin1(sql).section(u" FROM "_s, 1).section(u' ', 0, 0) + u":\n"_s;
    while (rows->next()) {
        for (int i = 0; i < columns; ++i) {
            text += u' ' + rows->get<QString>(i);
        }
        text += u'\n';
    }
    return text;
}

} // namespace

TestBook::TestBook() : m_book(newBook(path())) {}

AccountId TestBook::addAccount(const QString& key) {
    store::Database& database = m_book.database();
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    const auto person = store::personId(database, tester().name, tester().login);
    REQUIRE(person);
    const auto run = store::insertRun(database,
                                      {.kind = store::RunKind::Accounts,
                                       .person = *person,
                                       .source = {},
                                       .file = {},
                                       .effectiveDay = Day{0}});
    REQUIRE(run);
    auto writer = store::AccountWriter::prepare(database);
    REQUIRE(writer);
    const auto account = writer->insert(key, *run);
    REQUIRE(account);
    const std::array stated{store::StatedAttribute{.key = u"name"_s, .value = u"Name of "_s + key},
                            store::StatedAttribute{.key = u"segment"_s, .value = u"SMB"_s}};
    REQUIRE(writer->stateFirst(*account, *run, 1, day("2025-01-01"), stated));
    REQUIRE(store::recordChange(database, store::ChangeKind::Accounts, *account, *run));
    REQUIRE(transaction->commit());
    return *account;
}

MetricId TestBook::metric(const char* key) {
    const auto ids = store::metricIds(m_book.database());
    const auto scorecard = store::readScorecard(m_book.database());
    REQUIRE(ids);
    REQUIRE(scorecard);
    for (std::size_t i = 0; i < ids->size(); ++i) {
        if (scorecard->metrics[i].key == key) {
            return (*ids)[i];
        }
    }
    FAIL("no metric " << key);
    return {};
}

RunId TestBook::import(AccountId account,
                       MetricId metric,
                       const std::vector<std::pair<Day, double>>& points) {
    store::Database& database = m_book.database();
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    const auto person = store::personId(database, tester().name, tester().login);
    REQUIRE(person);
    const auto run = store::insertRun(database,
                                      {.kind = store::RunKind::Measurements,
                                       .person = *person,
                                       .source = {},
                                       .file = {},
                                       .effectiveDay = {}});
    REQUIRE(run);
    auto writer = store::SeriesWriter::prepare(database, *run);
    REQUIRE(writer);
    REQUIRE(writer->beginPart());
    std::vector<store::DayStated> days;
    for (const auto& [at, value] : points) {
        days.push_back({.day = at.number, .first = value, .value = value});
    }
    REQUIRE(writer->state(account, metric, days));
    REQUIRE(writer->endPart());
    REQUIRE(store::recordChange(database, store::ChangeKind::Measurements, account, *run));
    REQUIRE(transaction->commit());
    return *run;
}

book::Applied TestBook::apply(const book::Edit& edit) {
    auto applied = book::apply(m_book, edit, tester());
    INFO((applied ? std::string() : applied.error().what + ": " + applied.error().found));
    REQUIRE(applied);
    return std::move(*applied);
}

std::shared_ptr<const Snapshot> TestBook::snapshot() {
    auto loaded = book::loadSnapshot(m_book);
    REQUIRE(loaded);
    return std::move(*loaded);
}

book::Person tester() {
    return {.name = u"Tess Ter"_s, .login = u"tess"_s};
}

std::string dump(book::Book& book) {
    store::Database& database = book.database();
    const QString text =
        rowsOf(database, "SELECT key, value FROM setting ORDER BY key", 2) +
        rowsOf(database, "SELECT id, key FROM account ORDER BY id", 2) +
        rowsOf(database,
               "SELECT account_id, key, from_day, value FROM attribute JOIN attribute_key ON id = key_id "
               "ORDER BY account_id, key, from_day",
               4) +
        rowsOf(database,
               "SELECT account_id, metric_id, first_day, hex(points) FROM series_chunk "
               "ORDER BY account_id, metric_id, first_day",
               4) +
        rowsOf(database,
               "SELECT account_id, metric_id, day, value, note, person_id, at FROM hand_value "
               "ORDER BY account_id, metric_id, day",
               7) +
        rowsOf(database,
               "SELECT id, account_id, target, key, score, first_day, last_day, entered_on, person_id, at, "
               "reason FROM override ORDER BY id",
               11) +
        rowsOf(database,
               "SELECT id, account_id, day, text, person_id, at, kind, pinned FROM note ORDER BY id",
               8) +
        rowsOf(database,
               "SELECT id, account_id, name, role, email, note, came_on, left_on, person_id, at FROM contact "
               "ORDER BY id",
               10) +
        rowsOf(database,
               "SELECT id, account_id, title, owner, due, metric, created_on, status, closed_on, "
               "close_reason, person_id, at FROM action ORDER BY id",
               12) +
        rowsOf(database,
               "SELECT account_id, day, kind, run_id, arr_change_cents, reason, ordinal FROM outcome "
               "ORDER BY account_id, day, kind, run_id",
               7) +
        rowsOf(database,
               "SELECT account_id, person_id, day, reasons FROM review ORDER BY account_id, person_id, day",
               4) +
        rowsOf(database, "SELECT name, content FROM saved_view ORDER BY name", 2);
    return text.toStdString();
}

std::string dump(const Snapshot& snapshot) {
    QString text;
    QTextStream out(&text);
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        out << "account " << (*snapshot.accounts)[account].key.c_str() << '\n';
        for (MetricIndex metric = 0; metric < snapshot.metricCount(); ++metric) {
            const Points points = snapshot.series[metric].of(account);
            for (std::size_t i = 0; i < points.size(); ++i) {
                out << "  " << snapshot.scorecard->metrics[metric].key.c_str() << ' ' << points.days[i] << ' '
                    << QString::number(points.values[i], 'g', 17) << '\n';
            }
        }
        QStringList attributes;
        for (const AttributeColumn& column : *snapshot.attributes) {
            for (std::size_t i = column.offsets[account]; i < column.offsets[account + 1]; ++i) {
                attributes.push_back(u"  %1 %2 %3\n"_s.arg(QString::fromStdString(column.key))
                                         .arg(column.days[i])
                                         .arg(QString::fromStdString((*snapshot.texts)[column.values[i]])));
            }
        }
        attributes.sort(); // the order of columns is nobody's business
        out << attributes.join(QString());
        for (const Override& each : snapshot.overridesOf(account)) {
            out << "  override " << each.id.value << ' ' << static_cast<int>(each.target) << each.key.c_str()
                << ' ' << each.score << ' ' << each.first.number << ' ' << each.last.number << ' '
                << each.author.c_str() << '\n';
        }
        for (const Outcome& each : snapshot.outcomesOf(account)) {
            out << "  outcome " << each.day.number << ' ' << static_cast<int>(each.kind) << ' '
                << each.arrChangeCents.value_or(-1) << ' ' << each.reason.c_str() << '\n';
        }
        for (const Action& each : snapshot.actionsOf(account)) {
            out << "  action " << each.id.value << ' ' << each.title.c_str() << ' ' << each.owner.c_str()
                << ' ' << each.due.value_or(Day{}).number << ' ' << each.createdOn.number << ' '
                << static_cast<int>(each.status) << ' ' << each.closedOn.value_or(Day{}).number << '\n';
        }
    }
    for (const Review& review : snapshot.reviews) {
        out << "review " << review.account << ' ' << review.person.c_str() << ' ' << review.day.number << ' '
            << review.reasons << '\n';
    }
    out << "settings " << snapshot.settings.currency.c_str() << ' ' << snapshot.settings.reasons.renewalDays
        << '\n';
    out << "measured " << snapshot.oldestMeasurement.value_or(Day{}).number << ' '
        << snapshot.newestMeasurement.value_or(Day{}).number << '\n';
    out.flush();
    return text.toStdString();
}

} // namespace hb::test
