// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/clicks.h"

namespace hb::test {

void click(const QWidget& in, const char* name) {
    auto* button = child<QAbstractButton>(in, QString::fromLatin1(name));
    REQUIRE(button->isVisible());
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

QString textOf(const QWidget& in, const char* name) {
    return child<QLabel>(in, QString::fromLatin1(name))->text();
}

bool isShown(const QWidget& in, const char* name) {
    return child<QWidget>(in, QString::fromLatin1(name))->isVisible();
}

void choose(const QWidget& in, const char* name, const QString& text) {
    auto* box = child<QComboBox>(in, QString::fromLatin1(name));
    const int wanted = box->findText(text);
    INFO(text.toStdString());
    REQUIRE(wanted >= 0);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down, Qt::AltModifier);
    REQUIRE(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Home);
    for (int row = 0; row < wanted; ++row) {
        QTest::keyClick(box->view(), Qt::Key_Down);
    }
    QTest::keyClick(box->view(), Qt::Key_Return);
    QCoreApplication::processEvents();
    REQUIRE(box->currentText() == text);
}

bool drop(QWidget& window, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls.append(QUrl::fromLocalFile(file));
    }
    data.setUrls(urls);
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent let(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &let);
    return true;
}

} // namespace hb::test
