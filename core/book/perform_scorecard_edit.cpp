// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/perform_edit.h"
#include "core/book/scoring_part.h"
#include "core/exchange/scorecard_json.h"
#include "core/store/draft_store.h"
#include "core/store/scorecard_store.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace hb::book {

using namespace Qt::StringLiterals;
using store::ChangeKind;
using store::Database;
using store::PersonId;

namespace {

tl::unexpected<Error>
refused(ErrorCode code, const char* what, std::string found, std::string expected, std::string key) {
    return failure({.code = code,
                    .what = what,
                    .found = std::move(found),
                    .expected = std::move(expected),
                    .place = std::move(key)});
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// A change to the scorecard as a whole, written where it is sound.
Result<Done> change(Database& database, const char* what, const Scorecard& scorecard, Done done) {
    if (const QStringList faults = exchange::scorecardFaults(scorecard); !faults.isEmpty()) {
        return failure(
            {.code = ErrorCode::InvalidInput, .what = what, .found = faults.join(u'\n').toStdString()});
    }
    HB_CHECK(store::writeScorecard(database, scorecard));
    done.kind = ChangeKind::Scorecard;
    return done;
}

/// Drafts come and go by the dozen while a slider moves and score nobody: the journal says that, not what
/// stood in them.
QJsonObject toJson(const store::DraftRow& row) {
    return {{u"template"_s, text(row.draft.key)},
            {u"name"_s, text(row.draft.name)},
            {u"based_on"_s, row.draft.basedOn}};
}

QJsonObject toJson(const Metric& metric) {
    return {{u"metric"_s, text(metric.key)},
            {u"name"_s, text(metric.name)},
            {u"unit"_s, text(metric.unit)},
            {u"category"_s, text(metric.category)},
            {u"source"_s, text(metric.source)},
            {u"owner_team"_s, text(metric.ownerTeam)},
            {u"action"_s, text(metric.action)},
            {u"goal"_s, text(metric.goal)},
            {u"actionable"_s, metric.actionable},
            {u"help"_s, text(metric.help)}};
}

QJsonObject toJson(const std::vector<Goal>& goals) {
    QJsonArray all;
    for (const Goal& goal : goals) {
        all.append(QJsonObject{
            {u"goal"_s, text(goal.key)}, {u"name"_s, text(goal.name)}, {u"parent"_s, text(goal.parent)}});
    }
    return {{u"goals"_s, all}};
}

std::vector<std::string> orderOf(const Scorecard& scorecard) {
    std::vector<std::string> keys;
    for (const Template& each : scorecard.templates) {
        if (!each.isDefault && !each.retiredOn) {
            keys.push_back(each.key);
        }
    }
    return keys;
}

QJsonObject toJson(const std::vector<std::string>& keys) {
    QJsonArray order;
    for (const std::string& key : keys) {
        order.append(text(key));
    }
    return {{u"order"_s, order}};
}

} // namespace

Result<Done> perform(Database& database, const SetDraft& edit, PersonId acting) {
    HB_TRY(const auto before, store::findDraft(database, edit.key));
    Done done{.inverse = {}, .kind = ChangeKind::Drafts, .account = {}, .what = u"set_draft"_s};
    SetDraft inverse{.key = edit.key, .draft = {}};
    if (before) {
        inverse.draft = before->draft;
        HB_TRY(inverse.origin, originOf(database, before->person, before->at));
        done.before = toJson(*before);
    }
    if (edit.draft) {
        if (edit.draft->key != edit.key || edit.key.empty()) {
            return refused(ErrorCode::InvalidInput,
                           "Could not keep the draft",
                           edit.draft->key,
                           "the key of its template",
                           edit.key);
        }
        HB_TRY(const Stamp stamp, stampOf(database, edit.origin, acting));
        const store::DraftRow row{.draft = *edit.draft, .person = stamp.person, .author = {}, .at = stamp.at};
        HB_CHECK(store::writeDraft(database, row));
        done.after = toJson(row);
    } else if (before) {
        HB_CHECK(store::deleteDraft(database, edit.key));
    } else {
        return refused(ErrorCode::NotFound, "Could not throw the draft away", "There is none", {}, edit.key);
    }
    done.inverse = std::move(inverse);
    return done;
}

Result<Done> perform(Database& database, const DescribeMetric& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not change the metric";
    HB_TRY(Scorecard wanted, store::readScorecard(database));
    const auto metric = std::ranges::find(wanted.metrics, edit.metric.key, &Metric::key);
    if (metric == wanted.metrics.end()) {
        return refused(ErrorCode::NotFound, what, "There is no such metric", {}, edit.metric.key);
    }
    if (scoringPart(metric->rule) != scoringPart(edit.metric.rule)) {
        return refused(
            ErrorCode::InvalidInput, what, "Its rule is another", "the rule as it is", edit.metric.key);
    }
    const Metric old = std::exchange(*metric, edit.metric);
    for (Template& each : wanted.templates) {
        for (TemplateVersion& version : each.versions) {
            takeLevelLabels(version, wanted.metrics);
        }
    }
    return change(database,
                  what,
                  wanted,
                  {.inverse = DescribeMetric{.metric = old},
                   .account = {},
                   .what = u"describe_metric"_s,
                   .before = toJson(old),
                   .after = toJson(edit.metric)});
}

Result<Done> perform(Database& database, const AddMetric& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not add the metric";
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    const std::size_t at =
        std::min(edit.position.value_or(scorecard.metrics.size()), scorecard.metrics.size());
    scorecard.metrics.insert(scorecard.metrics.begin() + static_cast<std::ptrdiff_t>(at), edit.metric);
    return change(database,
                  what,
                  scorecard,
                  {.inverse = RemoveMetric{.key = edit.metric.key},
                   .account = {},
                   .what = u"add_metric"_s,
                   .after = toJson(edit.metric)});
}

Result<Done> perform(Database& database, const RemoveMetric& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not remove the metric";
    HB_TRY(const Scorecard scorecard, store::readScorecard(database));
    HB_TRY(const std::vector<MetricId> ids, store::metricIds(database));
    const auto found = std::ranges::find(scorecard.metrics, edit.key, &Metric::key);
    if (found == scorecard.metrics.end()) {
        return refused(ErrorCode::NotFound, what, "There is no such metric", {}, edit.key);
    }
    const auto at = static_cast<std::size_t>(found - scorecard.metrics.begin());
    HB_TRY(const bool isReferred, store::isMetricReferred(database, ids[at]));
    if (isReferred) {
        return refused(ErrorCode::Conflict,
                       what,
                       "It has measurements, or a template, a draft or another metric uses it",
                       {},
                       edit.key);
    }
    HB_CHECK(store::deleteMetric(database, ids[at]));
    return Done{.inverse = AddMetric{.metric = *found, .position = at},
                .kind = ChangeKind::Scorecard,
                .account = {},
                .what = u"remove_metric"_s,
                .before = toJson(*found)};
}

Result<Done> perform(Database& database, const SetGoals& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not change the goals";
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    for (const Goal& goal : edit.goals) {
        if (text(goal.name).trimmed().isEmpty()) {
            return refused(ErrorCode::InvalidInput, what, {}, "a name", goal.key);
        }
    }
    const std::vector<Goal> before = std::exchange(scorecard.goals, edit.goals);
    return change(database,
                  what,
                  scorecard,
                  {.inverse = SetGoals{.goals = before},
                   .account = {},
                   .what = u"set_goals"_s,
                   .before = toJson(before),
                   .after = toJson(edit.goals)});
}

Result<Done> perform(Database& database, const OrderTemplates& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not change the order of the templates";
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    const std::vector<std::string> before = orderOf(scorecard);
    if (!std::ranges::is_permutation(before, edit.keys)) {
        return refused(ErrorCode::Conflict, what, "The templates are others by now", {}, {});
    }
    // Retired ones stay where they are: a past day tries them there.
    std::vector<Template> ordered;
    for (const std::string& key : edit.keys) {
        ordered.push_back(*std::ranges::find(scorecard.templates, key, &Template::key));
    }
    auto next = ordered.begin();
    for (Template& each : scorecard.templates) {
        if (!each.isDefault && !each.retiredOn) {
            each = *next++;
        }
    }
    return change(database,
                  what,
                  scorecard,
                  {.inverse = OrderTemplates{.keys = before},
                   .account = {},
                   .what = u"order_templates"_s,
                   .before = toJson(before),
                   .after = toJson(edit.keys)});
}

Result<Done> perform(Database& database, const RetireTemplate& edit, PersonId /*acting*/) {
    constexpr auto what = "Could not retire the template";
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    const auto found = std::ranges::find(scorecard.templates, edit.key, &Template::key);
    if (found == scorecard.templates.end()) {
        return refused(ErrorCode::NotFound, what, "There is no such template", {}, edit.key);
    }
    if (found->isDefault) {
        return refused(ErrorCode::InvalidInput,
                       what,
                       "It is the default",
                       "a template that another stands behind",
                       edit.key);
    }
    const std::optional<Day> before = std::exchange(found->retiredOn, edit.on);
    const auto toObject = [&](const std::optional<Day>& on) {
        return QJsonObject{{u"template"_s, text(edit.key)},
                           {u"retired_on"_s, on ? QJsonValue(text(toIsoText(*on))) : QJsonValue()}};
    };
    return change(database,
                  what,
                  scorecard,
                  {.inverse = RetireTemplate{.key = edit.key, .on = before},
                   .account = {},
                   .what = u"retire_template"_s,
                   .before = toObject(before),
                   .after = toObject(edit.on)});
}

} // namespace hb::book
