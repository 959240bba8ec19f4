// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Typed results to translated text: one place for window, report and command line (look.md, Words). Names,
// values and errors come in as data; whole sentences go out. Numbers and days follow QLocale().

#include "core/wording/change_sentence.h"   // IWYU pragma: export
#include "core/wording/days.h"              // IWYU pragma: export
#include "core/wording/driver_sentence.h"   // IWYU pragma: export
#include "core/wording/error_sentence.h"    // IWYU pragma: export
#include "core/wording/headline_sentence.h" // IWYU pragma: export
#include "core/wording/numbers.h"           // IWYU pragma: export
#include "core/wording/origin_sentence.h"   // IWYU pragma: export
#include "core/wording/reason_text.h"       // IWYU pragma: export
#include "core/wording/state_sentence.h"    // IWYU pragma: export
