// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/metric_row.h"

#include "core/wording/sentences.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sparkline.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
// The columns of a row, from the right: help, share under the score, sparkline, age under the value; the name
// has the rest.
constexpr int helpWidth = 28, scoreWidth = 52, sparkWidth = 80, sparkHeight = 24, valueWidth = 96, gap = 12;
constexpr int glyph = 12, upperLine = 17, lowerLine = 14;
} // namespace

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
    const bool isTall = isAboutShown() || m_levelEditor != nullptr;
    layout()->setContentsMargins(
        0, top + (isTall ? m_theme.px(theme::space::xs) : 0), 0, isTall ? m_theme.px(theme::space::s) : 0);
    setMinimumHeight(top);
    updateGeometry();
    update();
}

void MetricRow::setFacts(const MetricFacts& facts) {
    if (facts.metric != m_facts.metric) {
        m_history.clear();
    }
    m_facts = facts;
    m_about->setText(facts.about);
    setHistory(m_history);
    setAccessibleName(facts.name);
    setAccessibleDescription(u"%1, %2 %3"_s.arg(facts.value, facts.score, wording::bandName(facts.band)));
    if (isLevel()) {
        makeLevelEditor();
        m_levels->setLevels(facts.levels, facts.level);
        m_confirm->setVisible(facts.level.has_value());
    } else if (m_levelEditor != nullptr) {
        delete m_levelEditor;
        m_levelEditor = nullptr;
    }
    dress();
}

void MetricRow::makeLevelEditor() {
    if (m_levelEditor != nullptr) {
        return;
    }
    m_levelEditor = new QWidget(this);
    m_levels = new widgets::LevelPicker(m_theme, m_levelEditor);
    m_note = new QLineEdit(m_levelEditor);
    m_note->setObjectName(u"levelNote"_s);
    m_note->setPlaceholderText(tr("Why, in a few words"));
    m_note->setAccessibleName(tr("Note"));
    m_confirm = new QPushButton(tr("Confirm unchanged"), m_levelEditor);
    m_confirm->setObjectName(u"confirmLevel"_s);
    auto* rows = new QVBoxLayout(m_levelEditor);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    auto* last = new QHBoxLayout;
    last->addWidget(m_note, 1);
    last->addWidget(m_confirm);
    rows->addWidget(m_levels);
    rows->addLayout(last);
    layout()->addWidget(m_levelEditor);
    connect(m_levels, &widgets::LevelPicker::chosen, this, &MetricRow::set);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        if (m_facts.level) {
            set(*m_facts.level);
        }
    });
}

void MetricRow::set(int level) {
    const QString note = m_note->text().trimmed();
    m_note->clear();
    Q_EMIT levelSet(m_facts.metric, level, note);
}

void MetricRow::showAbout(bool shown) {
    m_about->setVisible(shown && !m_about->text().isEmpty());
    dress();
    if (shown) {
        Q_EMIT aboutShown(m_facts.metric);
    }
}

void MetricRow::setHistory(const QString& lines) {
    m_history = lines;
    m_about->setText(lines.isEmpty() ? m_facts.about : u"%1\n%2"_s.arg(m_facts.about, lines));
}

bool MetricRow::isAboutShown() const {
    return !m_about->isHidden();
}

void MetricRow::focusLevels() {
    if (m_levels != nullptr) {
        if (auto* first = m_levels->findChild<QPushButton*>()) {
            first->setFocus(Qt::ShortcutFocusReason);
        }
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
        const int side = m_theme.px(24);
        m_help->setGeometry(width() - side, (m_theme.px(theme::size::row) - side) / 2, side, side);
    }
    return QWidget::event(event);
}

void MetricRow::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_F1 || key == Qt::Key_Return || key == Qt::Key_Enter) {
        showAbout(!isAboutShown());
        return;
    }
    const int level = key - Qt::Key_1;
    if (isLevel() && event->modifiers() == Qt::NoModifier && level >= 0 &&
        level < static_cast<int>(m_facts.levels.size())) {
        set(m_facts.levels[static_cast<std::size_t>(level)].level);
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

void MetricRow::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Where this comes from"), this, [this] { showAbout(true); });
    menu.addAction(tr("Copy"), this, [this] {
        QGuiApplication::clipboard()->setText(
            u"%1\t%2\t%3"_s.arg(m_facts.name, m_facts.value, m_facts.score));
    });
    menu.exec(event->globalPos());
}

void MetricRow::paintTexts(QPainter& painter, double right) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double top = m_theme.px(1);
    const auto line = [&](QRectF box,
                          const QString& text,
                          theme::TextRole role,
                          const QColor& colour,
                          Qt::Alignment where) {
        painter.setFont(m_theme.font(role));
        painter.setPen(colour);
        painter.drawText(box,
                         static_cast<int>(where | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width()));
    };
    const double valueLeft = right - m_theme.px(valueWidth);
    const bool single = m_facts.who.isEmpty();
    const double nameHeight = m_theme.px(single ? theme::size::row : upperLine);
    line({0, single ? 0 : top, valueLeft - m_theme.px(gap), nameHeight},
         m_facts.name,
         theme::TextRole::Body,
         tokens.ink,
         Qt::AlignLeft);
    line({0, top + m_theme.px(upperLine - 1), valueLeft - m_theme.px(gap), m_theme.px(lowerLine) * 1.0},
         m_facts.who,
         theme::TextRole::Caption,
         tokens.muted,
         Qt::AlignLeft);
    const QRectF value(valueLeft,
                       m_facts.age.isEmpty() ? 0 : top,
                       m_theme.px(valueWidth),
                       m_theme.px(m_facts.age.isEmpty() ? theme::size::row : upperLine));
    line(value,
         m_facts.value,
         theme::TextRole::Body,
         m_facts.score.isEmpty() ? tokens.muted : tokens.ink,
         Qt::AlignRight);
    const QString age = m_facts.isStale ? tr("%1, stale").arg(m_facts.age) : m_facts.age;
    line({valueLeft,
          top + m_theme.px(upperLine - 1),
          m_theme.px(valueWidth) * 1.0,
          m_theme.px(lowerLine) * 1.0},
         m_facts.age.isEmpty() ? QString() : age,
         theme::TextRole::Caption,
         m_facts.isStale ? tokens.ink : tokens.muted,
         Qt::AlignRight);
}

void MetricRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = m_theme.tokens();
    const double high = m_theme.px(theme::size::row), top = m_theme.px(1);
    double right = width() - m_theme.px(helpWidth);
    const QRectF score(right - m_theme.px(scoreWidth), 0, m_theme.px(scoreWidth), high);
    const double side = m_theme.px(glyph);
    const bool hasShare = !m_facts.share.isEmpty();
    const QRectF first(
        score.left(), hasShare ? top : 0, score.width(), hasShare ? m_theme.px(upperLine) : high);
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    theme::drawNumber(painter, first, Qt::AlignRight, m_facts.score);
    const double number = theme::numberWidth(QFontMetricsF(painter.font()), m_facts.score);
    widgets::paintBandGlyph(
        painter,
        QRectF(first.right() - number - side - m_theme.px(4), first.center().y() - side / 2, side, side),
        m_facts.band,
        m_theme);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    theme::drawNumber(
        painter,
        QRectF(score.left(), top + m_theme.px(upperLine - 1), score.width(), m_theme.px(lowerLine)),
        Qt::AlignRight,
        m_facts.share);
    right = score.left() - m_theme.px(gap);
    const double sparkTop = (high - m_theme.px(sparkHeight)) / 2;
    widgets::paintSparkline(
        painter,
        QRectF(right - m_theme.px(sparkWidth), sparkTop, m_theme.px(sparkWidth), m_theme.px(sparkHeight)),
        m_facts.sparkline,
        m_theme);
    paintTexts(painter, right - m_theme.px(sparkWidth) - m_theme.px(gap));
}

} // namespace hb::pages
