// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"

#include "core/store/contact_store.h"
#include "core/store/hand_store.h"
#include "core/store/setting_store.h"

#include <algorithm>

namespace hb::book {

Edit::Edit() = default;
Edit::Edit(const Edit& other) = default;
Edit::Edit(Edit&& other) noexcept = default;
Edit& Edit::operator=(const Edit& other) = default;
Edit& Edit::operator=(Edit&& other) noexcept = default;
Edit::~Edit() = default;

Result<std::vector<Note>> notesOf(Book& book, AccountId account) {
    HB_TRY(std::vector<store::NoteRow> rows, store::notes(book.database(), account));
    std::vector<Note> notes;
    for (store::NoteRow& row : rows) {
        notes.push_back({.id = row.id,
                         .day = row.day,
                         .text = row.text,
                         .author = row.author,
                         .at = row.at,
                         .kind = row.kind,
                         .pinned = row.pinned});
    }
    return notes;
}

Result<std::vector<Contact>> contactsOf(Book& book, AccountId account) {
    HB_TRY(const std::vector<store::ContactRow> rows, store::contacts(book.database(), account));
    std::vector<Contact> contacts;
    for (const store::ContactRow& row : rows) {
        contacts.push_back({.id = row.id,
                            .facts = {.name = row.name,
                                      .role = row.role,
                                      .email = row.email,
                                      .note = row.note,
                                      .cameOn = row.cameOn,
                                      .leftOn = row.leftOn},
                            .author = row.author,
                            .at = row.at});
    }
    std::ranges::stable_sort(contacts, [](const Contact& a, const Contact& b) {
        const std::optional<Day> left = a.facts.leftOn;
        if (left.has_value() != b.facts.leftOn.has_value()) {
            return !left;
        }
        return left && left != b.facts.leftOn ? *left > *b.facts.leftOn : a.facts.role < b.facts.role;
    });
    return contacts;
}

ActionFacts factsOf(const Action& action) {
    return {.title = QString::fromStdString(action.title),
            .owner = QString::fromStdString(action.owner),
            .due = action.due,
            .metric = QString::fromStdString(action.metric),
            .createdOn = action.createdOn,
            .status = action.status,
            .closedOn = action.closedOn,
            .closeReason = QString::fromStdString(action.closeReason)};
}

Result<std::vector<SavedView>> savedViews(Book& book) {
    HB_TRY(const std::vector<store::SavedView> rows, store::savedViews(book.database()));
    std::vector<SavedView> views;
    for (const store::SavedView& row : rows) {
        views.push_back({.name = row.name, .content = row.content});
    }
    return views;
}

} // namespace hb::book
