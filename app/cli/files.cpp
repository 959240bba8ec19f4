// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/files.h"

#include <QFile>

namespace hb::cli {

Result<QByteArray> readFile(const QString& path, const QString& what) {
    constexpr qint64 largest = 64 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure({.code = file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                        .what = what.toStdString(),
                        .found = file.errorString().toStdString(),
                        .place = path.toStdString()});
    }
    QByteArray content = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure({.code = ErrorCode::Io,
                        .what = what.toStdString(),
                        .found = file.errorString().toStdString(),
                        .place = path.toStdString()});
    }
    if (content.size() > largest) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = what.toStdString(),
                        .expected = "a file of at most 64 MB",
                        .place = path.toStdString()});
    }
    return content;
}

} // namespace hb::cli
