// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/models/names.h"
#include "ui/session/book_session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/saved_views.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace hb::shell {

namespace {
constexpr int mostAccounts = 8;
constexpr int rowsShown = 12;
} // namespace

CommandPalette::CommandPalette(const Context& context,
                               const ActionRegistry& actions,
                               SavedViews& views,
                               Navigator& navigator,
                               QWidget* parent)
    : QFrame(parent, Qt::Popup), m_context(context), m_actions(actions), m_views(views),
      m_navigator(navigator), m_box(new QLineEdit(this)), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    theme::setStyleProperty(this, "hbPopup", true);
    auto* column = new QVBoxLayout(this);
    const int gap = context.theme.px(theme::space::s);
    column->setContentsMargins(gap, gap, gap, gap);
    m_box->setPlaceholderText(tr("An account, or what to do"));
    m_box->setAccessibleName(m_box->placeholderText());
    m_box->setObjectName(QStringLiteral("paletteText"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    column->addWidget(m_box);
    column->addWidget(m_list);
    m_box->installEventFilter(this);
    connect(m_box, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_box, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
}

void CommandPalette::popUp() {
    const QWidget* window = parentWidget()->window();
    const theme::Theme& theme = m_context.theme;
    setFixedWidth(std::min(theme.px(560), window->width() - theme.px(theme::space::xxl)));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, theme.px(theme::space::s))));
    m_box->clear();
    search({});
    show();
    m_box->setFocus();
}

void CommandPalette::offer(const QString& text, const QString& note, std::function<void()> run) {
    m_list->addItem(note.isEmpty() ? text : tr("%1   \u00B7   %2").arg(text, note));
    m_runs.push_back(std::move(run));
}

void CommandPalette::search(const QString& text) {
    m_list->clear();
    m_runs.clear();
    const QString folded = text.trimmed().toCaseFolded();
    if (m_context.session.isOpen() && !folded.isEmpty()) {
        addAccounts(folded);
    }
    addViews(folded);
    addActions(folded);
    if (m_runs.empty()) {
        m_list->addItem(tr("Nothing has these letters in its name."));
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * std::min(m_list->count(), rowsShown) +
                           m_context.theme.px(theme::space::xs));
    setFixedHeight(layout()->sizeHint().height());
}

void CommandPalette::addAccounts(const QString& folded) {
    const Snapshot& snapshot = m_context.session.snapshot();
    int found = 0;
    for (AccountIndex account = 0; account < snapshot.accountCount() && found < mostAccounts; ++account) {
        const QString name = models::nameOf(snapshot, account, m_context.session.asOf());
        const QString key = QString::fromStdString((*snapshot.accounts)[account].key);
        if (!name.toCaseFolded().contains(folded) && !key.toCaseFolded().contains(folded)) {
            continue;
        }
        ++found;
        offer(name, tr("account"), [this, key] {
            m_navigator.go({.page = session::page::account, .account = key});
        });
    }
}

void CommandPalette::addViews(const QString& folded) {
    for (const session::SavedView& view : m_views.all()) {
        if (view.name.toCaseFolded().contains(folded)) {
            offer(view.name, tr("view"), [this, name = view.name] { m_views.show(name); });
        }
    }
}

void CommandPalette::addActions(const QString& folded) {
    for (const Action* action : m_actions.shown()) {
        if (action->isEnabled() && action->text.toCaseFolded().contains(folded)) {
            offer(action->text, action->keysText(), [this, action] { m_actions.run(*action); });
        }
    }
}

void CommandPalette::choose() {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    close();
    if (row < m_runs.size()) {
        const auto run = m_runs[row]; // what it does may open the palette again
        run();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_box && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hb::shell
