// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_button.h"

#include <QEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace hb::widgets {

namespace {
/// An "&" is one, and no key.
QString asText(QString words) {
    return words.replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

ElidedButton::ElidedButton(QWidget* parent) : QPushButton(parent) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // else nothing makes it narrower than its words
}

void ElidedButton::setHint(const QString& hint) {
    m_hint = hint;
    setAccessibleDescription(hint);
    fit();
}

void ElidedButton::setWords(const QString& words) {
    m_words = words;
    setText(asText(words));
    setAccessibleName(words.trimmed());
    fit();
}

/// The width that is not the words': edges, and the icon.
int ElidedButton::around() const {
    return QPushButton::sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
}

QSize ElidedButton::minimumSizeHint() const {
    const QSize all = sizeHint();
    const int least = around() + fontMetrics().averageCharWidth() * 4;
    return {std::min(all.width(), least), all.height()};
}

QString ElidedButton::shown() const {
    const QString fitting =
        fontMetrics().elidedText(m_words, Qt::ElideRight, std::max(0, width() - around()));
    return fitting.isEmpty() && !m_words.isEmpty() ? QString(QChar(0x2026)) : fitting;
}

void ElidedButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = asText(shown());
    painter.drawControl(QStyle::CE_PushButton, option);
}

void ElidedButton::fit() {
    QStringList tip{shown() == m_words ? QString() : m_words.trimmed(), m_hint};
    tip.removeAll(QString());
    setToolTip(tip.join(u'\n'));
}

void ElidedButton::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    fit();
}

void ElidedButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

} // namespace hb::widgets
