// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::theme {

namespace {

// Draws the icon at whatever size and pixel ratio it is asked for.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(Icon icon, QColor colour, QColor disabled, Gap gap)
        : m_icon(icon), m_colour(std::move(colour)), m_disabled(std::move(disabled)), m_gap(gap) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        if (m_gap == Gap::After) {
            square.moveLeft(rect.left());
        }
        painter->drawPixmap(square.topLeft(),
                            iconPixmap(m_icon,
                                       mode == QIcon::Disabled ? m_disabled : m_colour,
                                       side,
                                       painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize& wanted, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(wanted);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), wanted), mode, state);
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override {
        return new SvgIconEngine(m_icon, m_colour, m_disabled, m_gap);
    }

private:
    Icon m_icon;
    QColor m_colour, m_disabled;
    Gap m_gap;
};

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent), m_application(application), m_systemFont(QApplication::font()),
      m_systemPixels(QFontInfo(m_systemFont).pixelSize()), m_systemDark(systemIsDark()) {
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        m_systemDark = systemIsDark();
        apply();
    });
#endif
    apply();
}

void Theme::setChoice(ThemeChoice choice) {
    if (choice != m_choice) {
        m_choice = choice;
        apply();
    }
}

void Theme::setZoom(double zoom) {
    const double bounded = std::clamp(zoom, leastZoom, mostZoom);
    if (bounded != m_zoom) {
        m_zoom = bounded;
        apply();
    }
}

int Theme::px(double size) const {
    return static_cast<int>(std::lround(size * m_scale));
}

QFont Theme::font(TextRole role) const {
    switch (role) {
    case TextRole::Hero:
        return font(type::hero, true);
    case TextRole::PageTitle:
        return font(type::pageTitle, true);
    case TextRole::CardTitle:
        return font(type::cardTitle, true);
    case TextRole::Secondary:
        return font(type::secondary);
    case TextRole::Caption:
        return font(type::caption);
    case TextRole::CaptionStrong:
        return font(type::caption, true);
    case TextRole::Body:
        break;
    }
    return font(type::body);
}

QFont Theme::font(int size, bool strong) const {
    QFont result(m_systemFont);
    const double pixels = size * m_systemPixels / type::base * m_zoom;
    result.setPixelSize(std::max(static_cast<int>(type::smallest), static_cast<int>(std::lround(pixels))));
    result.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return result;
}

QColor Theme::iconColour(IconInk ink) const {
    switch (ink) {
    case IconInk::Muted:
        return m_tokens->muted;
    case IconInk::Accent:
        return m_tokens->accent;
    case IconInk::OnAccent:
        return m_tokens->onAccent;
    case IconInk::Ink:
        break;
    }
    return m_tokens->ink;
}

QIcon Theme::icon(Icon icon, IconInk ink, Gap gap) const {
    return QIcon(new SvgIconEngine(icon, iconColour(ink), m_tokens->controlEdge, gap));
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (!m_applying && watched == &m_application && event->type() == QEvent::ApplicationPaletteChange) {
        m_systemDark = isDark(QApplication::palette());
        apply();
    } else if (!m_applying && event->type() == QEvent::ThemeChange) {
        m_applying = true;
        m_systemDark = systemIsDark();
        m_applying = false;
        apply();
    }
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    QApplication::setPalette(QPalette()); // ours hides the system's
    return isDark(QApplication::palette());
#endif
}

void Theme::apply() {
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    m_tokens = dark ? &darkTokens : &lightTokens;
    // A small system font makes text smaller, but no target of a pointer.
    m_scale = std::max(1.0, m_systemPixels / type::base) * m_zoom;
    m_applying = true;
    QApplication::setPalette(palette(*this));
    QApplication::setFont(font(TextRole::Body));
    m_application.setStyleSheet(styleSheet(*this));
    m_applying = false;
    Q_EMIT changed();
}

void setStyleProperty(QWidget* widget, const char* property, const QVariant& value) {
    if (widget->property(property) == value) {
        return;
    }
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace hb::theme
