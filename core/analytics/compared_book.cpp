// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/compared_book.h"

#include "core/analytics/grouping.h"
#include "core/base/contract.h"

#include <algorithm>

namespace hb::analytics {

ComparedBook comparedBook(std::shared_ptr<const scoring::Scorer> scorer,
                          const Period& period,
                          const std::stop_token& stop) {
    HB_EXPECTS(scorer);
    std::vector<AccountIndex> all = everyAccount(scorer->snapshot());
    return comparedBook(std::move(scorer), period, std::move(all), stop);
}

ComparedBook comparedBook(std::shared_ptr<const scoring::Scorer> scorer,
                          const Period& period,
                          std::vector<AccountIndex> accounts,
                          const std::stop_token& stop) {
    HB_EXPECTS(scorer && period.from < period.to && std::ranges::is_sorted(accounts));
    ComparedBook book{.scorer = std::move(scorer),
                      .period = period,
                      .accounts = std::move(accounts),
                      .before = {},
                      .now = {},
                      .living = {},
                      .groupings = {}};
    book.before = book.scorer->scoreBook(period.from, stop);
    book.now = book.scorer->scoreBook(period.to, stop);
    book.living = livingByArr(book.snapshot(), period.to);
    if (book.accounts.size() < book.snapshot().accountCount()) {
        std::erase_if(book.living, [&](const PaidAccount& each) {
            return !std::ranges::binary_search(book.accounts, each.account);
        });
    }
    book.groupings = std::make_shared<const Groupings>(
        book.scorer->sharedSnapshot(), period.to, book.living, book.now, book.before);
    return book;
}

} // namespace hb::analytics
