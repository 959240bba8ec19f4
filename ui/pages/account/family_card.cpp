// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/family_card.h"

#include "core/wording/family_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/names.h"
#include "ui/pages/account/family_rows.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/why_not.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::FamilyScore;
using widgets::makeLabel;

namespace {

constexpr std::size_t rowsAtFirst = 8;

FamilyRow rowOf(const AccountAt& at, AccountIndex account) {
    const Snapshot& snapshot = at.snapshot();
    const Day day = at.day();
    const scoring::TrackScore& shown = at.moment->book.scores[account].shown;
    const bool hasLeft = snapshot.isChurned(account, day);
    FamilyRow row{.key = wording::fromUtf8((*snapshot.accounts)[account].key),
                  .band = hasLeft ? Band::None : shown.band,
                  .name = models::nameOf(snapshot, account, day),
                  .score = {},
                  .arr = {},
                  .tip = {}};
    const auto& ranges = at.scorer().versionOf(account, day).ranges;
    row.score = hasLeft                    ? FamilyCard::tr("left")
                : shown.band == Band::None ? FamilyCard::tr("no data")
                                           : wording::scoreText(shown.score, wording::schemeDecimals(ranges));
    row.tip = row.name;
    if (const auto cents = snapshot.arrCents(account, day)) {
        const QString currency = wording::fromUtf8(snapshot.currencyOn(account, day));
        row.arr = wording::shortMoney(*cents, currency);
        row.tip = FamilyCard::tr("%1, %2").arg(row.name, wording::fullMoney(*cents, currency));
    }
    return row;
}

} // namespace

FamilyCard::FamilyCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Family"), parent), m_theme(theme), m_parent(new QPushButton(this)),
      m_scorePart(new QWidget(this)), m_glyph(new widgets::BandGlyph(theme, 14, m_scorePart)),
      m_score(makeLabel("cardTitle", m_scorePart)), m_rule(makeLabel("muted", m_scorePart)),
      m_sentence(makeLabel("body", this)), m_rows(new FamilyRows(theme, this)),
      m_switch(new QPushButton(m_scorePart)), m_more(new QPushButton(this)) {
    setObjectName(u"familyCard"_s);
    m_parent->setObjectName(u"familyParent"_s);
    m_parent->setProperty("hbButton", u"link"_s);
    m_score->setObjectName(u"familyScore"_s);
    m_rule->setObjectName(u"familyRule"_s);
    m_sentence->setObjectName(u"familySentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_rows->setObjectName(u"familyRows"_s);
    m_switch->setObjectName(u"familySwitch"_s);
    m_switch->setProperty("hbButton", u"link"_s);
    m_more->setObjectName(u"familyMore"_s);
    m_more->setProperty("hbButton", u"link"_s);
    auto* line = new QHBoxLayout(m_scorePart);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::space::s);
    line->addWidget(m_glyph);
    line->addWidget(m_score);
    line->addWidget(m_rule, 1);
    line->addWidget(m_switch);
    content()->setSpacing(theme::space::s);
    content()->addWidget(m_parent, 0, Qt::AlignLeft);
    content()->addWidget(m_scorePart);
    content()->addWidget(m_sentence);
    content()->addWidget(m_rows);
    content()->addWidget(m_more, 0, Qt::AlignLeft);
    hide();
    connect(m_parent, &QPushButton::clicked, this, [this] { Q_EMIT accountAsked(m_parentKey); });
    connect(m_rows, &FamilyRows::activated, this, [this](int row) {
        const QString key = m_rows->rows()[static_cast<std::size_t>(row)].key; // the rows may change
        Q_EMIT accountAsked(key);
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        const bool isLowest = m_at->snapshot().settings.familyRule == FamilyRule::Lowest;
        Q_EMIT ruleAsked(isLowest ? FamilyRule::ArrWeightedMean : FamilyRule::Lowest);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        showRows();
    });
}

const analytics::Family& FamilyCard::family() {
    if (m_of != m_at->moment) {
        m_of = m_at->moment;
        m_family = std::make_unique<analytics::Family>(*m_of->snapshot, m_of->day);
    }
    return *m_family;
}

void FamilyCard::setAccount(const AccountAt& at) {
    const bool isOther = !m_at || m_at->id() != at.id();
    m_at = at;
    m_all = m_all && !isOther;
    const bool isAlone =
        !family().parentOf(at.account).has_value() && family().childrenOf(at.account).empty();
    setVisible(!isAlone);
    if (!isAlone) {
        showParent();
        showScore();
        showRows();
    }
}

void FamilyCard::showParent() {
    const auto parent = family().parentOf(m_at->account);
    m_parent->setVisible(parent.has_value());
    if (parent) {
        m_parentKey = wording::fromUtf8((*m_at->snapshot().accounts)[*parent].key);
        m_parent->setText(
            tr("Belongs to %1")
                .arg(models::nameOf(m_at->snapshot(), *parent, m_at->day()).replace(u'&', u"&&"_s)));
    }
}

/// The score of those below as one.
void FamilyCard::showScore() {
    const FamilyRule rule = m_at->snapshot().settings.familyRule;
    FamilyScore score = analytics::familyScore(m_at->scorer(), family(), m_at->account, rule);
    const bool lacksArr = !score.score && score.lowestScore.has_value();
    if (lacksArr) {
        score = analytics::familyScore(m_at->scorer(), family(), m_at->account, FamilyRule::Lowest);
    }
    m_scorePart->setVisible(score.score.has_value());
    if (score.score) {
        m_glyph->setBand(score.band);
        m_score->setText(scoreText(*m_at, *score.score));
        m_rule->setText(score.rule == FamilyRule::ArrWeightedMean
                            ? tr("all below it together, weighted by ARR")
                        : lacksArr ? tr("the lowest below it, as no ARR is known")
                                   : tr("the lowest below it"));
        m_switch->setText(rule == FamilyRule::Lowest ? tr("Take the mean") : tr("Take the lowest"));
        widgets::setWhyNot(m_switch, m_at->whyNotWrite, tr("For all families of this book"));
    }
    m_sentence->setText(wording::familySentence(m_at->scorer(), m_at->day(), score));
    m_sentence->setVisible(score.accounts > 0);
}

void FamilyCard::showRows() {
    const auto children = family().childrenOf(m_at->account);
    std::vector<AccountIndex> order(children.begin(), children.end());
    const auto& scores = m_at->moment->book.scores;
    std::ranges::stable_sort(order, [&](AccountIndex left, AccountIndex right) {
        const scoring::TrackScore& a = scores[left].shown;
        const scoring::TrackScore& b = scores[right].shown;
        const bool isKnown = a.band != Band::None;
        return isKnown != (b.band != Band::None) ? isKnown : isKnown && a.score < b.score;
    });
    const std::size_t shown =
        m_all || order.size() <= rowsAtFirst + 1 ? order.size() : rowsAtFirst; // one more needs no link
    std::vector<FamilyRow> rows;
    for (std::size_t at = 0; at < shown; ++at) {
        rows.push_back(rowOf(*m_at, order[at]));
    }
    m_rows->setRows(std::move(rows));
    m_rows->setVisible(!order.empty());
    m_more->setText(m_all ? tr("Show fewer")
                          : tr("%n more", nullptr, static_cast<int>(order.size() - shown)));
    m_more->setVisible(order.size() > rowsAtFirst + 1);
}

} // namespace hb::pages
