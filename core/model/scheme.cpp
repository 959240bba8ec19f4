// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/scheme.h"

namespace hb {

Scheme redYellowGreenScheme() {
    return {.kind = SchemeKind::RedYellowGreen,
            .ranges = {{.from = 0, .label = "Red", .colour = Band::Red, .help = {}},
                       {.from = 50, .label = "Yellow", .colour = Band::Yellow, .help = {}},
                       {.from = 75, .label = "Green", .colour = Band::Green, .help = {}}}};
}

Scheme lettersScheme() {
    return {.kind = SchemeKind::Letters,
            .ranges = {{.from = 0, .label = "F", .colour = Band::Red, .help = {}},
                       {.from = 60, .label = "D", .colour = Band::Red, .help = {}},
                       {.from = 70, .label = "C", .colour = Band::Yellow, .help = {}},
                       {.from = 80, .label = "B", .colour = Band::Green, .help = {}},
                       {.from = 90, .label = "A", .colour = Band::Green, .help = {}}}};
}

} // namespace hb
