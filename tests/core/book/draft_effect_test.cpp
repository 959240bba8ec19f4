// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_effect.h"
#include "core/book/edits.h"
#include "core/book/scorecard_into_book.h"
#include "core/book/upkeep.h"
#include "core/exchange/scorecard_json.h"
#include "core/wording/effect_sentence.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QTemporaryDir>

#include <functional>

using namespace hb;
using namespace Qt::StringLiterals;
using test::day;

namespace {

struct Demo {
    QTemporaryDir folder;
    QString path = folder.filePath(u"demo.healthbook"_s);
    Day today = day("2026-03-31");
    std::optional<book::Book> file;
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<scoring::AccountScore> scores;
    book::EffectBase base;

    Demo() {
        REQUIRE(book::createDemoBook(path, today).has_value());
        auto opened = book::Book::open(path);
        REQUIRE(opened.has_value());
        file.emplace(std::move(*opened));
        snapshot = *book::loadSnapshot(*file);
        scores = scoring::Scorer(snapshot).scoreBook(today);
        base = {.snapshot = snapshot,
                .scores = scoring::shownTracks(scores),
                .living = analytics::livingByArr(*snapshot, today),
                .day = today};
    }
    [[nodiscard]] Draft draft() const {
        const Template& each = snapshot->scorecard->templates.back();
        return book::draftOf(each, each.versions.back(), snapshot->scorecard->metrics);
    }
};

bool isSame(const scoring::TrackScore& a, const scoring::TrackScore& b) {
    return (a.score == b.score || (!a.hasScore() && !b.hasScore())) && a.band == b.band &&
           a.coverage == b.coverage;
}

} // namespace

TEST_CASE("draftEffect") {
    Demo demo;
    Draft draft = demo.draft();

    SECTION("of a draft that changes nothing is nothing") {
        const book::DraftEffect effect = book::draftEffect(demo.base, draft);
        CHECK(effect.faults.isEmpty());
        CHECK(effect.newVersions.isEmpty());
        CHECK(effect.movement.movers.empty());
        CHECK(wording::movementHeadline(effect.movement) == u"No account changes its score."_s);
    }
    SECTION("is what publishing does, to the last bit") {
        draft.version.scheme.ranges[1].from = 62;
        draft.version.groups[0].weight *= 3;
        const book::DraftEffect effect = book::draftEffect(demo.base, draft);
        REQUIRE(effect.faults.isEmpty());
        REQUIRE_FALSE(effect.movement.movers.empty());
        const book::Person ana{.name = u"Ana"_s, .login = u"ana"_s};
        REQUIRE(book::apply(*demo.file, book::SetDraft{.key = draft.key, .draft = draft}, ana).has_value());
        REQUIRE(book::publishDraft(
                    *demo.file,
                    {.key = draft.key, .effectiveFrom = demo.today, .reason = "R", .today = demo.today},
                    ana)
                    .has_value());
        const auto published = *book::loadSnapshot(*demo.file);
        const auto now = scoring::Scorer(published).scoreBook(demo.today);
        REQUIRE(now.size() == effect.scores.size());
        std::size_t differing = 0;
        for (std::size_t account = 0; account < now.size(); ++account) {
            differing += isSame(now[account].shown, effect.scores[account]) ? 0U : 1U;
        }
        CHECK(differing == 0);
        CHECK(effect.newVersions.size() == 1);
        CHECK(wording::movementHeadline(effect.movement).contains(u"change band, $"_s));
    }
    SECTION("of a draft that is not ready is its faults") {
        draft.version.groups[0].weight = -1;
        const book::DraftEffect effect = book::draftEffect(demo.base, draft);
        CHECK(effect.faults == QStringList{u"/groups/0/weight: must be >= 0"_s});
        CHECK(effect.after == nullptr);
    }
    SECTION("of a template of its own takes its accounts from the default") {
        Draft digital = book::duplicateOf(draft, "digital", "Digital");
        const std::string_view segment = demo.snapshot->attributeOn(0, attribute::segment, demo.today);
        digital.version.appliesTo = {{.attribute = "segment", .values = {std::string(segment)}}};
        digital.version.minCoverage = 1;
        const book::DraftEffect effect = book::draftEffect(demo.base, digital);
        REQUIRE(effect.faults.isEmpty());
        std::size_t matched = 0;
        for (AccountIndex account = 0; account < demo.snapshot->accountCount(); ++account) {
            const bool isDigital =
                demo.snapshot->attributeOn(account, attribute::segment, demo.today) == segment;
            const std::size_t at = effect.after->versionOf(account, demo.today).templateIndex;
            const auto& tmpl = effect.after->snapshot().scorecard->templates[at];
            CHECK((tmpl.key == "digital") == isDigital);
            matched += isDigital ? 1U : 0U;
        }
        CHECK(matched > 0);
    }
    SECTION("that follows another is as if it had been worked out alone") {
        const auto follow = [&](const std::function<void(TemplateVersion&)>& move) {
            book::DraftEffect last = book::draftEffect(demo.base, draft);
            for (int step = 0; step < 3; ++step) {
                move(draft.version);
                book::DraftEffect next = book::draftEffect(demo.base, draft, &last);
                const book::DraftEffect alone = book::draftEffect(demo.base, draft);
                REQUIRE(next.faults == alone.faults);
                CHECK(next.newVersions == alone.newVersions);
                CHECK(next.movement.cells == alone.movement.cells);
                CHECK(next.movement.rescored == alone.movement.rescored);
                REQUIRE(next.movement.movers.size() == alone.movement.movers.size());
                for (std::size_t at = 0; at < next.movement.movers.size(); ++at) {
                    CHECK(next.movement.movers[at].who.account == alone.movement.movers[at].who.account);
                }
                CHECK_THAT(next.movement.coverageAfter, test::WithinAbs(alone.movement.coverageAfter, 1e-9));
                last = std::move(next);
            }
            return last.columns != nullptr;
        };
        CHECK(follow([](TemplateVersion& version) { version.groups[0].weight += 20; }));
        CHECK(follow([](TemplateVersion& version) { version.scheme.ranges[2].from += 2; }));
        CHECK(follow([](TemplateVersion& version) { version.minCoverage += 0.125; }));
        CHECK(follow([](TemplateVersion& version) { version.groups[0].metrics[0].curve.back().score -= 7; }));
        // What has a score is another, or what there is: the columns do not serve, the effect is right.
        follow([](TemplateVersion& version) {
            for (Group& group : version.groups) {
                group.metrics[0].whenStale = {.rule = WhenStale::Rule::Keep, .target = 0};
            }
        });
        follow([](TemplateVersion& version) { version.groups.pop_back(); });
    }
    SECTION("says why an account moves") {
        draft.version.groups[0].weight = 0;
        const book::DraftEffect effect = book::draftEffect(demo.base, draft);
        REQUIRE_FALSE(effect.movement.movers.empty());
        const scoring::Scorer before(demo.snapshot);
        const AccountIndex account = effect.movement.movers.front().who.account;
        const auto change = scoring::explainDifference(before, *effect.after, account, demo.today);
        const QString why = wording::moverReason(*effect.after, change);
        CHECK((why.startsWith(u"mostly "_s) || why.startsWith(u"all of it "_s)));
    }
}

TEST_CASE("versionJson is a scorecard file that scores as the version did") {
    Demo demo;
    const Template& each = demo.snapshot->scorecard->templates.back();
    const QByteArray json = book::versionJson(*demo.snapshot->scorecard, each, each.versions.front());
    const auto read = exchange::parseScorecard(json, u"v.json"_s, demo.today);
    REQUIRE(read.has_value());
    REQUIRE(read->templates.size() == 1);
    CHECK(read->templates[0].versions[0].groups == each.versions.front().groups);
}
