// SPDX-License-Identifier: GPL-3.0-or-later
// What BookSession reads from the file while somebody waits for it.
#include "ui/session/book_session.h"

namespace hb::session {

void BookSession::readNotes(AccountId account,
                            QObject* context,
                            std::function<void(Result<std::vector<book::Note>>)> done) {
    read<std::vector<book::Note>>(
        context, [account](book::Book& book) { return book::notesOf(book, account); }, std::move(done));
}

void BookSession::readHandValues(AccountId account,
                                 QObject* context,
                                 std::function<void(Result<std::vector<book::HandValue>>)> done) {
    read<std::vector<book::HandValue>>(
        context, [account](book::Book& book) { return book::handValuesOf(book, account); }, std::move(done));
}

void BookSession::readOrigin(AccountId account,
                             MetricId metric,
                             std::optional<Day> day,
                             QObject* context,
                             std::function<void(Result<book::MetricOrigin>)> done) {
    read<book::MetricOrigin>(
        context,
        [account, metric, day](book::Book& book) { return book::metricOrigin(book, account, metric, day); },
        std::move(done));
}

void BookSession::readSavedViews(QObject* context,
                                 std::function<void(Result<std::vector<book::SavedView>>)> done) {
    read<std::vector<book::SavedView>>(
        context, [](book::Book& book) { return book::savedViews(book); }, std::move(done));
}

} // namespace hb::session
