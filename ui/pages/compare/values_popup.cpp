// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/values_popup.h"

#include "ui/models/book_layout.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int listWidth = 280, listHeight = 320;
constexpr int titleRole = Qt::UserRole + 1; ///< the value without its count

} // namespace

ValuesPopup::ValuesPopup(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_letters(new QLineEdit(this)),
      m_values(new QListWidget(this)) {
    setObjectName(u"compareValues"_s);
    theme::setStyleProperty(this, "hbPopup", true);
    auto* rows = new QVBoxLayout(this);
    const int margin = theme.px(theme::space::m);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(theme.px(theme::space::s));
    m_letters->setObjectName(u"compareValueLetters"_s);
    m_letters->setAccessibleName(tr("Letters of the value"));
    m_letters->setPlaceholderText(tr("Type some letters of it"));
    m_letters->installEventFilter(this);
    m_values->setObjectName(u"compareValueList"_s);
    m_values->setFocusPolicy(Qt::NoFocus); // the keys of the field walk it
    m_values->setUniformItemSizes(true);
    rows->addWidget(m_letters);
    rows->addWidget(m_values);
    connect(m_letters, &QLineEdit::textChanged, this, &ValuesPopup::narrow);
    connect(m_values, &QListWidget::itemClicked, this, &ValuesPopup::take);
}

void ValuesPopup::popUpUnder(const QWidget& button,
                             const QString& key,
                             const std::vector<ScopeValue>& values) {
    m_key = key;
    m_letters->clear();
    m_values->clear();
    m_values->setAccessibleName(models::attributeTitle(key));
    for (const ScopeValue& each : values) {
        auto* item = new QListWidgetItem(
            tr("%1  %2").arg(models::groupTitle(key, each.value), QLocale().toString(each.accounts)),
            m_values);
        item->setData(Qt::UserRole, each.value);
        item->setData(titleRole, models::groupTitle(key, each.value));
    }
    m_values->setFixedSize(m_theme.px(listWidth), m_theme.px(listHeight));
    narrow({});
    adjustSize();
    move(button.mapToGlobal(QPoint(0, button.height())));
    show();
    m_letters->setFocus(Qt::PopupFocusReason);
}

void ValuesPopup::narrow(const QString& letters) {
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < m_values->count(); ++row) {
        QListWidgetItem* item = m_values->item(row);
        item->setHidden(!item->data(titleRole).toString().contains(letters.trimmed(), Qt::CaseInsensitive));
        first = first == nullptr && !item->isHidden() ? item : first;
    }
    m_values->setCurrentItem(first);
}

void ValuesPopup::take() {
    const QListWidgetItem* item = m_values->currentItem();
    if (item != nullptr && !item->isHidden()) {
        const session::AttributeTest test{.key = m_key, .values = {item->data(Qt::UserRole).toString()}};
        close();
        Q_EMIT chosen(test);
    }
}

/// To the next value that is shown.
bool ValuesPopup::step(int key) {
    if (key != Qt::Key_Up && key != Qt::Key_Down) {
        return false;
    }
    const int by = key == Qt::Key_Up ? -1 : 1;
    int row = m_values->currentRow() + by;
    while (row >= 0 && row < m_values->count() && m_values->item(row)->isHidden()) {
        row += by;
    }
    if (row >= 0 && row < m_values->count()) {
        m_values->setCurrentRow(row);
    }
    return true;
}

bool ValuesPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_letters && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take();
            return true;
        }
        return step(key);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hb::pages
