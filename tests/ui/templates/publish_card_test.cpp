// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"
#include "ui/pages/templates/publish_card.h"

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

/// The card over a template, which is retired where a day is given.
struct Asked : test::WindowKit {
    std::unique_ptr<pages::TemplateDesk> desk;
    std::unique_ptr<pages::PublishCard> card;

    explicit Asked(std::optional<Day> retiredOn) {
        test::SnapshotBuilder builder;
        builder.metric(test::numberMetric("health"));
        const auto versions = [] {
            return std::vector{test::version({test::group("all", 1, {test::weighted("health", 1)})})};
        };
        Template digital = test::defaultTemplate(versions());
        digital.key = "digital";
        digital.isDefault = false;
        digital.retiredOn = retiredOn;
        digital.versions.front().appliesTo = {{"segment", {"Digital"}}};
        builder.tmpl(digital).tmpl(test::defaultTemplate(versions()));
        session.showSnapshot(builder.build());
        desk = std::make_unique<pages::TemplateDesk>(context);
        desk->open(u"digital"_s);
        card = std::make_unique<pages::PublishCard>(context, *desk);
        card->begin();
    }
    [[nodiscard]] QString words() const { return test::textOf(*card, "publishWords"); }
};

} // namespace

TEST_CASE("Publish card: a retired template comes into use again, and the card says so") {
    CHECK(Asked(test::day("2026-03-03"))
              .words()
              .contains(u"It was retired on 3 Mar: it comes into use again from that day on."_s));
    CHECK_FALSE(Asked(std::nullopt).words().contains(u"retired"_s));
}
