// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/session/book_session.h"

#include <QString>

// How new parts of a draft begin.

namespace hb::pages {

/// An empty group with a key of its own and the weight that gives it an equal share.
[[nodiscard]] Group newGroup(const TemplateVersion& version, const QString& name);
/// A metric as it joins a group: a weight that gives it an equal share there, and, for a number, a curve over
/// the values that the book has now. A hypothesis, to be looked at.
[[nodiscard]] GroupMetric newUse(const Metric& metric, const session::Moment& moment, const Group& group);

} // namespace hb::pages
