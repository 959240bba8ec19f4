// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"

#include <QUndoCommand>

#include <memory>

namespace hb::session {

class BookSession;

/// An edit on the undo stack. Redo and undo post to the writer in order; each answer is the edit that the
/// next of them posts, so that going back and forth is exact.
class BookEditCommand : public QUndoCommand {
public:
    BookEditCommand(BookSession& session, const book::Edit& edit, const QString& text);

    void redo() override { post(); }
    void undo() override { post(); }
    [[nodiscard]] bool hasFailed() const { return m_state->failed; }

private:
    /// `next` is touched in the writer's thread only, `failed` in the window's.
    struct State {
        book::Edit next;
        bool failed = false;
    };
    void post();

    BookSession& m_session;
    std::shared_ptr<State> m_state;
};

} // namespace hb::session
