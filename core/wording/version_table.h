// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <QString>

#include <vector>

namespace hb::wording {

/// One thing that two versions say, side by side.
struct VersionRow {
    QString what; ///< "Logins: weight"
    QString left; ///< empty: it is not there
    QString right;
    bool isMetric = false; ///< all that a version says of a metric, where that is the same

    [[nodiscard]] bool differs() const { return left != right; }
    friend bool operator==(const VersionRow&, const VersionRow&) = default;
};

/// What belongs together: a group, the exceptions, the scheme.
struct VersionPart {
    QString title;
    std::vector<VersionRow> rows;

    friend bool operator==(const VersionPart&, const VersionPart&) = default;
};

/// All that two versions say, part by part in the order in which a scorecard is read; parts that only one of
/// them has stand behind. A rule that a version does not hold is that of `metrics`.
[[nodiscard]] std::vector<VersionPart>
versionTable(const TemplateVersion& left, const TemplateVersion& right, const std::vector<Metric>& metrics);

/// "12 metrics and 5 other things are the same."; empty where everything differs.
[[nodiscard]] QString sameText(const std::vector<VersionPart>& parts);

} // namespace hb::wording
