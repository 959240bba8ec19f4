// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/table_text.h"

#include "core/ingest/text_encoding.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

constexpr std::string_view couldNot = "Could not read the file";

Error ioError(const QFile& file) {
    return {.code = ErrorCode::Io, .what = std::string(couldNot), .found = file.errorString().toStdString()};
}

/// The code units of an encoding.
struct Units {
    std::size_t bytes = 1;
    bool bigEndian = false;

    [[nodiscard]] bool holds(std::string_view text, std::size_t at, char wanted) const {
        if (at + bytes > text.size()) {
            return false;
        }
        const std::size_t low = bigEndian ? bytes - 1 : 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            if (text[at + i] != (i == low ? wanted : '\0')) {
                return false;
            }
        }
        return true;
    }
};

Units unitsOf(const QString& encoding) {
    const std::size_t bytes = encoding.startsWith(u"UTF-16") ? 2U : encoding.startsWith(u"UTF-32") ? 4U : 1U;
    return {.bytes = bytes, .bigEndian = encoding.endsWith(u"BE")};
}

std::size_t findNul(std::string_view text, Units units) {
    if (units.bytes == 1) {
        return text.find('\0');
    }
    for (std::size_t at = 0; at < text.size(); at += units.bytes) {
        if (units.holds(text, at, '\0')) {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string lineOf(std::string_view text, std::size_t at, Units units) {
    std::size_t line = 1;
    for (std::size_t i = 0; i < at; i += units.bytes) {
        const bool lineFeed = units.holds(text, i, '\n');
        const bool alone = units.holds(text, i, '\r') && !units.holds(text, i + units.bytes, '\n');
        line += lineFeed || alone ? 1U : 0U;
    }
    return "line " + std::to_string(line);
}

/// Where something stands in the file, whose byte order mark is not part of the text.
std::string placeOf(std::string_view text, std::size_t at, std::size_t markBytes, Units units = {}) {
    return "byte " + std::to_string(markBytes + at + 1) + ", " + lineOf(text, at, units);
}

/// What kind of file this is that is no text, by its first bytes; empty where we do not know.
std::string_view binaryKind(std::string_view bytes) {
    using namespace std::string_view_literals;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kinds = {{
        {"PK\x03\x04"sv, "a ZIP or XLSX file"},
        {"\xD0\xCF\x11\xE0"sv, "an old Excel file"},
        {"SQLite format 3"sv, "an SQLite file"},
        {"\x1F\x8B"sv, "a gzip file"},
        {"%PDF-"sv, "a PDF file"},
        {"\x89PNG"sv, "a picture"},
        {"\xFF\xD8\xFF"sv, "a picture"},
        {"PAR1"sv, "a Parquet file"},
    }};
    const auto found =
        std::ranges::find_if(kinds, [bytes](const auto& kind) { return bytes.starts_with(kind.first); });
    return found == kinds.end() ? std::string_view() : found->second;
}

Result<void> checkNotBinary(std::string_view bytes) {
    const std::string_view kind = binaryKind(bytes);
    if (kind.empty()) {
        return {};
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = std::string(couldNot),
                    .found = std::string(kind),
                    .expected = "a table as text (CSV)",
                    .hint = "Save or export it as CSV"});
}

Error nulError(std::string place) {
    return {.code = ErrorCode::InvalidInput,
            .what = std::string(couldNot),
            .found = "a NUL byte",
            .expected = "a table as text (CSV)",
            .place = std::move(place)};
}

Result<void> checkNoNul(std::string_view text, Units units, std::size_t markBytes) {
    const std::size_t at = findNul(text, units);
    if (at == std::string_view::npos) {
        return {};
    }
    Error error = nulError(placeOf(text, at, markBytes, units));
    error.hint = units.bytes > 1 ? "" : "If it is UTF-16, name the encoding utf-16le or utf-16be";
    return failure(std::move(error));
}

} // namespace

Result<std::unique_ptr<TableText>>
TableText::open(const QString& path, const QString& encoding, const Job& job) {
    std::unique_ptr<TableText> text(new TableText);
    const auto inFile = [&path](Result<void> result) -> Result<void> {
        if (!result) {
            Error error = std::move(result).error();
            if (error.code != ErrorCode::Cancelled) {
                error.place = path.toStdString() + (error.place.empty() ? "" : ", " + error.place);
            }
            return failure(std::move(error));
        }
        return {};
    };
    HB_CHECK(inFile(text->openFile(path, job)));
    HB_CHECK(inFile(text->decode(encoding, job)));
    return text;
}

Result<void> TableText::openFile(const QString& path, const Job& job) {
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure({.code = ErrorCode::NotFound,
                        .what = std::string(couldNot),
                        .found = "no such file",
                        .hint = "Check the name and the folder"});
    }
    if (info.isDir()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = std::string(couldNot),
                        .found = "a folder",
                        .expected = "a file"});
    }
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly)) {
        return failure(ioError(m_file));
    }
    if (!m_file.isSequential()) {
        if (auto mapped = map(m_file)) {
            m_text = *mapped;
            return {};
        }
    }
    m_spool = std::make_unique<QTemporaryFile>(QDir::tempPath() + u"/healthbook-XXXXXX"_s);
    if (!m_spool->open()) {
        return failure(ioError(*m_spool));
    }
    std::array<char, 1 << 16> part{};
    qint64 size = 0;
    while ((size = m_file.read(part.data(), static_cast<qint64>(part.size()))) > 0) {
        if (job.stopped()) {
            return cancelled();
        }
        if (m_spool->write(part.data(), size) != size) {
            return failure(ioError(*m_spool));
        }
    }
    if (size < 0) {
        return failure(ioError(m_file));
    }
    HB_TRY(m_text, map(*m_spool));
    return {};
}

Result<std::string_view> TableText::map(QFile& file) {
    if (!file.flush() && file.isWritable()) {
        return failure(ioError(file));
    }
    const qint64 size = file.size();
    if (size == 0) {
        return std::string_view();
    }
    const uchar* const bytes = file.map(0, size);
    if (!bytes) {
        return failure(ioError(file));
    }
    // The one place where mapped bytes become characters.
    return std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

Result<void> TableText::decode(const QString& wanted, const Job& job) {
    const std::optional<FoundEncoding> mark = encodingByMark(m_text);
    if (!wanted.isEmpty()) {
        const std::optional<QString> known = knownEncoding(wanted);
        if (!known) {
            return failure({.code = ErrorCode::InvalidInput,
                            .what = std::string(couldNot),
                            .found = "the encoding \"" + wanted.toStdString() + '"',
                            .expected = "utf-8, utf-16, windows-1252 or another known name"});
        }
        m_encoding = *known;
        m_told = true;
    } else if (mark) {
        m_encoding = mark->name;
    }
    const bool markHolds = mark && (m_encoding == mark->name || mark->name.startsWith(m_encoding));
    if (markHolds) {
        m_encoding = mark->name;
        m_hasMark = true;
        m_text.remove_prefix(mark->markBytes);
    }
    const std::size_t markBytes = markHolds ? mark->markBytes : 0;
    if (m_encoding.isEmpty() || m_encoding == u"UTF-8" || m_encoding == u"Windows-1252") {
        HB_CHECK(checkNotBinary(m_text));
    }
    HB_CHECK(checkNoNul(m_text, unitsOf(m_encoding), markBytes));
    if (m_encoding.isEmpty() || m_encoding == u"UTF-8") {
        constexpr std::size_t step = std::size_t{1} << 24;
        std::size_t valid = 0;
        for (std::size_t end = 0; valid == end && end < m_text.size();) {
            if (job.stopped()) {
                return cancelled();
            }
            const std::size_t to = std::min(m_text.size(), valid + step);
            valid = validUtf8Until(m_text, valid, to);
            end = std::max(valid, to);
        }
        if (valid < m_text.size() && !m_encoding.isEmpty()) {
            return failure({.code = ErrorCode::InvalidInput,
                            .what = std::string(couldNot),
                            .found = "a byte that is not UTF-8",
                            .expected = "text in UTF-8",
                            .hint = "Name its encoding, such as windows-1252",
                            .place = placeOf(m_text, valid, markBytes)});
        }
        if (valid == m_text.size()) {
            m_encoding = u"UTF-8"_s;
            return {};
        }
        m_encoding = u"Windows-1252"_s;
    }
    return convert(job);
}

Result<void> TableText::convert(const Job& job) {
    m_utf8 = std::make_unique<QTemporaryFile>(QDir::tempPath() + u"/healthbook-XXXXXX"_s);
    if (!m_utf8->open()) {
        return failure(ioError(*m_utf8));
    }
    HB_CHECK(transcode(m_text, m_encoding, *m_utf8, job));
    HB_TRY(m_text, map(*m_utf8));
    if (const std::size_t at = m_text.find('\0'); at != std::string_view::npos) {
        return failure(nulError(lineOf(m_text, at, {})));
    }
    return {};
}

} // namespace hb::ingest
