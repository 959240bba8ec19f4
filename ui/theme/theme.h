// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

#include <cstdint>

class QApplication;
class QWidget;

namespace hb::theme {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

/// Text size beside the system's.
inline constexpr double leastZoom = 0.8, mostZoom = 2;

/// The text roles of look.md. Strong ones have weight 600.
enum class TextRole : std::uint8_t { Hero, PageTitle, CardTitle, Body, Secondary, Caption, CaptionStrong };

enum class IconInk : std::uint8_t { Ink, Muted, Accent, OnAccent };

/// After: the icon stands at the left of a wider box, for buttons whose style puts words too close.
enum class Gap : std::uint8_t { None, After };

/// The look of the whole application: Fusion, one palette and one style sheet made from the current tokens.
/// Made once by main and passed by const reference to whoever paints; `changed` says to lay out and paint
/// again.
///
/// Widgets of Qt are styled by dynamic properties: `hbText` (hero, pageTitle, cardTitle, muted, secondary,
/// caption, captionMuted) on a label, `hbCard` or `hbPopup` (true) on a frame, `hbLine` (true) on a rule,
/// `hbSurface` (canvas, surface, accentTint) on a container, `hbButton` (primary, flat, link, small, chip,
/// pill, section, segment) on a button.
class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    void setChoice(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    /// Bounded by leastZoom and mostZoom.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }

    [[nodiscard]] const Tokens& tokens() const { return *m_tokens; }
    [[nodiscard]] const BandStyle& band(Band band) const { return m_tokens->band(band); }
    /// A size of the tokens in pixels of this font and zoom.
    [[nodiscard]] int px(double size) const;
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QFont font(TextRole role) const;
    /// The system's font, at `size` of the type scale.
    [[nodiscard]] QFont font(int size, bool strong = false) const;
    [[nodiscard]] QColor iconColour(IconInk ink) const;
    /// For buttons and actions; crisp on every screen, muted where disabled.
    [[nodiscard]] QIcon icon(Icon icon, IconInk ink = IconInk::Ink, Gap gap = Gap::None) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] bool systemIsDark();

    QApplication& m_application;
    QFont m_systemFont;
    double m_systemPixels = type::base;
    ThemeChoice m_choice = ThemeChoice::System;
    double m_zoom = 1;
    double m_scale = 1;
    bool m_systemDark = false;
    bool m_applying = false;
    const Tokens* m_tokens = &lightTokens;
};

/// Sets a dynamic property that the style sheet looks at, and styles the widget again.
void setStyleProperty(QWidget* widget, const char* property, const QVariant& value);

} // namespace hb::theme
