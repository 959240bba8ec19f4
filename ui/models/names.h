// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QCollator>
#include <QString>

#include <memory>
#include <vector>

namespace hb::models {

/// The names of the accounts as people read and sort them; made again only where names changed.
class Names {
public:
    /// Keeps what it has where the snapshot's names on `day` are the ones it knows.
    void follow(const Snapshot& snapshot, Day day);

    [[nodiscard]] const QString& of(AccountIndex account) const { return m_names[account]; }
    /// The position in the alphabet of this language.
    [[nodiscard]] std::uint32_t rank(AccountIndex account) const { return m_ranks[account]; }
    /// `folded` is already case-folded; looks in name and key.
    [[nodiscard]] bool matches(AccountIndex account, const QString& folded) const;

private:
    std::shared_ptr<const std::vector<Account>> m_accounts;
    std::vector<TextIndex> m_texts;
    std::shared_ptr<const std::vector<std::string>> m_pool;
    std::vector<QString> m_names;
    std::vector<QString> m_folded;
    std::vector<std::uint32_t> m_ranks;
};

/// How people sort names: "Unit 9" before "Unit 10", capitals like small letters.
[[nodiscard]] QCollator nameCollator();
/// The account's name on a day, its key where it has none.
[[nodiscard]] QString nameOf(const Snapshot& snapshot, AccountIndex account, Day day);

} // namespace hb::models
