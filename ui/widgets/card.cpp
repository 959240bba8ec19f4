// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/tokens.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hb::widgets {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(makeLabel("cardTitle", this)), m_content(new QVBoxLayout(this)) {
    setProperty("hbCard", true);
    constexpr int padding = theme::space::cardPadding;
    m_content->setContentsMargins(padding, padding, padding, padding);
    m_content->setSpacing(theme::space::s);
    m_content->addWidget(m_title);
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

QLabel* makeLabel(const char* role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("hbText", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace hb::widgets
