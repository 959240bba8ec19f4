// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/book_kit.h"

#include "core/book/draft_scorecard.h"

namespace hb::test {

TemplateBook::TemplateBook() {
    Metric logins = numberMetric("logins", 30);
    logins.name = "Logins";
    logins.unit = "logins";
    logins.category = "usage";
    Metric tickets = numberMetric("tickets", 14);
    tickets.name = "Open tickets";
    tickets.category = "support";
    Metric mood = levelMetric("mood", {{1, "Low", 0, ""}, {2, "High", 100, "They smile."}}, 90);
    mood.name = "Mood";
    Metric spare = numberMetric("spare");
    spare.name = "Spare metric";
    scorecard.goals = {{"nrr", "Net revenue retention", ""}};
    scorecard.metrics = {logins, tickets, mood, spare};
    const auto grouped = [](double weight, double tens) {
        Group usage = group("usage", 60, {weighted("logins", weight, {{0, 0}, {20, tens}})});
        usage.name = "Product usage";
        Group care = group("care", 40, {weighted("tickets", 1)});
        care.name = "Support";
        return std::vector<Group>{usage, care};
    };
    TemplateVersion first = version(grouped(60, 75), 1, day("2025-01-01"));
    TemplateVersion second = version(grouped(70, 75), 2, day("2026-01-01"));
    second.reason = "Logins matter more";
    TemplateVersion third = version(grouped(70, 70), 3, day("2026-05-01"));
    third.reason = "The curve was too kind";
    for (TemplateVersion* each : {&first, &second, &third}) {
        each->appliesTo = {{"segment", {"Enterprise"}}};
    }
    TemplateVersion digital = version(grouped(1, 100), 1, day("2025-01-01"));
    digital.appliesTo = {{"segment", {"Digital"}}};
    Charter charter;
    charter.purpose = "Renewals";
    charter.reviewMonths = 6;
    scorecard.templates = {{"enterprise", "Enterprise", false, {}, charter, {first, second, third}},
                           {"digital", "Digital", false, {}, {}, {digital}},
                           {"default", "Everyone else", true, {}, {}, {version(grouped(1, 100))}}};
    refresh();
}

void TemplateBook::refresh() {
    SnapshotBuilder builder;
    for (const Metric& metric : scorecard.metrics) {
        builder.metric(metric);
    }
    for (const Template& each : scorecard.templates) {
        builder.tmpl(each);
    }
    for (const char* key : {"a", "b", "c", "d", "e"}) {
        builder.account(key).measure(key, "logins", today - 2, 10);
        builder.attribute(key,
                          "segment",
                          day("2025-01-01"),
                          *key < 'd'    ? "Enterprise"
                          : *key == 'd' ? "Digital"
                                        : "Mid");
    }
    const auto built = builder.build();
    auto snapshot = std::make_shared<Snapshot>(*built);
    auto goals = std::make_shared<Scorecard>(*built->scorecard);
    goals->goals = scorecard.goals;
    snapshot->scorecard = goals;
    snapshot->drafts = drafts;
    auto now = std::make_shared<session::Moment>();
    now->snapshot = snapshot;
    now->scorer = std::make_shared<scoring::Scorer>(now->snapshot);
    now->book = scoring::bookOnDay(*now->scorer, today);
    now->day = today;
    moment = now;
}

pages::TemplateView TemplateBook::view(const char* key, bool isEditable) const {
    const Scorecard& now = *moment->snapshot->scorecard;
    const auto each = std::ranges::find(now.templates, key, &Template::key);
    REQUIRE(each != now.templates.end());
    return {.draft = book::draftOf(*each, each->versions.back(), now.metrics),
            .metrics = now.metrics,
            .moment = moment,
            .isEditable = isEditable};
}

} // namespace hb::test
