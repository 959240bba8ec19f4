// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of an account: overrides of its scores, its attributes, whom it belongs to.
#include "core/book/account_merge.h"
#include "ui/pages/account/account_edits.h"
#include "ui/pages/account/account_page.h"
#include "ui/pages/account/attributes_card.h"
#include "ui/pages/account/family_card.h"
#include "ui/pages/account/group_grid.h"
#include "ui/pages/account/keys_card.h"
#include "ui/pages/account/overrides_card.h"
#include "ui/pages/account/score_card.h"
#include "ui/pages/account/side_column.h"

namespace hb::pages {

void AccountPage::connectByHand() {
    connect(m_overrides, &OverridesCard::edited, this, &AccountPage::apply);
    connect(m_attributes, &AttributesCard::edited, this, &AccountPage::apply);
    connect(m_family, &FamilyCard::accountAsked, this, [this](const QString& key) {
        m_navigator.go({.page = session::page::account, .account = key});
    });
    connect(m_family, &FamilyCard::ruleAsked, this, [this](FamilyRule rule) {
        apply(familyRuleEdit(*m_at, rule));
    });
    connect(m_keys, &KeysCard::edited, this, &AccountPage::apply);
    connect(m_keys, &KeysCard::effectAsked, this, &AccountPage::readMergeEffect);
    connect(m_score, &ScoreCard::overrideAsked, this, [this] { overrideScore(OverrideTarget::Overall, {}); });
    connect(m_groups, &GroupGrid::overrideAsked, this, &AccountPage::overrideScore);
}

void AccountPage::showByHand() {
    m_overrides->setAccount(*m_at);
    m_attributes->setAccount(*m_at);
    m_family->setAccount(*m_at);
    m_keys->setAccount(*m_at);
}

void AccountPage::beginRename() {
    if (m_at && m_at->whyNotWrite.isEmpty()) {
        m_keys->beginRename();
        ensureVisible(m_keys);
    }
}

void AccountPage::beginMerge() {
    if (m_at && m_at->whyNotWrite.isEmpty()) {
        m_keys->beginMerge();
        ensureVisible(m_keys);
    }
}

/// What only the file knows of it is read; another account may be chosen by the time it comes.
void AccountPage::readMergeEffect(const QString& into) {
    const auto other = m_at ? m_at->snapshot().findAccount(into.toStdString()) : std::nullopt;
    if (!other || m_context.session.path().isEmpty()) {
        return;
    }
    m_context.session.read<MergeEffect>(
        m_keys,
        [snapshot = m_at->moment->snapshot, from = m_at->account, other = *other, day = m_at->day()](
            book::Book& book) { return book::mergeEffect(book, *snapshot, from, other, day); },
        [this, into](const Result<MergeEffect>& effect) { m_keys->showEffect(into, effect); });
}

QString AccountPage::whyNotOverride() const {
    return m_at ? pages::whyNotOverride(*m_at) : QString();
}

void AccountPage::overrideScore(OverrideTarget target, const QString& key) {
    if (!m_at) {
        return;
    }
    if (const QString why = whyNotOverride(); !why.isEmpty()) {
        m_navigator.toast(why);
        return;
    }
    m_overrides->begin({.target = target, .key = key});
    ensureVisible(m_overrides);
}

/// What was written and could not be kept is not lost: it stands in its fields again.
void AccountPage::takeBack(const book::Edit& edit) {
    m_side->takeBack(edit);
    if (!m_at) {
        return;
    }
    if (const auto* entered = std::get_if<book::AddOverride>(&edit);
        entered && entered->account == m_at->id()) {
        m_overrides->takeBack(*entered);
    }
}

} // namespace hb::pages
