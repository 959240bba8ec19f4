// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"

#include "core/store/hand_store.h"
#include "core/store/setting_store.h"

namespace hb::book {

Result<std::vector<Note>> notesOf(Book& book, AccountId account) {
    HB_TRY(std::vector<store::NoteRow> rows, store::notes(book.database(), account));
    std::vector<Note> notes;
    for (store::NoteRow& row : rows) {
        notes.push_back({.id = row.id, .day = row.day, .text = row.text, .author = row.author, .at = row.at});
    }
    return notes;
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
