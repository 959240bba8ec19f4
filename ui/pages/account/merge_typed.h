// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"

// A form shows something, a person types over it, and meanwhile somebody else changes it. What is kept is
// settled field by field: one that the person did not touch is as the book has it by now, one that they did
// is as they typed it.

namespace hb::pages {

template <typename T>
[[nodiscard]] T mergedField(const T& before, const T& typed, const T& now) {
    return typed == before ? now : typed;
}

[[nodiscard]] book::ActionFacts
mergedAction(const book::ActionFacts& before, const book::ActionFacts& typed, const book::ActionFacts& now);
[[nodiscard]] book::ContactFacts mergedContact(const book::ContactFacts& before,
                                               const book::ContactFacts& typed,
                                               const book::ContactFacts& now);

} // namespace hb::pages
