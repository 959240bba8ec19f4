// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/small_book.h"

namespace hb::test {

SmallBook::SmallBook() {
    builder.metric(numberMetric("health"))
        .tmpl(defaultTemplate({version({group("all", 1, {weighted("health", 1)})})}));
}

SmallBook& SmallBook::account(const std::string& key, double before, double now) {
    builder.account(key)
        .attribute(key, "name", day("2025-01-01"), "Name of " + key)
        .measure(key, "health", day("2025-03-30"), before)
        .measure(key, "health", day("2026-03-29"), now);
    return *this;
}

SmallBook& SmallBook::with(const std::string& key, const std::string& attribute, const std::string& value) {
    builder.attribute(key, attribute, day("2025-01-01"), value);
    return *this;
}

SmallBook fiveAccounts() {
    SmallBook book;
    book.account("fell", 90, 20).account("low", 60, 60).account("good", 90, 90).account("fine", 80, 80);
    book.builder.account("bare");
    for (const char* key : {"fell", "good"}) {
        book.with(key, "owner", "Ana Lopez").with(key, "segment", "Enterprise");
    }
    for (const char* key : {"low", "fine", "bare"}) {
        book.with(key, "owner", "Ben Okafor").with(key, "segment", "Mid");
    }
    return book;
}

} // namespace hb::test
