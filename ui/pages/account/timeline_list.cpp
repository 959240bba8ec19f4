// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/timeline_list.h"

#include "ui/pages/account/timeline_delegate.h"
#include "ui/pages/account/timeline_entry.h"
#include "ui/widgets/copy_menu.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

DraftPlace placeOf(NoteId note) {
    return {.account = {}, .about = QString::number(note.value)};
}

} // namespace

TimelineList::TimelineList(const theme::Theme& theme, TimelineModel& model, QWidget* parent)
    : QListView(parent), m_theme(theme), m_model(model), m_delegate(new TimelineDelegate(theme, this)) {
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    verticalScrollBar()->setSingleStep(m_theme.px(theme::space::l));
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        index == m_model.openIndex() ? static_cast<void>(closeEntry()) : open(index);
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TimelineList::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &TimelineList::resume);
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        doItemsLayout();
        fitEntry();
    });
}

void TimelineList::open(const QModelIndex& index) {
    const TimelineItem* item = m_model.itemAt(index);
    if (item == nullptr) {
        return;
    }
    closeEntry();
    const bool isOwn = item->kind == TimelineKind::Note && QString::fromStdString(item->person) == m_person;
    m_entry = new TimelineEntry(m_theme,
                                *item,
                                index.data(Qt::DisplayRole).toString(),
                                isOwn ? NoteAuthor::Me : NoteAuthor::Another,
                                m_whyNotWrite,
                                viewport());
    const NoteId note = item->note;
    connect(m_entry, &TimelineEntry::pinAsked, this, [this, note](bool pinned) {
        Q_EMIT pinAsked(note, pinned);
    });
    connect(m_entry, &TimelineEntry::changed, this, [this, note](const QString& text, NoteKind kind) {
        Q_EMIT changeAsked(note, text, kind);
    });
    connect(m_entry, &TimelineEntry::removeAsked, this, [this, note] { Q_EMIT removeAsked(note); });
    connect(m_entry, &TimelineEntry::changeEnded, this, [this, note] { m_changes.drop(placeOf(note)); });
    connect(m_entry, &TimelineEntry::copied, this, &TimelineList::copied);
    connect(m_entry, &TimelineEntry::heightChanged, this, &TimelineList::fitEntry);
    setCurrentIndex(index);
    setIndexWidget(index, m_entry);
    m_model.open(index, 1);
    if (const auto change = m_changes.of(placeOf(note)); change && isOwn) {
        m_entry->resumeChange(*change);
    }
    fitEntry();
    scrollTo(index);
}

void TimelineList::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"timelineMenu"_s);
    widgets::addCopyActions(
        *menu, {.table = [this] { return m_model.asTable(); }, .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

void TimelineList::fitEntry() {
    const QModelIndex index = m_model.openIndex();
    if (m_entry && index.isValid()) {
        const int height =
            m_entry->fit(viewport()->width(), m_delegate->lineHeight(), m_delegate->wordsLeft());
        m_model.open(index, height - m_delegate->lineHeight());
        doItemsLayout();
    }
}

bool TimelineList::closeEntry() {
    const QModelIndex index = m_model.openIndex();
    if (!m_entry || !index.isValid()) {
        return false;
    }
    const bool hadFocus = m_entry->isAncestorOf(window()->focusWidget());
    if (hadFocus) {
        setFocus(Qt::OtherFocusReason);
    }
    keepChange();
    setIndexWidget(index, nullptr);
    m_entry = nullptr;
    m_model.close();
    doItemsLayout();
    return true;
}

void TimelineList::keepChange() {
    if (const auto change = m_entry->change()) {
        m_changes.keep(placeOf(m_entry->item().note), *change);
    }
}

void TimelineList::takeBack(NoteId note, const NoteDraft& lost) {
    const bool isOpen = m_entry && m_entry->item().note == note;
    if (isOpen && m_entry->change()) {
        return; // somebody types there again
    }
    const TimelineItem* now = m_model.itemOf(note);
    const NoteChange change{.shown = now != nullptr ? asNoted(*now) : NoteDraft(), .typed = lost};
    m_changes.keep(placeOf(note), change);
    if (isOpen) {
        m_entry->resumeChange(change);
    } else if (!m_entry) {
        openChanged();
    }
}

void TimelineList::remember() {
    m_scrolled = verticalScrollBar()->value();
    if (m_entry) {
        keepChange();
        m_item = m_entry->item();
        m_hadFocus = m_entry->isAncestorOf(window()->focusWidget());
    } else if (const TimelineItem* current = m_model.itemAt(currentIndex())) {
        m_item = *current;
    }
}

void TimelineList::resume() {
    const auto item = std::exchange(m_item, std::nullopt);
    const bool hadFocus = std::exchange(m_hadFocus, false);
    const bool wasOpen = m_entry != nullptr;
    m_entry = nullptr;
    const QModelIndex index = item ? m_model.indexOf(*item) : QModelIndex();
    if (index.isValid()) {
        setCurrentIndex(index);
        if (wasOpen) {
            open(index);
        }
    }
    if (!m_entry) {
        openChanged();
    } else if (hadFocus && m_entry->change()) {
        m_entry->focusChange();
    } else if (hadFocus) {
        setFocus(Qt::OtherFocusReason);
    }
    verticalScrollBar()->setValue(m_scrolled);
}

/// A note that somebody was changing as it went out of sight is open when it comes back.
void TimelineList::openChanged() {
    if (m_changes.isEmpty()) {
        return;
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const TimelineItem* item = m_model.itemAt(index);
        if (item != nullptr && item->note.isValid() && m_changes.of(placeOf(item->note))) {
            open(index);
            return;
        }
    }
}

bool TimelineList::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_entry &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc closes the item before it leaves the page
        return true;
    }
    return QListView::event(event);
}

void TimelineList::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool opens = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (opens && currentIndex().isValid()) {
        currentIndex() == m_model.openIndex() ? static_cast<void>(closeEntry()) : open(currentIndex());
    } else if (key == Qt::Key_F2 && m_entry && currentIndex() == m_model.openIndex()) {
        m_entry->beginChange();
    } else if (key != Qt::Key_Escape || !closeEntry()) {
        QListView::keyPressEvent(event);
    }
}

void TimelineList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    fitEntry();
}

} // namespace hb::pages
