// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/merge_scorecard.h"
#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/scorecard_samples.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb;
using namespace hb::book;
using namespace Qt::StringLiterals;

namespace {

const Day today = *parseIsoDay("2026-04-01");
const Day published = *parseIsoDay("2026-01-01");

/// Templates enterprise (from 2026-01-01) and default (from 2026-04-01), metrics logins, login_change,
/// tickets, exec.
Scorecard sample() {
    return *exchange::parseScorecard(test::wholeScorecard(), u"f"_s, today);
}

MergedScorecard
merged(const Scorecard& book, const Scorecard& file, const MergeOptions& options = {.today = today}) {
    auto result = mergeScorecard(book, file, options);
    if (!result) {
        FAIL(result.error().found);
    }
    CHECK(exchange::scorecardFaults(result->scorecard).isEmpty());
    return *std::move(result);
}

std::vector<std::string> keys(const Scorecard& scorecard) {
    std::vector<std::string> all;
    for (const Template& each : scorecard.templates) {
        all.push_back(each.key);
    }
    return all;
}

const Template& named(const Scorecard& scorecard, const std::string& key) {
    const auto found = std::find_if(scorecard.templates.begin(),
                                    scorecard.templates.end(),
                                    [&](const Template& each) { return each.key == key; });
    REQUIRE(found != scorecard.templates.end());
    return *found;
}

Template renamed(Template each, const std::string& key) {
    each.key = key;
    return each;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("mergeScorecard compares by meaning") {
    const Scorecard book = sample();
    Scorecard file = book;
    TemplateVersion& version = file.templates[0].versions[0];

    SECTION("nothing different, nothing made") {
        const MergedScorecard result = merged(book, file);
        CHECK(result.scorecard == book);
        CHECK(result.newVersions.empty());
        CHECK(result.retired.empty());
        CHECK_FALSE(result.descriptionsChanged);
    }
    SECTION("another day alone is no difference") {
        version.effectiveFrom = today;
        CHECK(merged(book, file).scorecard == book);
    }
    SECTION("nor is the order of what has none") {
        version.appliesTo[0].values = {"Enterprise", "", "Enterprise"};
        version.exceptions[1].when[2].values = {"loyal", ""};
        std::reverse(version.metrics.begin(), version.metrics.end());
        CHECK(merged(book, file).newVersions.empty());
    }
    SECTION("every part that scores makes a version") {
        const auto change = GENERATE(range(0, 17));
        CAPTURE(change);
        switch (change) {
        case 0:
            version.groups[0].weight = 61;
            break;
        case 1:
            version.groups[0].metrics[0].weight = 71;
            break;
        case 2:
            version.groups[0].metrics[0].curve[1].score = 51;
            break;
        case 3:
            version.groups[0].metrics[1].levels[0].score = 11;
            break;
        case 4:
            version.groups[0].metrics[0].whenStale = {};
            break;
        case 5:
            version.groups[0].metrics[0].whenMissing.reset();
            break;
        case 6:
            version.groups[0].rollup = Rollup::Mean;
            break;
        case 7:
            version.rollup = Rollup::Mean;
            break;
        case 8:
            version.scheme.ranges[1].from = 71;
            break;
        case 9:
            version.scheme.ranges[1].colour = Band::Red;
            break;
        case 10:
            version.minCoverage = 0.5;
            break;
        case 11:
            version.trend.days = 30;
            break;
        case 12:
            version.exceptions[0].score = 56;
            break;
        case 13:
            version.exceptions[1].when.pop_back();
            break;
        case 14:
            version.appliesTo[0].values = {"SMB"};
            break;
        case 15:
            std::swap(version.groups[0], version.groups[1]);
            break;
        default:
            version.groups[1].key = "support";
            break;
        }
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions == Texts{"enterprise v2"});
        const Template& after = named(result.scorecard, "enterprise");
        REQUIRE(after.versions.size() == 2);
        CHECK(after.versions[0] == book.templates[0].versions[0]);
        CHECK(after.versions[1].number == 2);
        CHECK(after.versions[1].groups == version.groups);
        CHECK(after.versions[1].effectiveFrom == today);
        CHECK_FALSE(result.descriptionsChanged);
    }
}

TEST_CASE("mergeScorecard changes descriptions in place") {
    const Scorecard book = sample();
    Scorecard file = book;

    SECTION("of everything that has a name") {
        file.goals[0].name = "Grow";
        file.metrics[0].name = "Sign-ins";
        file.metrics[0].ownerTeam = "Product";
        file.metrics[3].rule.levels[0].label = "Nobody";
        file.templates[0].name = "Big ones";
        file.templates[0].charter.purpose = "To sell";
        TemplateVersion& version = file.templates[0].versions[0];
        version.groups[0].name = "Use";
        version.scheme.ranges[0].label = "Bad";
        version.scheme.kind = SchemeKind::Numeric;
        version.exceptions[0].name = "Flood";
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions.empty());
        CHECK(result.descriptionsChanged);
        for (FrozenMetric& frozen : version.metrics) {
            if (frozen.key == "exec") {
                frozen.rule.levels[0].label = "Nobody";
            }
        }
        CHECK(result.scorecard == file);
    }
    SECTION("in older versions too: names are current") {
        file.templates[0].versions[0].groups[0].name = "Use";
        file.templates[0].versions[0].groups[0].weight = 10;
        file.metrics[3].rule.levels[1].label = "Friend";
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions == Texts{"enterprise v2"});
        CHECK(result.descriptionsChanged);
        const TemplateVersion& first = named(result.scorecard, "enterprise").versions[0];
        CHECK(first.groups[0].name == "Use");
        CHECK(first.groups[0].weight == 60);
        const auto exec = std::find_if(first.metrics.begin(),
                                       first.metrics.end(),
                                       [](const FrozenMetric& frozen) { return frozen.key == "exec"; });
        REQUIRE(exec != first.metrics.end());
        CHECK(exec->rule.levels[1].label == "Friend");
    }
    SECTION("the order of templates is one") {
        Scorecard two = book;
        two.templates.insert(two.templates.begin(), renamed(book.templates[0], "smb"));
        file.templates.insert(file.templates.begin() + 1, renamed(book.templates[0], "smb"));
        const MergedScorecard result = merged(two, file);
        CHECK(result.newVersions.empty());
        CHECK(result.descriptionsChanged);
        CHECK(keys(result.scorecard) == Texts{"enterprise", "smb", "default"});
    }
}

TEST_CASE("mergeScorecard and a metric whose rule changes") {
    const Scorecard book = sample();
    Scorecard file = book;

    SECTION("makes a version of every template that scores it, not of one that only reads it as a series") {
        file.metrics[0].rule.validDays = 60;
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions == Texts{"enterprise v2"});
        CHECK(named(result.scorecard, "enterprise").versions[0].metrics ==
              book.templates[0].versions[0].metrics);
        CHECK(named(result.scorecard, "enterprise").versions[1].metrics[0].rule.validDays == 60);
    }
    SECTION("also of templates that the file lacks") {
        file.metrics[2].rule.windowDays = 30;
        file.templates.erase(file.templates.begin());
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions == Texts{"enterprise v2"});
        const Template& enterprise = named(result.scorecard, "enterprise");
        CHECK(enterprise.versions[1].effectiveFrom == today);
        CHECK(enterprise.versions[1].groups == enterprise.versions[0].groups);
        CHECK(enterprise.versions[1].reason.empty());
    }
    SECTION("but not of retired ones") {
        Scorecard old = book;
        old.templates[0].retiredOn = published;
        file.templates.erase(file.templates.begin());
        file.metrics[2].rule.windowDays = 30;
        const MergedScorecard result = merged(old, file);
        CHECK(result.newVersions.empty());
        CHECK(named(result.scorecard, "enterprise").versions == old.templates[0].versions);
    }
    SECTION("is refused where a template that the file lacks could not score with it") {
        file.metrics[2].rule = file.metrics[3].rule;
        file.templates.erase(file.templates.begin());
        const auto result = mergeScorecard(book, file, {.today = today});
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().code == ErrorCode::InvalidInput);
        CHECK(result.error().found.find("/curve: is for number metrics alone") != std::string::npos);
        CHECK(mergeScorecard(book, file, {.prune = true, .today = today}).has_value());
    }
}

TEST_CASE("mergeScorecard and the day of a new version") {
    const Scorecard book = sample();
    Scorecard file = book;
    TemplateVersion& version = file.templates[0].versions[0];
    version.minCoverage = 0.75;
    const auto day = [&](const MergeOptions& options) {
        return named(merged(book, file, options).scorecard, "enterprise").versions.at(1).effectiveFrom;
    };

    SECTION("is the file's where it is later than the newest version's") {
        version.effectiveFrom = published + 1;
        CHECK(day({.today = today}) == published + 1);
    }
    SECTION("is today where it is not") {
        version.effectiveFrom = published;
        CHECK(day({.today = today}) == today);
        version.effectiveFrom = published - 100;
        CHECK(day({.today = today}) == today);
    }
    SECTION("is today where an older version takes effect later: it would never score") {
        Scorecard planned = book;
        planned.templates[0].versions.push_back(planned.templates[0].versions[0]);
        planned.templates[0].versions[1].number = 2;
        planned.templates[0].versions[1].effectiveFrom = published - 10;
        version.effectiveFrom = published - 5;
        CHECK(named(merged(planned, file).scorecard, "enterprise").versions.at(2).effectiveFrom == today);
    }
    SECTION("is the one asked for in any case") {
        version.effectiveFrom = published + 1;
        CHECK(day({.effectiveFrom = published - 5, .today = today}) == published - 5);
    }
    SECTION("of a template that is new to the book is the file's") {
        file.templates.insert(file.templates.begin(), renamed(file.templates[0], "smb"));
        file.templates[0].versions[0].effectiveFrom = published - 1000;
        const MergedScorecard result = merged(book, file);
        CHECK(result.newVersions == Texts{"smb v1", "enterprise v2"});
        CHECK(named(result.scorecard, "smb").versions.at(0).effectiveFrom == published - 1000);
    }
    SECTION("the reason given is kept with it") {
        const MergedScorecard result = merged(book, file, {.today = today, .reason = "Review of April"});
        CHECK(named(result.scorecard, "enterprise").versions[1].reason == "Review of April");
        CHECK(named(result.scorecard, "enterprise").versions[0].reason.empty());
    }
}

TEST_CASE("mergeScorecard and what the file lacks") {
    const Scorecard book = sample();
    Scorecard file = exchange::starterScorecard(today); // its default template has the same key

    SECTION("stays, behind the file's and before the default") {
        Template plan = renamed(book.templates[0], "plan");
        Scorecard three = book;
        three.templates.insert(three.templates.begin(), plan);
        Scorecard wanted = book;
        wanted.templates.erase(wanted.templates.begin());
        wanted.templates.insert(wanted.templates.begin(), renamed(book.templates[0], "new"));
        CHECK(keys(merged(three, wanted).scorecard) == Texts{"new", "plan", "enterprise", "default"});
    }
    SECTION("metrics and goals stay too") {
        const MergedScorecard result = merged(book, file);
        CHECK(result.scorecard.metrics.size() == book.metrics.size() + file.metrics.size());
        CHECK(result.scorecard.metrics.back() == book.metrics.back());
        CHECK(result.scorecard.goals.back() == book.goals.back());
        CHECK(result.newVersions == Texts{"default v2"});
        CHECK(result.retired.empty());
        CHECK(result.descriptionsChanged);
    }
    SECTION("is retired by prune, but not what was already") {
        Scorecard three = book;
        three.templates.insert(three.templates.begin(), renamed(book.templates[0], "old"));
        three.templates[0].retiredOn = published;
        const MergedScorecard result = merged(three, file, {.prune = true, .today = today});
        CHECK(result.retired == Texts{"enterprise"});
        CHECK(named(result.scorecard, "enterprise").retiredOn == today);
        CHECK(named(result.scorecard, "old").retiredOn == published);
        CHECK_FALSE(named(result.scorecard, "default").retiredOn.has_value());
    }
}

TEST_CASE("mergeScorecard and the default template") {
    const Scorecard book = sample();
    Scorecard file = book;
    file.templates[1].key = "everyone";

    SECTION("the file's becomes the book's; the former one is retired and still found for earlier days") {
        const MergedScorecard result = merged(book, file);
        CHECK(keys(result.scorecard) == Texts{"enterprise", "default", "everyone"});
        CHECK(result.retired == Texts{"default"});
        CHECK(named(result.scorecard, "default").retiredOn == today);
        CHECK(named(result.scorecard, "default").isDefault);
        CHECK_FALSE(named(result.scorecard, "everyone").retiredOn.has_value());
        CHECK(result.newVersions == Texts{"everyone v1"});
    }
    SECTION("the former one stays until the new one takes effect") {
        file.templates[1].versions[0].effectiveFrom = today + 60;
        CHECK(named(merged(book, file).scorecard, "default").retiredOn == today + 60);
    }
    SECTION("former ones stand in the order in which they were retired") {
        Scorecard third = book;
        third.templates[1].key = "third";
        const Scorecard now = merged(merged(book, file).scorecard, third, {.today = today + 30}).scorecard;
        CHECK(keys(now) == Texts{"enterprise", "default", "everyone", "third"});
        CHECK(named(now, "everyone").retiredOn == today + 30);
        CHECK(named(now, "default").retiredOn == today);
    }
    SECTION("a former one that the file has with a condition is an ordinary template") {
        Template former = book.templates[1];
        former.isDefault = false;
        former.versions[0].appliesTo = {{.attribute = "segment", .values = {"SMB"}}};
        file.templates.insert(file.templates.begin(), former);
        const MergedScorecard result = merged(book, file);
        CHECK(keys(result.scorecard) == Texts{"default", "enterprise", "everyone"});
        CHECK(result.retired.empty());
        CHECK(result.newVersions == Texts{"default v2", "everyone v1"});
    }
    SECTION("a retired template that the file has is in force again") {
        Scorecard old = book;
        old.templates[0].retiredOn = published;
        const MergedScorecard result = merged(old, book);
        CHECK(result.scorecard == book);
        CHECK(result.descriptionsChanged);
    }
}

TEST_CASE("mergeScorecard and a file with all versions") {
    Scorecard book = sample();
    Scorecard file = book;
    TemplateVersion second = file.templates[0].versions[0];
    second.number = 2;
    second.effectiveFrom = published + 10;
    second.reason = "Reviewed";
    second.minCoverage = 0.75;
    file.templates[0].versions.push_back(second);

    SECTION("gives an old book the newest alone") {
        book.templates[0].versions[0].groups[0].weight = 5;
        const MergedScorecard result = merged(book, file);
        const Template& enterprise = named(result.scorecard, "enterprise");
        REQUIRE(enterprise.versions.size() == 2);
        CHECK(enterprise.versions[0].groups[0].weight == 5);
        CHECK(enterprise.versions[1] == second);
    }
    SECTION("of the book itself changes nothing") {
        CHECK(merged(file, file).scorecard == file);
    }
    SECTION("its retired templates retire the book's and add none") {
        file.templates[0].retiredOn = published + 20;
        const MergedScorecard result = merged(book, file);
        CHECK(result.retired == Texts{"enterprise"});
        CHECK(named(result.scorecard, "enterprise").retiredOn == published + 20);
        CHECK(named(result.scorecard, "enterprise").versions == book.templates[0].versions);
        book.templates.erase(book.templates.begin());
        CHECK(keys(merged(book, file).scorecard) == Texts{"default"});
    }
}
