// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::theme {

namespace {

constexpr std::array<const char*, iconCount> names{
    "book",       "attention", "compare", "team",    "templates",    "validate",      "data",
    "search",     "back",      "forward", "menu",    "pin",          "lid",           "clock",
    "note",       "flag",      "plus",    "close",   "chevron-down", "chevron-right", "chevron-left",
    "chevron-up", "undo",      "redo",    "copy",    "person",       "calendar",      "help",
    "list",       "tiles",     "filter",  "check",   "external",     "settings",      "sort",
    "star",       "folder",    "import",  "picture", "phone",        "mail"};

// The files draw in black: the one colour that is replaced.
QByteArray recoloured(Icon icon, const QColor& colour) {
    QFile file(u":/icons/%1.svg"_s.arg(QLatin1StringView(iconName(icon))));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().replace("#000", colour.name(QColor::HexRgb).toLatin1());
}

} // namespace

const char* iconName(Icon icon) {
    return names.at(static_cast<std::size_t>(icon));
}

QPixmap iconPixmap(Icon icon, const QColor& colour, int size, double devicePixelRatio) {
    const QString key = u"hb-icon/%1/%2/%3/%4"_s.arg(QLatin1StringView(iconName(icon)))
                            .arg(colour.rgba())
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(recoloured(icon, colour));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace hb::theme
