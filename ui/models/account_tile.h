// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/book_session.h"
#include "ui/widgets/tile_data.h"

#include <QString>

namespace hb::models {

/// An account in the words and numbers of a tile. Costs some 50 microseconds: ask for what is visible.
[[nodiscard]] widgets::TileData
tileOf(const session::BookSession& session, AccountIndex account, scoring::Reasons open, const QString& name);

/// "Renews in 34 d, $120k", "$120k", the owner, or nothing.
struct TileFooter {
    QString text;
    bool matters = false; ///< renews within 30 days and is not green
};
[[nodiscard]] TileFooter footerOf(const session::Moment& moment, AccountIndex account);

} // namespace hb::models
