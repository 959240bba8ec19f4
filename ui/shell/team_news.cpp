// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/team_news.h"

#include "core/wording/team_sentence.h"
#include "ui/session/book_session.h"
#include "ui/session/seen_red.h"
#include "ui/settings/settings.h"
#include "ui/shell/navigation_rail.h"

#include <set>

using namespace Qt::StringLiterals;

namespace hb::shell {

namespace {

using session::SeenRed;

/// A metric is news where an account is red that was not when it was last seen: on an earlier day, or, with
/// what has come in since, on the same one.
int countNews(const session::Moment& moment,
              const std::string& team,
              const std::vector<SeenRed>& seen,
              const std::stop_token& stop) {
    const Scorecard& scorecard = *moment.snapshot->scorecard;
    std::set<Day> days; // mostly one: all cards of a team are seen at once
    for (const Metric& metric : scorecard.metrics) {
        if (metric.ownerTeam == team) {
            const SeenRed* known = session::findSeen(seen, metric.key);
            days.insert(known ? known->day : moment.day - analytics::ownedBeforeDays);
        }
    }
    int news = 0;
    for (const Day before : days) {
        for (const auto& metric : analytics::prevalence(*moment.scorer, moment.day, before, stop)) {
            const SeenRed* known = session::findSeen(seen, scorecard.metrics[metric.metric].key);
            const bool isOfDay = (known ? known->day : moment.day - analytics::ownedBeforeDays) == before;
            const bool isMore = known && metric.now.red.accounts > known->red;
            news += metric.team == team && isOfDay && (isMore || !metric.newlyRed.empty()) ? 1 : 0;
        }
    }
    return news;
}

} // namespace

TeamNews::TeamNews(const Context& context, NavigationRail& rail)
    : QObject(&rail), m_context(context), m_rail(rail) {
    const session::BookSession& session = context.session;
    connect(&session, &session::BookSession::opened, this, [this] { count(false); });
    connect(&session, &session::BookSession::changed, this, [this] { count(false); });
    connect(&session, &session::BookSession::dayChanged, this, [this] { count(false); });
    connect(&session, &session::BookSession::personChanged, this, [this] { count(true); });
    connect(&session, &session::BookSession::closed, this, &TeamNews::forget);
    connect(&context.settings, &settings::Settings::changed, this, &TeamNews::followSetting);
    count(false);
}

void TeamNews::followSetting(const QString& key) {
    const QString& path = m_context.session.path();
    if (key == settings::ofBook(settings::seenRed, path).key ||
        key == settings::ofBook(settings::shownTeam, path).key) {
        count(true);
    }
}

void TeamNews::count(bool again) {
    const session::BookSession& session = m_context.session;
    if (session.isOpen()) {
        m_rail.setOffered(session::page::myTeam,
                          !analytics::ownerTeams(*session.snapshot().scorecard).empty());
    }
    // A look at a past day says nothing of what is new.
    if (!session.isOpen() || session.asOf() != session.homeDay() || (!again && session.moment() == m_asked)) {
        return;
    }
    m_asked = session.moment();
    const std::string team = session::teamOfWho(session, m_context.settings);
    if (team.empty()) {
        forget();
        return;
    }
    m_running = m_context.jobs.runLatest<int>(
        u"teamNews"_s,
        {},
        [moment = m_asked, team, seen = session::readSeenRed(session, m_context.settings)](
            const Job& job) -> Result<int> {
            const int news = countNews(*moment, team, seen, job.stop);
            return job.stopped() ? Result<int>(cancelled()) : Result<int>(news);
        },
        this,
        [this, asked = m_asked](const Result<int>& news) {
            if (news && asked == m_asked) {
                show(*news);
            }
        });
}

/// What is being counted is for nobody any more.
void TeamNews::forget() {
    m_asked.reset();
    m_context.jobs.cancel(m_running);
    show(0);
}

void TeamNews::show(int metrics) {
    m_rail.setCount(session::page::myTeam, metrics, wording::newlyRedMetricsText(metrics));
}

} // namespace hb::shell
