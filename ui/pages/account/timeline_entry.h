// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timeline_item.h"
#include "ui/pages/account/note_box.h"

#include <QWidget>

class QTextBrowser;

namespace hb::pages {

/// Whose note it is: only one's own is changed.
enum class NoteAuthor { Me, Another };

/// A note as it stands.
[[nodiscard]] NoteDraft asNoted(const TimelineItem& item);

/// What an open item of the timeline says in full, under its line: Markdown without HTML and pictures, links
/// that are only copied; a note of one's own is changed here.
class TimelineEntry : public QWidget {
    Q_OBJECT

public:
    /// `sentence` is what its line says, `whyNotWrite` why no note can be changed, where none can.
    TimelineEntry(const theme::Theme& theme,
                  const TimelineItem& item,
                  const QString& sentence,
                  NoteAuthor author,
                  const QString& whyNotWrite,
                  QWidget* parent);
    [[nodiscard]] const TimelineItem& item() const { return m_item; }
    /// Its height at a width of the list, of which the item's line has the first `top`.
    [[nodiscard]] int fit(int width, int top, int left);
    void beginChange();
    /// What is being typed over the note; none: nothing is.
    [[nodiscard]] std::optional<NoteChange> change() const;
    void resumeChange(const NoteChange& change);
    void focusChange();

Q_SIGNALS:
    void pinAsked(bool pinned);
    void changed(const QString& text, hb::NoteKind kind);
    void changeEnded(); ///< kept or left
    void removeAsked();
    void copied(const QString& text);
    void heightChanged();

private:
    void buildButtons(const QString& whyNotWrite);
    void showText();
    void endChange();
    const theme::Theme& m_theme;
    TimelineItem m_item;
    QString m_sentence;
    bool m_canChange;
    NoteDraft m_shown; ///< as the change of it began
    QTextBrowser* m_text;
    QWidget* m_buttons;
    NoteBox* m_box;
};

} // namespace hb::pages
