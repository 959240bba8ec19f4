// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/ingest/table_dialect.h"

#include <QFile>
#include <QString>
#include <QTemporaryFile>

#include <memory>
#include <string_view>

namespace hb::ingest {

/// The text of a file as UTF-8 without a byte order mark and without NUL bytes: the mapped file itself, or a
/// mapped temporary file where it had to be converted or cannot be mapped (a pipe). A file of 2 GB needs no
/// memory of that size.
class TableText {
public:
    [[nodiscard]] static Result<std::unique_ptr<TableText>>
    open(const QString& path, const QString& encoding, const Job& job);

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] const QString& encoding() const { return m_encoding; }
    [[nodiscard]] bool hasByteOrderMark() const { return m_hasMark; }
    [[nodiscard]] bool isEncodingTold() const { return m_told; }

private:
    TableText() = default;
    [[nodiscard]] Result<void> openFile(const QString& path, const Job& job);
    [[nodiscard]] Result<void> decode(const QString& wanted, const Job& job);
    [[nodiscard]] Result<void> convert(const Job& job);
    [[nodiscard]] static Result<std::string_view> map(QFile& file);

    QFile m_file;
    std::unique_ptr<QTemporaryFile> m_spool; ///< of what cannot be mapped
    std::unique_ptr<QTemporaryFile> m_utf8;
    std::string_view m_text;
    QString m_encoding;
    bool m_hasMark = false;
    bool m_told = false;
};

} // namespace hb::ingest
