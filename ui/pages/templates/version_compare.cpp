// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/version_compare.h"

#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

enum Column : int { Sign, What, Left, Right };
constexpr int signWidth = 16;

/// + is new, a minus is gone, an arrow is changed.
QString signOf(const wording::VersionRow& row) {
    if (!row.differs()) {
        return {};
    }
    return row.left.isEmpty() ? u"+"_s : row.right.isEmpty() ? u"\u2212"_s : u"\u2192"_s;
}

QString spokenSign(const wording::VersionRow& row) {
    if (!row.differs()) {
        return VersionCompare::tr("the same");
    }
    return row.left.isEmpty()    ? VersionCompare::tr("new")
           : row.right.isEmpty() ? VersionCompare::tr("gone")
                                 : VersionCompare::tr("changed");
}

bool isShown(const wording::VersionRow& row, bool isUnfolded) {
    return isUnfolded || row.differs();
}

} // namespace

VersionCompare::VersionCompare(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_table(new QWidget(this)), m_grid(new QGridLayout(m_table)),
      m_same(new QPushButton(this)) {
    setObjectName(u"versionCompare"_s);
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(tr("The two versions side by side"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(What, 3);
    m_grid->setColumnStretch(Left, 4);
    m_grid->setColumnStretch(Right, 4);
    m_same->setObjectName(u"showSame"_s);
    m_same->setCheckable(true);
    m_same->setProperty("hbButton", u"section"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(m_same, 0, Qt::AlignLeft);
    connect(m_same, &QPushButton::toggled, this, &VersionCompare::fill);
    connect(&m_theme, &theme::Theme::changed, this, &VersionCompare::dress);
    dress();
}

void VersionCompare::dress() {
    m_grid->setHorizontalSpacing(m_theme.px(theme::space::m));
    m_grid->setVerticalSpacing(m_theme.px(theme::space::xs));
    m_grid->setColumnMinimumWidth(Sign, m_theme.px(signWidth));
    layout()->setSpacing(m_theme.px(theme::space::s));
    m_same->setIcon(m_theme.icon(m_same->isChecked() ? theme::Icon::ChevronDown : theme::Icon::ChevronRight));
    fill();
}

void VersionCompare::setParts(std::vector<wording::VersionPart> parts,
                              const QString& left,
                              const QString& right) {
    if (parts == m_parts && left == m_left && right == m_right) {
        return; // a selected text stays
    }
    m_parts = std::move(parts);
    m_left = left;
    m_right = right;
    fill();
}

void VersionCompare::fill() {
    while (m_grid->count() > 0) {
        const std::unique_ptr<QLayoutItem> last(m_grid->takeAt(m_grid->count() - 1));
        delete last->widget();
    }
    m_row = 0;
    for (const wording::VersionPart& part : m_parts) {
        fillPart(part);
    }
    m_table->setVisible(m_row > 0);
    const QString same = wording::sameText(m_parts);
    m_same->setVisible(!same.isEmpty());
    m_same->setText(same);
    m_same->setIcon(m_theme.icon(m_same->isChecked() ? theme::Icon::ChevronDown : theme::Icon::ChevronRight));
}

void VersionCompare::fillPart(const wording::VersionPart& part) {
    const bool isUnfolded = m_same->isChecked();
    if (std::ranges::none_of(part.rows, [&](const auto& row) { return isShown(row, isUnfolded); })) {
        return;
    }
    if (m_row == 0) {
        addCell(Left, m_left, "captionMuted")->setObjectName(u"compareLeft"_s);
        addCell(Right, m_right, "captionMuted")->setObjectName(u"compareRight"_s);
        ++m_row;
    }
    QLabel* title = addCell(What, part.title, "cardTitle");
    m_grid->addWidget(title, m_row, What, 1, Right - What + 1);
    ++m_row;
    for (const wording::VersionRow& row : part.rows) {
        if (isShown(row, isUnfolded)) {
            addRow(row);
        }
    }
}

/// What is another is strong, and has a sign: colours mean health.
void VersionCompare::addRow(const wording::VersionRow& row) {
    const QString none = u"\u2013"_s;
    QLabel* sign = addCell(Sign, signOf(row), "muted");
    sign->setAccessibleName(spokenSign(row));
    sign->setToolTip(spokenSign(row));
    addCell(What, row.what, "muted")->setAccessibleDescription(spokenSign(row));
    addCell(Left, row.left.isEmpty() ? none : row.left, row.differs() ? "" : "muted");
    addCell(Right, row.right.isEmpty() ? none : row.right, row.differs() ? "cardTitle" : "muted");
    ++m_row;
}

QLabel* VersionCompare::addCell(int column, const QString& text, const char* role) {
    QLabel* label = widgets::makeLabel(role, m_table);
    label->setObjectName(u"cell%1.%2"_s.arg(m_row).arg(column));
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContextMenuPolicy(Qt::NoContextMenu); // the table's stands for it
    m_grid->addWidget(label, m_row, column, Qt::AlignTop);
    return label;
}

exchange::Table VersionCompare::asTable() const {
    exchange::Table table{.name = tr("What differs"), .head = {{}, {}, m_left, m_right}, .rows = {}};
    for (const wording::VersionPart& part : m_parts) {
        for (const wording::VersionRow& row : part.rows) {
            if (row.differs()) {
                table.rows.push_back({part.title, row.what, row.left, row.right});
            }
        }
    }
    return table;
}

void VersionCompare::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"compareMenu"_s);
    widgets::addCopyActions(*menu,
                            {.table = [this] { return asTable(); }, .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

} // namespace hb::pages
