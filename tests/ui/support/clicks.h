// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTest>
#include <QUrl>

namespace hb::test {

template <typename T>
T* child(const QWidget& in, const QString& name) {
    INFO(name.toStdString());
    T* found = in.findChild<T*>(name);
    REQUIRE(found != nullptr);
    return found;
}

void click(const QWidget& in, const char* name);
[[nodiscard]] QString textOf(const QWidget& in, const char* name);
[[nodiscard]] bool isShown(const QWidget& in, const char* name);
/// Opens the list of a box and chooses an entry, as a person with a keyboard does.
void choose(const QWidget& in, const char* name, const QString& text);
/// Drags files from outside onto a window and lets them go; false where it does not want them.
bool drop(QWidget& window, const QStringList& files);

} // namespace hb::test
