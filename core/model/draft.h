// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <string>

namespace hb {

/// A template as an admin is shaping it: it scores nobody until it is published, and may be incomplete.
struct Draft {
    std::string key; ///< of its template; a book has one draft a template
    std::string name;
    bool isDefault = false;
    int basedOn = 0; ///< number of the version it began from; 0: the template is new
    Charter charter;
    /// What would be published. Number, day and reason are open until then; `metrics` holds only the rules
    /// that the draft changes, those of all other metrics are the book's.
    TemplateVersion version;

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// A draft as the book keeps it.
struct SavedDraft {
    Draft draft;
    std::string author;
    std::string at; ///< UTC, ISO 8601

    friend bool operator==(const SavedDraft&, const SavedDraft&) = default;
};

} // namespace hb
