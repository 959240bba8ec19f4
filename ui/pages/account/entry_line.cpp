// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/entry_line.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr double linkShare = 0.4; ///< of the width

QPushButton* makeButton(const char* name, const char* kind, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("hbButton", QString::fromLatin1(kind));
    return button;
}

} // namespace

EntryLine::EntryLine(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_tick(new QToolButton(this)),
      m_title(new widgets::ElidedLabel("body", this)),
      m_caption(new widgets::ElidedLabel("captionMuted", this)), m_link(makeButton("link", "link", this)),
      m_more(makeButton("entryMore", "flat", this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_tick->setObjectName(u"tick"_s);
    m_title->setObjectName(u"title"_s);
    m_caption->setObjectName(u"caption"_s);
    m_more->setText(u"…"_s);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_caption);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme::space::xs, 0, theme::space::xs);
    row->setSpacing(theme::space::s);
    row->addWidget(m_tick);
    row->addLayout(words, 1);
    row->addWidget(m_link);
    row->addWidget(m_more);
    m_tick->hide();
    m_link->hide();
    connect(m_tick, &QToolButton::clicked, this, &EntryLine::ticked);
    connect(m_link, &QPushButton::clicked, this, &EntryLine::linkPressed);
    connect(m_more, &QPushButton::clicked, this, [this] {
        Q_EMIT menuAsked(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    connect(&m_theme, &theme::Theme::changed, this, &EntryLine::dress);
    dress();
}

void EntryLine::dress() {
    m_tick->setIcon(m_theme.icon(theme::Icon::Check, theme::IconInk::Muted));
    m_tick->setIconSize(QSize(m_theme.px(14), m_theme.px(14)));
    m_more->setFixedWidth(m_theme.px(theme::size::control));
}

void EntryLine::setTexts(const QString& title, const QString& caption, CaptionInk ink) {
    m_title->setText(title);
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    const QString role = ink == CaptionInk::Ink ? u"caption"_s : u"captionMuted"_s;
    if (m_caption->property("hbText") != role) {
        theme::setStyleProperty(m_caption, "hbText", role);
    }
    setAccessibleName(caption.isEmpty() ? title : tr("%1, %2").arg(title, caption));
}

void EntryLine::setTick(const QString& tip, const QString& whyNot) {
    m_tick->setVisible(!tip.isEmpty());
    widgets::setWhyNot(m_tick, whyNot, tip);
    m_tick->setAccessibleName(tip);
}

void EntryLine::setLink(const QString& text, const QString& tip) {
    m_link->setVisible(!text.isEmpty());
    m_linkText = text;
    fitLink();
    m_link->setToolTip(tip);
    m_link->setAccessibleName(text);
}

void EntryLine::fitLink() {
    const int room = static_cast<int>(width() * linkShare);
    m_link->setText(m_link->fontMetrics().elidedText(m_linkText, Qt::ElideMiddle, room));
}

void EntryLine::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitLink();
}

QString EntryLine::title() const {
    return m_title->text();
}

QString EntryLine::caption() const {
    return m_caption->text();
}

void EntryLine::keyPressEvent(QKeyEvent* event) {
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT opened();
        break;
    case Qt::Key_Space:
        Q_EMIT ticked();
        break;
    case Qt::Key_Delete:
        Q_EMIT deleted();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

void EntryLine::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT opened();
        return;
    }
    QFrame::mouseReleaseEvent(event);
}

void EntryLine::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuAsked(event->globalPos());
}

} // namespace hb::pages
