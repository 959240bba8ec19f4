// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_menu.h"

#include "core/exchange/table_writer.h"
#include "ui/widgets/exporter.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(hb::widgets::CopyMenu)
};

Exporter* exporterOf(const QMenu& menu) {
    return menu.parentWidget() ? Exporter::of(*menu.parentWidget()) : nullptr;
}

void toClipboard(const exchange::Table& table) {
    auto* data = new QMimeData;
    data->setText(exchange::toTabs(table));
    data->setHtml(exchange::toHtml(table));
    QGuiApplication::clipboard()->setMimeData(data);
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
    if (copies.hasTable()) {
        add(u"copyTable"_s, Texts::tr("Copy as table"), [copies, exporter = QPointer(exporterOf(menu))] {
            copyTable(copies, [exporter](const Result<std::size_t>& rows) {
                if (!rows && exporter) {
                    Q_EMIT exporter->failed(rows.error());
                }
            });
        });
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

void copyTable(const Copies& copies, std::function<void(const Result<std::size_t>&)> done) {
    const auto take = [done = std::move(done)](const Result<exchange::Table>& table) {
        if (table) {
            toClipboard(*table);
        }
        done(table.map([](const exchange::Table& copied) { return copied.rows.size(); }));
    };
    if (copies.table) {
        take(copies.table());
    } else {
        copies.readTable(take);
    }
}

QMenu* makePopup(QWidget* owner) {
    auto* menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace hb::widgets
