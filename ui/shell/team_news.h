// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QObject>

#include <memory>

namespace hb::session {
struct Moment;
}

namespace hb::shell {

class NavigationRail;

/// The alert to the team that owns a metric, on its place in the rail: how many of its metrics are newly red
/// since somebody looked at My team here. The place itself is there where metrics have owners. Follows the
/// session, and works in the background.
class TeamNews : public QObject {
    Q_OBJECT

public:
    TeamNews(const Context& context, NavigationRail& rail);

private:
    void count(bool again);
    void followSetting(const QString& key);
    void forget();
    void show(int metrics);

    Context m_context;
    NavigationRail& m_rail;
    std::shared_ptr<const session::Moment> m_asked;
    quint64 m_running = 0; ///< the job that counts for it
};

} // namespace hb::shell
