// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/clicks.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/templates/template_part.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace hb::test {

/// A part as the Templates page shows it: what it says was edited becomes the draft and is shown.
template <typename Part>
struct ShownPart {
    WindowKit kit;
    pages::TemplateView view;
    QWidget window;
    Part* part = nullptr;
    QStringList edits;
    std::vector<Draft> previews;

    explicit ShownPart(const SnapshotBuilder& builder, std::size_t templateIndex) {
        kit.session.showSnapshot(builder.build());
        const Snapshot& snapshot = kit.session.snapshot();
        const Template& shaped = snapshot.scorecard->templates[templateIndex];
        view.draft.key = shaped.key;
        view.draft.name = shaped.name;
        view.draft.isDefault = shaped.isDefault;
        view.draft.version = shaped.versions.back();
        view.metrics = snapshot.scorecard->metrics;
        view.moment = kit.session.moment();
        view.isEditable = true;
        part = new Part(kit.context, &window);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(part);
        QObject::connect(part, &Part::edited, part, [this](const Draft& draft, const QString& text) {
            edits.append(text);
            view.draft = draft;
            part->showDraft(view);
        });
        QObject::connect(
            part, &Part::previewed, part, [this](const Draft& draft) { previews.push_back(draft); });
        part->showDraft(view);
        window.resize(1040, 900);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    [[nodiscard]] const TemplateVersion& version() const { return view.draft.version; }
    /// Types into a field as a person does, over what stands there, and presses Enter.
    void type(const char* name, const QString& text) {
        auto* field = child<QLineEdit>(window, QString::fromLatin1(name));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void press(const char* name) { click(window, name); }
    [[nodiscard]] QString text(const char* name) const { return textOf(window, name); }
};

/// Twenty accounts that score 5, 10, ... 100, today and for a year before; two segments of ten.
[[nodiscard]] SnapshotBuilder twentyAccounts();

} // namespace hb::test
