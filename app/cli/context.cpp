// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include <cstdio>

namespace hb::cli {

Result<std::shared_ptr<const Snapshot>> Context::readBook() const {
    HB_TRY(book::Book book, openBook());
    return book::loadSnapshot(book, job);
}

Result<void> Context::print(const QByteArray& text) const {
    if (out.write(text) != text.size() || !out.flush()) {
        return failure({.code = ErrorCode::Io,
                        .what = "Could not write the results",
                        .found = out.errorString().toStdString()});
    }
    return {};
}

void say(const QString& sentence) {
    const QByteArray line = sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

Result<AccountIndex> findAccount(const Snapshot& snapshot, const QString& key) {
    const std::optional<AccountIndex> account = snapshot.findAccount(key.toStdString());
    if (!account) {
        return failure({.code = ErrorCode::NotFound,
                        .what = "The book has no such account",
                        .found = key.toStdString(),
                        .expected = "an account_id of the book",
                        .hint = "See them with: healthbook-cli export accounts"});
    }
    return *account;
}

} // namespace hb::cli
