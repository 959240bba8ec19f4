// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QString>

#include <optional>
#include <string_view>

class QIODevice;

namespace hb::ingest {

/// Where the first byte stands, from `from` on, that is not part of valid UTF-8; the size of the text where
/// there is none before `end`. Goes past `end` by at most the rest of a character.
[[nodiscard]] std::size_t validUtf8Until(std::string_view text, std::size_t from, std::size_t end);

struct FoundEncoding {
    QString name;              ///< "UTF-8", "UTF-16LE", "Windows-1252", ...
    std::size_t markBytes = 0; ///< of the byte order mark
};

/// The encoding that a byte order mark at the start names.
[[nodiscard]] std::optional<FoundEncoding> encodingByMark(std::string_view bytes);
/// The name under which we know an encoding that a person names ("latin1" is Windows-1252, as browsers hold
/// it); none for an unknown one.
[[nodiscard]] std::optional<QString> knownEncoding(const QString& name);

/// Writes `bytes` as UTF-8 to `out`, in parts of bounded size.
[[nodiscard]] Result<void>
transcode(std::string_view bytes, const QString& encoding, QIODevice& out, const Job& job);

/// UTF-8 in another encoding, without a byte order mark of its own; what that lacks becomes "?".
[[nodiscard]] QByteArray encoded(std::string_view utf8, const QString& encoding);

} // namespace hb::ingest
