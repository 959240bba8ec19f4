// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/move_file.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>

#include <filesystem>
#include <system_error>

namespace hb::book {

namespace {

Error couldNotWrite(const QString& path, const QString& why) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + path.toStdString(),
            .found = why.toStdString(),
            .expected = {},
            .hint = "Choose another folder",
            .place = {}};
}

std::filesystem::path toPath(const QString& path) {
    return {path.toStdU16String()};
}

} // namespace

Result<void> copyFile(const QString& from, const QString& to, const Job& job) {
    QFile source(from);
    QSaveFile target(to); // stands at `to` only once it is whole
    if (!source.open(QIODevice::ReadOnly)) {
        return failure(couldNotWrite(to, source.errorString()));
    }
    if (!target.open(QIODevice::WriteOnly)) {
        return failure(couldNotWrite(to, target.errorString()));
    }
    constexpr qsizetype bytesAtOnce = qsizetype{1} << 20U;
    QByteArray part(bytesAtOnce, Qt::Uninitialized);
    qint64 done = 0;
    qint64 size = 0;
    while ((size = source.read(part.data(), part.size())) > 0) {
        if (job.stopped()) {
            target.cancelWriting();
            return cancelled();
        }
        if (target.write(part.constData(), size) != size) {
            return failure(couldNotWrite(to, target.errorString()));
        }
        done += size;
        job.report(done, source.size(), "copying");
    }
    if (size < 0 || !target.commit()) {
        return failure(couldNotWrite(to, size < 0 ? source.errorString() : target.errorString()));
    }
    return {};
}

Result<void> moveFile(const QString& from, const QString& to, const Job& job) {
    std::error_code fault;
    std::filesystem::rename(toPath(from), toPath(to), fault);
    if (!fault) {
        return {};
    }
    if (fault != std::errc::cross_device_link) {
        return failure(couldNotWrite(to, QString::fromStdString(fault.message())));
    }
    HB_CHECK(copyFile(from, to, job));
    QFile::remove(from);
    return {};
}

} // namespace hb::book
