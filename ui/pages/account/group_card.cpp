// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/group_card.h"

#include "ui/widgets/band_glyph.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

GroupCard::GroupCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_glyph(new widgets::BandGlyph(theme, 14, this)),
      m_name(makeLabel("cardTitle", this)), m_score(makeLabel("cardTitle", this)),
      m_share(makeLabel("captionMuted", this)) {
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(m_glyph);
    head->addWidget(m_name, 1);
    head->addWidget(m_share);
    head->addWidget(m_score);
    content()->addLayout(head);
    content()->addStretch(1);
}

void GroupCard::setFacts(const GroupFacts& facts) {
    m_key = facts.key;
    m_whyNotOverride = facts.whyNotOverride;
    m_glyph->setBand(facts.band);
    m_name->setText(facts.name);
    m_score->setText(facts.score);
    m_share->setText(facts.isOverridden      ? tr("set by hand")
                     : facts.score.isEmpty() ? tr("no data")
                     : facts.share.isEmpty() ? tr("does not count")
                                             : tr("%1 of the score").arg(facts.share));
    while (m_rows.size() > facts.metrics.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < facts.metrics.size()) {
        auto* row = new MetricRow(m_theme, this);
        connect(row, &MetricRow::levelSet, this, &GroupCard::levelSet);
        connect(row, &MetricRow::aboutShown, this, [this, row] { Q_EMIT aboutShown(row); });
        connect(row, &MetricRow::overrideAsked, this, [this, row] {
            Q_EMIT overrideAsked(OverrideTarget::Metric, row->facts().key);
        });
        content()->insertWidget(content()->count() - 1, row);
        m_rows.push_back(row);
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at]->setFacts(facts.metrics[at]);
        m_rows[at]->setObjectName(u"metric%1"_s.arg(facts.metrics[at].metric));
    }
}

QString GroupCard::asText() const {
    QString text;
    for (const MetricRow* row : m_rows) {
        text += row->words();
    }
    return text;
}

/// Precondition: there is a row.
exchange::Table GroupCard::asTable() const {
    exchange::Table table = m_rows.front()->asTable();
    table.name = m_name->text();
    for (std::size_t at = 1; at < m_rows.size(); ++at) {
        table.rows.push_back(std::move(m_rows[at]->asTable().rows.front()));
    }
    return table;
}

void GroupCard::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    QAction* overriding = menu->addAction(tr("Override the score of this group"), this, [this] {
        Q_EMIT overrideAsked(OverrideTarget::Group, m_key);
    });
    overriding->setObjectName(u"override"_s);
    widgets::setWhyNot(menu, overriding, m_whyNotOverride);
    menu->addSeparator();
    widgets::Copies copies{.picture = [this] { return grab(); }, .name = m_name->text()};
    if (!m_rows.empty()) {
        copies.text = [this] { return asText(); };
        copies.table = [this] { return asTable(); };
    }
    widgets::addCopyActions(*menu, copies);
    menu->popup(event->globalPos());
}

} // namespace hb::pages
