// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/names.h"

#include "core/wording/words.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace hb::models {

namespace {

std::vector<TextIndex> nameTexts(const Snapshot& snapshot, Day day) {
    std::vector<TextIndex> texts(snapshot.accountCount(), 0);
    if (const AttributeColumn* names = snapshot.findAttribute(attribute::name)) {
        for (AccountIndex account = 0; account < texts.size(); ++account) {
            texts[account] = names->on(account, day);
        }
    }
    return texts;
}

std::vector<std::uint32_t> ranksOf(const std::vector<QString>& names) {
    const QCollator collator = nameCollator();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(names.size());
    for (const QString& name : names) {
        keys.push_back(collator.sortKey(name));
    }
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    std::vector<std::uint32_t> ranks(names.size());
    for (std::uint32_t position = 0; position < order.size(); ++position) {
        ranks[order[position]] = position;
    }
    return ranks;
}

} // namespace

QCollator nameCollator() {
    // Without a language (the C locale) a collator sorts by code point: all capitals first.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

QString nameOf(const Snapshot& snapshot, AccountIndex account, Day day) {
    return wording::fromUtf8(snapshot.nameOn(account, day));
}

void Names::follow(const Snapshot& snapshot, Day day) {
    std::vector<TextIndex> texts = nameTexts(snapshot, day);
    if (snapshot.accounts == m_accounts && snapshot.texts == m_pool && texts == m_texts) {
        return;
    }
    m_accounts = snapshot.accounts;
    m_pool = snapshot.texts;
    m_texts = std::move(texts);
    m_names.clear();
    m_folded.clear();
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        const std::string& key = (*snapshot.accounts)[account].key;
        const std::string& name = (*snapshot.texts)[m_texts[account]];
        m_names.push_back(wording::fromUtf8(name.empty() ? key : name));
        m_folded.push_back(name.empty() ? m_names.back().toCaseFolded()
                                        : m_names.back().toCaseFolded() + u'\n' +
                                              wording::fromUtf8(key).toCaseFolded());
    }
    m_ranks = ranksOf(m_names);
}

bool Names::matches(AccountIndex account, const QString& folded) const {
    return m_folded[account].contains(folded);
}

} // namespace hb::models
