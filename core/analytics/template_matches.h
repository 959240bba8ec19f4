// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace hb::analytics {

/// Where a template that is being shaped stands among those of the book, and whom it asks for.
struct TemplatePlace {
    std::optional<std::size_t> index; ///< in scorecard->templates; none: new, it goes before the default
    std::vector<AttributeFilter> appliesTo; ///< empty: everyone whom no other template takes
};

/// An account that another template asks for too; the one that stands first scores it.
struct ContestedAccount {
    AccountIndex account = 0;
    std::size_t other = 0; ///< the first other one, in scorecard->templates
    bool otherWins = false;
};

/// Living accounts of one day, by position.
struct TemplateMatches {
    std::size_t living = 0;
    std::vector<AccountIndex> matching;
    std::vector<AccountIndex> scored; ///< of these, those that no template before it takes
    std::vector<ContestedAccount> contested;
};

/// Whom the template would ask for and score on a day (scoring.md, section 1). Pure; incomplete once `stop`
/// is requested.
[[nodiscard]] TemplateMatches templateMatches(const scoring::Scorer& scorer,
                                              const TemplatePlace& place,
                                              Day day,
                                              const std::stop_token& stop = {});

/// A value of an attribute with how many living accounts have it on the day.
struct ValueCount {
    std::string value; ///< empty: absent
    std::size_t accounts = 0;

    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

/// The values that living accounts have on the day, the commonest first, then by text.
[[nodiscard]] std::vector<ValueCount>
valueCounts(const Snapshot& snapshot, std::string_view attribute, Day day);

} // namespace hb::analytics
