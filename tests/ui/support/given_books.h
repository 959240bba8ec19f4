// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

#include <optional>

namespace hb::test {

/// A book of data that nobody here wrote, where it lies near the repository.
struct GivenBook {
    const char* name;
    const char* lastDay; ///< of its data
};
inline constexpr GivenBook givenBooks[]{{"ravenstack", "2024-09-30"}, {"telco", "2018-09-30"}};

/// Its folder; none where the data is not there.
[[nodiscard]] std::optional<QDir> folderOf(const GivenBook& book);

/// Makes the book at `path` from its files.
void makeGivenBook(const QDir& data, const char* lastDay, const QString& path);

} // namespace hb::test
