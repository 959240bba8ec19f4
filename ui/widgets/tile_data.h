// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "core/scoring/trend.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

// What a tile shows, in words and numbers already made by core/wording: the models fill it, the delegate only
// paints.

namespace hb::widgets {

enum class TileSize : std::uint8_t { Small, Medium, Large };

/// The roles under which a model gives a tile: a TileData, and the tooltip of a mark is part of it.
inline constexpr int tileRole = Qt::UserRole + 1;

enum class MarkKind : std::uint8_t { Overridden, Capped, Stale };

struct TileMark {
    MarkKind kind = MarkKind::Stale;
    QString tooltip;
};

/// From which score on a line has which band's colour; by score, the first from 0 (Scheme::ranges).
struct BandBound {
    double from = 0;
    Band band = Band::Red;
};

/// Weekly scores, oldest first, the last one on the as-of day; a gap where there was no band.
struct SparklineData {
    std::vector<std::optional<double>> scores;
    std::vector<BandBound> bounds;
};

/// One bar of the large tile. `fraction` of the bar's room, 0..1.
struct TileCost {
    QString name;
    QString points;
    double fraction = 0;
    Band band = Band::Red;
};

struct TileData {
    QString name;
    Band band = Band::None;
    QString score;       ///< "45", a letter, or empty: "No data"
    QString scoreNumber; ///< beside a letter: "62"; else empty
    scoring::Direction direction = scoring::Direction::None;
    QString change;             ///< without sign, whole points: "11"
    bool changeMatters = false; ///< from the threshold on: in ink
    std::vector<TileMark> marks;
    QString reason;             ///< the leading one, else empty
    QString driver;             ///< "Open tickets cost 32"
    QString footer;             ///< "Renews in 34 d, $120k", or the owner
    bool footerMatters = false; ///< in ink
    SparklineData sparkline;
    std::vector<TileCost> costs; ///< the first three, for the large tile
    QString helps;               ///< "What helps: ...", for the large tile
};

} // namespace hb::widgets

Q_DECLARE_METATYPE(hb::widgets::TileData)
