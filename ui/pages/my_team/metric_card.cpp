// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/my_team/metric_card.h"

#include "ui/widgets/sparkline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr std::size_t shownFirst = 5, shownMore = 20;

} // namespace

MetricCard::MetricCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_shown(shownFirst), m_head(new QHBoxLayout),
      m_sentence(makeLabel("cardTitle", this)), m_weeks(new widgets::Sparkline(theme, this)),
      m_news(makeLabel("captionMuted", this)), m_help(makeLabel("body", this)),
      m_notCounted(makeLabel("muted", this)), m_list(new QVBoxLayout), m_more(new QPushButton(this)) {
    setObjectName(u"metricCard"_s);
    build();
    connect(m_more, &QPushButton::clicked, this, &MetricCard::showMore);
    connect(&theme, &theme::Theme::changed, this, &MetricCard::dress);
    dress();
}

void MetricCard::dress() {
    m_head->setSpacing(m_theme.px(theme::space::l));
    m_list->setSpacing(m_theme.px(theme::space::xs));
}

void MetricCard::build() {
    m_sentence->setObjectName(u"metricSentence"_s);
    m_weeks->setObjectName(u"metricWeeks"_s);
    m_news->setObjectName(u"metricNews"_s);
    m_help->setObjectName(u"metricHelp"_s);
    m_notCounted->setObjectName(u"metricNotCounted"_s);
    m_more->setObjectName(u"moreAccounts"_s);
    theme::setStyleProperty(m_more, "hbButton", u"link"_s);
    m_news->setText(tr("Newly red since you last looked"));
    for (QLabel* label : {m_sentence, m_news, m_help, m_notCounted}) {
        label->setWordWrap(true);
    }
    m_head->addWidget(m_sentence, 1);
    m_head->addWidget(m_weeks, 0, Qt::AlignTop);
    content()->addLayout(m_head);
    content()->addWidget(m_news);
    content()->addWidget(m_help);
    content()->addWidget(m_notCounted);
    content()->addLayout(m_list);
    content()->addWidget(m_more, 0, Qt::AlignLeft);
}

void MetricCard::setFacts(const MetricCardFacts& facts) {
    if (facts.metric != m_facts.metric) {
        m_shown = shownFirst;
    }
    m_facts = facts;
    const report::TeamCard& words = m_facts.words;
    m_sentence->setText(words.sentence);
    widgets::SparklineData weeks{.scores = {}, .bounds = {{.from = 0, .band = Band::Red}}};
    for (const auto& share : words.shares) {
        weeks.scores.push_back(share ? std::optional(*share * 100) : std::nullopt);
    }
    m_weeks->setData(std::move(weeks));
    m_weeks->setToolTip(words.weeks);
    m_weeks->setAccessibleName(words.weeks);
    m_news->setVisible(m_facts.isNews);
    m_help->setText(words.help);
    m_notCounted->setText(words.notCounted);
    m_notCounted->setVisible(!words.notCounted.isEmpty());
    setAccessibleName(words.metric);
    showRows();
}

RedRow* MetricCard::makeRow() {
    auto* row = new RedRow(m_theme, this);
    connect(row, &RedRow::menuAsked, this, &MetricCard::menuAsked);
    connect(row, &RedRow::openAsked, this, &MetricCard::openAsked);
    connect(row, &RedRow::takeAsked, this, &MetricCard::takeAsked);
    connect(row, &RedRow::answered, this, &MetricCard::answered);
    return row;
}

/// Below those that stand already; in the row that the account had, where it had one.
RedRow* MetricCard::showRow(std::size_t at, std::vector<RedRow*>& before) {
    const RedRowFacts facts = m_facts.row(at);
    const auto known = std::ranges::find(before, facts.row.key, &RedRow::key);
    RedRow* row = known == before.end() ? makeRow() : *known;
    if (known != before.end()) {
        before.erase(known);
    }
    row->setFacts(facts);
    m_list->insertWidget(static_cast<int>(m_rows.size()), row);
    row->show();
    m_rows.push_back(row);
    return row;
}

void MetricCard::showRows() {
    std::vector<RedRow*> before = std::move(m_rows);
    m_rows.clear();
    for (std::size_t at = 0; at < std::min(m_shown, m_facts.accounts); ++at) {
        showRow(at, before);
    }
    for (const RedRow* row : std::vector(before)) { // what is being answered stays, though others come first
        if (const auto at = row->isAnswering() ? m_facts.find(row->key()) : std::nullopt) {
            showRow(*at, before);
        }
    }
    for (RedRow* gone : before) {
        m_list->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    const std::size_t more = m_facts.accounts - m_rows.size();
    m_more->setVisible(more > 0);
    const QString words = report::moreAccountsText(more);
    m_more->setText(more <= shownMore ? tr("Show %1").arg(words)
                                      : tr("Show %1 of %2").arg(QString::number(shownMore), words));
}

void MetricCard::showMore() {
    const std::size_t before = std::min(m_shown, m_facts.accounts);
    m_shown += shownMore;
    showRows();
    tabAfter(nullptr);
    if (before < m_rows.size()) {
        m_rows[before]->nextInFocusChain()->setFocus(Qt::TabFocusReason); // go on where they were
    }
}

void MetricCard::openAnswer(const QString& account) const {
    const auto row = std::ranges::find(m_rows, account, &RedRow::key);
    if (row != m_rows.end()) {
        (*row)->openAnswer();
    }
}

bool MetricCard::isTaken(const QString& account) const {
    const auto row = std::ranges::find(m_rows, account, &RedRow::key);
    return row != m_rows.end() && (*row)->isTaken();
}

bool MetricCard::takeBack(const QString& account, const QString& lost) {
    const auto shown = std::ranges::find(m_rows, account, &RedRow::key);
    if (shown != m_rows.end()) {
        (*shown)->takeBack(lost);
        return true;
    }
    const auto at = m_facts.find(account);
    if (!at) {
        return false;
    }
    std::vector<RedRow*> none;
    showRow(*at, none)->takeBack(lost);
    tabAfter(nullptr);
    return true;
}

QWidget* MetricCard::tabAfter(QWidget* before) {
    for (RedRow* row : m_rows) {
        before = row->tabAfter(before);
    }
    if (before) {
        setTabOrder(before, m_more);
    }
    return m_more;
}

bool MetricCard::closeAnswer() {
    return std::ranges::any_of(m_rows, [](RedRow* row) { return row->closeAnswer(); });
}

} // namespace hb::pages
