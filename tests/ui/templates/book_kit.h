// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/clicks.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/templates/template_part.h"

namespace hb::test {

/// A book with two templates before the default, of which one has three versions; five accounts.
struct TemplateBook {
    Scorecard scorecard;
    std::vector<SavedDraft> drafts;
    std::shared_ptr<const session::Moment> moment;
    Day today = day(smallBookToday);

    TemplateBook();
    void refresh();
    /// As the page shows the newest version of a template, or a draft of it.
    [[nodiscard]] pages::TemplateView view(const char* key, bool isEditable) const;
};

/// A part in a window of its own, with what it asked for.
template <typename Part>
struct PartKit : WindowKit {
    TemplateBook book;
    Part part{context, nullptr};
    pages::TemplateView view;
    std::vector<book::Edit> edits;
    std::vector<Draft> drafts;
    QStringList texts;

    explicit PartKit(const char* key = "enterprise", bool isEditable = true)
        : view(book.view(key, isEditable)) {
        QObject::connect(&part,
                         &pages::TemplatePart::bookEdited,
                         &part,
                         [this](const book::Edit& edit, const QString& text) {
                             edits.push_back(edit);
                             texts << text;
                         });
        QObject::connect(
            &part, &pages::TemplatePart::edited, &part, [this](const Draft& draft, const QString& text) {
                drafts.push_back(draft);
                texts << text;
                view.draft = draft;
                part.showDraft(view);
            });
        part.resize(1180, 640);
        part.showDraft(view);
        part.show();
        part.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&part));
    }
    /// The book changed: what holds now.
    void reshow() {
        book.refresh();
        const Draft draft = view.draft;
        view.moment = book.moment;
        view.metrics = book.moment->snapshot->scorecard->metrics;
        view.draft = draft;
        part.showDraft(view);
    }
};

} // namespace hb::test
