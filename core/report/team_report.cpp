// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/team_report.h"

#include "core/wording/numbers.h"
#include "core/wording/team_sentence.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::report {

using wording::fromUtf8;
using wording::Words;

TeamRow teamRow(const Snapshot& snapshot, MetricIndex metric, const analytics::RedAccount& account, Day day) {
    const AccountIndex who = account.who.account;
    return {.key = QString::fromStdString((*snapshot.accounts)[who].key),
            .name = fromUtf8(snapshot.nameOn(who, day)),
            .value = account.value ? wording::valueText(snapshot.scorecard->metrics[metric], *account.value)
                                   : QString(),
            .since = wording::redSinceText(account, day),
            .owner = fromUtf8(snapshot.attributeOn(who, attribute::owner, day)),
            .arr = account.who.cents ? wording::shortMoney(*account.who.cents, fromUtf8(account.who.currency))
                                     : QString()};
}

TeamCard teamCard(const Snapshot& snapshot, const analytics::OwnedMetric& metric) {
    const Metric& described = snapshot.scorecard->metrics[metric.metric];
    TeamCard card{.metric = wording::metricName(described),
                  .sentence = wording::ownedMetricSentence(snapshot, metric),
                  .help = wording::ownedHelpSentence(described),
                  .notCounted = wording::notCountedSentence(metric),
                  .weeks = wording::redWeeksSentence(snapshot, metric),
                  .shares = {},
                  .rows = {},
                  .more = metric.red.size()};
    for (const analytics::RedCount& week : metric.weeks) {
        card.shares.push_back(week.share());
    }
    return card;
}

TeamReport teamReport(const Snapshot& snapshot, const analytics::OwnedMetrics& owned, std::size_t mostRows) {
    TeamReport report{.team = fromUtf8(owned.team),
                      .headline = wording::ownedHeadline(snapshot, owned),
                      .unscored = wording::unscoredSentence(snapshot, owned),
                      .day = owned.day,
                      .cards = {}};
    for (const analytics::OwnedMetric& metric : owned.metrics) {
        TeamCard card = teamCard(snapshot, metric);
        const std::size_t shown = std::min(mostRows, metric.red.size());
        for (std::size_t row = 0; row < shown; ++row) {
            card.rows.push_back(teamRow(snapshot, metric.metric, metric.red[row], owned.day));
        }
        card.more = metric.red.size() - shown;
        report.cards.push_back(std::move(card));
    }
    return report;
}

Result<std::string> findTeam(const Scorecard& scorecard, const QString& name) {
    QStringList known;
    for (const std::string& team : analytics::ownerTeams(scorecard)) {
        known << QString::fromStdString(team);
        if (known.back().compare(name, Qt::CaseInsensitive) == 0) {
            return team;
        }
    }
    return failure({.code = ErrorCode::NotFound,
                    .what = "No metric is owned by this team",
                    .found = name.toStdString(),
                    .expected = known.isEmpty() ? "an owner team, of which the book has none"
                                                : "one of " + known.join(u", "_s).toStdString()});
}

QString teamText(const TeamReport& report) {
    QStringList lines{report.headline};
    for (const TeamCard& card : report.cards) {
        QStringList said{card.sentence, card.weeks, card.help, card.notCounted};
        said.removeAll(QString());
        lines << QString() << said;
        for (const TeamRow& row : card.rows) {
            QStringList parts{row.name, row.value, row.since, row.owner, row.arr};
            parts.removeAll(QString());
            lines << u"  "_s + parts.join(u" · "_s);
        }
        if (card.more > 0) {
            lines << u"  "_s + moreAccountsText(card.more);
        }
    }
    if (!report.unscored.isEmpty()) {
        lines << QString() << report.unscored;
    }
    return lines.join(u'\n') + u'\n';
}

exchange::Table
teamTable(const Snapshot& snapshot, const analytics::OwnedMetrics& owned, std::size_t mostRows) {
    using exchange::Cell;
    exchange::Table table{.name = fromUtf8(owned.team),
                          .head = {Words::tr("Metric"),
                                   Words::tr("Account"),
                                   Words::tr("Value"),
                                   Words::tr("Red since"),
                                   Words::tr("Owner"),
                                   Words::tr("ARR")},
                          .rows = {}};
    for (const analytics::OwnedMetric& metric : owned.metrics) {
        const Metric& described = snapshot.scorecard->metrics[metric.metric];
        const QString name = wording::metricName(described);
        const std::size_t shown = std::min(mostRows, metric.red.size());
        for (std::size_t row = 0; row < shown; ++row) {
            const analytics::RedAccount& red = metric.red[row];
            const AccountIndex who = red.who.account;
            const bool isLevel = described.rule.kind == MetricKind::Level;
            const Cell value = !red.value ? Cell()
                               : isLevel  ? Cell(wording::valueText(described, *red.value))
                                          : Cell(exchange::Number{.value = *red.value, .decimals = 2});
            table.rows.push_back(
                {Cell(name),
                 Cell(fromUtf8(snapshot.nameOn(who, owned.day))),
                 value,
                 red.since ? Cell(*red.since) : Cell(wording::redSinceText(red, owned.day)),
                 Cell(fromUtf8(snapshot.attributeOn(who, attribute::owner, owned.day))),
                 red.who.cents
                     ? Cell(exchange::Money{.cents = *red.who.cents, .currency = fromUtf8(red.who.currency)})
                     : Cell()});
        }
    }
    return table;
}

QString moreAccountsText(std::size_t more) {
    const auto count = static_cast<int>(more);
    return count == 1 ? Words::tr("%Ln more account", nullptr, count)
                      : Words::tr("%Ln more accounts", nullptr, count);
}

QString wroteTeamReport(const TeamReport& report, const QString& path) {
    const auto count = static_cast<int>(report.cards.size());
    return (count == 1 ? Words::tr("Wrote what %1 owns, %n metric, to %2.", nullptr, count)
                       : Words::tr("Wrote what %1 owns, %n metrics, to %2.", nullptr, count))
        .arg(report.team, path);
}

} // namespace hb::report
