// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/text_encoding.h"

#include <QIODevice>
#include <QStringConverter>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

constexpr std::size_t partBytes = std::size_t{1} << 20;

/// Windows-1252 from 0x80 to 0x9F; from 0xA0 on it is Latin-1. The five bytes without a character are C1
/// controls, as browsers read them.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool isContinuation(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/// The bytes of the one character that begins at `at`, 0 where it is not valid (overlong, a surrogate, beyond
/// U+10FFFF, cut off).
std::size_t characterBytes(std::string_view text, std::size_t at) {
    const auto byte = [text, at](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i])
                                    : static_cast<unsigned char>(0);
    };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return isContinuation(byte(1)) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return isContinuation(byte(1)) && isContinuation(byte(2)) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return isContinuation(byte(1)) && isContinuation(byte(2)) && isContinuation(byte(3)) && !overlong &&
                       !beyond
                   ? 4
                   : 0;
    }
    return 0;
}

void appendUtf8(char16_t c, QByteArray& out) {
    if (c < 0x80) {
        out.append(static_cast<char>(c));
    } else if (c < 0x800) {
        out.append(static_cast<char>(0xC0 | (c >> 6))).append(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.append(static_cast<char>(0xE0 | (c >> 12)))
            .append(static_cast<char>(0x80 | ((c >> 6) & 0x3F)))
            .append(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

QByteArray fromWindows1252(std::string_view bytes) {
    QByteArray out;
    out.reserve(static_cast<qsizetype>(bytes.size() + bytes.size() / 8));
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(byte >= 0x80 && byte < 0xA0 ? windows1252[byte - 0x80U] : char16_t{byte}, out);
    }
    return out;
}

QByteArray toWindows1252(const QString& text) {
    QByteArray out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const auto found = std::ranges::find(windows1252, unit);
        if (unit < 0x80 || (unit >= 0xA0 && unit < 0x100)) {
            out.append(static_cast<char>(unit));
        } else if (found != windows1252.end()) {
            out.append(static_cast<char>(0x80 + (found - windows1252.begin())));
        } else if (!c.isLowSurrogate()) {
            out.append('?');
        }
    }
    return out;
}

Result<void> put(const QByteArray& utf8, QIODevice& out) {
    if (out.write(utf8) == utf8.size()) {
        return {};
    }
    return failure({.code = ErrorCode::Io,
                    .what = "Could not write a temporary file",
                    .found = out.errorString().toStdString(),
                    .hint = "Is there room in the folder for temporary files?"});
}

} // namespace

std::size_t validUtf8Until(std::string_view text, std::size_t from, std::size_t end) {
    std::size_t at = from;
    while (at < end) {
        std::array<std::uint64_t, 4> words{};
        if (at + sizeof words <= text.size()) {
            std::memcpy(words.data(), text.data() + at, sizeof words);
            if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) == 0) {
                at += sizeof words;
                continue;
            }
        }
        const std::size_t bytes = characterBytes(text, at);
        if (bytes == 0) {
            return at;
        }
        at += bytes;
    }
    return at;
}

std::optional<FoundEncoding> encodingByMark(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return FoundEncoding{u"UTF-8"_s, 3};
    }
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
        return FoundEncoding{u"UTF-32LE"_s, 4};
    }
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return FoundEncoding{u"UTF-32BE"_s, 4};
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return FoundEncoding{u"UTF-16LE"_s, 2};
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return FoundEncoding{u"UTF-16BE"_s, 2};
    }
    return std::nullopt;
}

std::optional<QString> knownEncoding(const QString& name) {
    QString plain = name.trimmed().toLower();
    plain.remove(u'-').remove(u'_').remove(u' ');
    if (plain == u"utf8") {
        return u"UTF-8"_s;
    }
    if (plain == u"windows1252" || plain == u"cp1252" || plain == u"latin1" || plain == u"iso88591" ||
        plain == u"ansi") {
        return u"Windows-1252"_s;
    }
    if (const auto encoding = QStringConverter::encodingForName(name.trimmed().toLatin1().constData())) {
        if (*encoding == QStringConverter::System) {
            return std::nullopt; // never what this machine happens to be set to
        }
        return QString::fromLatin1(QStringConverter::nameForEncoding(*encoding));
    }
    const QByteArray written = name.trimmed().toLatin1();
    if (!written.isEmpty() && QStringDecoder(written.constData()).isValid()) {
        return QString::fromLatin1(written);
    }
    return std::nullopt;
}

QByteArray encoded(std::string_view utf8, const QString& encoding) {
    const QByteArrayView bytes(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (encoding == u"UTF-8") {
        return bytes.toByteArray();
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    if (encoding == u"Windows-1252") {
        return toWindows1252(text);
    }
    QStringEncoder encoder(encoding.toLatin1().constData());
    return encoder.encode(text);
}

Result<void> transcode(std::string_view bytes, const QString& encoding, QIODevice& out, const Job& job) {
    QStringDecoder decoder(encoding.toLatin1().constData());
    QStringEncoder toUtf8(QStringEncoder::Utf8); // keeps half a surrogate pair until its other half comes
    const bool byTable = encoding == u"Windows-1252";
    for (std::size_t at = 0; at < bytes.size(); at += partBytes) {
        if (job.stopped()) {
            return cancelled();
        }
        const std::string_view part = bytes.substr(at, partBytes);
        if (byTable) {
            HB_CHECK(put(fromWindows1252(part), out));
            continue;
        }
        const QString text = decoder.decode(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        if (decoder.hasError()) {
            return failure({.code = ErrorCode::InvalidInput,
                            .what = "Could not read the text",
                            .found = "bytes that are not " + encoding.toStdString(),
                            .expected = "text in " + encoding.toStdString(),
                            .hint = "Name the encoding of the file",
                            .place = "near byte " + std::to_string(at)});
        }
        const QByteArray utf8 = toUtf8.encode(text);
        HB_CHECK(put(utf8, out));
    }
    return {};
}

} // namespace hb::ingest
