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

extern const Setting<QStringList> recentBooks;
extern const Setting<QString> lastBook;
extern const Setting<QString> lastPage;
extern const Setting<QByteArray> windowGeometry;
extern const Setting<bool> menuBarShown;
extern const Setting<int> themeChoice;
/// What scores are called: as the book says, or whatever it says by numbers or by letters.
enum class ScoresAs { AsBook, Numbers, Letters };
extern const Setting<ScoresAs> scoresAs;
extern const Setting<double> textZoom;
extern const Setting<QString> person;
/// What somebody does: which page comes first, and which accounts. A view, not a lock.
enum class Role { Csm, Manager, Admin, TeamMember };
/// Who looks at a book.
struct Who {
    QString name = {}; ///< empty: looks at everything
    Role role = Role::Csm;
    QString team = {}; ///< an owner team of metrics; of a team member

    friend bool operator==(const Who&, const Who&) = default;
};
extern const Setting<Role> role;
extern const Setting<QString> team;
/// The team that *My team* shows, and what was red there when somebody last looked (pages/my_team).
extern const Setting<QString> shownTeam;
extern const Setting<QStringList> seenRed;
/// The same setting, for one book alone: the teams and the people of another are others.
template <typename T>
[[nodiscard]] Setting<T> ofBook(const Setting<T>& setting, const QString& path) {
    return {.key = bookKey(path, setting.key), .fallback = setting.fallback};
}
extern const Setting<bool> personAsked;
extern const Setting<bool> scopeMine;
extern const Setting<int> tileSize;
extern const Setting<bool> asList;
extern const Setting<QString> sortBy;
extern const Setting<QString> groupBy;
extern const Setting<QStringList> foldedSections;
/// What a book was last compared by: of the book whose file is at `path`.
[[nodiscard]] Setting<QStringList> lastCompared(const QString& path);
extern const Setting<QByteArray> listColumns;

} // namespace hb::settings
