// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "ui/pages/account/account_facts.h"

namespace hb::pages {

/// What a metric means and how its number counts, a sentence a line.
[[nodiscard]] QString aboutText(const AccountAt& at, std::size_t position);

/// Who stated the number: the import of its last measurement and the newest values set by hand, a sentence a
/// line.
[[nodiscard]] QString originText(const AccountAt& at, MetricIndex metric, const book::MetricOrigin& origin);

} // namespace hb::pages
