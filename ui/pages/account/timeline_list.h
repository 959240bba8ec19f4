// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/note_box.h"
#include "ui/pages/account/timeline_model.h"

#include <QListView>
#include <QPointer>

namespace hb::pages {

class TimelineDelegate;
class TimelineEntry;

/// The items of the timeline. A click or Enter opens one in place, again or Esc closes it; what is being
/// typed into an open one waits, for the session, until its note is shown again.
class TimelineList : public QListView {
    Q_OBJECT

public:
    TimelineList(const theme::Theme& theme, TimelineModel& model, QWidget* parent);
    /// Whose notes may be changed.
    void setPerson(const QString& name) { m_person = name; }
    /// Why none of them may be; empty: one's own may.
    void setWhyNotWrite(const QString& why) { m_whyNotWrite = why; }
    void open(const QModelIndex& index);
    /// What was typed over a note and could not be kept waits in its form.
    void takeBack(NoteId note, const NoteDraft& lost);
    void forgetDrafts() { m_changes.clear(); }
    /// False where nothing was open.
    bool closeEntry();

Q_SIGNALS:
    void pinAsked(hb::NoteId note, bool pinned);
    void changeAsked(hb::NoteId note, const QString& text, hb::NoteKind kind);
    void removeAsked(hb::NoteId note);
    void copied(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fitEntry();
    void keepChange();
    void remember();
    void resume();
    void openChanged();
    const theme::Theme& m_theme;
    TimelineModel& m_model;
    TimelineDelegate* m_delegate;
    QString m_person;
    QString m_whyNotWrite;
    QPointer<TimelineEntry> m_entry;
    Drafts<NoteChange> m_changes; ///< by note: no two accounts share one
    // what was open while the rows are made anew
    std::optional<TimelineItem> m_item;
    bool m_hadFocus = false;
    int m_scrolled = 0;
};

} // namespace hb::pages
