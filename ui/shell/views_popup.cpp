// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/views_popup.h"

#include "ui/session/book_session.h"
#include "ui/shell/saved_views.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::shell {

namespace {
constexpr int popupWidth = 320;
constexpr int mostRows = 8;
constexpr int longestName = 80;
constexpr int nameRole = Qt::UserRole; ///< as it is in the book, while another is typed
} // namespace

ViewsPopup::ViewsPopup(const Context& context, SavedViews& views, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_context(context), m_views(views), m_about(new QLabel(this)),
      m_list(new QListWidget(this)), m_show(new QPushButton(tr("Show"), this)),
      m_rename(new QPushButton(tr("Rename"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_opensMine(new QCheckBox(this)), m_opensAll(new QCheckBox(this)), m_name(new QLineEdit(this)),
      m_keep(new QPushButton(tr("Keep this view"), this)) {
    setObjectName(u"viewsPopup"_s);
    theme::setStyleProperty(this, "hbPopup", true);
    build();
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        close();
        m_views.show(item->data(nameRole).toString());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsPopup::follow);
    connect(m_list, &QListWidget::itemChanged, this, &ViewsPopup::takeName);
    connect(m_show, &QPushButton::clicked, this, [this] {
        close();
        m_views.show(chosen());
    });
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &ViewsPopup::removeChosen);
    connect(m_opensMine, &QCheckBox::clicked, this, [this](bool on) {
        m_views.setOpensFor(chosen(), m_context.session.person(), on);
    });
    connect(
        m_opensAll, &QCheckBox::clicked, this, [this](bool on) { m_views.setOpensFor(chosen(), {}, on); });
    connect(m_name, &QLineEdit::textChanged, this, &ViewsPopup::follow);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewsPopup::keep);
    connect(m_keep, &QPushButton::clicked, this, &ViewsPopup::keep);
    connect(&views, &SavedViews::changed, this, &ViewsPopup::fill);
    // Behind the rename that the closing editor may have asked for.
    connect(m_list->itemDelegate(),
            &QAbstractItemDelegate::closeEditor,
            this,
            &ViewsPopup::catchUp,
            Qt::QueuedConnection);
}

void ViewsPopup::build() {
    const theme::Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::m);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(theme::space::s));
    m_about->setWordWrap(true);
    theme::setStyleProperty(m_about, "hbText", u"captionMuted"_s);
    m_list->setObjectName(u"viewsList"_s);
    m_list->setAccessibleName(tr("Views"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->installEventFilter(this);
    auto* acts = new QHBoxLayout;
    for (const auto& [button, name] : {std::pair(m_show, "viewShow"),
                                       std::pair(m_rename, "viewRename"),
                                       std::pair(m_remove, "viewRemove")}) {
        button->setObjectName(QString::fromLatin1(name));
        acts->addWidget(button);
    }
    acts->addStretch();
    m_opensMine->setObjectName(u"viewOpensMine"_s);
    m_opensMine->setText(tr("I open the book with it"));
    m_opensAll->setObjectName(u"viewOpensAll"_s);
    m_opensAll->setText(tr("Everybody opens the book with it"));
    m_name->setObjectName(u"viewName"_s);
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("A name for what is shown now"));
    m_name->setMaxLength(longestName);
    m_keep->setObjectName(u"viewKeep"_s);
    auto* keeping = new QHBoxLayout;
    keeping->addWidget(m_name, 1);
    keeping->addWidget(m_keep);
    column->addWidget(m_about);
    column->addWidget(m_list);
    column->addLayout(acts);
    column->addWidget(m_opensMine);
    column->addWidget(m_opensAll);
    column->addLayout(keeping);
}

QString ViewsPopup::chosen() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

/// A name is being typed in the list.
bool ViewsPopup::isNaming() const {
    QListWidgetItem* item = m_list->currentItem();
    return item && m_list->isPersistentEditorOpen(item);
}

void ViewsPopup::catchUp() {
    if (m_isStale) {
        fill();
    }
}

void ViewsPopup::fill() {
    m_isStale = isNaming();
    if (m_isStale) {
        return;
    }
    const QString before = chosen().isEmpty() ? m_views.current() : chosen();
    m_isFilling = true;
    m_list->clear();
    const bool canChange = !m_context.session.isReadOnly();
    for (const session::SavedView& view : m_views.all()) {
        auto* item = new QListWidgetItem(view.name, m_list);
        item->setData(nameRole, view.name);
        item->setFlags(canChange ? item->flags() | Qt::ItemIsEditable : item->flags());
        if (view.name == before) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentRow() < 0) {
        m_list->setCurrentRow(0);
    }
    m_isFilling = false;
    m_list->setFixedHeight(m_list->count() == 0
                               ? 0
                               : m_list->sizeHintForRow(0) * std::min(m_list->count(), mostRows) +
                                     m_context.theme.px(theme::space::xs));
    follow();
}

void ViewsPopup::follow() {
    if (m_isFilling) {
        return;
    }
    const session::SavedView* view = m_views.find(chosen());
    const session::BookSession& session = m_context.session;
    const bool canChange = !session.isReadOnly();
    m_about->setText(!canChange              ? tr("This book is open to read: its views can be shown.")
                     : m_views.all().empty() ? tr("What the page shows, under a name, for everyone "
                                                  "who opens this book.")
                                             : tr("Views of this book, for everyone who opens it."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_show, m_rename, m_remove, m_opensAll}) {
        part->setVisible(view != nullptr);
    }
    m_opensMine->setVisible(view && !session.person().isEmpty());
    for (QWidget* part : std::initializer_list<QWidget*>{m_rename, m_remove, m_opensMine, m_opensAll}) {
        part->setEnabled(canChange);
    }
    m_opensMine->setChecked(view && view->opensFor.contains(session.person()));
    m_opensAll->setChecked(view && view->opensFor.contains(QString()));
    const QString name = m_name->text().trimmed();
    m_name->setEnabled(m_views.canKeep());
    m_keep->setEnabled(m_views.canKeep() && !name.isEmpty());
    m_keep->setText(m_views.find(name) ? tr("Keep it as it is now") : tr("Keep this view"));
    setFixedWidth(m_context.theme.px(popupWidth));
    adjustSize();
}

/// The list is filled anew by it: only once its editor has closed.
void ViewsPopup::takeName(const QListWidgetItem* item) {
    const QString from = item->data(nameRole).toString();
    if (!m_isFilling && item->text() != from) {
        QMetaObject::invokeMethod(
            this, [this, from, to = item->text()] { rename(from, to); }, Qt::QueuedConnection);
    }
}

void ViewsPopup::rename(const QString& from, const QString& to) {
    if (!m_views.rename(from, to)) {
        fill(); // the old name stands there again
        m_about->setText(!m_views.find(from)      ? tr("The view %1 is no longer there.").arg(from)
                         : to.trimmed().isEmpty() ? tr("A view needs a name.")
                                                  : tr("Another view has that name."));
    }
}

void ViewsPopup::removeChosen() {
    if (!m_context.session.isReadOnly()) {
        m_views.remove(chosen());
    }
}

void ViewsPopup::keep() {
    const QString name = m_name->text();
    if (m_keep->isEnabled()) {
        close();
        m_views.keep(name);
    }
}

void ViewsPopup::popUpUnder(const QWidget* button) {
    m_name->clear();
    fill();
    const QWidget& window = *parentWidget()->window();
    const QPoint head((window.width() - width()) / 2, m_context.theme.px(theme::space::xxl));
    move(button ? button->mapToGlobal(QPoint(0, button->height())) : window.mapToGlobal(head));
    show();
    m_list->count() > 0 ? m_list->setFocus() : m_name->setFocus();
}

void ViewsPopup::beginKeep(const QWidget* button) {
    popUpUnder(button);
    m_name->setText(m_views.current());
    m_name->setFocus();
    m_name->selectAll();
}

bool ViewsPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeChosen();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hb::shell
