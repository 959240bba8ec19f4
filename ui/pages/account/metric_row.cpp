// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/metric_row.h"

#include "core/wording/sentences.h"
#include "ui/pages/account/level_editor.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

MetricRow::MetricRow(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_help(new QToolButton(this)),
      m_about(widgets::makeLabel("caption", this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_help->setObjectName(u"metricHelp"_s);
    m_help->setToolTip(tr("What it means, and where it comes from (F1)"));
    m_help->setAccessibleName(tr("Help"));
    m_help->setFocusPolicy(Qt::NoFocus); // F1 on the row does the same
    m_about->setObjectName(u"metricAbout"_s);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_about->setContextMenuPolicy(Qt::NoContextMenu); // the row's has all copies
    m_about->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::space::xs);
    layout->addWidget(m_about);
    connect(m_help, &QToolButton::clicked, this, [this] { showAbout(!isAboutShown()); });
    connect(&m_theme, &theme::Theme::changed, this, &MetricRow::dress);
    dress();
}

void MetricRow::dress() {
    m_help->setIcon(m_theme.icon(theme::Icon::Help, theme::IconInk::Muted));
    m_help->setIconSize(QSize(m_theme.px(16), m_theme.px(16)));
    const int top = m_theme.px(theme::size::row);
    const bool isTall = isAboutShown() || m_levels != nullptr;
    layout()->setContentsMargins(
        0, top + (isTall ? m_theme.px(theme::space::xs) : 0), 0, isTall ? m_theme.px(theme::space::s) : 0);
    setMinimumHeight(top);
    updateGeometry();
    update();
}

void MetricRow::setFacts(const MetricFacts& facts) {
    const bool isOther = facts.account != m_facts.account || facts.metric != m_facts.metric;
    m_facts = facts;
    if (isOther) {
        m_origin.clear();
    }
    fillAbout();
    fillLevels();
    if (isOther && m_levels != nullptr) {
        m_levels->setNote({});
    }
    setAccessibleName(facts.name);
    setAccessibleDescription(u"%1, %2 %3"_s.arg(facts.value, facts.score, wording::bandName(facts.band)));
    dress();
}

void MetricRow::fillLevels() {
    if (!isLevel()) {
        delete m_levels;
        m_levels = nullptr;
        return;
    }
    if (m_levels == nullptr) {
        m_levels = new LevelEditor(m_theme, this);
        layout()->addWidget(m_levels);
        connect(m_levels, &LevelEditor::levelSet, this, [this](int level, const QString& note) {
            Q_EMIT levelSet(m_facts.metric, level, note);
        });
    }
    m_levels->setLevels(m_facts.levels, m_facts.level, m_facts.notice);
    m_levels->setIsOfToday(m_facts.isLevelOfToday);
    m_levels->setWhyNot(m_facts.whyNotWrite);
}

void MetricRow::fillAbout() {
    m_about->setText(m_origin.isEmpty() ? m_facts.about : u"%1\n%2"_s.arg(m_facts.about, m_origin));
}

void MetricRow::setOrigin(const QString& lines) {
    m_origin = lines;
    fillAbout();
}

void MetricRow::showAbout(bool shown) {
    m_about->setVisible(shown);
    dress();
    if (shown) {
        Q_EMIT aboutShown();
    }
}

bool MetricRow::isAboutShown() const {
    return !m_about->isHidden();
}

void MetricRow::focusLevels() {
    if (m_levels != nullptr) {
        m_levels->focusLevels();
    }
}

QString MetricRow::levelNote() const {
    return m_levels != nullptr ? m_levels->note() : QString();
}

void MetricRow::setLevelNote(const QString& text) {
    if (m_levels != nullptr) {
        m_levels->setNote(text);
    }
}

QSize MetricRow::sizeHint() const {
    const QSize hint = QWidget::sizeHint();
    return {m_theme.px(440), std::max(hint.height(), m_theme.px(theme::size::row))};
}

bool MetricRow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept(); // the help of this metric, not of the program
        return true;
    }
    if (event->type() == QEvent::Resize) {
        const int side = m_theme.px(theme::size::hitArea);
        m_help->setGeometry(width() - side, (m_theme.px(theme::size::row) - side) / 2, side, side);
    }
    return QWidget::event(event);
}

void MetricRow::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()); enter && button && button->hasFocus()) {
        button->click();
        return;
    }
    if (key == Qt::Key_F1 || (enter && hasFocus())) {
        showAbout(!isAboutShown());
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == 0;
    if (m_levels != nullptr && plain && key >= Qt::Key_1 && key <= Qt::Key_9 &&
        m_levels->choose(key - Qt::Key_1)) {
        return;
    }
    QWidget::keyPressEvent(event);
}

void MetricRow::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->position().y() < m_theme.px(theme::size::row)) {
        showAbout(!isAboutShown());
    }
    QWidget::mousePressEvent(event);
}

exchange::Table MetricRow::asTable() const {
    return {.name = m_facts.name,
            .head = {tr("Metric"), tr("Value"), tr("Score"), tr("Share"), tr("Age")},
            .rows = {{m_facts.name, m_facts.value, m_facts.score, m_facts.share, m_facts.age}}};
}

QString MetricRow::words() const {
    return u"%1: %2, %3 %4\n%5\n"_s.arg(
        m_facts.name, m_facts.value, m_facts.score, wording::bandName(m_facts.band), m_about->text());
}

void MetricRow::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(isAboutShown() ? tr("Hide where this comes from") : tr("Why: where this comes from"),
                    this,
                    [this] { showAbout(!isAboutShown()); })
        ->setObjectName(u"why"_s);
    QAction* overriding = menu->addAction(tr("Override this score"), this, &MetricRow::overrideAsked);
    overriding->setObjectName(u"override"_s);
    widgets::setWhyNot(menu, overriding, m_facts.whyNotOverride);
    menu->addSeparator();
    widgets::addCopyActions(*menu,
                            {.text = [this] { return words(); },
                             .table = [this] { return asTable(); },
                             .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

} // namespace hb::pages
