// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_picker.h"

#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/why_not.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {
constexpr std::size_t mostKeys = 9;
}

LevelPicker::LevelPicker(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_row(new FlowLayout(theme::space::xs)),
      m_help(makeLabel("captionMuted", this)) {
    m_help->setWordWrap(true);
    m_help->setObjectName(u"levelHelp"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space::xs);
    layout->addLayout(m_row);
    layout->addWidget(m_help);
    connect(&m_theme, &theme::Theme::changed, this, &LevelPicker::dress);
}

void LevelPicker::setLevels(const std::vector<LevelChoice>& levels, std::optional<int> current) {
    m_levels = levels;
    m_current = current;
    makeButtons(levels.size()); // those that are there stay, and keep the focus
    dress();
    restHelp();
}

void LevelPicker::setWhyNot(const QString& why) {
    if (why != m_whyNot) {
        m_whyNot = why;
        dress();
    }
}

void LevelPicker::makeButtons(std::size_t count) {
    while (m_buttons.size() > count) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < count) {
        auto* button = new QPushButton(this);
        const auto at = static_cast<int>(m_buttons.size());
        button->setProperty("hbButton", u"small"_s);
        button->setCheckable(true);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, at] { choose(at); });
        m_row->addWidget(button);
        m_buttons.push_back(button);
    }
}

void LevelPicker::dress() {
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        const LevelChoice& choice = m_levels[at];
        QPushButton* button = m_buttons[at];
        button->setObjectName(u"level%1"_s.arg(choice.level));
        button->setText(choice.label);
        button->setChecked(m_current == choice.level);
        button->setIcon(
            QIcon(bandGlyphPixmap(choice.band, m_theme, m_theme.px(12), devicePixelRatioF(), m_theme.px(4))));
        button->setIconSize(QSize(m_theme.px(16), m_theme.px(12)));
        button->setAccessibleDescription(choice.help);
        widgets::setWhyNot(button, m_whyNot, at < mostKeys ? tr("Key %1").arg(at + 1) : QString());
    }
}

void LevelPicker::focusCurrent() {
    const auto now = std::ranges::find_if(
        m_levels, [this](const LevelChoice& choice) { return m_current == choice.level; });
    const auto at = now == m_levels.end() ? 0 : static_cast<std::size_t>(now - m_levels.begin());
    if (at < m_buttons.size()) {
        m_buttons[at]->setFocus(Qt::ShortcutFocusReason);
    }
}

bool LevelPicker::choose(int place) {
    if (place < 0 || place >= static_cast<int>(m_levels.size()) || !m_whyNot.isEmpty()) {
        return false;
    }
    const int level = m_levels[static_cast<std::size_t>(place)].level;
    // The book decides which one is on.
    m_buttons[static_cast<std::size_t>(place)]->setChecked(m_current == level);
    Q_EMIT chosen(level);
    return true;
}

bool LevelPicker::eventFilter(QObject* watched, QEvent* event) {
    const auto at = static_cast<std::size_t>(std::ranges::find(m_buttons, watched) - m_buttons.begin());
    if (at < m_levels.size()) {
        if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
            showHelp(m_levels[at].help);
        } else if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
            restHelp();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LevelPicker::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == 0;
    if (plain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && choose(event->key() - Qt::Key_1)) {
        return;
    }
    QWidget::keyPressEvent(event);
}

void LevelPicker::showHelp(const QString& help) {
    m_help->setText(help.isEmpty() ? u" "_s
                                   : help); // the line keeps its room: nothing moves under the pointer
}

void LevelPicker::restHelp() {
    const auto now = std::ranges::find_if(
        m_levels, [this](const LevelChoice& choice) { return m_current == choice.level; });
    showHelp(now == m_levels.end() ? QString() : now->help);
}

} // namespace hb::widgets
