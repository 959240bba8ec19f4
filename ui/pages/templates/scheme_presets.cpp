// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/scheme_presets.h"

#include <QCoreApplication>

namespace hb::pages {

namespace {
struct Presets {
    Q_DECLARE_TR_FUNCTIONS(hb::pages::SchemePresets)
};
} // namespace

std::vector<SchemePreset> schemePresets() {
    const auto range = [](double from, const char* label, Band colour) {
        return Range{.from = from, .label = label, .colour = colour, .help = {}};
    };
    const Scheme steps{.kind = SchemeKind::Numeric,
                       .ranges = {range(0, "1", Band::Red),
                                  range(20, "2", Band::Red),
                                  range(40, "3", Band::Yellow),
                                  range(60, "4", Band::Green),
                                  range(80, "5", Band::Green)}};
    return {{"presetColours", Presets::tr("Red, yellow, green 50/75"), redYellowGreenScheme()},
            {"presetLetters", Presets::tr("Letters A to F"), lettersScheme()},
            {"presetSteps", Presets::tr("Five steps"), steps}};
}

} // namespace hb::pages
