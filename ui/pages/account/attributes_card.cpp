// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/attributes_card.h"

#include "core/exchange/table_writer.h"
#include "ui/models/book_layout.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int nameWidth = 200, longestName = 60;
}

AttributesCard::AttributesCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Attributes"), parent), m_theme(theme), m_grid(new QGridLayout), m_name(new QLineEdit(this)),
      m_add(new QPushButton(tr("Add"), this)) {
    setObjectName(u"attributesCard"_s);
    m_grid->setHorizontalSpacing(theme::space::xl);
    m_grid->setVerticalSpacing(theme::space::xs);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_name->setObjectName(u"newAttribute"_s);
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("Name of another attribute"));
    m_name->setAccessibleName(tr("Name of another attribute"));
    const auto fit = [this] { m_name->setFixedWidth(m_theme.px(nameWidth)); };
    fit();
    connect(&m_theme, &theme::Theme::changed, this, fit);
    widgets::shareUndo(m_name);
    m_add->setObjectName(u"addAttribute"_s);
    auto* last = new QHBoxLayout;
    last->setSpacing(theme::space::s);
    last->addWidget(m_name);
    last->addWidget(m_add);
    last->addStretch(1);
    content()->addLayout(m_grid);
    content()->addLayout(last);
    connect(m_add, &QPushButton::clicked, this, &AttributesCard::addNamed);
    connect(m_name, &QLineEdit::returnPressed, this, &AttributesCard::addNamed);
}

void AttributesCard::setAccount(const AccountAt& at) {
    const bool isOther = !m_at || m_at->id() != at.id();
    if (m_at) {
        keepDrafts();
    }
    m_at = at;
    if (isOther) {
        m_new.clear();
        m_name->setText(m_drafts.of(placeOf({})).value_or(QString()));
    }
    const QString why = whyNotAttribute(at);
    widgets::setWhyNot(m_name, why, {});
    widgets::setWhyNot(m_add, why, {});
    fill();
    showDrafts();
}

void AttributesCard::forget() {
    std::ranges::for_each(m_rows, &AttributeRow::leave);
    m_name->clear();
    m_new.clear();
    m_drafts.clear();
    m_at.reset();
}

DraftPlace AttributesCard::placeOf(const QString& key) const {
    return {.account = QString::number(m_at->id().value), .about = key};
}

void AttributesCard::keepDrafts() {
    m_name->text().isEmpty() ? m_drafts.drop(placeOf({})) : m_drafts.keep(placeOf({}), m_name->text());
    for (const AttributeRow* row : m_rows) {
        const DraftPlace place = placeOf(row->facts().key);
        if (const auto draft = row->draft()) {
            m_drafts.keep(place, *draft);
        } else if (row->isEdited()) {
            m_drafts.drop(place);
        }
    }
}

/// One that was named and never had a value gets its row back.
void AttributesCard::showDrafts() {
    for (const auto& [key, typed] : m_drafts.allOf(placeOf({}).account)) {
        if (!key.isEmpty() && rowOf(key) == nullptr && m_new.isEmpty()) {
            m_new = key;
            fill();
        }
        if (AttributeRow* row = rowOf(key)) {
            row->resume(typed);
        }
    }
}

AttributeRow* AttributesCard::rowOf(const QString& key) const {
    const auto row =
        std::ranges::find_if(m_rows, [&](const AttributeRow* each) { return each->facts().key == key; });
    return row == m_rows.end() ? nullptr : *row;
}

void AttributesCard::fill() {
    std::vector<AttributeFacts> facts = attributeFacts(*m_at);
    if (!m_new.isEmpty() && std::ranges::find(facts, m_new, &AttributeFacts::key) == facts.end()) {
        facts.push_back({.key = m_new, .title = models::attributeTitle(m_new), .value = {}, .text = {}});
    }
    while (m_rows.size() > facts.size()) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater(); // it may have asked
        m_rows.pop_back();
    }
    while (m_rows.size() < facts.size()) {
        auto* row = new AttributeRow(m_theme, this);
        connect(row, &AttributeRow::entered, this, [this](const QString& key, const QString& value) {
            Q_EMIT edited(attributeEdit(*m_at, key, value));
        });
        connect(row, &AttributeRow::ended, this, [this](const QString& key) { m_drafts.drop(placeOf(key)); });
        m_grid->addWidget(row, static_cast<int>(m_rows.size() / 2), static_cast<int>(m_rows.size() % 2));
        m_rows.push_back(row);
    }
    for (std::size_t at = 0; at < facts.size(); ++at) {
        m_rows[at]->setFacts(*m_at, facts[at]);
    }
}

/// One that is there already is edited; a new one has a row of its own from now on.
void AttributesCard::addNamed() {
    const QString key = attributeKey(m_name->text());
    if (!m_at || key.isEmpty()) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_name->clear();
    keepDrafts();
    m_new = key;
    fill();
    showDrafts();
    rowOf(key)->begin();
}

bool AttributesCard::leave() {
    const auto open = std::ranges::find_if(m_rows, &AttributeRow::isEdited);
    if (open == m_rows.end()) {
        return false;
    }
    m_drafts.drop(placeOf((*open)->facts().key));
    return (*open)->leave();
}

// --- copies

exchange::Table AttributesCard::asTable() const {
    exchange::Table table{.name = tr("Attributes"), .head = {tr("Attribute"), tr("Value")}, .rows = {}};
    for (const AttributeRow* row : m_rows) {
        table.rows.push_back({row->facts().title, row->facts().value});
    }
    return table;
}

void AttributesCard::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"attributesMenu"_s);
    widgets::addCopyActions(*menu,
                            {.text = [this] { return exchange::toTabs(asTable()); },
                             .table = [this] { return asTable(); },
                             .picture = [this] { return grab(); }});
    menu->popup(event->globalPos());
}

} // namespace hb::pages
