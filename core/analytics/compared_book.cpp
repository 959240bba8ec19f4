// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/compared_book.h"

#include "core/base/contract.h"

namespace hb::analytics {

ComparedBook comparedBook(std::shared_ptr<const scoring::Scorer> scorer,
                          const Period& period,
                          const std::stop_token& stop) {
    HB_EXPECTS(scorer && period.from < period.to);
    ComparedBook book{.scorer = std::move(scorer), .period = period, .before = {}, .now = {}, .living = {}};
    book.before = book.scorer->scoreBook(period.from, stop);
    book.now = book.scorer->scoreBook(period.to, stop);
    book.living = livingByArr(book.snapshot(), period.to);
    return book;
}

} // namespace hb::analytics
