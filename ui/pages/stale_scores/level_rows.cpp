// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stale_scores/level_rows.h"

#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/why_not.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr std::size_t mostKeys = 9;
constexpr int leastWidth = 160;
} // namespace

LevelRows::LevelRows(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
}

void LevelRows::setLevels(const std::vector<widgets::LevelChoice>& levels,
                          std::optional<int> current,
                          const QString& whyNot) {
    m_levels = levels;
    if (m_body != nullptr) {
        m_body->hide();
        m_body->deleteLater(); // one of its buttons may have chosen
    }
    m_body = new QWidget(this);
    auto* grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(theme::space::m));
    grid->setVerticalSpacing(m_theme.px(theme::space::s));
    grid->setColumnStretch(1, 1);
    for (std::size_t place = 0; place < levels.size(); ++place) {
        widgets::setWhyNot(addRow(place, current), whyNot, {});
    }
    layout()->addWidget(m_body);
}

QPushButton* LevelRows::addRow(std::size_t place, std::optional<int> current) {
    const widgets::LevelChoice& choice = m_levels[place];
    auto* button = new QPushButton(m_body);
    button->setObjectName(u"level%1"_s.arg(choice.level));
    button->setText(place < mostKeys ? tr("%1  %2").arg(place + 1).arg(choice.label) : choice.label);
    button->setCheckable(true);
    button->setChecked(current == choice.level);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
    button->setMinimumWidth(m_theme.px(leastWidth));
    button->setProperty("hbButton", u"small"_s);
    const int side = m_theme.px(12), gap = m_theme.px(theme::space::xs);
    button->setIcon(QIcon(widgets::bandGlyphPixmap(choice.band, m_theme, side, devicePixelRatioF(), gap)));
    button->setIconSize(QSize(side + gap, side));
    button->setAccessibleDescription(choice.help);
    connect(button, &QPushButton::clicked, this, [this, button, level = choice.level, current] {
        button->setChecked(current == level); // the book decides which one is on
        Q_EMIT chosen(level);
    });
    QLabel* help = widgets::makeLabel(current == choice.level ? "body" : "muted", m_body);
    help->setText(choice.help);
    help->setWordWrap(true);
    auto* grid = static_cast<QGridLayout*>(m_body->layout());
    grid->addWidget(button, static_cast<int>(place), 0, Qt::AlignTop);
    grid->addWidget(help, static_cast<int>(place), 1, Qt::AlignVCenter);
    return button;
}

} // namespace hb::pages
