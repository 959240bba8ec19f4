// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_state.h"
#include "ui/shell/action.h"
#include "ui/widgets/exporter.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <optional>

namespace hb::jobs {
class JobRunner;
}
namespace hb::prompts {
class Prompts;
}
namespace hb::session {
class BookSession;
}
namespace hb::settings {
class Settings;
}

namespace hb::theme {
class Theme;
enum class Icon : std::uint8_t;
} // namespace hb::theme

namespace hb::shell {

/// What main composes and everything is built from.
struct Context {
    session::BookSession& session;
    jobs::JobRunner& jobs;
    settings::Settings& settings;
    prompts::Prompts& prompts;
    theme::Theme& theme;
};

/// The window as its pages see it.
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void go(const session::ViewState& where) = 0;
    /// The registry has such a page: what leads to one that is not built is not shown.
    [[nodiscard]] virtual bool hasPage(const QString& id) const = 0;
    virtual void goBack() = 0;
    /// Says more exactly what the place in front is: back and forward come to it so.
    virtual void refine(const session::ViewState& /*where*/) {}
    virtual void openWindow(const session::ViewState& where) = 0;
    /// The views of the book, below a button.
    virtual void openViews(QWidget* /*button*/) {}
    /// A short message at the foot, gone after some seconds.
    virtual void toast(const QString& text) = 0;
};

/// A page of the window. It is made when it is first shown and then stays; while hidden it need not follow
/// the session.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr) : QWidget(parent) { setProperty("hbNoRing", true); }

    /// Shows the state; called whenever the page comes to the front or its state changes.
    virtual void activate(const session::ViewState& state) = 0;
    /// What can be done here; asked once, after construction.
    [[nodiscard]] virtual Actions actions() { return {}; }
    /// The last part of the path in the top bar: "Contoso"; empty: the page's title stands alone.
    [[nodiscard]] virtual QString place() const { return {}; }
    /// What *Copy as text* gives.
    [[nodiscard]] virtual QString asText() const { return {}; }
    /// What the whole page can be copied and exported as.
    [[nodiscard]] virtual widgets::Copies copies() {
        return {.text = [this] { return asText(); }, .picture = [this] { return grab(); }, .name = place()};
    }
    /// What its files are of, where that is not the day that is looked at and every account.
    [[nodiscard]] virtual widgets::ExportOf exportOf() const { return {}; }
    /// What a saved view of this page holds, under keys of the page's own; none: it has no views.
    [[nodiscard]] virtual std::optional<QJsonObject> viewContent() const { return {}; }
    /// Shows what viewContent() gave, here or in another Healthbook: keys that are not known are passed over.
    /// A sentence on what of it is gone; empty where all is there.
    virtual QString showView(const QJsonObject& /*content*/) { return {}; }
    /// Esc: closes, clears or goes up; false when there is nothing to leave.
    virtual bool escape() { return false; }
    /// CSV files dropped on the window; only the import page takes them.
    virtual void takeFiles(const QStringList& /*files*/) {}
    /// What F6 walks through.
    [[nodiscard]] virtual std::vector<QWidget*> regions() { return {this}; }
    /// Ctrl+F.
    virtual void find() {}
    [[nodiscard]] virtual bool canFind() const { return false; }

Q_SIGNALS:
    void placeChanged();
};

/// A line of the registry of pages.
struct PageInfo {
    QString id;
    QString title;
    theme::Icon icon;
    bool inRail = true;
    std::function<Page*(const Context&, Navigator&, QWidget* parent)> make;
};

} // namespace hb::shell
