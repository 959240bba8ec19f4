// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

// What one statement says about an account, as the text of a payload row: a JSON object of attribute key id
// and value, in the order of ids, so that the same content is the same text.

namespace hb::store {

using PayloadValues = std::map<std::int64_t, QString>;

[[nodiscard]] QString toPayload(const PayloadValues& values);
/// Empty for what is no payload.
[[nodiscard]] PayloadValues fromPayload(const QString& content);
/// FNV-1a, the same on every machine and in every version.
[[nodiscard]] std::int64_t payloadHash(const QString& content);

} // namespace hb::store
