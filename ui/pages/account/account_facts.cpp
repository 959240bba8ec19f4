// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_facts.h"

#include "core/analytics/distance_to_flip.h"
#include "core/scoring/band.h"
#include "core/wording/account_words.h"
#include "core/wording/change_sentence.h"
#include "core/wording/flip_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/score_label.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

const Scheme& schemeOf(const AccountAt& at) {
    const Template& used = at.snapshot().scorecard->templates[at.detail.templateIndex];
    return used.versions[at.detail.versionIndex].scheme;
}

/// What alone would change the band, the way up first.
void addFlips(const AccountAt& at, ScoreFacts& facts) {
    const analytics::DistanceToFlip distance = analytics::distanceToFlip(at.scorer(), at.account, at.day());
    QStringList ways;
    for (const auto& flip : {distance.up, distance.down}) {
        if (flip) {
            ways.append(wording::flipSentence(at.scorer(), at.detail, *flip));
        }
    }
    facts.flips = ways.join(u'\n');
    if (distance.up && !distance.up->metrics.empty()) {
        facts.nearest = Texts::tr("%1 would do it")
                            .arg(wording::flipLine(at.scorer(), at.detail, distance.up->metrics.front()));
    }
}

/// Of an account that has left there is nothing to renew.
QString leftText(const AccountAt& at) {
    const std::span<const Outcome> outcomes = at.snapshot().outcomesOf(at.account);
    const auto later = std::ranges::upper_bound(outcomes, at.day(), {}, &Outcome::day);
    const bool isStated = later != outcomes.begin() && (later - 1)->kind == OutcomeKind::Churned;
    return isStated ? Texts::tr("left %1").arg(wording::dayText((later - 1)->day, at.day()))
                    : Texts::tr("has left");
}

QString renewalText(const AccountAt& at) {
    if (at.snapshot().isChurned(at.account, at.day())) {
        return leftText(at);
    }
    const std::optional<Day> renewal =
        parseIsoDay(at.snapshot().attributeOn(at.account, attribute::renewalDate, at.day()));
    if (!renewal) {
        return {};
    }
    const int days = *renewal - at.day();
    const QString day = wording::dayText(*renewal, at.day());
    return days < 0 ? Texts::tr("renewal was %1").arg(day)
                    : Texts::tr("renews %1 (%n d)", nullptr, days).arg(day);
}

} // namespace

QString whyNotOverride(const AccountAt& at) {
    return at.whyNotToday(
        Texts::tr("You are looking at a past day. Overrides are entered today: go back to it first."));
}

AccountAt accountAt(const std::shared_ptr<const session::Moment>& moment, AccountIndex account, Day today) {
    return {.moment = moment,
            .account = account,
            .today = today,
            .detail = moment->scorer->detail(account, moment->day)};
}

QString accountName(const AccountAt& at) {
    const std::string_view name = at.snapshot().attributeOn(at.account, attribute::name, at.day());
    return wording::fromUtf8(name.empty() ? std::string_view((*at.snapshot().accounts)[at.account].key)
                                          : name);
}

QString factsLine(const AccountAt& at) {
    QStringList parts;
    for (const std::string_view key : {attribute::owner, attribute::segment}) {
        parts << wording::fromUtf8(at.snapshot().attributeOn(at.account, key, at.day()));
    }
    if (const auto cents = at.snapshot().arrCents(at.account, at.day())) {
        parts << wording::shortMoney(*cents,
                                     wording::fromUtf8(at.snapshot().currencyOn(at.account, at.day())));
    }
    parts << renewalText(at);
    const Template& used = at.snapshot().scorecard->templates[at.detail.templateIndex];
    parts << Texts::tr("%1 v%2").arg(wording::fromUtf8(used.name), QString::number(at.version().number));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QStringList headline(const AccountAt& at) {
    QStringList sentences;
    if (at.detail.band == Band::None) {
        sentences << wording::coverageSentence(at.scorer(), at.detail);
    } else {
        const Day since = at.day() - at.version().trend.days;
        const auto changed = scoring::explainChange(at.scorer(), at.account, since, at.day());
        sentences << (at.trend().direction == scoring::Direction::None
                          ? wording::driverSentence(at.scorer(), at.detail)
                          : wording::changeHeadline(at.scorer(), changed, at.day()));
    }
    sentences << wording::helpSentence(at.scorer(), at.detail)
              << wording::overrideSentence(at.scorer(), at.detail, at.day())
              << wording::exceptionSentence(at.scorer(), at.detail);
    sentences.removeAll(QString());
    return sentences;
}

QString scoreText(const AccountAt& at, double score) {
    return wording::scoreText(score, std::max(1, wording::schemeDecimals(at.version().ranges)));
}

ScoreFacts scoreFacts(const AccountAt& at) {
    ScoreFacts facts;
    facts.whyNotOverride = whyNotOverride(at);
    facts.band = at.detail.band;
    facts.muted = at.detail.band == Band::None;
    if (at.detail.overall) {
        facts.score = scoreText(at, *at.detail.overall);
        facts.letter = wording::scoreLetter(schemeOf(at), at.shownAs, *at.detail.overall);
    }
    if (at.trend().direction != scoring::Direction::None) {
        facts.direction = at.trend().direction;
        facts.change = Texts::tr("%1 in %n d", nullptr, at.version().trend.days)
                           .arg(wording::pointsText(std::abs(at.trend().change)));
    }
    facts.fresh = Texts::tr("%1 fresh").arg(wording::percentText(at.detail.coverage));
    if (at.score().hasOverride && at.score().computed.hasScore()) {
        facts.computed =
            Texts::tr("Computed %1, %2")
                .arg(scoreText(at, at.score().computed.score), wording::bandName(at.score().computed.band));
    }
    if (!facts.muted) {
        facts.nextBand = wording::nextBandText(at.version().ranges, at.detail.overall);
        addFlips(at, facts);
    }
    const scoring::Reasons reasons = at.moment->book.reasons[at.account];
    for (std::size_t reason = 0; reason < scoring::reasonCount; ++reason) {
        if (reasons.has(static_cast<scoring::Reason>(reason))) {
            facts.reasons << wording::reasonText(
                at.scorer(), at.account, at.day(), static_cast<scoring::Reason>(reason));
        }
    }
    return facts;
}

QString accountText(const AccountAt& at) {
    const ScoreFacts facts = scoreFacts(at);
    QStringList lines;
    lines << accountName(at) << factsLine(at);
    lines << (facts.score.isEmpty()
                  ? wording::bandName(Band::None)
                  : Texts::tr("%1: %2, %3")
                        .arg(wording::longDayText(at.day()), facts.score, wording::bandName(facts.band)));
    lines << headline(at).join(u' ');
    return lines.join(u'\n') + u'\n' + costText(at);
}

} // namespace hb::pages
