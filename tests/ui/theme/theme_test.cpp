// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/theme/number_text.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace hb::theme {

TEST_CASE("Theme") {
    Theme theme(*qApp);

    SECTION("a choice holds against the system") {
        theme.setChoice(ThemeChoice::Dark);
        CHECK(theme.tokens().isDark);
        CHECK(QApplication::palette().color(QPalette::Window) == darkTokens.canvas);
        theme.setChoice(ThemeChoice::Light);
        CHECK_FALSE(theme.tokens().isDark);
        CHECK(QApplication::palette().color(QPalette::WindowText) == lightTokens.ink);
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    SECTION("System follows a dark palette as soon as it comes, and back") {
        theme.setChoice(ThemeChoice::System);
        QSignalSpy changed(&theme, &Theme::changed);
        QPalette dark;
        dark.setColor(QPalette::Window, darkTokens.canvas);
        QApplication::setPalette(dark);
        CHECK(theme.tokens().isDark);
        CHECK(changed.count() == 1);
        QPalette light;
        light.setColor(QPalette::Window, lightTokens.canvas);
        QApplication::setPalette(light);
        CHECK_FALSE(theme.tokens().isDark);
    }
#endif
    SECTION("zoom makes text and sizes larger, and no text smaller than 11 px") {
        const int normal = theme.font(TextRole::Body).pixelSize();
        const int row = theme.px(size::row);
        theme.setZoom(1.5);
        CHECK(theme.font(TextRole::Body).pixelSize() == std::lround(normal * 1.5));
        CHECK(theme.px(size::row) == row + row / 2);
        theme.setZoom(0.8);
        CHECK(theme.font(TextRole::Caption).pixelSize() >= type::smallest);
        theme.setZoom(1);
    }
    SECTION("the style sheet names only what it replaced") {
        const QString sheet = styleSheet(theme);
        CHECK_FALSE(sheet.contains(u'@'));
        CHECK(sheet.contains(theme.tokens().accent.name()));
    }
    theme.setChoice(ThemeChoice::Light);
}

TEST_CASE("icons") {
    SECTION("every icon has its file, and is drawn in the colour asked for") {
        for (std::size_t at = 0; at < iconCount; ++at) {
            const auto icon = static_cast<Icon>(at);
            INFO(iconName(icon));
            CHECK(QFile::exists(u":/icons/%1.svg"_s.arg(QLatin1StringView(iconName(icon)))));
            const QImage image = iconPixmap(icon, lightTokens.accent, 16, 2).toImage();
            CHECK(image.width() == 32);
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    drawn = drawn || image.pixelColor(x, y) == lightTokens.accent;
                }
            }
            CHECK(drawn);
        }
    }
}

TEST_CASE("numberWidth") {
    QFont font = QApplication::font();
    font.setPixelSize(28);
    const QFontMetricsF metrics(font);
    SECTION("numbers of as many digits are as wide, whatever the digits") {
        CHECK(numberWidth(metrics, u"111.1") == numberWidth(metrics, u"888.8"));
        CHECK(numberWidth(metrics, u"1") < numberWidth(metrics, u"10"));
    }
    SECTION("a number is drawn where it is aligned, and within its box") {
        QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setFont(font);
        drawNumber(painter, QRectF(0, 0, 200, 40), Qt::AlignRight, u"45.0");
        painter.end();
        int first = image.width(), last = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y).alpha() > 128) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        CHECK(last >= 190);
        CHECK(first >= 200 - static_cast<int>(numberWidth(metrics, u"45.0")) - 1);
    }
}

} // namespace hb::theme
