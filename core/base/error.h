// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace hb {

enum class ErrorCode { InvalidInput, NotFound, Conflict, TooNew, Corrupt, Io, Busy, Cancelled };

/// Something the world did to us: what failed, where, what was found, what was expected and what to do next.
/// The fields are plain words; `wording/error_sentence.h` makes the sentence. Empty fields are left out of
/// it.
struct Error {
    ErrorCode code = ErrorCode::Io;
    std::string what = {};     ///< what could not be done: "Could not open the book"
    std::string found = {};    ///< the offending text
    std::string expected = {}; ///< "a day as YYYY-MM-DD"
    std::string hint = {};     ///< what to do next
    std::string place = {};    ///< file, line, column, or JSON path

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace hb
