// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fault_list.h"

namespace hb::exchange {

JsonPath JsonPath::operator/(std::string_view key) const {
    JsonPath path = *this;
    path.m_text += '/';
    for (const char c : key) {
        if (c == '~') {
            path.m_text += "~0";
        } else if (c == '/') {
            path.m_text += "~1";
        } else {
            path.m_text += c;
        }
    }
    return path;
}

JsonPath JsonPath::operator/(std::size_t index) const {
    return *this / std::string_view(std::to_string(index));
}

void FaultList::misread(const JsonPath& path, const std::string& text) {
    wrong(path, text);
    m_misread.insert(path.text());
}

void FaultList::wrong(const JsonPath& path, const std::string& text) {
    if (isCovered(path.text()) || !m_places.insert(path.text()).second) {
        return;
    }
    const std::string place = path.text().empty() ? "/" : path.text();
    m_lines.append(QString::fromStdString(place + ": " + text));
}

bool FaultList::hasUnder(const JsonPath& path) const {
    const std::string below = path.text() + '/';
    const auto next = m_places.lower_bound(below);
    return m_places.contains(path.text()) || (next != m_places.end() && next->starts_with(below));
}

bool FaultList::isCovered(const std::string& path) const {
    if (m_misread.contains({}) || m_misread.contains(path)) {
        return true;
    }
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        if (m_misread.contains(path.substr(0, slash))) {
            return true;
        }
    }
    return false;
}

} // namespace hb::exchange
