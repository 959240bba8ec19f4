// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/note_box.h"
#include "ui/pages/account/timeline_model.h"
#include "ui/widgets/card.h"

#include <QTimer>

#include <array>

class QLineEdit;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class TimelineList;

/// What happened to the account, newest first, and a field to write: filtered by kind, searched, opened in
/// place.
class TimelineCard : public widgets::Card {
    Q_OBJECT

public:
    TimelineCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Those of later days than `day` are only counted.
    void setItems(std::shared_ptr<const Snapshot> snapshot, std::vector<TimelineItem> items, Day day);
    void setDay(Day day);
    void setPerson(const QString& name);
    /// Why nothing can be written or changed; empty: it can.
    void setWhyNotWrite(const QString& why);
    /// What the search of the book found for the words that were asked for last.
    void setFound(const QString& words, std::vector<TimelineItem> found);
    [[nodiscard]] QString words() const;
    void beginNote();
    void beginSearch();
    void searchFor(const QString& words);
    /// What was written about an account could not be kept: it stands in the box again, or waits there for
    /// the account.
    void takeBack(const QString& account, const NoteDraft& lost);
    /// A note of one's own could not be changed: what was typed over it stands there again.
    void takeBackChange(NoteId note, const NoteDraft& lost);
    void forgetDrafts();
    /// What is begun for one account waits there for its return.
    void showDraftOf(const QString& account);
    /// Leaves the search, or closes the open item; false where there is nothing to leave.
    bool leave();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void noteWritten(const QString& text, hb::NoteKind kind);
    void pinAsked(hb::NoteId note, bool pinned);
    void changeAsked(hb::NoteId note, const QString& text, hb::NoteKind kind);
    void removeAsked(hb::NoteId note);
    void searchAsked(const QString& words);
    void copied(const QString& text);

private:
    void buildFilter();
    void filter();
    void search();
    void showState();
    void fillEmpty();
    const theme::Theme& m_theme;
    TimelineModel m_model;
    NoteBox* m_box;
    QLineEdit* m_search;
    QTimer m_typing;
    QWidget* m_filter;
    std::array<QPushButton*, timelineGroupCount> m_groups{};
    QLabel* m_later;
    TimelineList* m_list;
    widgets::EmptyState* m_empty;
    QString m_account;
    QString m_whyNotWrite;
    Drafts<NoteDraft> m_drafts; ///< of new notes
};

} // namespace hb::pages
