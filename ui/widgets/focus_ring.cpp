// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_ring.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

namespace hb::widgets {

namespace {

class Frame : public QWidget {
public:
    Frame(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().accent, theme::size::focusRing));
        painter.setBrush(Qt::NoBrush);
        const double corner = m_theme.px(theme::radius::control) + theme::size::focusDistance;
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
    }

private:
    const theme::Theme& m_theme;
};

/// A page that has the keys as a whole shows what they act on itself.
bool wantsRing(const QWidget* widget) {
    return widget != nullptr && !widget->property("hbNoRing").toBool() && widget->parentWidget() != nullptr &&
           !widget->isWindow() && qobject_cast<const QAbstractItemView*>(widget) == nullptr &&
           qobject_cast<const QMenu*>(widget) == nullptr;
}

} // namespace

FocusRing::FocusRing(const theme::Theme& theme, QObject* parent) : QObject(parent), m_theme(theme) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    connect(&m_theme, &theme::Theme::changed, this, &FocusRing::place);
}

FocusRing::~FocusRing() {
    delete m_frame;
}

void FocusRing::follow(QWidget* focused) {
    if (m_target) {
        m_target->removeEventFilter(this);
    }
    m_target = wantsRing(focused) ? focused : nullptr;
    if (!m_target) {
        delete m_frame;
        return;
    }
    // In the target's parent, so that a scrolled area clips the ring with the target.
    if (!m_frame || m_frame->parentWidget() != m_target->parentWidget()) {
        delete m_frame;
        m_frame = new Frame(m_theme, m_target->parentWidget());
    }
    m_target->installEventFilter(this);
    place();
}

void FocusRing::place() {
    if (!m_target || !m_frame) {
        return;
    }
    constexpr int out = theme::size::focusRing + theme::size::focusDistance;
    // Where the target fills its parent, the ring stands on the target's own edge.
    m_frame->setGeometry(m_target->geometry().adjusted(-out, -out, out, out) &
                         m_frame->parentWidget()->rect());
    m_frame->setVisible(m_target->isVisible());
    m_frame->raise();
    m_frame->update();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        place();
        break;
    case QEvent::ParentChange:
        follow(m_target);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hb::widgets
