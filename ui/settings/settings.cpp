// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace hb::settings {

const Setting<QStringList> recentBooks{QStringLiteral("books/recent"), {}};
const Setting<QString> lastBook{QStringLiteral("books/last"), {}};
const Setting<QString> lastPage{QStringLiteral("window/page"), QStringLiteral("book")};
const Setting<QByteArray> windowGeometry{QStringLiteral("window/geometry"), {}};
const Setting<bool> menuBarShown{QStringLiteral("window/menuBar"), false};
const Setting<int> themeChoice{QStringLiteral("look/theme"), 0};
const Setting<ScoresAs> scoresAs{QStringLiteral("look/scores"), ScoresAs::AsBook};
const Setting<double> textZoom{QStringLiteral("look/zoom"), 1.0};
const Setting<QString> person{QStringLiteral("person/name"), {}};
const Setting<Role> role{QStringLiteral("role"), Role::Csm};
const Setting<QString> team{QStringLiteral("team"), {}};
const Setting<QString> shownTeam{QStringLiteral("shownTeam"), {}};
const Setting<QStringList> seenRed{QStringLiteral("seenRed"), {}};
const Setting<bool> personAsked{QStringLiteral("person/asked"), false};
const Setting<bool> scopeMine{QStringLiteral("book/mine"), true};
const Setting<int> tileSize{QStringLiteral("book/tileSize"), 1};
const Setting<bool> asList{QStringLiteral("book/list"), false};
const Setting<QString> sortBy{QStringLiteral("book/sort"), QStringLiteral("why")};
const Setting<QString> groupBy{QStringLiteral("book/group"), {}};
const Setting<QStringList> foldedSections{QStringLiteral("book/folded"),
                                          {QStringLiteral("onTrack"), QStringLiteral("noData")}};
const Setting<QByteArray> listColumns{QStringLiteral("book/columns"), {}};

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
