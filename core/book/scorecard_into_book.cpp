// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/scorecard_into_book.h"

#include "core/book/merge_scorecard.h"
#include "core/store/journal.h"
#include "core/store/scorecard_store.h"
#include "core/store/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hb::book {
namespace {

using namespace Qt::StringLiterals;

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list.append(QString::fromStdString(text));
    }
    return list;
}

QString journalText(const ScorecardReport& report) {
    const QJsonObject object{{u"new_versions"_s, QJsonArray::fromStringList(report.newVersions)},
                             {u"retired"_s, QJsonArray::fromStringList(report.retired)},
                             {u"descriptions_changed"_s, report.descriptionsChanged}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> write(store::Database& database,
                   const Scorecard& scorecard,
                   const ScorecardReport& report,
                   const Person& person) {
    HB_TRY(const store::PersonId by, store::personId(database, person.name, person.login));
    HB_CHECK(store::writeScorecard(database, scorecard, by));
    HB_CHECK(store::writeJournal(database,
                                 {.person = by,
                                  .what = u"import_scorecard"_s,
                                  .account = {},
                                  .before = {},
                                  .after = journalText(report)}));
    return store::recordChange(database, store::ChangeKind::Scorecard);
}

} // namespace

Result<ScorecardReport>
importScorecard(Book& book, const Scorecard& file, const ScorecardImport& options, const Person& person) {
    HB_CHECK(book.checkWritable());
    HB_TRY(auto transaction, store::Transaction::begin(book.database()));
    HB_TRY(const Scorecard before, store::readScorecard(book.database()));
    HB_TRY(const MergedScorecard merged,
           mergeScorecard(before,
                          file,
                          {.effectiveFrom = options.effectiveFrom,
                           .prune = options.prune,
                           .today = options.today,
                           .reason = options.reason.toStdString()}));
    ScorecardReport report{.newVersions = toList(merged.newVersions),
                           .retired = toList(merged.retired),
                           .descriptionsChanged = merged.descriptionsChanged,
                           .changes = {}};
    if (merged.scorecard != before) {
        HB_CHECK(write(book.database(), merged.scorecard, report, person));
        report.changes.scorecard = true;
        HB_TRY(report.changes.seq, store::newestChange(book.database()));
    }
    HB_CHECK(store::keepMetrics(book.database(), file.metrics));
    HB_CHECK(transaction.commit());
    return report;
}

Result<Scorecard> readScorecard(Book& book) {
    HB_TRY(auto transaction, store::Transaction::beginRead(book.database()));
    HB_TRY(Scorecard scorecard, store::readScorecard(book.database()));
    HB_CHECK(transaction.commit());
    return scorecard;
}

} // namespace hb::book
