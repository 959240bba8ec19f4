// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_button.h"

#include <QEvent>

#include <algorithm>

namespace hb::widgets {

void ElidedButton::setWords(const QString& words) {
    m_words = words;
    setAccessibleName(words.trimmed());
    fit();
    updateGeometry();
}

/// The width that is not the words': edges, and the icon.
int ElidedButton::around() const {
    return QPushButton::sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
}

QSize ElidedButton::sizeHint() const {
    return {around() + fontMetrics().horizontalAdvance(m_words), QPushButton::sizeHint().height()};
}

QSize ElidedButton::minimumSizeHint() const {
    const QSize all = sizeHint();
    const int least = around() + fontMetrics().averageCharWidth() * 4;
    return {std::min(all.width(), least), all.height()};
}

void ElidedButton::fit() {
    QString shown = fontMetrics().elidedText(m_words, Qt::ElideRight, std::max(0, width() - around()));
    if (shown.isEmpty() && !m_words.isEmpty()) {
        shown = QChar(0x2026);
    }
    setText(QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")));
    setToolTip(shown == m_words ? QString() : m_words.trimmed());
}

void ElidedButton::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    fit();
}

void ElidedButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        fit();
    }
}

} // namespace hb::widgets
