// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/findings.h"
#include "core/book/draft_effect.h"
#include "ui/pages/templates/template_part.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hb::pages {

/// The template that lies on the Templates page: its draft, or a published version to read; and what the
/// draft would do to the book. Every edit is kept in the book at once, through the undo stack; what moves is
/// only shown.
class TemplateDesk : public QObject {
    Q_OBJECT
public:
    explicit TemplateDesk(const shell::Context& context, QObject* parent = nullptr);

    /// Lays a template on the desk: its draft, or without one its newest version. An unknown key: the first.
    void open(const QString& key);
    /// A version to read; the draft stays as it is.
    void openVersion(int number);
    [[nodiscard]] bool isOpen() const { return m_view.moment != nullptr; }
    [[nodiscard]] const TemplateView& view() const { return m_view; }
    [[nodiscard]] QString key() const { return QString::fromStdString(m_view.draft.key); }
    /// Null for a template that was never published.
    [[nodiscard]] const Template* published() const;
    /// Null without a draft.
    [[nodiscard]] const SavedDraft* saved() const;
    /// The version that is shown, or 0 for the draft.
    [[nodiscard]] int shownVersion() const { return m_version; }

    /// Nobody looks: it follows the book again, and catches up, once it is woken.
    void rest() { m_isResting = true; }
    void wake();

    /// Shows a draft that is not kept: for pictures.
    void lay(const Draft& draft) { show(draft, 0); }

    // --- what a person does
    void preview(const Draft& draft);
    void edit(const Draft& draft, const QString& text);
    /// A draft of what is shown, in place of the one that is there.
    void beginDraft();
    void beginDraftOf(int version);
    void duplicate(const QString& name);
    void discardDraft();
    /// A step of undo or redo was taken here: what it brings is laid on the desk, whichever template it is
    /// of.
    void goWithStep() { m_goesWithStep = true; }

    // --- what the draft would do; null while it is being worked out for the first time
    struct Effect {
        std::shared_ptr<const session::Moment> moment; ///< that it was worked out for
        std::string of;                                ///< the template's key
        std::shared_ptr<const book::DraftEffect> effect;
    };
    /// What looks unsound in `of`: positions are those of the scorer's version.
    struct Found {
        Draft of;
        std::shared_ptr<const scoring::Scorer> scorer;
        std::vector<analytics::Finding> findings;
    };
    [[nodiscard]] const std::optional<Effect>& effect() const { return m_effect; }
    [[nodiscard]] const Found& found() const { return m_found; }
    /// Why nothing can be found in what is shown, in words; empty: it was, or is being, examined.
    [[nodiscard]] QString whyNotExamined() const;

Q_SIGNALS:
    void shown();         ///< view() is another
    void effectChanged(); ///< of the draft, or of what moves
    void findingsChanged();

private:
    void clear();
    void follow();
    void takeBack(const book::Edit& edit);
    void show(Draft draft, int version);
    void computeEffect(const Draft& draft);
    void takeEffect(const std::shared_ptr<const session::Moment>& moment,
                    const Draft& draft,
                    std::shared_ptr<const book::DraftEffect> effect);
    void computeFindings(const std::shared_ptr<const scoring::Scorer>& scorer);

    shell::Context m_context;
    TemplateView m_view;
    int m_version = 0;
    std::shared_ptr<const book::EffectBase> m_base;
    std::optional<Draft> m_moving;  ///< what is previewed and not let go
    std::optional<Draft> m_waiting; ///< whose effect is asked for while another's is worked out
    bool m_isWorking = false;
    bool m_isResting = false;
    bool m_hasMissed = false; ///< while it rested
    bool m_goesWithStep = false;
    std::optional<Effect> m_effect;
    Found m_found;
};

} // namespace hb::pages
