// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_picker.h"

#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::widgets {

LevelPicker::LevelPicker(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout), m_help(makeLabel("captionMuted", this)),
      m_buttons(new QButtonGroup(this)) {
    m_buttons->setExclusive(false); // the book decides which one is on
    m_help->setWordWrap(true);
    m_help->setObjectName(u"levelHelp"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space::xs);
    m_row->setSpacing(theme::space::xs);
    layout->addLayout(m_row);
    layout->addWidget(m_help);
    connect(&m_theme, &theme::Theme::changed, this, [this] { setLevels(std::vector(m_levels), m_current); });
}

void LevelPicker::setLevels(const std::vector<LevelChoice>& levels, std::optional<int> current) {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_levels = levels;
    m_current = current;
    for (std::size_t at = 0; at < m_levels.size(); ++at) {
        const LevelChoice& choice = m_levels[at];
        auto* button = new QPushButton(choice.label, this);
        button->setObjectName(u"level%1"_s.arg(choice.level));
        button->setProperty("hbButton", u"small"_s);
        button->setProperty("hbHelp", choice.help);
        button->setCheckable(true);
        button->setChecked(current == choice.level);
        button->setIcon(
            QIcon(bandGlyphPixmap(choice.band, m_theme, m_theme.px(12), devicePixelRatioF(), m_theme.px(4))));
        button->setIconSize(QSize(m_theme.px(16), m_theme.px(12)));
        button->setAccessibleDescription(choice.help);
        if (at < 9) {
            button->setToolTip(tr("Key %1").arg(at + 1));
        }
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, button, choice] {
            button->setChecked(m_current == choice.level);
            Q_EMIT chosen(choice.level);
        });
        m_row->addWidget(button);
    }
    m_row->addStretch(1);
    restHelp();
}

bool LevelPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
        showHelp(watched->property("hbHelp").toString());
    } else if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
        restHelp();
    }
    return QWidget::eventFilter(watched, event);
}

void LevelPicker::keyPressEvent(QKeyEvent* event) {
    const int at = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && at >= 0 && at < 9 &&
        static_cast<std::size_t>(at) < m_levels.size()) {
        Q_EMIT chosen(m_levels[static_cast<std::size_t>(at)].level);
        return;
    }
    QWidget::keyPressEvent(event);
}

void LevelPicker::showHelp(const QString& help) {
    m_help->setText(help);
}

// The line keeps its room, so that nothing moves under the pointer.
void LevelPicker::restHelp() {
    QString help;
    for (const LevelChoice& choice : m_levels) {
        if (m_current == choice.level) {
            help = choice.help;
        }
    }
    m_help->setText(help.isEmpty() ? u" "_s : help);
}

} // namespace hb::widgets
