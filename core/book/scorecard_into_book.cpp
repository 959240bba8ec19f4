// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/scorecard_into_book.h"

#include "core/book/draft_scorecard.h"
#include "core/book/merge_scorecard.h"
#include "core/store/draft_store.h"
#include "core/store/journal.h"
#include "core/store/scorecard_store.h"
#include "core/store/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace hb::book {
namespace {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ScorecardReport& report) {
    return {{u"new_versions"_s, QJsonArray::fromStringList(report.newVersions)},
            {u"retired"_s, QJsonArray::fromStringList(report.retired)},
            {u"descriptions_changed"_s, report.descriptionsChanged}};
}

ScorecardReport reportOf(const MergedScorecard& merged) {
    return {.newVersions = toList(merged.newVersions),
            .retired = toList(merged.retired),
            .descriptionsChanged = merged.descriptionsChanged,
            .changes = {}};
}

/// What the journal says of a change to the scorecard.
struct Told {
    QString what;
    QJsonObject after;
};

Result<void>
write(store::Database& database, const Scorecard& scorecard, const Told& told, const Person& person) {
    HB_TRY(const store::PersonId by, store::personId(database, person.name, person.login));
    HB_CHECK(store::writeScorecard(database, scorecard, by));
    HB_CHECK(store::writeJournal(
        database,
        {.person = by,
         .what = told.what,
         .account = {},
         .before = {},
         .after = QString::fromUtf8(QJsonDocument(told.after).toJson(QJsonDocument::Compact))}));
    return store::recordChange(database, store::ChangeKind::Scorecard);
}

tl::unexpected<Error>
unpublishable(ErrorCode code, std::string found, std::string expected, std::string key) {
    return failure({.code = code,
                    .what = "Could not publish the draft",
                    .found = std::move(found),
                    .expected = std::move(expected),
                    .place = std::move(key)});
}

/// A version that took effect before the newest would score no day from then on: of the template itself, and
/// of those that a changed rule gives a version.
Result<void> checkDays(const Scorecard& before, const Scorecard& after, const PublishRequest& request) {
    for (const Template& each : after.templates) {
        const auto old = std::ranges::find(before.templates, each.key, &Template::key);
        if (old == before.templates.end() || old->versions.size() == each.versions.size()) {
            continue;
        }
        const Day newest =
            std::ranges::max_element(old->versions, {}, &TemplateVersion::effectiveFrom)->effectiveFrom;
        if (request.effectiveFrom < newest) {
            return unpublishable(ErrorCode::InvalidInput,
                                 toIsoText(request.effectiveFrom),
                                 toIsoText(newest) + " or later, the day of the newest version",
                                 each.key);
        }
    }
    return {};
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
    ScorecardReport report = reportOf(merged);
    if (merged.scorecard != before) {
        HB_CHECK(write(book.database(),
                       merged.scorecard,
                       {.what = u"import_scorecard"_s, .after = toJson(report)},
                       person));
        report.changes.scorecard = true;
        HB_TRY(report.changes.seq, store::newestChange(book.database()));
    }
    HB_CHECK(store::keepMetrics(book.database(), file.metrics));
    HB_CHECK(transaction.commit());
    return report;
}

Result<ScorecardReport> publishDraft(Book& book, const PublishRequest& request, const Person& person) {
    HB_CHECK(book.checkWritable());
    HB_TRY(auto transaction, store::Transaction::begin(book.database()));
    HB_TRY(const auto row, store::findDraft(book.database(), request.key));
    if (!row) {
        return unpublishable(
            ErrorCode::NotFound, "The template has no draft", "the key of one that has", request.key);
    }
    HB_TRY(const Scorecard before, store::readScorecard(book.database()));
    if (QString::fromStdString(request.reason).trimmed().isEmpty()) {
        return unpublishable(ErrorCode::InvalidInput, {}, "a reason: why the score changes", request.key);
    }
    HB_TRY(const MergedScorecard merged,
           scorecardWith(before,
                         row->draft,
                         {.effectiveFrom = request.effectiveFrom,
                          .today = request.today,
                          .reason = QString::fromStdString(request.reason).trimmed().toStdString()}));
    HB_CHECK(checkDays(before, merged.scorecard, request));
    ScorecardReport report = reportOf(merged);
    QJsonObject after = toJson(report);
    after[u"template"_s] = QString::fromStdString(request.key);
    after[u"effective_from"_s] = QString::fromStdString(toIsoText(request.effectiveFrom));
    after[u"reason"_s] = QString::fromStdString(request.reason);
    HB_CHECK(write(book.database(), merged.scorecard, {.what = u"publish_draft"_s, .after = after}, person));
    HB_CHECK(store::deleteDraft(book.database(), request.key));
    HB_CHECK(store::recordChange(book.database(), store::ChangeKind::Drafts));
    report.changes.scorecard = true;
    report.changes.drafts = true;
    HB_TRY(report.changes.seq, store::newestChange(book.database()));
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
