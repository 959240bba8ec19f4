// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/session/book_session.h"
#include "ui/shell/page.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace hb::pages {

/// How wide the parts that fill a tab grow.
inline constexpr int contentWidth = 960;
/// What is proposed where a score is asked for.
inline constexpr double usualScore = 50;

/// What the parts of the Templates page show: a draft, or a published version as a draft of it would begin.
struct TemplateView {
    Draft draft;
    std::vector<Metric> metrics;                   ///< the book's, with the rules that the draft changes
    std::shared_ptr<const session::Moment> moment; ///< the book as it scores on the as-of day
    bool isEditable = false;                       ///< false: a published version, shown read-only
    std::optional<Day> today = {};                 ///< only while the as-of day is past
};

/// "today", or "on 31 Dec" while a past day is looked at.
[[nodiscard]] QString asOfText(const TemplateView& view);

/// A part of the Templates page that shows something of the draft and lets a person change it.
class TemplatePart : public QWidget {
    Q_OBJECT
public:
    explicit TemplatePart(QWidget* parent = nullptr) : QWidget(parent) {}

    /// Called after every edit, undo and redo, also of other parts; selection, focus and scroll place stay.
    virtual void showDraft(const TemplateView& view) = 0;
    /// What *Copy as text* gives while this part fills its tab; empty: what the page says of the draft.
    [[nodiscard]] virtual QString asText() const { return {}; }
    /// What *Export* gives while this part fills its tab; none: what the draft would change.
    [[nodiscard]] virtual std::function<exchange::Table()> asTable() const { return {}; }

Q_SIGNALS:
    /// Something moves and has not been let go: how the draft would be. Nothing is kept.
    void previewed(const hb::Draft& draft);
    /// One step of undo; `text` says it in the past tense: "Set the weight of Logins to 30".
    void edited(const hb::Draft& draft, const QString& text);
    /// The same for what is not the draft's but the book's: the words of a metric, the order of templates.
    void bookEdited(const hb::book::Edit& edit, const QString& text);
};

} // namespace hb::pages
