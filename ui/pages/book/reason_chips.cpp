// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/reason_chips.h"

#include "core/wording/reason_text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"

#include <QLocale>

namespace hb::pages {

namespace {

widgets::ChipSign signOf(scoring::Reason reason) {
    switch (reason) {
    case scoring::Reason::NewlyRed:
    case scoring::Reason::RedLeftAlone:
        return Band::Red;
    case scoring::Reason::FallingFast:
        return theme::Icon::ChevronDown;
    case scoring::Reason::RenewalAtRisk:
        return theme::Icon::Calendar;
    case scoring::Reason::ChampionLeft:
        return theme::Icon::Person;
    case scoring::Reason::ActionOverdue:
    case scoring::Reason::GoneSilent:
    case scoring::Reason::Stale:
        return theme::Icon::Clock;
    case scoring::Reason::ReadyToGrow:
        break;
    }
    return theme::Icon::ChevronUp;
}

} // namespace

ReasonChips::ReasonChips(const theme::Theme& theme, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reasonChips"));
    auto* row = new widgets::FlowLayout(theme.px(theme::space::s), this);
    for (std::size_t at = 0; at < m_chips.size(); ++at) {
        const auto reason = static_cast<scoring::Reason>(at);
        m_chips[at] = new widgets::Chip(theme, signOf(reason), {}, this);
        m_chips[at]->setObjectName(QStringLiteral("chip.") + QString::fromLatin1(scoring::toText(reason)));
        m_chips[at]->hide();
        row->addWidget(m_chips[at]);
        connect(m_chips[at], &QPushButton::clicked, this, [this, reason](bool on) {
            Q_EMIT chosen(on ? std::optional(reason) : std::nullopt);
        });
    }
}

void ReasonChips::show(const models::BookSummary& summary, std::optional<scoring::Reason> filtered) {
    for (std::size_t at = 0; at < m_chips.size(); ++at) {
        const auto reason = static_cast<scoring::Reason>(at);
        const models::Tally& tally = summary.reasons[at];
        const QString count = QLocale().toString(static_cast<qlonglong>(tally.accounts));
        QString text = tr("%1 %2").arg(count, wording::reasonName(reason));
        const QString money = models::moneyOf(summary, tally.cents);
        if (reason == scoring::Reason::RenewalAtRisk && !money.isEmpty()) {
            text = tr("%1  %2").arg(text, money);
        }
        m_chips[at]->setText(text);
        m_chips[at]->setVisible(tally.accounts > 0 || filtered == reason);
        m_chips[at]->setChecked(filtered == reason);
    }
}

} // namespace hb::pages
