// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/book_edit_command.h"

#include "ui/session/book_session.h"

namespace hb::session {

BookEditCommand::BookEditCommand(BookSession& session, const book::Edit& edit, const QString& text)
    : QUndoCommand(text), m_session(session), m_state(std::make_shared<State>(State{.next = edit})) {}

void BookEditCommand::post() {
    if (m_state->failed) {
        setObsolete(true);
        return;
    }
    m_session.postEdit(
        [state = m_state, person = m_session.actor()](book::Book& book) -> Result<std::int64_t> {
            HB_TRY(book::Applied applied, book::apply(book, state->next, person));
            state->next = std::move(applied.inverse);
            return applied.changes.seq;
        },
        [state = m_state, session = &m_session] {
            state->failed = true;
            Q_EMIT session->editLost(state->next);
        });
    setObsolete(m_state->failed);
}

} // namespace hb::session
