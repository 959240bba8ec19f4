// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/contract.h"
#include "core/ingest/column_mapping.h"
#include "core/ingest/field_parser.h"
#include "core/ingest/row_reader.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hb::test {

/// Reads any bytes as a table, and says how many rows it has. Breaks a contract where the reader contradicts
/// itself.
inline std::size_t readAnyTable(std::string_view text, char separator) {
    ingest::RowReader header(text, separator);
    if (!header.next() || header.fault() != ingest::RowFault::None ||
        header.fieldTotal() > ingest::RowReader::mostFields) {
        return 0;
    }
    const std::size_t fieldCount = header.fieldTotal();
    ingest::RowReader reader(text, separator, fieldCount);
    std::size_t rows = 0;
    std::size_t end = 0;
    std::int64_t line = 0;
    while (reader.next()) {
        ++rows;
        HB_ENSURES(reader.offset() >= end && reader.offset() + reader.raw().size() <= reader.position());
        HB_ENSURES(reader.line() > line && reader.faultLine() >= reader.line() &&
                   reader.nextLine() >= reader.line());
        HB_ENSURES(reader.fault() != ingest::RowFault::None || reader.fields().size() == fieldCount);
        end = reader.offset() + reader.raw().size();
        line = reader.line();
        // A row reads the same by itself: the rejects file relies on it.
        ingest::RowReader again(text, separator, fieldCount, reader.line(), reader.offset());
        HB_ENSURES(again.next() && again.fault() == reader.fault() && again.raw() == reader.raw());
        HB_ENSURES(std::vector(again.fields().begin(), again.fields().end()) ==
                   std::vector(reader.fields().begin(), reader.fields().end()));
        for (const std::string_view field : reader.fields()) {
            const auto number = ingest::parseNumber(ingest::trimmed(field));
            HB_ENSURES(!number || std::isfinite(*number));
            const auto amount = ingest::parseNumber(field, {',', ".", {"$"}}, true);
            HB_ENSURES(!amount || std::isfinite(*amount));
            const auto day = ingest::DayForm().parse(field);
            HB_ENSURES(!day || (*day >= firstDay && *day <= lastDay));
        }
        reader.releaseFields();
    }
    HB_ENSURES(reader.position() == text.size());
    return rows;
}

/// One input of the fuzzer: as a table with each separator, and as a mapping file.
inline void fuzzCsv(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const char separator : {',', ';', '\t', '|'}) {
        static_cast<void>(readAnyTable(text, separator));
    }
    const QByteArray json(text.data(), static_cast<qsizetype>(size));
    if (const auto mapping = ingest::parseMapping(json, QStringLiteral("fuzz"))) {
        HB_ENSURES(ingest::parseMapping(ingest::toJson(*mapping), QStringLiteral("fuzz")) == mapping);
    }
}

} // namespace hb::test
