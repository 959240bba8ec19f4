// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/welcome_page.h"

#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/open_demo.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace hb::pages {

namespace {

struct Door {
    const char* name;
    QString title;
    QString words;
    QString button;
    bool primary;
    std::function<void()> open;
};

QWidget* makeDoor(const Door& door, const theme::Theme& theme, QWidget* parent) {
    auto* card = new widgets::Card(door.title, parent);
    auto* words = new QLabel(door.words, card);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop);
    theme::setStyleProperty(words, "hbText", QStringLiteral("muted"));
    auto* button = new QPushButton(door.button, card);
    button->setObjectName(QString::fromLatin1(door.name));
    if (door.primary) {
        theme::setStyleProperty(button, "hbButton", QStringLiteral("primary"));
    }
    QObject::connect(button, &QPushButton::clicked, button, door.open);
    card->content()->addWidget(words, 1);
    card->content()->addWidget(button);
    card->setFixedHeight(theme.px(176));
    return card;
}

} // namespace

WelcomePage::WelcomePage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_recent(new QWidget(this)),
      m_recentRows(new QVBoxLayout(m_recent)) {
    const theme::Theme& theme = context.theme;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(theme.px(theme::space::pageMargin),
                              theme.px(64),
                              theme.px(theme::space::pageMargin),
                              theme.px(theme::space::pageMargin));
    auto* column = new QVBoxLayout;
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(column, 0);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch();
    column->setSpacing(theme.px(theme::space::l));
    QLabel* title = widgets::makeLabel("hero", this);
    title->setText(tr("Who needs you today?"));
    QLabel* words = widgets::makeLabel("muted", this);
    words->setText(tr(
        "Healthbook scores your accounts, says why, and says what helps. Your data stays on this computer."));
    column->addWidget(title);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(theme::space::cardGap));
    addDoors(*row);
    column->addSpacing(theme.px(theme::space::s));
    column->addLayout(row);
    m_recentRows->setContentsMargins(0, theme.px(theme::space::m), 0, 0);
    m_recentRows->setSpacing(theme.px(theme::space::xs));
    column->addWidget(m_recent);
}

/// The ways into a book.
void WelcomePage::addDoors(QBoxLayout& row) {
    std::vector<Door> all;
    all.push_back({"doorDemo",
                   tr("Look at the demo company"),
                   tr("200 accounts over two years, with storms, slides and rescues to find."),
                   tr("Open the demo"),
                   true,
                   [this] { shell::openDemo(m_context, this); }});
    if (m_navigator.hasPage(session::page::import)) {
        all.push_back({"doorImport",
                       tr("New book from CSV files"),
                       tr("Accounts and measurements. You see what is recognised before anything is kept."),
                       tr("Choose files"),
                       false,
                       [this] { m_navigator.go({.page = session::page::import}); }});
    }
    all.push_back({"doorOpen",
                   tr("Open a book"),
                   tr("A .healthbook file from this computer or a shared folder."),
                   tr("Open a book"),
                   false,
                   [this] {
                       const QStringList files = m_context.prompts.openFiles(
                           this, tr("Open a book"), tr("Healthbook books (*.healthbook)"), false);
                       if (!files.isEmpty()) {
                           m_context.session.open(files.front());
                       }
                   }});
    for (const Door& door : all) {
        QWidget* card = makeDoor(door, m_context.theme, this);
        card->setFixedWidth(m_context.theme.px(280));
        row.addWidget(card);
    }
    row.addStretch();
}

void WelcomePage::activate(const session::ViewState& /*state*/) {
    showRecent();
    findChild<QPushButton*>(QStringLiteral("doorDemo"))->setFocus();
}

void WelcomePage::showRecent() {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList recent = m_context.settings.get(settings::recentBooks);
    for (const QString& path : recent) {
        const QFileInfo file(path);
        if (!file.exists()) {
            continue;
        }
        if (m_recentRows->isEmpty()) {
            QLabel* title = widgets::makeLabel("cardTitle", m_recent);
            title->setText(tr("Books you had open"));
            m_recentRows->addWidget(title);
        }
        auto* button =
            new QPushButton(tr("%1   \u00B7   %2")
                                .arg(file.completeBaseName(), QDir::toNativeSeparators(file.absolutePath())),
                            m_recent);
        button->setObjectName(QStringLiteral("recent_") + file.completeBaseName());
        theme::setStyleProperty(button, "hbButton", QStringLiteral("section"));
        connect(button, &QPushButton::clicked, this, [this, path] { m_context.session.open(path); });
        m_recentRows->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace hb::pages
