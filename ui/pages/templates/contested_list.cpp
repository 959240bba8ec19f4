// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/contested_list.h"

#include "ui/models/names.h"
#include "ui/widgets/card.h"
#include "ui/widgets/view_copies.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int contestedShown = 8, columnWidth = 240;
constexpr std::size_t mostListed = 200;
} // namespace

ContestedList::ContestedList(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(widgets::makeLabel("cardTitle", this)),
      m_list(new QTreeWidget(this)) {
    m_title->setObjectName(u"contestedTitle"_s);
    m_list->setObjectName(u"contested"_s);
    m_list->setAccessibleName(tr("Accounts that two templates match"));
    widgets::offerCopies(*m_list, m_list->accessibleName());
    m_list->setHeaderLabels({tr("Account"), tr("Scored by"), tr("Why")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(m_title);
    rows->addWidget(m_list);
    hide();
    connect(&m_theme, &theme::Theme::changed, this, &ContestedList::dress);
}

void ContestedList::dress() {
    const int gap = m_theme.px(theme::space::s);
    layout()->setContentsMargins(0, gap, 0, 0);
    layout()->setSpacing(gap);
    const int rows = std::min(m_list->topLevelItemCount(), contestedShown);
    m_list->setFixedHeight(
        m_theme.px(theme::size::tableHead + rows * theme::size::tableControl + theme::space::s));
    for (int column = 0; column < 2; ++column) {
        m_list->header()->resizeSection(column, m_theme.px(columnWidth));
    }
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        m_list->topLevelItem(row)->setSizeHint(0, QSize(0, m_theme.px(theme::size::tableControl)));
    }
}

void ContestedList::showAccounts(const session::Moment& moment,
                                 const std::vector<analytics::ContestedAccount>& contested,
                                 const QString& own) {
    setVisible(!contested.empty());
    const auto count = static_cast<int>(contested.size());
    const QString title = count == 1 ? tr("%n account that two templates match", nullptr, count)
                                     : tr("%n accounts that two templates match", nullptr, count);
    m_title->setText(contested.size() > mostListed ? tr("%1, the first %2").arg(title).arg(mostListed)
                                                   : title);
    m_list->clear();
    for (std::size_t at = 0; at < std::min(contested.size(), mostListed); ++at) {
        const analytics::ContestedAccount& each = contested[at];
        const QString other = QString::fromStdString(moment.snapshot->scorecard->templates[each.other].name);
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, models::nameOf(*moment.snapshot, each.account, moment.day));
        item->setText(1, each.otherWins ? other : own);
        item->setText(2,
                      each.otherWins ? tr("%1 stands before %2").arg(other, own)
                                     : tr("%1 stands before %2").arg(own, other));
    }
    dress();
}

QString matchSentence(const analytics::TemplateMatches& matches, const Scorecard& scorecard) {
    std::map<std::size_t, std::size_t> taken; // by template, in their order
    for (const analytics::ContestedAccount& each : matches.contested) {
        if (each.otherWins) {
            ++taken[each.other];
        }
    }
    if (taken.empty()) {
        return ContestedList::tr("Matches %1 of %2 accounts, and scores them all.")
            .arg(matches.matching.size())
            .arg(matches.living);
    }
    QString sentence = ContestedList::tr("Matches %1 of %2 accounts; %3 of them are scored by it")
                           .arg(matches.matching.size())
                           .arg(matches.living)
                           .arg(matches.scored.size());
    for (const auto& [other, accounts] : taken) {
        sentence += ContestedList::tr(", %1 by %2, which stands before it")
                        .arg(accounts)
                        .arg(QString::fromStdString(scorecard.templates[other].name));
    }
    return sentence + u'.';
}

} // namespace hb::pages
