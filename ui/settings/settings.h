// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPoint>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <type_traits>

// What a person's own program remembers. What belongs to the data (saved views, reviews) is in the book.

namespace hb::settings {

/// Where settings are kept: an INI file for the program, memory for tests.
class Store {
public:
    virtual ~Store() = default;
    [[nodiscard]] virtual QVariant read(const QString& key) const = 0;
    virtual void write(const QString& key, const QVariant& value) = 0;
    virtual void remove(const QString& key) = 0;
};

class MemoryStore : public Store {
public:
    [[nodiscard]] QVariant read(const QString& key) const override { return m_values.value(key); }
    void write(const QString& key, const QVariant& value) override { m_values.insert(key, value); }
    void remove(const QString& key) override { m_values.remove(key); }

private:
    QHash<QString, QVariant> m_values;
};

/// An INI file at `path`; keys it does not know stay.
[[nodiscard]] std::unique_ptr<Store> makeIniStore(const QString& path);
/// Where the program's own INI file is.
[[nodiscard]] QString defaultIniPath();

/// A setting with its type and default.
template <typename T>
struct Setting {
    QString key;
    T fallback;
};

/// All windows share them: whoever shows a setting follows changed().
class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(std::unique_ptr<Store> store) : m_store(std::move(store)) {}

    template <typename T>
    [[nodiscard]] T get(const Setting<T>& setting) const {
        const QVariant value = m_store->read(setting.key);
        if (!value.isValid()) {
            return setting.fallback;
        }
        if constexpr (std::is_enum_v<T>) {
            return static_cast<T>(value.toInt());
        } else {
            return value.value<T>();
        }
    }

    /// A default is not written, so that a better default reaches everyone who never chose.
    template <typename T>
    void set(const Setting<T>& setting, const T& value) {
        if (get(setting) == value) {
            return;
        }
        if (value == setting.fallback) {
            m_store->remove(setting.key);
        } else if constexpr (std::is_enum_v<T>) {
            m_store->write(setting.key, static_cast<int>(value));
        } else {
            m_store->write(setting.key, QVariant::fromValue(value));
        }
        Q_EMIT changed(setting.key);
    }

Q_SIGNALS:
    void changed(const QString& key);

private:
    std::unique_ptr<Store> m_store;
};

/// Where a setting of one book is kept; the book's path is not read from it.
[[nodiscard]] QString bookKey(const QString& path, const QString& key);

inline constexpr int recentBooksKept = 8;
/// Puts a book first among the recent ones.
void rememberBook(Settings& settings, const QString& path);

inline const Setting<QStringList> recentBooks{QStringLiteral("books/recent"), {}};
inline const Setting<QString> lastBook{QStringLiteral("books/last"), {}};
inline const Setting<QString> lastPage{QStringLiteral("window/page"), QStringLiteral("book")};
inline const Setting<QByteArray> windowGeometry{QStringLiteral("window/geometry"), {}};
inline const Setting<bool> menuBarShown{QStringLiteral("window/menuBar"), false};
inline const Setting<int> themeChoice{QStringLiteral("look/theme"), 0};
/// What scores are called: as the book says, or whatever it says by numbers or by letters.
enum class ScoresAs { AsBook, Numbers, Letters };
inline const Setting<ScoresAs> scoresAs{QStringLiteral("look/scores"), ScoresAs::AsBook};
inline const Setting<double> textZoom{QStringLiteral("look/zoom"), 1.0};
inline const Setting<QString> person{QStringLiteral("person/name"), {}};
/// What somebody does: which page comes first, and which accounts. A view, not a lock.
enum class Role { Csm, Manager, Admin, TeamMember };
/// Who looks at a book.
struct Who {
    QString name = {}; ///< empty: looks at everything
    Role role = Role::Csm;
    QString team = {}; ///< an owner team of metrics; of a team member

    friend bool operator==(const Who&, const Who&) = default;
};
inline const Setting<Role> role{QStringLiteral("role"), Role::Csm};
inline const Setting<QString> team{QStringLiteral("team"), {}};
/// The team that *My team* shows, and what was red there when somebody last looked (pages/my_team).
inline const Setting<QString> shownTeam{QStringLiteral("shownTeam"), {}};
inline const Setting<QStringList> seenRed{QStringLiteral("seenRed"), {}};
/// The same setting, for one book alone: the teams and the people of another are others.
template <typename T>
[[nodiscard]] Setting<T> ofBook(const Setting<T>& setting, const QString& path) {
    return {.key = bookKey(path, setting.key), .fallback = setting.fallback};
}
inline const Setting<bool> personAsked{QStringLiteral("person/asked"), false};
inline const Setting<bool> scopeMine{QStringLiteral("book/mine"), true};
inline const Setting<int> tileSize{QStringLiteral("book/tileSize"), 1};
inline const Setting<bool> asList{QStringLiteral("book/list"), false};
inline const Setting<QString> sortBy{QStringLiteral("book/sort"), QStringLiteral("why")};
inline const Setting<QString> groupBy{QStringLiteral("book/group"), {}};
inline const Setting<QStringList> foldedSections{QStringLiteral("book/folded"),
                                                 {QStringLiteral("onTrack"), QStringLiteral("noData")}};
/// What a book was last compared by: of the book whose file is at `path`.
[[nodiscard]] Setting<QStringList> lastCompared(const QString& path);
inline const Setting<QByteArray> listColumns{QStringLiteral("book/columns"), {}};

} // namespace hb::settings
