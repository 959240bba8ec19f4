// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/demo_company.h"
#include "core/book/import_into_book.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace hb::book {

/// A file as one of the demo company's systems would have exported it.
struct DemoFile {
    ImportKind kind = ImportKind::Measurements;
    QString name;
    QString source;
    Day date; ///< from which account values hold
    QByteArray text;
};

/// The whole company as files, in the order in which they came in: a CRM export a quarter, each source's
/// history and its last week, and the outcomes.
[[nodiscard]] std::vector<DemoFile> demoFiles(const DemoCompany& company);

} // namespace hb::book
