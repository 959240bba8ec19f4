// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/import_book.h"

#include "core/book/import_into_book_parts.h"
#include "core/store/database.h"

namespace hb::test {

Scorecard importScorecard() {
    Scorecard scorecard;
    for (const char* key : {"logins", "tickets", "mood", "login_change"}) {
        Metric metric;
        metric.key = key;
        metric.name = key;
        scorecard.metrics.push_back(metric);
    }
    scorecard.metrics[2].rule.kind = MetricKind::Level;
    scorecard.metrics[2].rule.levels = {{1, "Bad", 0, ""}, {2, "Good", 100, ""}};
    scorecard.metrics[3].rule.series = "logins";
    scorecard.metrics[3].rule.aggregation = Aggregation::ChangePct;
    scorecard.metrics[3].rule.windowDays = 28;
    TemplateVersion version = test::version({group("all", 1, {weighted("logins", 1)})});
    version.metrics = {{.key = "logins", .rule = scorecard.metrics[0].rule}};
    scorecard.templates.push_back(defaultTemplate({version}));
    return scorecard;
}

ImportBook::ImportBook() : m_book(create()) {
    REQUIRE(m_book.database().execute(QStringLiteral("PRAGMA synchronous = OFF")));
}

ImportBook::~ImportBook() = default;

QString ImportBook::write(const QString& name, const QByteArray& text) {
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path(name);
}

QByteArray ImportBook::read(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

book::ImportRequest ImportBook::request(book::ImportKind kind) {
    book::ImportRequest request;
    request.kind = kind;
    request.date = Day{20'000};
    return request;
}

Result<book::ImportReport>
ImportBook::tryImport(book::ImportRequest request, const QList<QByteArray>& texts, const Job& job) {
    for (qsizetype i = 0; i < texts.size(); ++i) {
        request.files.append(write(QStringLiteral("file%1.csv").arg(i + 1), texts[i]));
    }
    return book::importIntoBookWithin(limits, m_book, request, ann, job);
}

book::ImportReport ImportBook::import(const book::ImportRequest& request, const QList<QByteArray>& texts) {
    auto report = tryImport(request, texts);
    requireOk(report);
    CHECK(report->read ==
          report->inserted + report->updated + report->unchanged + report->keptByHand + report->rejected);
    return *report;
}

book::ImportReport ImportBook::import(book::ImportKind kind, const QByteArray& text) {
    return import(request(kind), {text});
}

QStringList ImportBook::facts() {
    QStringList lines;
    const auto snapshot = book::loadSnapshot(m_book);
    requireOk(snapshot);
    const Snapshot& data = **snapshot;
    for (AccountIndex account = 0; account < data.accountCount(); ++account) {
        const QString key = QString::fromStdString((*data.accounts)[account].key);
        lines << QStringLiteral("account ") + key;
        for (const AttributeColumn& column : *data.attributes) {
            for (std::size_t i = column.offsets[account]; i < column.offsets[account + 1]; ++i) {
                lines << QStringLiteral("%1 %2 from %3: %4")
                             .arg(key,
                                  QString::fromStdString(column.key),
                                  QString::number(column.days[i]),
                                  QString::fromStdString((*data.texts)[column.values[i]]));
            }
        }
        addMeasurements(data, account, lines);
        for (const Outcome& outcome : data.outcomesOf(account)) {
            lines << QStringLiteral("%1 outcome %2 %3 %4 %5")
                         .arg(key,
                              QString::number(outcome.day.number),
                              QString::number(static_cast<int>(outcome.kind)),
                              outcome.arrChangeCents ? QString::number(*outcome.arrChangeCents) : QString(),
                              QString::fromStdString(outcome.reason));
        }
    }
    for (const Metric& metric : data.scorecard->metrics) {
        lines << QStringLiteral("metric ") + QString::fromStdString(metric.key);
    }
    lines << notes();
    lines.sort();
    return lines;
}

book::Book ImportBook::create() {
    auto book = book::Book::create(path(QStringLiteral("test.healthbook")), importScorecard());
    REQUIRE(book);
    return std::move(*book);
}

void ImportBook::addMeasurements(const Snapshot& data, AccountIndex account, QStringList& lines) {
    for (std::size_t metric = 0; metric < data.series.size(); ++metric) {
        const Points points = data.series[metric].of(account);
        for (std::size_t i = 0; i < points.size(); ++i) {
            lines << QStringLiteral("%1 %2 on %3 is %4")
                         .arg(QString::fromStdString((*data.accounts)[account].key),
                              QString::fromStdString(data.scorecard->metrics[metric].key),
                              QString::number(points.days[i]),
                              QString::number(points.values[i], 'g', 17));
        }
    }
}

QStringList ImportBook::notes() {
    QMap<QString, QString> inForce;
    auto rows = m_book.database().query(
        QStringLiteral("SELECT account.key, metric.key, day, note FROM measurement_note AS n "
                       "JOIN account ON account.id = n.account_id JOIN metric ON metric.id = n.metric_id "
                       "ORDER BY run_id"));
    requireOk(rows);
    while (rows->next()) {
        inForce[QStringLiteral("note %1 %2 %3: ")
                    .arg(rows->get<QString>(0), rows->get<QString>(1), rows->get<QString>(2))] =
            rows->get<QString>(3);
    }
    QStringList lines;
    for (auto at = inForce.begin(); at != inForce.end(); ++at) {
        if (!at.value().isEmpty()) {
            lines << at.key() + at.value();
        }
    }
    return lines;
}

} // namespace hb::test
