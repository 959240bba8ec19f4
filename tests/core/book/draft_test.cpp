// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_scorecard.h"
#include "core/book/edits.h"
#include "core/book/scorecard_into_book.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace Qt::StringLiterals;
using test::day;

namespace {

const Day today = day("2026-03-31");

struct Drafting {
    test::TestBook file;
    book::Book& book = file.book();
    book::Person ana{.name = u"Ana Lopez"_s, .login = u"ana"_s};

    std::shared_ptr<const Snapshot> snapshot() { return file.snapshot(); }
    Draft begin() {
        const auto now = snapshot();
        const Template& first = now->scorecard->templates.front();
        return book::draftOf(first, first.versions.back(), now->scorecard->metrics);
    }
    book::Applied apply(const book::Edit& edit) {
        auto applied = book::apply(book, edit, ana);
        REQUIRE(applied.has_value());
        return *std::move(applied);
    }
    bool isRefused(const book::Edit& edit) { return !book::apply(book, edit, ana).has_value(); }
    void keep(const Draft& draft) { apply(book::SetDraft{.key = draft.key, .draft = draft}); }
    Result<book::ScorecardReport> publish(const std::string& key, const char* from, std::string reason) {
        return book::publishDraft(
            book, {.key = key, .effectiveFrom = day(from), .reason = std::move(reason), .today = today}, ana);
    }
};

} // namespace

TEST_CASE("A draft") {
    Drafting kit;
    Draft draft = kit.begin();

    SECTION("is kept with all that is in it, whatever is missing, and scores nobody") {
        draft.version.groups[0].weight = 33.5;
        draft.version.groups[1].metrics.clear();
        draft.version.exceptions.push_back({.name = "Nothing yet", .when = {}});
        draft.charter.purpose = "Digital accounts";
        const auto before = kit.snapshot();
        kit.keep(draft);
        const auto after = kit.snapshot();
        REQUIRE(after->drafts.size() == 1);
        CHECK(after->drafts[0].draft == draft);
        CHECK(after->drafts[0].author == "Ana Lopez");
        CHECK(*after->scorecard == *before->scorecard);
    }
    SECTION("is patched into a snapshot that stands") {
        const auto before = kit.snapshot();
        const book::Applied applied = kit.apply(book::SetDraft{.key = draft.key, .draft = draft});
        CHECK(applied.changes.drafts);
        CHECK_FALSE(applied.changes.scorecard);
        const auto after = book::patchSnapshot(kit.book, before, applied.changes);
        REQUIRE(after.has_value());
        REQUIRE((*after)->drafts.size() == 1);
        CHECK((*after)->scorecard == before->scorecard); // shared: nothing else was read again
    }
    SECTION("goes back and forth by its inverse, author and time included") {
        kit.keep(draft);
        const SavedDraft first = kit.snapshot()->drafts[0];
        draft.version.groups[0].weight = 1;
        const book::Applied changed = kit.apply(book::SetDraft{.key = draft.key, .draft = draft});
        const auto back = book::apply(kit.book, changed.inverse, {.name = u"Ben"_s, .login = u"ben"_s});
        REQUIRE(back.has_value());
        CHECK(kit.snapshot()->drafts[0] == first);
        kit.apply(book::SetDraft{.key = draft.key, .draft = {}});
        CHECK(kit.snapshot()->drafts.empty());
    }
    SECTION("keeps only the rules that it changes, so that the book's may move on") {
        CHECK(draft.version.metrics.empty());
        const auto now = kit.snapshot();
        TemplateVersion old = now->scorecard->templates.front().versions.back();
        old.metrics.front().rule.validDays += 7;
        const Draft restored = book::draftOf(now->scorecard->templates.front(), old, now->scorecard->metrics);
        REQUIRE(restored.version.metrics.size() == 1);
        CHECK(restored.version.metrics.front().key == old.metrics.front().key);
    }
}

TEST_CASE("publishDraft") {
    Drafting kit;
    Draft draft = kit.begin();
    draft.version.groups[0].weight = 55;

    SECTION("makes the draft the next version, with day and reason, and the draft goes") {
        kit.keep(draft);
        const auto report = kit.publish(draft.key, "2026-03-15", "  Usage tells more ");
        REQUIRE(report.has_value());
        CHECK(report->newVersions == QStringList{u"default v2"_s});
        const auto after = kit.snapshot();
        CHECK(after->drafts.empty());
        const TemplateVersion& newest = after->scorecard->templates.front().versions.back();
        CHECK(newest.number == 2);
        CHECK(newest.groups[0].weight == 55);
        CHECK(newest.effectiveFrom == day("2026-03-15"));
        CHECK(newest.reason == "Usage tells more");
    }
    SECTION("is exactly what was shown before") {
        kit.keep(draft);
        const auto before = kit.snapshot();
        const auto shown = book::scorecardWith(
            *before->scorecard, draft, {.effectiveFrom = day("2026-03-15"), .today = today, .reason = "R"});
        REQUIRE(shown.has_value());
        REQUIRE(kit.publish(draft.key, "2026-03-15", "R").has_value());
        CHECK(*kit.snapshot()->scorecard == shown->scorecard);
    }
    SECTION("takes names and charter alone where nothing scores differently") {
        Draft renamed = kit.begin();
        renamed.name = "Everybody";
        renamed.charter.owner = "Ana Lopez";
        kit.keep(renamed);
        const auto report = kit.publish(renamed.key, "2026-03-31", "Names");
        REQUIRE(report.has_value());
        CHECK(report->newVersions.isEmpty());
        CHECK(report->descriptionsChanged);
        const auto after = kit.snapshot();
        const Template& each = after->scorecard->templates.front();
        CHECK(each.versions.size() == 1);
        CHECK(each.name == "Everybody");
        CHECK(each.charter.owner == "Ana Lopez");
    }
    SECTION("makes a template of its own, tried before the default") {
        Draft digital = book::duplicateOf(
            draft, book::freeTemplateKey(*kit.snapshot(), "Digital touch"), "Digital touch");
        CHECK(digital.key == "digital_touch");
        kit.keep(digital);
        const auto unready = kit.publish(digital.key, "2026-03-31", "Digital accounts are others");
        REQUIRE_FALSE(unready.has_value());
        CHECK(unready.error().found == "/applies_to: is required");
        CHECK(kit.snapshot()->drafts.size() == 1); // nothing is lost
        digital.version.appliesTo = {{.attribute = "segment", .values = {"Digital"}}};
        kit.keep(digital);
        REQUIRE(kit.publish(digital.key, "2026-03-31", "Digital accounts are others").has_value());
        const auto after = kit.snapshot();
        REQUIRE(after->scorecard->templates.size() == 2);
        CHECK(after->scorecard->templates[0].key == "digital_touch");
        CHECK(after->scorecard->templates[1].isDefault);
        CHECK(book::freeTemplateKey(*after, "Digital touch") == "digital_touch_2");
    }
    SECTION("with a changed rule makes a version of every template that uses the metric") {
        Draft digital = book::duplicateOf(draft, "digital", "Digital");
        digital.version.appliesTo = {{.attribute = "segment", .values = {"Digital"}}};
        kit.keep(digital);
        REQUIRE(kit.publish("digital", "2026-02-01", "New").has_value());
        Draft changed = kit.begin(); // of the template that now stands first
        REQUIRE(changed.key == "digital");
        const auto now = kit.snapshot();
        const std::string metric = changed.version.groups[0].metrics[0].metric;
        MetricRule rule = now->scorecard->metrics[now->findMetric(metric).value()].rule;
        rule.validDays += 10;
        changed.version.metrics = {{.key = metric, .rule = rule}};
        kit.keep(changed);
        const auto report = kit.publish("digital", "2026-03-31", "Longer");
        REQUIRE(report.has_value());
        CHECK(report->newVersions == QStringList{u"digital v2"_s, u"default v2"_s});
    }
    SECTION("leaves every template where it stood, retired ones too") {
        for (const char* key : {"one", "two", "three"}) {
            Draft other = book::duplicateOf(kit.begin(), key, key);
            other.version.appliesTo = {{.attribute = "segment", .values = {key}}};
            kit.keep(other);
            REQUIRE(kit.publish(key, "2026-03-01", "R").has_value());
        }
        kit.apply(book::RetireTemplate{.key = "two", .on = today});
        const auto keys = [&] {
            std::vector<std::string> all;
            const auto now = kit.snapshot();
            for (const Template& each : now->scorecard->templates) {
                all.push_back(each.key);
            }
            return all;
        };
        const std::vector<std::string> before{"one", "two", "three", "default"};
        REQUIRE(keys() == before);
        kit.keep(draft);
        REQUIRE(kit.publish(draft.key, "2026-03-31", "R").has_value());
        CHECK(keys() == before);
        const book::Applied ordered = kit.apply(book::OrderTemplates{.keys = {"three", "one"}});
        CHECK(keys() == std::vector<std::string>{"three", "two", "one", "default"});
        kit.apply(ordered.inverse);
        CHECK(keys() == before);
    }
    SECTION("of a retired template brings it into use again, with a version or without") {
        Draft other = book::duplicateOf(draft, "one", "One");
        other.version.appliesTo = {{.attribute = "segment", .values = {"one"}}};
        kit.keep(other);
        REQUIRE(kit.publish("one", "2026-03-01", "R").has_value());
        kit.apply(book::RetireTemplate{.key = "one", .on = today});
        kit.keep(other);
        REQUIRE(kit.publish("one", "2026-03-31", "Needed again").has_value());
        CHECK_FALSE(kit.snapshot()->scorecard->templates[0].retiredOn.has_value());
        CHECK(kit.snapshot()->scorecard->templates[0].versions.size() == 1);
        kit.apply(book::RetireTemplate{.key = "one", .on = today});
        other.version.minCoverage = 0.25;
        kit.keep(other);
        REQUIRE(kit.publish("one", "2026-03-31", "Kinder").has_value());
        CHECK_FALSE(kit.snapshot()->scorecard->templates[0].retiredOn.has_value());
        CHECK(kit.snapshot()->scorecard->templates[0].versions.size() == 2);
    }
    SECTION("leaves the rule of a metric that was taken out as it is") {
        Draft changed = kit.begin();
        const auto now = kit.snapshot();
        const std::string metric = changed.version.groups[1].metrics[0].metric;
        MetricRule rule = now->scorecard->metrics[now->findMetric(metric).value()].rule;
        rule.validDays += 10;
        changed.version.metrics = {{.key = metric, .rule = rule}};
        changed.version.groups[1].metrics.erase(changed.version.groups[1].metrics.begin());
        changed.version.exceptions.clear();
        kit.keep(changed);
        REQUIRE(kit.publish(changed.key, "2026-03-31", "R").has_value());
        CHECK(kit.snapshot()->scorecard->metrics == now->scorecard->metrics);
    }
    SECTION("refuses a day on which another template that gets a version has a later one") {
        Draft digital = book::duplicateOf(draft, "digital", "Digital");
        digital.version.appliesTo = {{.attribute = "segment", .values = {"Digital"}}};
        kit.keep(digital);
        REQUIRE(kit.publish("digital", "2026-02-01", "New").has_value());
        const auto first = kit.snapshot();
        Draft later = book::draftOf(first->scorecard->templates.back(),
                                    first->scorecard->templates.back().versions.back(),
                                    first->scorecard->metrics);
        later.version.groups[0].weight = 11;
        kit.keep(later);
        REQUIRE(kit.publish("default", "2026-05-01", "Later").has_value());
        Draft changed = kit.begin();
        const std::string metric = changed.version.groups[0].metrics[0].metric;
        MetricRule rule = first->scorecard->metrics[first->findMetric(metric).value()].rule;
        rule.validDays += 10;
        changed.version.metrics = {{.key = metric, .rule = rule}};
        kit.keep(changed);
        const auto refused = kit.publish("digital", "2026-04-01", "Longer");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().place == "default");
        CHECK(refused.error().expected.find("2026-05-01") != std::string::npos);
        CHECK(kit.publish("digital", "2026-05-01", "Longer").has_value());
    }
    SECTION("refuses") {
        kit.keep(draft);
        const auto codeOf = [](const auto& result) {
            REQUIRE_FALSE(result.has_value());
            return result.error().code;
        };
        CHECK(codeOf(kit.publish("nobody", "2026-03-31", "R")) == ErrorCode::NotFound);
        CHECK(codeOf(kit.publish(draft.key, "2026-03-31", " \n")) == ErrorCode::InvalidInput);
        CHECK(codeOf(kit.publish(draft.key, "1969-12-31", "R")) == ErrorCode::InvalidInput);
        draft.version.groups[0].weight = -1;
        draft.version.groups[1].metrics.clear();
        kit.keep(draft);
        const auto faulty = kit.publish(draft.key, "2026-03-31", "R");
        REQUIRE(codeOf(faulty) == ErrorCode::InvalidInput);
        CHECK(faulty.error().found ==
              "/groups/0/weight: must be >= 0\n/groups/1/metrics: must have at least 1 metric");
        CHECK(kit.snapshot()->scorecard->templates.front().versions.size() == 1);
        CHECK(kit.snapshot()->drafts.size() == 1);
    }
}

TEST_CASE("Edits of the catalogue and of templates") {
    Drafting kit;
    const auto before = kit.snapshot();

    SECTION("DescribeMetric changes words for every version and never a rule") {
        Metric metric = before->scorecard->metrics.front();
        metric.action = "Offer a session";
        metric.ownerTeam = "Support";
        const book::Applied applied = kit.apply(book::DescribeMetric{.metric = metric});
        CHECK(kit.snapshot()->scorecard->metrics.front() == metric);
        CHECK(kit.snapshot()->scorecard->templates == before->scorecard->templates);
        kit.apply(applied.inverse);
        CHECK(*kit.snapshot()->scorecard == *before->scorecard);
        metric.rule.validDays += 1;
        CHECK(kit.isRefused(book::DescribeMetric{.metric = metric}));
    }
    SECTION("A metric comes and goes while nothing refers to it") {
        const Metric metric = test::numberMetric("webinars", 90);
        const book::Applied added = kit.apply(book::AddMetric{.metric = metric, .position = 1});
        CHECK(kit.snapshot()->scorecard->metrics[1] == metric);
        const book::Applied removed = kit.apply(added.inverse);
        CHECK(*kit.snapshot()->scorecard == *before->scorecard);
        kit.apply(removed.inverse);
        CHECK(kit.snapshot()->scorecard->metrics[1] == metric);
        Draft draft = kit.begin();
        draft.version.groups[0].metrics.push_back(test::weighted("webinars", 1));
        kit.keep(draft);
        const auto refused = book::apply(kit.book, book::RemoveMetric{.key = "webinars"}, kit.ana);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == ErrorCode::Conflict);
        const std::string used = before->scorecard->metrics.front().key;
        CHECK(kit.isRefused(book::RemoveMetric{.key = used}));
        CHECK(kit.isRefused(book::AddMetric{.metric = metric}));
    }
    SECTION("Templates are ordered and retired, and come back") {
        for (const char* key : {"one", "two"}) {
            Draft draft = book::duplicateOf(kit.begin(), key, key);
            draft.version.appliesTo = {{.attribute = "segment", .values = {key}}};
            kit.keep(draft);
            REQUIRE(kit.publish(key, "2026-03-01", "R").has_value());
        }
        const auto keys = [&] {
            std::vector<std::string> all;
            const auto now = kit.snapshot();
            for (const Template& each : now->scorecard->templates) {
                all.push_back(each.key);
            }
            return all;
        };
        CHECK(keys() == std::vector<std::string>{"one", "two", "default"});
        const book::Applied ordered = kit.apply(book::OrderTemplates{.keys = {"two", "one"}});
        CHECK(keys() == std::vector<std::string>{"two", "one", "default"});
        kit.apply(ordered.inverse);
        CHECK(keys() == std::vector<std::string>{"one", "two", "default"});
        CHECK(kit.isRefused(book::OrderTemplates{.keys = {"one"}}));
        const book::Applied retired = kit.apply(book::RetireTemplate{.key = "one", .on = today});
        CHECK(kit.snapshot()->scorecard->templates[0].retiredOn == today);
        kit.apply(retired.inverse);
        CHECK_FALSE(kit.snapshot()->scorecard->templates[0].retiredOn.has_value());
        CHECK(kit.isRefused(book::RetireTemplate{.key = "default", .on = today}));
    }
}
