// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/scheme.h"

namespace hb {

Scheme redYellowGreenScheme() {
    return {.kind = SchemeKind::RedYellowGreen,
            .ranges = {{.from = 0, .label = "Red", .colour = Band::Red, .help = {}},
                       {.from = 50, .label = "Yellow", .colour = Band::Yellow, .help = {}},
                       {.from = 75, .label = "Green", .colour = Band::Green, .help = {}}}};
}

} // namespace hb
