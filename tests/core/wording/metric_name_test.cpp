// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/compare_sentence.h"
#include "core/wording/prevalence_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;

TEST_CASE("a metric without a name is called by its key, wherever it is spoken of") {
    const test::InEnglish english;
    Metric nameless = test::numberMetric("open_tickets");
    nameless.name.clear();
    test::SnapshotBuilder builder;
    builder.metric(nameless).tmpl(
        test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("open_tickets", 1)})})}));
    const auto book = builder.build();
    CHECK(prevalenceSentence(*book, {}, Day{0}, Day{30}) == u"open_tickets: no account has a score of it."_s);
    CHECK(subjectName(*book, {}) == u"open_tickets"_s);
}
