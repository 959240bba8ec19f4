// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace hb::settings {

namespace {

class IniStore : public Store {
public:
    explicit IniStore(const QString& path) : m_settings(path, QSettings::IniFormat) {}
    [[nodiscard]] QVariant read(const QString& key) const override { return m_settings.value(key); }
    void write(const QString& key, const QVariant& value) override { m_settings.setValue(key, value); }
    void remove(const QString& key) override { m_settings.remove(key); }

private:
    QSettings m_settings;
};

} // namespace

std::unique_ptr<Store> makeIniStore(const QString& path) {
    return std::make_unique<IniStore>(path);
}

QString defaultIniPath() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
        .filePath(QStringLiteral("healthbook.ini"));
}

QString bookKey(const QString& path, const QString& key) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("of/%1/%2").arg(QString::fromLatin1(hash.left(16)), key);
}

void rememberBook(Settings& settings, const QString& path) {
    QStringList recent = settings.get(recentBooks);
    recent.removeAll(path);
    recent.prepend(path);
    settings.set(recentBooks, QStringList(recent.mid(0, recentBooksKept)));
    settings.set(lastBook, path);
}

Setting<QStringList> lastCompared(const QString& path) {
    return {bookKey(path, QStringLiteral("compare")), {}};
}

} // namespace hb::settings
