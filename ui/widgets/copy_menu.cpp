// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_menu.h"

#include "ui/theme/texts.h"
#include "ui/widgets/exporter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

Exporter* exporterOf(const QMenu& menu) {
    return menu.parentWidget() ? Exporter::of(*menu.parentWidget()) : nullptr;
}

} // namespace

void addCopyActions(QMenu& menu, const Copies& copies) {
    const auto add = [&menu](const QString& name, const QString& text, std::function<void()> copy) {
        menu.addAction(text, &menu, std::move(copy))->setObjectName(name);
    };
    if (copies.text) {
        add(u"copyText"_s, Texts::tr("Copy as text"), [text = copies.text] {
            QGuiApplication::clipboard()->setText(text());
        });
    }
    if (Exporter* exporter = exporterOf(menu); exporter && copies.hasTable()) {
        add(u"copyTable"_s, Texts::tr("Copy as table"), [exporter, copies] { exporter->copyTable(copies); });
    }
    if (copies.picture) {
        add(u"copyPicture"_s, Texts::tr("Copy as picture"), [picture = copies.picture] {
            QGuiApplication::clipboard()->setPixmap(picture());
        });
    }
    addExportActions(menu, copies);
}

void addExportActions(QMenu& menu, const Copies& copies) {
    Exporter* exporter = exporterOf(menu);
    if (!exporter) {
        return;
    }
    menu.addSeparator();
    for (const FileKind kind : fileKinds) {
        if (canExport(copies, kind)) {
            menu.addAction(exportText(kind),
                           exporter,
                           [exporter, copies, kind] { exporter->exportAs(copies, kind); })
                ->setObjectName(exportName(kind));
        }
    }
}

QMenu* makePopup(QWidget* owner) {
    auto* menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace hb::widgets
