// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/view_state.h"

namespace hb::session::page {

const QString welcome = QStringLiteral("welcome");
const QString book = QStringLiteral("book");
const QString import = QStringLiteral("import");
const QString account = QStringLiteral("account");
const QString staleScores = QStringLiteral("stale_scores");
const QString ownScores = QStringLiteral("own_scores");
const QString search = QStringLiteral("search");
const QString audit = QStringLiteral("audit");
const QString compare = QStringLiteral("compare");
const QString myTeam = QStringLiteral("my_team");
const QString templates = QStringLiteral("templates");
const QString settings = QStringLiteral("settings");

} // namespace hb::session::page
