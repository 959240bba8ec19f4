// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settings_page.h"

#include "ui/prompts/who_dialog.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/shell/look.h"
#include "ui/shell/who_looks.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace hb::pages {

namespace {

constexpr int settingsWidth = 640;
constexpr int nameWidth = 160;

/// A line of a card: what it is about at the left, its controls behind.
QHBoxLayout* line(widgets::Card& card, const theme::Theme& theme, const QString& name) {
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(theme::space::s));
    auto* label = new QLabel(name, &card);
    label->setMinimumWidth(theme.px(nameWidth));
    row->addWidget(label);
    card.content()->addLayout(row);
    return row;
}

QPushButton* button(const char* name, const QString& text, const char* kind, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QString::fromLatin1(name));
    theme::setStyleProperty(made, "hbButton", QString::fromLatin1(kind));
    return made;
}

} // namespace

SettingsPage::SettingsPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_content(new QWidget) {
    setObjectName(QStringLiteral("settingsPage"));
    m_content->setObjectName(QStringLiteral("hbScrolled"));
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    QLabel* title = widgets::makeLabel("pageTitle", m_content);
    title->setText(tr("Settings"));
    column->addWidget(title);
    buildLook(*column);
    buildPerson(*column);
    buildBook(*column);
    buildWindow(*column);
    QLabel* words = widgets::makeLabel("captionMuted", m_content);
    words->setText(tr("Kept on this computer, for you alone. Saved views and reviews are in the book."));
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(scroll);
    const session::BookSession& session = context.session;
    connect(&context.settings, &settings::Settings::changed, this, &SettingsPage::follow);
    connect(&context.theme, &theme::Theme::changed, this, &SettingsPage::dress);
    connect(&session, &session::BookSession::opened, this, &SettingsPage::follow);
    connect(&session, &session::BookSession::closed, this, &SettingsPage::follow);
    connect(&session, &session::BookSession::personChanged, this, &SettingsPage::follow);
    connect(&session, &session::BookSession::filterChanged, this, &SettingsPage::follow);
    dress();
    follow();
}

void SettingsPage::dress() {
    const theme::Theme& theme = m_context.theme;
    const int margin = theme.px(theme::space::pageMargin);
    layout()->setContentsMargins(margin, theme.px(theme::space::l), margin, 0);
    m_content->layout()->setSpacing(theme.px(theme::space::cardGap));
    m_content->setMaximumWidth(theme.px(settingsWidth));
    follow();
}

void SettingsPage::buildLook(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Look"), m_content);
    column.addWidget(card);
    QHBoxLayout* themes = line(*card, m_context.theme, tr("Theme"));
    struct Choice {
        const char* name;
        QString text;
        theme::ThemeChoice choice;
    };
    for (const Choice& made :
         std::array<Choice, 3>{{{"themeSystem", tr("System"), theme::ThemeChoice::System},
                                {"themeLight", tr("Light"), theme::ThemeChoice::Light},
                                {"themeDark", tr("Dark"), theme::ThemeChoice::Dark}}}) {
        m_themes.push_back(button(made.name, made.text, "segment", card));
        m_themes.back()->setCheckable(true);
        themes->addWidget(m_themes.back());
        connect(m_themes.back(), &QPushButton::clicked, this, [this, choice = made.choice] {
            shell::chooseTheme(m_context, choice);
            follow();
        });
    }
    themes->addStretch();
    QHBoxLayout* sizes = line(*card, m_context.theme, tr("Text size"));
    m_smaller = button("textSmaller", tr("Smaller"), "small", card);
    m_larger = button("textLarger", tr("Larger"), "small", card);
    auto* usual = button("textUsual", tr("Usual"), "link", card);
    m_zoom = new QLabel(card);
    m_zoom->setObjectName(QStringLiteral("textSize"));
    for (QWidget* part : {static_cast<QWidget*>(m_smaller),
                          static_cast<QWidget*>(m_zoom),
                          static_cast<QWidget*>(m_larger),
                          static_cast<QWidget*>(usual)}) {
        sizes->addWidget(part);
    }
    sizes->addStretch();
    connect(m_smaller, &QPushButton::clicked, this, [this] {
        shell::chooseZoom(m_context, m_context.theme.zoom() - shell::zoomStep);
    });
    connect(m_larger, &QPushButton::clicked, this, [this] {
        shell::chooseZoom(m_context, m_context.theme.zoom() + shell::zoomStep);
    });
    connect(usual, &QPushButton::clicked, this, [this] { shell::chooseZoom(m_context, 1); });
    buildScores(*card);
}

/// Words alone: no score and no band is another for it.
void SettingsPage::buildScores(widgets::Card& card) {
    QHBoxLayout* row = line(card, m_context.theme, tr("Scores as"));
    const std::array<const char*, 3> names{"scoresAsBook", "scoresAsNumbers", "scoresAsLetters"};
    const std::array<QString, 3> texts{tr("The book says"), tr("Numbers"), tr("Letters")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        m_scores.push_back(button(names[at], texts[at], "segment", &card));
        m_scores.back()->setCheckable(true);
        row->addWidget(m_scores.back());
        connect(m_scores.back(), &QPushButton::clicked, this, [this, at] {
            m_context.settings.set(settings::scoresAs, static_cast<settings::ScoresAs>(at));
            follow();
        });
    }
    row->addStretch();
}

void SettingsPage::buildPerson(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("You"), m_content);
    column.addWidget(card);
    QHBoxLayout* row = line(*card, m_context.theme, tr("Who looks"));
    m_person = new QLabel(card);
    m_person->setObjectName(QStringLiteral("settingsPerson"));
    m_choosePerson = button("choosePerson", tr("Change"), "small", card);
    row->addWidget(m_person);
    row->addWidget(m_choosePerson);
    row->addStretch();
    m_mine = new QCheckBox(tr("Begin with my accounts"), card);
    m_mine->setObjectName(QStringLiteral("settingsMine"));
    card->content()->addWidget(m_mine);
    QLabel* views = widgets::makeLabel("captionMuted", card);
    views->setObjectName(QStringLiteral("settingsRoles"));
    views->setText(prompts::WhoDialog::viewsNotLocks());
    views->setWordWrap(true);
    card->content()->addWidget(views);
    connect(m_choosePerson, &QPushButton::clicked, this, [this] { shell::askWhoLooks(m_context, this); });
    connect(m_mine, &QCheckBox::clicked, this, [this](bool mine) {
        session::Filter filter = m_context.session.filter();
        filter.mine = mine;
        m_context.session.setFilter(filter);
    });
}

void SettingsPage::buildBook(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Book page"), m_content);
    column.addWidget(card);
    QHBoxLayout* row = line(*card, m_context.theme, tr("Accounts as"));
    const std::array<const char*, 4> names{"showSmall", "showMedium", "showLarge", "showList"};
    const std::array<QString, 4> texts{tr("Small tiles"), tr("Medium tiles"), tr("Large tiles"), tr("List")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        m_views.push_back(button(names[at], texts[at], "segment", card));
        m_views.back()->setCheckable(true);
        row->addWidget(m_views.back());
        connect(m_views.back(), &QPushButton::clicked, this, [this, at] {
            const bool asList = at + 1 == m_views.size();
            if (!asList) {
                m_context.settings.set(settings::tileSize, static_cast<int>(at));
            }
            m_context.settings.set(settings::asList, asList);
            follow();
        });
    }
    row->addStretch();
}

void SettingsPage::buildWindow(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Window"), m_content);
    column.addWidget(card);
    m_menuBar = new QCheckBox(tr("Show the menu bar (Ctrl+M)"), card);
    m_menuBar->setObjectName(QStringLiteral("settingsMenuBar"));
    card->content()->addWidget(m_menuBar);
    connect(m_menuBar, &QCheckBox::clicked, this, [this](bool shown) {
        m_context.settings.set(settings::menuBarShown, shown);
    });
}

void SettingsPage::follow() {
    const settings::Settings& settings = m_context.settings;
    for (std::size_t at = 0; at < m_themes.size(); ++at) {
        m_themes[at]->setChecked(at == static_cast<std::size_t>(m_context.theme.choice()));
    }
    for (std::size_t at = 0; at < m_scores.size(); ++at) {
        m_scores[at]->setChecked(at == static_cast<std::size_t>(settings.get(settings::scoresAs)));
    }
    const double zoom = m_context.theme.zoom();
    m_zoom->setText(tr("%1%").arg(std::lround(zoom * 100)));
    m_smaller->setEnabled(zoom > theme::leastZoom + 0.01);
    m_larger->setEnabled(zoom < theme::mostZoom - 0.01);
    const session::BookSession& session = m_context.session;
    const bool isOpen = session.isOpen();
    m_person->setText(isOpen && session.who() != settings::Who() ? shell::whoText(session)
                                                                 : tr("I look at everything"));
    m_choosePerson->setEnabled(isOpen);
    m_choosePerson->setToolTip(isOpen ? QString() : tr("Open a book: who looks is kept for each."));
    m_mine->setText(session.scopeAttribute() == attribute::manager ? tr("Begin with my team's accounts")
                                                                   : tr("Begin with my accounts"));
    m_mine->setEnabled(session.hasOwnAccounts());
    m_mine->setChecked(session.filter().mine);
    const bool asList = settings.get(settings::asList);
    const auto size = static_cast<std::size_t>(settings.get(settings::tileSize));
    for (std::size_t at = 0; at < m_views.size(); ++at) {
        m_views[at]->setChecked(at + 1 == m_views.size() ? asList : !asList && at == size);
    }
    m_menuBar->setChecked(settings.get(settings::menuBarShown));
}

void SettingsPage::activate(const session::ViewState& /*state*/) {
    follow();
    m_themes[static_cast<std::size_t>(m_context.theme.choice())]->setFocus();
}

QString SettingsPage::asText() const {
    return tr("Theme: %1\nText size: %2\nWho looks: %3\n")
        .arg(m_themes[static_cast<std::size_t>(m_context.theme.choice())]->text(),
             m_zoom->text(),
             m_person->text());
}

bool SettingsPage::escape() {
    m_navigator.goBack();
    return true;
}

} // namespace hb::pages
