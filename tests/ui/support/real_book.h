// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/import_into_book.h"

#include <QFile>
#include <QTemporaryDir>

namespace hb::test {

/// fiveAccounts() as a file: what the window writes can be read again.
class RealBook {
public:
    RealBook();
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("five.healthbook")); }

private:
    void import(book::Book& book, book::ImportKind kind, const char* text);
    QTemporaryDir m_folder;
};

} // namespace hb::test
