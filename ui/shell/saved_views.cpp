// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/saved_views.h"

#include "ui/session/book_session.h"
#include "ui/shell/main_window.h"

#include <algorithm>
#include <iterator>

namespace hb::shell {

SavedViews::SavedViews(const Context& context, MainWindow& window)
    : QObject(&window), m_context(context), m_window(window) {
    const session::BookSession& session = context.session;
    connect(&session, &session::BookSession::closed, this, [this] {
        ++m_asked;
        m_opening.reset();
        m_all.clear();
        m_current.clear();
        Q_EMIT changed();
    });
    connect(&session, &session::BookSession::changed, this, [this](const book::ChangeSet& changes) {
        if (changes.views || changes.everything) {
            read();
        }
    });
    if (session.isOpen()) {
        read();
    }
}

void SavedViews::takeBook() {
    m_opening = here();
    m_current.clear();
    read();
}

SavedViews::Beginning SavedViews::here() const {
    return {.page = m_window.where().page, .filter = m_context.session.filter()};
}

void SavedViews::read() {
    if (m_context.session.path().isEmpty()) {
        m_opening.reset();
        return;
    }
    m_context.session.readSavedViews(
        this, [this, asked = ++m_asked](const Result<std::vector<book::SavedView>>& read) {
            if (asked != m_asked) {
                return; // of the book before, or read anew since
            }
            if (read) {
                take(*read);
            } else { // those that were read stay; what keeps the file from being read is said elsewhere
                m_opening.reset();
            }
        });
}

/// The view to open with comes before somebody has begun to work, or not at all.
void SavedViews::take(const std::vector<book::SavedView>& views) {
    m_all.clear();
    std::ranges::transform(views, std::back_inserter(m_all), session::savedViewFrom);
    if (!find(m_current)) {
        m_current.clear();
    }
    const bool isToOpen = m_opening == here();
    m_opening.reset();
    const session::SavedView* view = session::openingView(m_all, m_context.session.person());
    if (isToOpen && view) {
        show(view->name);
    }
    Q_EMIT changed();
}

const session::SavedView* SavedViews::find(const QString& name) const {
    const auto found = std::ranges::find(m_all, name, &session::SavedView::name);
    return found == m_all.end() ? nullptr : &*found;
}

bool SavedViews::canKeep() const {
    const Page* page = m_window.currentPage();
    return m_context.session.isOpen() && !m_context.session.isReadOnly() && page && page->viewContent();
}

void SavedViews::show(const QString& name) {
    const session::SavedView* found = find(name);
    if (!found) {
        return;
    }
    const session::SavedView view = *found; // showing it may read them anew
    Page* page = view.page.isEmpty() ? nullptr : m_window.page(view.page);
    if (!page) {
        m_window.toast(tr("The view %1 is of a page that this Healthbook does not have. It is kept as it is.")
                           .arg(view.name));
        return;
    }
    const QString gone = page->showView(view.state);
    if (m_window.where().page != view.page) {
        m_window.go({.page = view.page});
    }
    m_current = view.name;
    if (!gone.isEmpty()) {
        m_window.toast(gone);
    }
    Q_EMIT changed();
}

void SavedViews::keep(const QString& name) {
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || !canKeep()) {
        return;
    }
    const session::SavedView* before = find(trimmed);
    session::SavedView view = before ? *before : session::SavedView{.name = trimmed};
    const QString page = m_window.where().page;
    if (view.page != page) {
        view.state = {};
    }
    view.page = page;
    const QJsonObject content = *m_window.currentPage()->viewContent();
    for (auto each = content.begin(); each != content.end(); ++each) {
        view.state.insert(each.key(), each.value());
    }
    m_current = trimmed;
    m_context.session.apply(book::SetSavedView{.name = trimmed, .content = toJson(view)},
                            before ? tr("Kept the view %1 as it is now").arg(trimmed)
                                   : tr("Kept the view %1").arg(trimmed));
}

bool SavedViews::rename(const QString& from, const QString& to) {
    const QString trimmed = to.trimmed();
    const session::SavedView* view = find(from);
    if (!view || trimmed.isEmpty() || find(trimmed)) {
        return false;
    }
    if (m_current == from) {
        m_current = trimmed;
    }
    m_context.session.applyAll({book::SetSavedView{.name = from, .content = {}},
                                book::SetSavedView{.name = trimmed, .content = toJson(*view)}},
                               tr("Renamed the view %1 to %2").arg(from, trimmed));
    return true;
}

void SavedViews::remove(const QString& name) {
    if (find(name)) {
        m_context.session.apply(book::SetSavedView{.name = name, .content = {}},
                                tr("Removed the view %1").arg(name));
    }
}

void SavedViews::setOpensFor(const QString& name, const QString& person, bool opens) {
    std::vector<book::Edit> edits;
    for (session::SavedView view : m_all) {
        const bool wanted = opens && view.name == name;
        if (view.opensFor.contains(person) == wanted || (view.name != name && !opens)) {
            continue;
        }
        wanted ? view.opensFor.append(person) : static_cast<void>(view.opensFor.removeAll(person));
        edits.push_back(book::SetSavedView{.name = view.name, .content = toJson(view)});
    }
    if (!edits.empty()) {
        m_context.session.applyAll(edits,
                                   opens ? tr("The book opens with the view %1").arg(name)
                                         : tr("The book no longer opens with the view %1").arg(name));
    }
}

} // namespace hb::shell
