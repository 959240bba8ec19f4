// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace hb::pages {

/// Of which account something is half typed, and about what of it: the id of a note, an action, a contact,
/// the key of an attribute; empty: something new.
struct DraftPlace {
    QString account;
    QString about = {};

    friend bool operator<(const DraftPlace& left, const DraftPlace& right) {
        return std::tie(left.account, left.about) < std::tie(right.account, right.about);
    }
};

/// What is half typed waits here, for the session, until one comes back to its account.
template <typename Draft>
class Drafts {
public:
    void keep(const DraftPlace& place, Draft draft) { m_drafts.insert_or_assign(place, std::move(draft)); }
    void drop(const DraftPlace& place) { m_drafts.erase(place); }
    void clear() { m_drafts.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_drafts.empty(); }
    [[nodiscard]] std::optional<Draft> of(const DraftPlace& place) const {
        const auto found = m_drafts.find(place);
        return found == m_drafts.end() ? std::nullopt : std::optional(found->second);
    }
    /// Whatever waits for an account, by what it is about.
    [[nodiscard]] std::map<QString, Draft> allOf(const QString& account) const {
        std::map<QString, Draft> all;
        for (auto at = m_drafts.lower_bound({.account = account});
             at != m_drafts.end() && at->first.account == account;
             ++at) {
            all.emplace(at->first.about, at->second);
        }
        return all;
    }

private:
    std::map<DraftPlace, Draft> m_drafts;
};

} // namespace hb::pages
