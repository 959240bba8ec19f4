// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace hb {

/// A value, or the Error that says why there is none. `std::expected` one day; the names are the same.
template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> cancelled() {
    return failure({.code = ErrorCode::Cancelled, .what = "Cancelled"});
}

} // namespace hb

#define HB_CONCAT_INNER(a, b) a##b
#define HB_CONCAT(a, b) HB_CONCAT_INNER(a, b)
#define HB_TRY_INNER(temporary, declaration, expression)                                                     \
    auto temporary = (expression);                                                                           \
    if (!temporary) {                                                                                        \
        return ::hb::failure(std::move(temporary).error());                                                  \
    }                                                                                                        \
    declaration = std::move(*temporary)

/// HB_TRY(auto x, f()); names the value of a Result, or returns its error from this function.
#define HB_TRY(declaration, expression) HB_TRY_INNER(HB_CONCAT(hbTry, __LINE__), declaration, expression)

/// HB_CHECK(f()); returns early with the error of a Result<void> (or of one whose value is not needed).
#define HB_CHECK(expression)                                                                                 \
    do {                                                                                                     \
        if (auto hbChecked = (expression); !hbChecked) {                                                     \
            return ::hb::failure(std::move(hbChecked).error());                                              \
        }                                                                                                    \
    } while (false)

/// Drops a Result on purpose, with the reason why that is right.
#define HB_IGNORE(result, reason) static_cast<void>(result)
