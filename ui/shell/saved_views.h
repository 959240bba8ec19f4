// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/saved_view.h"
#include "ui/shell/page.h"

#include <QObject>

#include <optional>
#include <vector>

namespace hb::shell {

class MainWindow;

/// The views of the book as one window uses them. Keeping, renaming and removing are steps of undo.
class SavedViews : public QObject {
    Q_OBJECT
public:
    SavedViews(const Context& context, MainWindow& window);

    [[nodiscard]] const std::vector<session::SavedView>& all() const { return m_all; }
    /// Null for an unknown name.
    [[nodiscard]] const session::SavedView* find(const QString& name) const;
    /// The one that was shown or kept last; empty: none was.
    [[nodiscard]] const QString& current() const { return m_current; }
    /// The page in front can be kept as a view, and the book takes it.
    [[nodiscard]] bool canKeep() const;
    /// A book was opened, and its page is in front: the view to open with is shown.
    void takeBook();

    /// Shows it, and says what of it is gone.
    void show(const QString& name);
    /// Keeps what is in front under a name; what a newer Healthbook wrote in a view of that name stays.
    void keep(const QString& name);
    /// False where the name is empty or taken.
    bool rename(const QString& from, const QString& to);
    void remove(const QString& name);
    /// Whether the book opens with it for a person; "" stands for everybody. Another stands back for it.
    void setOpensFor(const QString& name, const QString& person, bool opens);

Q_SIGNALS:
    void changed();

private:
    /// Where a book was opened, and how it was filtered.
    struct Beginning {
        QString page;
        session::Filter filter;

        friend bool operator==(const Beginning&, const Beginning&) = default;
    };
    [[nodiscard]] Beginning here() const;
    void read();
    void take(const std::vector<book::SavedView>& views);

    Context m_context;
    MainWindow& m_window;
    std::vector<session::SavedView> m_all;
    QString m_current;
    std::optional<Beginning> m_opening; ///< the view to open with is still to be shown
    int m_asked = 0;                    ///< the newest reading: an older one answers for nothing
};

} // namespace hb::shell
