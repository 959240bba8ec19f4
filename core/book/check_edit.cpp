// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"

#include "core/book/edit_checks.h"
#include "core/exchange/number_text.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/hand_store.h"
#include "core/store/scorecard_store.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

Result<Metric> findMetric(store::Database& database, const char* what, MetricId metric) {
    HB_TRY(const std::vector<MetricId> ids, store::metricIds(database));
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    const auto at = std::ranges::find(ids, metric) - ids.begin();
    if (static_cast<std::size_t>(at) >= scorecard.metrics.size()) {
        return failure(
            {.code = ErrorCode::NotFound, .what = what, .found = "The metric is gone from the book"});
    }
    return std::move(scorecard.metrics[static_cast<std::size_t>(at)]);
}

bool isCurrency(const QString& text) {
    return text.size() == 3 && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// A parameter of the scoring: from 0 to 100, with at most 6 decimals.
bool isScore(double score) {
    constexpr std::size_t mostDecimals = 6;
    if (!std::isfinite(score) || score < 0 || score > 100) {
        return false;
    }
    const exchange::NumberText text(score);
    const std::size_t point = text.view().find('.');
    return point == std::string_view::npos || text.view().size() - point - 1 <= mostDecimals;
}

/// The account that is the parent of another on a day, by key; empty without.
Result<QString> parentOf(store::Database& database, AccountId account, Day day) {
    HB_TRY(const store::AttributeHistory history, store::attributeHistory(database, account, u"parent_id"_s));
    const auto after = history.upper_bound(day);
    if (history.empty()) {
        return QString();
    }
    return after == history.begin() ? after->second : std::prev(after)->second;
}

Result<void> checkParent(store::Database& database, const SetAttribute& edit) {
    constexpr auto what = "Could not set the parent";
    std::set<AccountId> met;
    QString key = *edit.value;
    while (!key.isEmpty()) {
        HB_TRY(const auto named, store::accountOfKey(database, key));
        if (!named) {
            return met.empty() ? invalid(what, key, "the id of an account of this book") : Result<void>();
        }
        HB_TRY(const AccountId parent, store::shownAccount(database, *named));
        if (parent == edit.account) {
            return invalid(what, *edit.value, "an account that is not below this one");
        }
        if (!met.insert(parent).second) {
            return {}; // the book held a cycle before
        }
        HB_TRY(key, parentOf(database, parent, edit.from));
    }
    return {};
}

/// The attributes that Healthbook itself reads have forms; all others are free text.
Result<void> checkKnownAttribute(store::Database& database, const SetAttribute& edit) {
    constexpr auto what = "Could not set the attribute";
    const QString& value = *edit.value;
    const std::string key = edit.key.toStdString();
    if (key == attribute::name && value.trimmed().isEmpty()) {
        return invalid(what, value, "a name");
    }
    if (value.isEmpty()) {
        return {};
    }
    if (key == attribute::arr && !parseCents(value.toStdString())) {
        return invalid(what, value, "an amount with at most two decimals, as 120000.5");
    }
    if (key == attribute::currency && !isCurrency(value)) {
        return invalid(what, value, "three capital letters, as USD");
    }
    if (key == attribute::renewalDate && !parseIsoDay(value.toStdString())) {
        return invalid(what, value, "a day as YYYY-MM-DD");
    }
    if (key == attribute::parentId) {
        return checkParent(database, edit);
    }
    return {};
}

Result<void> checkTarget(store::Database& database, const AddOverride& edit) {
    constexpr auto what = "Could not add the override";
    if (edit.target == OverrideTarget::Overall) {
        return edit.key.isEmpty() ? Result<void>()
                                  : invalid(what, edit.key, "no key: the whole score is overridden");
    }
    HB_TRY(const Scorecard scorecard, store::readScorecard(database));
    const std::string key = edit.key.toStdString();
    if (edit.target == OverrideTarget::Metric) {
        const bool isKnown =
            std::ranges::find(scorecard.metrics, key, &Metric::key) != scorecard.metrics.end();
        return isKnown ? Result<void>() : invalid(what, edit.key, "the key of a metric of this book");
    }
    for (const Template& each : scorecard.templates) {
        for (const TemplateVersion& version : each.versions) {
            if (std::ranges::find(version.groups, key, &Group::key) != version.groups.end()) {
                return {};
            }
        }
    }
    return invalid(what, edit.key, "the key of a group of a template of this book");
}

} // namespace

Result<void> checkEdit(store::Database& database, const SetMeasurement& edit) {
    constexpr auto what = "Could not set the value";
    HB_CHECK(checkAccount(database, what, edit.account));
    HB_TRY(const Metric metric, findMetric(database, what, edit.metric));
    HB_CHECK(checkDay(what, edit.day));
    if (!edit.value) {
        return {};
    }
    if (!metric.rule.series.empty()) {
        return invalid(what, QString::fromStdString(metric.key), "a metric with measurements of its own");
    }
    if (!std::isfinite(*edit.value)) {
        return invalid(what, QString::number(*edit.value), "a finite number");
    }
    const auto isOfLevel = [&](const Level& level) { return level.level == *edit.value; };
    if (metric.rule.kind == MetricKind::Level && std::ranges::none_of(metric.rule.levels, isOfLevel)) {
        return invalid(what, QString::number(*edit.value), "the number of one of the metric's levels");
    }
    return {};
}

Result<void> checkEdit(store::Database& database, const SetAttribute& edit) {
    constexpr auto what = "Could not set the attribute";
    HB_CHECK(checkAccount(database, what, edit.account));
    HB_CHECK(checkDay(what, edit.from));
    if (edit.key.trimmed().isEmpty() || edit.key != edit.key.trimmed()) {
        return invalid(what, edit.key, "the name of an attribute");
    }
    return edit.value ? checkKnownAttribute(database, edit) : Result<void>();
}

Result<void> checkEdit(store::Database& database, const AddOverride& edit) {
    constexpr auto what = "Could not add the override";
    HB_CHECK(checkAccount(database, what, edit.account));
    if (edit.id.isValid()) {
        return {}; // it was checked when it was entered
    }
    HB_CHECK(checkTarget(database, edit));
    HB_CHECK(checkDay(what, edit.first));
    HB_CHECK(checkDay(what, edit.last));
    if (!isScore(edit.score)) {
        return invalid(what,
                       QString::number(edit.score, 'g', QLocale::FloatingPointShortest),
                       "a score from 0 to 100 with at most 6 decimals");
    }
    if (edit.reason.trimmed().isEmpty()) {
        return invalid(what, {}, "a reason");
    }
    if (edit.first < edit.enteredOn) {
        return invalid(
            what, QString::fromStdString(toIsoText(edit.first)), "a first day that is not in the past");
    }
    if (edit.last < edit.first || edit.last - edit.first > longestOverrideDays) {
        return invalid(what,
                       QString::fromStdString(toIsoText(edit.last)),
                       "a last day from the first day to 90 days later");
    }
    return {};
}

Result<void> checkEdit(store::Database& database, const SetOverrideEnd& edit) {
    constexpr auto what = "Could not end the override";
    HB_CHECK(checkDay(what, edit.last));
    HB_TRY(const store::OverrideRow row, store::findOverride(database, edit.override));
    if (edit.last - row.first > longestOverrideDays) {
        return invalid(
            what, QString::fromStdString(toIsoText(edit.last)), "a last day at most 90 days after the first");
    }
    return {};
}

Result<void> checkEdit(store::Database& database, const SetReviewed& edit) {
    constexpr auto what = "Could not keep the review";
    HB_CHECK(checkAccount(database, what, edit.account));
    return checkDay(what, edit.day);
}

Result<void> checkEdit(store::Database& /*database*/, const SetSettings& edit) {
    constexpr auto what = "Could not change the settings of the book";
    const QString currency = QString::fromStdString(edit.settings.currency);
    if (!isCurrency(currency)) {
        return invalid(what, currency, "three capital letters, as USD");
    }
    const ReasonRules& rules = edit.settings.reasons;
    for (const double number : {double(rules.newlyRedDays),
                                rules.fallingPoints,
                                double(rules.renewalDays),
                                double(rules.championDays),
                                double(rules.leftAloneWeeks),
                                double(rules.silentDays),
                                rules.seatsFull}) {
        if (!std::isfinite(number) || number < 0 || number > 100'000) {
            return invalid(what, QString::number(number), "a number from 0 to 100000");
        }
    }
    return {};
}

Result<void> checkEdit(store::Database& /*database*/, const SetSavedView& edit) {
    return edit.name.trimmed().isEmpty() ? invalid("Could not save the view", edit.name, "a name")
                                         : Result<void>();
}

} // namespace hb::book
