// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of changes is made of.
#include "ui/pages/audit/audit_filters.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/spaces.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr std::array columnWidths{152, 152, 224, 400};
constexpr int partsHigh = 120;

} // namespace

void AuditPage::build() {
    m_headline->setObjectName(u"auditHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_count->setObjectName(u"auditCount"_s);
    m_export->setObjectName(u"auditExport"_s);
    m_export->setToolTip(tr("Everything that the filters leave, as a table (CSV)"));
    auto* row = new QHBoxLayout;
    widgets::followSpace(row, m_context.theme, theme::space::s);
    row->addWidget(m_filters, 1);
    row->addWidget(m_export);
    buildTable();
    buildFoot();
    auto* rows = new QVBoxLayout(this);
    widgets::followPage(rows, m_context.theme);
    rows->addWidget(m_headline);
    rows->addLayout(row);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_count);
    rows->addWidget(m_foot);
}

void AuditPage::buildTable() {
    m_view->setAccessibleName(tr("What was changed, newest first"));
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void AuditPage::buildFoot() {
    m_foot->setObjectName(u"auditChange"_s);
    m_sentence->setObjectName(u"auditSentence"_s);
    m_open->setObjectName(u"auditOpen"_s);
    m_before->setObjectName(u"auditBefore"_s);
    m_after->setObjectName(u"auditAfter"_s);
    for (QLabel* label : {m_sentence, m_who}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(m_context.theme.px(2));
    words->addWidget(m_sentence);
    words->addWidget(m_who);
    auto* head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(m_open, 0, Qt::AlignTop);
    auto* parts = new QHBoxLayout;
    widgets::followSpace(parts, m_context.theme, theme::space::l);
    auto* after = new QWidget(m_foot);
    const auto add = [this, parts](QWidget* part, QPlainTextEdit* text, const QString& title) {
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setAccessibleName(title);
        auto* column = new QVBoxLayout(part);
        column->setContentsMargins(0, 0, 0, 0);
        widgets::followSpace(column, m_context.theme, theme::space::xs);
        QLabel* label = makeLabel("captionMuted", part);
        label->setText(title);
        column->addWidget(label);
        column->addWidget(text);
        parts->addWidget(part, 1);
    };
    add(m_beforePart, m_before, tr("Before"));
    add(after, m_after, tr("After"));
    m_foot->content()->addLayout(head);
    m_foot->content()->addLayout(parts);
    m_foot->hide();
}

void AuditPage::fit() {
    widgets::fitTable(*m_view, m_context.theme, columnWidths);
    m_before->setFixedHeight(m_context.theme.px(partsHigh));
    m_after->setFixedHeight(m_context.theme.px(partsHigh));
}

} // namespace hb::pages
