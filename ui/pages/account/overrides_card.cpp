// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/overrides_card.h"

#include "core/scoring/band.h"
#include "core/wording/override_sentence.h"
#include "core/wording/words.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/why_not.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr std::size_t endedShown = 3;

DraftPlace placeOf(const AccountAt& at) {
    return {.account = QString::number(at.id().value)};
}

} // namespace

OverridesCard::OverridesCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Overrides"), parent), m_theme(theme), m_editor(new OverrideEditor(theme, this)),
      m_list(new QWidget(this)), m_rest(new QPushButton(this)) {
    setObjectName(u"overridesCard"_s);
    m_rest->setObjectName(u"endedOverrides"_s);
    m_rest->setProperty("hbButton", u"link"_s);
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::m);
    content()->setSpacing(theme::space::m);
    content()->addWidget(m_editor);
    content()->addWidget(m_list);
    content()->addWidget(m_rest, 0, Qt::AlignLeft);
    m_editor->hide();
    hide();
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fill();
    });
    connect(m_editor, &OverrideEditor::left, this, &OverridesCard::leave);
    connect(m_editor, &OverrideEditor::kept, this, [this](const OverrideEntry& entry) {
        const NamedEdit edit = overrideEdit(*m_at, entry);
        leave();
        Q_EMIT edited(edit);
    });
}

void OverridesCard::setAccount(const AccountAt& at) {
    const bool isOther = !m_at || m_at->id() != at.id();
    if (isOther && m_at && isEditing()) {
        const DraftPlace place = placeOf(*m_at);
        const auto draft = m_editor->draft();
        leave();
        if (draft) {
            m_drafts.keep(place, *draft);
        }
    }
    m_at = at;
    m_editor->setAccount(at);
    if (isOther) {
        m_all = false;
        if (const auto draft = m_drafts.of(placeOf(at))) {
            m_editor->show();
            m_editor->resume(*draft);
        }
    }
    fill();
}

void OverridesCard::forget() {
    leave();
    m_drafts.clear();
    m_at.reset();
}

void OverridesCard::begin(const ScoreTarget& of) {
    m_editor->show();
    fit();
    m_editor->begin(of);
}

void OverridesCard::takeBack(const book::AddOverride& lost) {
    m_editor->show();
    fit();
    m_editor->takeBack({.of = {.target = lost.target, .key = lost.key},
                        .score = lost.score,
                        .last = lost.last,
                        .reason = lost.reason});
}

bool OverridesCard::leave() {
    if (!isEditing()) {
        return false;
    }
    if (QWidget* page = parentWidget(); page != nullptr && m_editor->isAncestorOf(window()->focusWidget())) {
        page->setFocus(); // before the fields go, so that the keys stay with the page
    }
    m_drafts.drop(placeOf(*m_at));
    m_editor->hide();
    fit();
    return true;
}

bool OverridesCard::isEditing() const {
    return !m_editor->isHidden();
}

/// The card is there for its list or its editor.
void OverridesCard::fit() {
    setVisible(isEditing() || m_list->layout()->count() > 0);
}

void OverridesCard::fill() {
    QLayout* rows = m_list->layout();
    while (QLayoutItem* item = rows->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may have asked
        item->widget()->hide();
        delete item;
    }
    std::vector<analytics::AccountOverride> all =
        analytics::accountOverrides(m_at->scorer(), m_at->account, m_at->day());
    if (m_at->isPast()) { // what began later was not known then
        std::erase_if(
            all, [this](const analytics::AccountOverride& each) { return each.entered.first > m_at->day(); });
    }
    const auto open = static_cast<std::size_t>(
        std::ranges::count_if(all, [](const analytics::AccountOverride& each) { return each.isOpen(); }));
    const std::size_t shown = m_all || all.size() <= open + endedShown + 1 ? all.size() : open + endedShown;
    for (std::size_t at = 0; at < shown; ++at) {
        rows->addWidget(makeRow(all[at]));
    }
    const auto hidden = static_cast<int>(all.size() - shown);
    m_rest->setText(m_all ? tr("Show fewer") : tr("%n more have ended", nullptr, hidden));
    m_rest->setVisible(hidden > 0 || (m_all && all.size() > open + endedShown + 1));
    m_list->setVisible(shown > 0);
    fit();
}

QWidget* OverridesCard::makeRow(const analytics::AccountOverride& each) {
    auto* row = new QWidget(m_list);
    row->setObjectName(u"override"_s);
    auto* glyph = new widgets::BandGlyph(m_theme, 14, row);
    glyph->setBand(scoring::bandOf(m_at->version().ranges, each.entered.score));
    QSizePolicy keepsRoom = glyph->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    glyph->setSizePolicy(keepsRoom);
    glyph->setVisible(each.isOpen());
    QLabel* score = makeLabel(each.isOpen() ? "body" : "muted", row);
    score->setObjectName(u"overrideScores"_s);
    score->setText(wording::overrideScoresText(m_at->scorer(), m_at->detail, each));
    QLabel* reason = makeLabel(each.isOpen() ? "body" : "muted", row);
    reason->setObjectName(u"overrideWhy"_s);
    reason->setText(wording::fromUtf8(each.entered.reason));
    QLabel* time = makeLabel("captionMuted", row);
    time->setObjectName(u"overrideTime"_s);
    time->setText(wording::overrideTimeText(each, m_at->day()));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    for (QLabel* label : {score, reason, time}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::space::s);
    line->addWidget(glyph, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    if (each.isOpen()) {
        auto* end = new QPushButton(tr("End"), row);
        end->setObjectName(u"endOverride"_s);
        const QString past = tr("You are looking at a past day. Overrides are ended today.");
        widgets::setWhyNot(end, m_at->whyNotToday(past), tr("The computed score counts again from today"));
        end->setAccessibleName(tr("End: %1").arg(score->text()));
        connect(end, &QPushButton::clicked, this, [this, entered = each.entered] {
            Q_EMIT edited(endEdit(*m_at, entered));
        });
        line->addWidget(end, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace hb::pages
