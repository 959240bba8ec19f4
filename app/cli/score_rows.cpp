// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/score_rows.h"

#include "core/scoring/reasons.h"

using namespace hb::scoring;

namespace hb::cli {

namespace {

const char* toText(Direction direction) {
    switch (direction) {
    case Direction::None:
        return "";
    case Direction::Up:
        return "up";
    case Direction::Down:
        return "down";
    case Direction::Steady:
        return "steady";
    }
    return "";
}

const char* toText(State state) {
    switch (state) {
    case State::Present:
        return "present";
    case State::Stale:
        return "stale";
    case State::Missing:
        return "missing";
    case State::Overridden:
        return "overridden";
    }
    return "";
}

const std::vector<Column> scoreColumns = {{"account_id"},
                                          {"name"},
                                          {"template"},
                                          {"version"},
                                          {"overall", Show::Score},
                                          {"band"},
                                          {"coverage", Show::Share},
                                          {"trend"},
                                          {"trend_change", Show::Points},
                                          {"computed", Show::Score},
                                          {"computed_band"},
                                          {"exception"},
                                          {"override"},
                                          {"reason"}};

const std::vector<Column> detailColumns = {{"account_id"},
                                           {"group"},
                                           {"metric"},
                                           {"value"},
                                           {"observed_on"},
                                           {"state"},
                                           {"held"},
                                           {"score", Show::Score},
                                           {"effective_share", Show::Share},
                                           {"points_lost", Show::Points}};

const TemplateVersion&
versionAt(const Snapshot& snapshot, std::size_t templateIndex, std::size_t versionIndex) {
    return snapshot.scorecard->templates[templateIndex].versions[versionIndex];
}

/// What a person has overridden: "overall;group:usage;metric:nps".
std::string overrideText(const Scorer& scorer, AccountIndex account, Day day) {
    const AccountDetail detail = scorer.detail(account, day);
    const CompiledVersion& compiled = scorer.version(detail.templateIndex, detail.versionIndex);
    const TemplateVersion& version = versionAt(scorer.snapshot(), detail.templateIndex, detail.versionIndex);
    std::string text = detail.overallOverride ? "overall" : "";
    const auto add = [&text](const std::string& target) { text += (text.empty() ? "" : ";") + target; };
    for (std::size_t g = 0; g < detail.groups.size(); ++g) {
        if (detail.groups[g].overridden) {
            add("group:" + version.groups[g].key);
        }
    }
    for (std::size_t m = 0; m < detail.metrics.size(); ++m) {
        if (detail.metrics[m].override) {
            add("metric:" + scorer.snapshot().scorecard->metrics[compiled.metrics[m].metric].key);
        }
    }
    return text;
}

void writeScore(
    OutputTable& table, const Scorer& scorer, const BookOnDay& book, AccountIndex account, Track which) {
    const Snapshot& snapshot = scorer.snapshot();
    const AccountScore& score = book.scores[account];
    const TrackScore& track = score.track(which);
    const TemplateVersion& version = versionAt(snapshot, score.templateIndex, score.versionIndex);
    const Trend& trend = book.trends[account];
    const bool hasTrend = trend.direction != Direction::None;
    const std::string exception =
        score.shown.exception < 0 ? ""
                                  : version.exceptions[static_cast<std::size_t>(score.shown.exception)].name;
    const std::string overridden = score.hasOverride ? overrideText(scorer, account, book.day) : "";
    const std::optional<Reason> reason = book.reasons[account].leading();
    table.row((*snapshot.accounts)[account].key,
              snapshot.nameOn(account, book.day),
              snapshot.scorecard->templates[score.templateIndex].key,
              std::int64_t{version.number},
              track.optionalScore(),
              bandText(track.band),
              track.coverage,
              orAbsent(toText(trend.direction)),
              hasTrend ? std::optional(trend.change) : std::nullopt,
              score.computed.optionalScore(),
              bandText(score.computed.band),
              orAbsent(exception),
              orAbsent(overridden),
              orAbsent(reason ? scoring::toText(*reason) : ""));
}

void writeDetail(OutputTable& table, const Scorer& scorer, AccountIndex account, Day day, Track track) {
    const Snapshot& snapshot = scorer.snapshot();
    const AccountDetail detail = scorer.detail(account, day, track);
    const CompiledVersion& compiled = scorer.version(detail.templateIndex, detail.versionIndex);
    const TemplateVersion& version = versionAt(snapshot, detail.templateIndex, detail.versionIndex);
    for (std::size_t m = 0; m < detail.metrics.size(); ++m) {
        const MetricDetail& metric = detail.metrics[m];
        const CompiledMetric& rule = compiled.metrics[m];
        table.row((*snapshot.accounts)[account].key,
                  version.groups[rule.group].key,
                  snapshot.scorecard->metrics[rule.metric].key,
                  metric.value.value,
                  metric.value.observedOn,
                  toText(metric.state),
                  metric.held,
                  metric.score,
                  metric.share,
                  metric.score ? std::optional(metric.share * (100 - *metric.score)) : std::nullopt);
    }
}

/// The accounts that are asked for, by key.
Result<std::vector<AccountIndex>> accountsOf(const Snapshot& snapshot, const ScoreQuery& query, Day day) {
    std::vector<AccountIndex> accounts;
    if (!query.account.isNull()) {
        HB_TRY(const AccountIndex account, findAccount(snapshot, query.account));
        accounts.push_back(account);
    } else {
        for (std::size_t i = 0; i < snapshot.accountCount(); ++i) {
            accounts.push_back(static_cast<AccountIndex>(i));
        }
    }
    if (query.living) {
        std::erase_if(accounts, [&](AccountIndex account) { return snapshot.isChurned(account, day); });
    }
    return accounts;
}

} // namespace

Result<ExitStatus> printScores(const Context& context, const ScoreQuery& query) {
    HB_TRY(const auto snapshot, context.readBook());
    HB_TRY(const std::vector<AccountIndex> accounts, accountsOf(*snapshot, query, context.asOf));
    const Scorer scorer(snapshot);
    const Track track = query.computed ? Track::Computed : Track::Shown;
    const auto table = context.table(query.detail ? detailColumns : scoreColumns, *snapshot);
    if (query.detail) {
        for (std::size_t i = 0; i < accounts.size() && table->isGood() && !context.job.stopped(); ++i) {
            writeDetail(*table, scorer, accounts[i], context.asOf, track);
        }
    } else {
        const BookOnDay book = bookOnDay(scorer, context.asOf, context.job.stop);
        for (std::size_t i = 0; i < accounts.size() && table->isGood() && !context.job.stopped(); ++i) {
            writeScore(*table, scorer, book, accounts[i], track);
        }
    }
    if (context.job.stopped()) {
        return cancelled();
    }
    HB_CHECK(table->finish());
    sayWhereDataEnds(context, *snapshot);
    return ExitStatus::Done;
}

const char* bandText(Band band) {
    switch (band) {
    case Band::Red:
        return "red";
    case Band::Yellow:
        return "yellow";
    case Band::Green:
        return "green";
    case Band::None:
        break;
    }
    return "none";
}

} // namespace hb::cli
