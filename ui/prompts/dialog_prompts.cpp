// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompts.h"
#include "ui/prompts/who_dialog.h"
#include "ui/theme/texts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace hb::prompts {

namespace {

class DialogPrompts : public Prompts {
public:
    bool confirm(QWidget* parent,
                 const QString& question,
                 const QString& explanation,
                 const QString& yes) override {
        QMessageBox box(parent);
        box.setText(question);
        box.setInformativeText(explanation);
        const QPushButton* go = box.addButton(yes, QMessageBox::AcceptRole);
        box.addButton(QMessageBox::Cancel);
        box.exec();
        return box.clickedButton() == go;
    }

    std::optional<int> choose(QWidget* parent,
                              const QString& question,
                              const QString& explanation,
                              const QStringList& choices) override {
        QDialog dialog(parent);
        dialog.setWindowTitle(question);
        auto* column = new QVBoxLayout(&dialog);
        auto* words = new QLabel(explanation, &dialog);
        words->setWordWrap(true);
        column->addWidget(words);
        auto* list = new QListWidget(&dialog);
        list->addItems(choices);
        list->setCurrentRow(0);
        column->addWidget(list);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
        column->addWidget(buttons);
        QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
        QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
        QObject::connect(list, &QListWidget::itemActivated, &dialog, &QDialog::accept);
        if (dialog.exec() != QDialog::Accepted || list->currentRow() < 0) {
            return {};
        }
        return list->currentRow();
    }

    std::optional<QString> askText(QWidget* parent, const QString& question, const QString& value) override {
        bool accepted = false;
        const QString text = QInputDialog::getText(
            parent, Texts::tr("Healthbook"), question, QLineEdit::Normal, value, &accepted);
        return accepted ? std::optional(text) : std::nullopt;
    }

    QStringList
    openFiles(QWidget* parent, const QString& title, const QString& filters, bool several) override {
        if (several) {
            return QFileDialog::getOpenFileNames(parent, title, {}, filters);
        }
        const QString file = QFileDialog::getOpenFileName(parent, title, {}, filters);
        return file.isEmpty() ? QStringList() : QStringList{file};
    }

    std::optional<QString> saveFile(QWidget* parent,
                                    const QString& title,
                                    const QString& proposal,
                                    const QString& filters) override {
        const QString file = QFileDialog::getSaveFileName(parent, title, proposal, filters);
        return file.isEmpty() ? std::nullopt : std::optional(file);
    }

    void show(QWidget* parent, const QString& title, const QString& html) override {
        QDialog dialog(parent);
        dialog.setWindowTitle(title);
        auto* column = new QVBoxLayout(&dialog);
        auto* text = new QTextBrowser(&dialog);
        text->setHtml(html);
        column->addWidget(text);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
        column->addWidget(buttons);
        QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
        dialog.resize(text->fontMetrics().averageCharWidth() * 80, text->fontMetrics().height() * 32);
        dialog.exec();
    }

    std::optional<settings::Who> askWho(QWidget* parent, const WhoQuestion& question) override {
        WhoDialog dialog(question, parent);
        return dialog.exec() == QDialog::Accepted ? std::optional(dialog.who()) : std::nullopt;
    }
};

} // namespace

std::unique_ptr<Prompts> makeDialogPrompts() {
    return std::make_unique<DialogPrompts>();
}

} // namespace hb::prompts
