// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/seen_red.h"

#include "ui/settings/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::session {

namespace {

constexpr int partsOfLine = 3; // red, day, key: the key last, which may hold anything

QString lineOf(const SeenRed& seen) {
    return u"%1 %2 "_s.arg(seen.red).arg(seen.day.number) + QString::fromStdString(seen.metric);
}

} // namespace

std::vector<SeenRed> readSeenRed(const BookSession& session, const settings::Settings& settings) {
    std::vector<SeenRed> seen;
    for (const QString& line : settings.get(settings::ofBook(settings::seenRed, session.path()))) {
        if (line.count(u' ') >= partsOfLine - 1) {
            seen.push_back({.metric = line.section(u' ', partsOfLine - 1).toStdString(),
                            .red = line.section(u' ', 0, 0).toULong(),
                            .day = Day{line.section(u' ', 1, 1).toInt()}});
        }
    }
    return seen;
}

void rememberSeenRed(const BookSession& session,
                     settings::Settings& settings,
                     const Snapshot& of,
                     const analytics::OwnedMetrics& owned) {
    std::vector<SeenRed> seen = readSeenRed(session, settings);
    for (const analytics::OwnedMetric& metric : owned.metrics) {
        const std::string& key = of.scorecard->metrics[metric.metric].key;
        std::erase_if(seen, [&](const SeenRed& each) { return each.metric == key; });
        seen.push_back({.metric = key, .red = metric.now.red.accounts, .day = owned.day});
    }
    std::ranges::sort(seen, {}, &SeenRed::metric);
    QStringList lines;
    for (const SeenRed& each : seen) {
        lines << lineOf(each);
    }
    settings.set(settings::ofBook(settings::seenRed, session.path()), lines);
}

const SeenRed* findSeen(const std::vector<SeenRed>& seen, const std::string& metric) {
    const auto found = std::ranges::find(seen, metric, &SeenRed::metric);
    return found == seen.end() ? nullptr : &*found;
}

std::string teamOfWho(const BookSession& session, const settings::Settings& settings) {
    const std::vector<std::string> teams = analytics::ownerTeams(*session.snapshot().scorecard);
    const settings::Who who = session.who();
    for (const QString& name : {who.role == settings::Role::TeamMember ? who.team : QString(),
                                settings.get(settings::ofBook(settings::shownTeam, session.path()))}) {
        if (std::ranges::find(teams, name.toStdString()) != teams.end()) {
            return name.toStdString();
        }
    }
    return {};
}

std::string teamToShow(const BookSession& session, const settings::Settings& settings) {
    const std::string team = teamOfWho(session, settings);
    const std::vector<std::string> teams = analytics::ownerTeams(*session.snapshot().scorecard);
    return team.empty() && !teams.empty() ? teams.front() : team;
}

} // namespace hb::session
