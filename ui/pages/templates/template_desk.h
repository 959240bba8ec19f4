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

    // --- what a person does
    void preview(const Draft& draft);
    void edit(const Draft& draft, const QString& text);
    /// A draft of what is shown, in place of the one that is there.
    void beginDraft();
    void beginDraftOf(int version);
    void duplicate(const QString& name);
    void discardDraft();

    // --- what the draft would do; null while it is being worked out for the first time
    [[nodiscard]] const std::shared_ptr<const book::DraftEffect>& effect() const { return m_effect; }
    [[nodiscard]] const std::vector<analytics::Finding>& findings() const { return m_findings; }

Q_SIGNALS:
    void shown();         ///< view() is another
    void effectChanged(); ///< of the draft, or of what moves
    void findingsChanged();

private:
    void follow();
    void show(Draft draft, int version);
    void computeEffect(const Draft& draft);
    void computeFindings();

    shell::Context m_context;
    TemplateView m_view;
    int m_version = 0;
    std::shared_ptr<const book::EffectBase> m_base;
    std::shared_ptr<const book::DraftEffect> m_effect;
    std::vector<analytics::Finding> m_findings;
};

} // namespace hb::pages
