// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {
constexpr int stays = 8000;
}

Toast::Toast(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_sentence(new QLabel(this)), m_undo(makeButton("link", {}, this)) {
    setObjectName(u"toast"_s);
    setProperty("hbPopup", true);
    m_sentence->setObjectName(u"toastText"_s);
    m_undo->setObjectName(u"toastUndo"_s);
    auto* close = makeButton("flat", {}, this);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    const auto dress = [this, close] {
        close->setIcon(m_theme.icon(theme::Icon::Close, theme::IconInk::Muted));
        place();
    };
    connect(&m_theme, &theme::Theme::changed, this, dress);
    auto* layout = new QHBoxLayout(this);
    const int edge = theme.px(theme::space::xs);
    layout->setContentsMargins(theme.px(theme::space::l), edge, edge, edge);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_undo);
    layout->addWidget(close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::leave);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested();
    });
    parent->installEventFilter(this);
    hide();
    dress();
}

void Toast::say(const QString& sentence, const QString& button) {
    m_sentence->setText(sentence);
    m_undo->setText(button);
    m_undo->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    place();
    show();
    raise();
    m_timer.start(stays);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event) {
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event) {
    m_timer.start(stays);
    QFrame::leaveEvent(event);
}

void Toast::place() {
    adjustSize();
    const QWidget* over = parentWidget();
    move((over->width() - width()) / 2, over->height() - height() - m_theme.px(40));
}

void Toast::leave() {
    if (m_undo->hasFocus()) {
        m_timer.start(stays);
    } else {
        hide();
    }
}

} // namespace hb::widgets
