// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_state.h"

#include <cstddef>
#include <vector>

namespace hb::shell {

/// Where a window has been: back and forward as in a browser.
class History {
public:
    void visit(const session::ViewState& where) {
        if (!m_places.empty() && m_places[m_at] == where) {
            return;
        }
        if (!m_places.empty()) {
            m_places.resize(m_at + 1);
        }
        m_places.push_back(where);
        m_at = m_places.size() - 1;
    }
    /// What the place in front turned out to be: back and forward come to this.
    void refine(const session::ViewState& where) {
        if (m_at < m_places.size()) {
            m_places[m_at] = where;
        }
        if (m_at > 0 && m_at < m_places.size() && m_places[m_at - 1] == where) {
            m_places.erase(m_places.begin() + static_cast<std::ptrdiff_t>(m_at));
            --m_at;
        }
    }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    [[nodiscard]] const session::ViewState& back() { return m_places[--m_at]; }
    [[nodiscard]] const session::ViewState& forward() { return m_places[++m_at]; }
    void clear() {
        m_places.clear();
        m_at = 0;
    }

private:
    std::vector<session::ViewState> m_places;
    std::size_t m_at = 0;
};

} // namespace hb::shell
