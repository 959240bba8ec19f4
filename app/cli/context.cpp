// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/wording/numbers.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace hb::cli {

Result<book::Book> Context::openBook() const {
    HB_TRY(book::Book book, book::Book::open(bookPath));
    if (!book.hasLog()) {
        say(u"%1 is where SQLite cannot keep its log, as on a network share: while one program writes, others wait."_s
                .arg(bookPath));
    }
    return book;
}

Result<std::shared_ptr<const Snapshot>> Context::readBook() const {
    HB_TRY(book::Book book, openBook());
    return book::loadSnapshot(book, job);
}

Result<OpenAccount> Context::openAccount(const QString& key) const {
    HB_TRY(book::Book book, openBook());
    HB_TRY(auto snapshot, book::loadSnapshot(book, job));
    HB_TRY(const AccountIndex index, findAccount(*snapshot, key));
    return OpenAccount{.book = std::move(book), .snapshot = std::move(snapshot), .index = index};
}

std::unique_ptr<OutputTable> Context::table(std::vector<Column> columns, const Snapshot& snapshot) const {
    for (Column& column : columns) {
        for (const Template& each : snapshot.scorecard->templates) {
            for (const TemplateVersion& version : each.versions) {
                column.decimals = std::max(column.decimals, wording::schemeDecimals(version.scheme.ranges));
            }
        }
    }
    return table(std::move(columns));
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

void sayWhereDataEnds(const Context& context, const Snapshot& snapshot) {
    constexpr int freshDays = 14;
    const std::optional<Day> end = snapshot.newestMeasurement;
    if (context.isToday && end && context.asOf - *end > freshDays) {
        say(u"healthbook-cli: The data ends on %1; --as-of %1 shows how it looked then."_s.arg(
            QString::fromStdString(toIsoText(*end))));
    }
}

namespace {

/// "Did you mean C1004 (Quillmark Payments)?", where just one account has that id or name but for case.
std::optional<std::string> likelyAccount(const Snapshot& snapshot, const QString& key) {
    const auto isSame = [wanted = key.trimmed().toCaseFolded()](std::string_view text) {
        return QString::fromUtf8(text).toCaseFolded() == wanted;
    };
    std::optional<std::string> likely;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        const std::string& id = (*snapshot.accounts)[account].key;
        const std::string_view name = snapshot.nameOn(account, lastDay);
        if (!isSame(id) && !isSame(name)) {
            continue;
        }
        if (likely) {
            return std::nullopt;
        }
        likely = "Did you mean " + id + (name == id ? std::string() : " (" + std::string(name) + ')') + '?';
    }
    return likely;
}

} // namespace

Result<AccountIndex> findAccount(const Snapshot& snapshot, const QString& key) {
    const std::optional<AccountIndex> account = snapshot.findAccount(key.toStdString());
    if (!account) {
        return failure(
            {.code = ErrorCode::NotFound,
             .what = "The book has no such account",
             .found = key.toStdString(),
             .expected = "an account_id of the book",
             .hint = likelyAccount(snapshot, key).value_or("See them with: healthbook-cli export accounts")});
    }
    return *account;
}

} // namespace hb::cli
