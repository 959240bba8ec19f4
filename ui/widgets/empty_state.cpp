// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/spaces.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::widgets {

EmptyState::EmptyState(const theme::Theme& theme, theme::Icon icon, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(icon), m_picture(new QLabel(this)),
      m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_picture->setAlignment(Qt::AlignCenter);
    m_button->setProperty("hbButton", u"primary"_s);
    m_button->setObjectName(u"emptyStateButton"_s);
    auto* layout = new QVBoxLayout(this);
    followSpace(layout, theme, theme::space::l);
    layout->addStretch(1);
    layout->addWidget(m_picture);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::requested);
    const auto dress = [this] {
        m_picture->setPixmap(iconPixmap(m_icon, m_theme.tokens().muted, m_theme.px(32), devicePixelRatioF()));
    };
    connect(&m_theme, &theme::Theme::changed, this, dress);
    dress();
}

void EmptyState::setTexts(const QString& sentence, const QString& button) {
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace hb::widgets
