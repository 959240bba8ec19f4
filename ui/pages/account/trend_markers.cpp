// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/trend_markers.h"

#include "core/wording/plain_line.h"
#include "core/wording/sentences.h"
#include "core/wording/words.h"
#include "ui/pages/account/next_facts.h"
#include "ui/theme/texts.h"

#include <algorithm>

namespace hb::pages {

namespace {

/// Collects the markers of one account; those outside the trend's days are left out.
class Markers {
public:
    Markers(const AccountAt& at, Day first) : m_at(at), m_first(first) {}

    void addVersions(std::span<const Day> days, std::span<const scoring::AccountScore> scores);
    void addFirstVersion(std::span<const Day> days, std::span<const scoring::AccountScore> scores);
    void addOverrides();
    void addActions();
    void addOutcomes();
    void addRenewals();
    void addNotes(const std::vector<book::Note>& notes);
    void addLevels(const std::vector<book::HandValue>& values);
    [[nodiscard]] std::vector<charts::TrendMarker> byDay() &&;

private:
    void add(Day day, charts::MarkerKind kind, const QString& words);
    [[nodiscard]] bool isOutcomeOn(Day day) const;
    const AccountAt& m_at;
    Day m_first;
    std::vector<charts::TrendMarker> m_markers;
};

QString outcomeText(OutcomeKind kind) {
    switch (kind) {
    case OutcomeKind::Renewed:
        return Texts::tr("Renewed");
    case OutcomeKind::Churned:
        return Texts::tr("Left");
    case OutcomeKind::Expanded:
        return Texts::tr("Expanded");
    case OutcomeKind::Downgraded:
        break;
    }
    return Texts::tr("Downgraded");
}

void Markers::add(Day day, charts::MarkerKind kind, const QString& words) {
    if (day >= m_first && day <= m_at.day()) {
        m_markers.push_back({.day = day, .kind = kind, .name = {}, .words = words});
    }
}

// Where the days are weeks apart the version says itself when it began; another template begins somewhere
// between.
void Markers::addVersions(std::span<const Day> days, std::span<const scoring::AccountScore> scores) {
    for (std::size_t at = 1; at < days.size(); ++at) {
        const scoring::AccountScore& before = scores[at - 1];
        const scoring::AccountScore& now = scores[at];
        const bool sameTemplate = before.templateIndex == now.templateIndex;
        if (sameTemplate && before.versionIndex == now.versionIndex) {
            continue;
        }
        const Template& used = m_at.snapshot().scorecard->templates[now.templateIndex];
        const TemplateVersion& version = used.versions[now.versionIndex];
        const bool began =
            sameTemplate && version.effectiveFrom > days[at - 1] && version.effectiveFrom <= days[at];
        const Day day = began ? version.effectiveFrom : days[at];
        const QString name = sameTemplate
                                 ? Texts::tr("v%1").arg(version.number)
                                 : Texts::tr("%1 v%2").arg(wording::fromUtf8(used.name)).arg(version.number);
        const QString words = Texts::tr("%1 v%2 scores this account from here on.")
                                  .arg(wording::fromUtf8(used.name))
                                  .arg(version.number);
        m_markers.push_back(
            {.day = day,
             .kind = charts::MarkerKind::Version,
             .name = name,
             .words = version.reason.empty()
                          ? words
                          : Texts::tr("%1 %2").arg(words, wording::fromUtf8(version.reason))});
    }
}

/// A template's first version scores the days before it, too: nothing changes on its day, and yet it began
/// then.
void Markers::addFirstVersion(std::span<const Day> days, std::span<const scoring::AccountScore> scores) {
    if (days.empty()) {
        return;
    }
    const Template& used = m_at.snapshot().scorecard->templates[scores.back().templateIndex];
    const TemplateVersion& first =
        *std::ranges::min_element(used.versions, {}, &TemplateVersion::effectiveFrom);
    if (first.reason.empty() || first.effectiveFrom <= days.front() || first.effectiveFrom > days.back()) {
        return; // what came with the book was not published into it
    }
    m_markers.push_back(
        {.day = first.effectiveFrom,
         .kind = charts::MarkerKind::Version,
         .name = Texts::tr("%1 v%2").arg(wording::fromUtf8(used.name)).arg(first.number),
         .words = Texts::tr("%1 v%2 was published for this day; the days before are scored by it, "
                            "too. %3")
                      .arg(wording::fromUtf8(used.name))
                      .arg(first.number)
                      .arg(wording::fromUtf8(first.reason))});
}

void Markers::addOverrides() {
    for (const Override& override : m_at.snapshot().overridesOf(m_at.account)) {
        if (override.first <= override.last) {
            add(override.first,
                charts::MarkerKind::Override,
                Texts::tr("%1 set a score of %2 by hand until %3: \"%4\"")
                    .arg(wording::fromUtf8(override.author),
                         wording::numberText(override.score),
                         wording::dayText(override.last, m_at.day()),
                         wording::fromUtf8(override.reason)));
        }
    }
}

/// What was done; what is only planned, or was dropped, moved nothing.
void Markers::addActions() {
    for (const Action& action : m_at.snapshot().actionsOf(m_at.account)) {
        if (action.status == ActionStatus::Done && action.closedOn) {
            const QString title = shortTitle(wording::fromUtf8(action.title));
            add(*action.closedOn,
                charts::MarkerKind::Action,
                action.owner.empty() ? Texts::tr("Done: %1").arg(title)
                                     : Texts::tr("%1 did: %2").arg(wording::fromUtf8(action.owner), title));
        }
    }
}

void Markers::addOutcomes() {
    for (const Outcome& outcome : m_at.snapshot().outcomesOf(m_at.account)) {
        add(outcome.day,
            charts::MarkerKind::Outcome,
            outcome.reason.empty()
                ? outcomeText(outcome.kind)
                : Texts::tr("%1: %2").arg(outcomeText(outcome.kind), wording::fromUtf8(outcome.reason)));
    }
}

bool Markers::isOutcomeOn(Day day) const {
    return std::ranges::any_of(m_at.snapshot().outcomesOf(m_at.account),
                               [day](const Outcome& outcome) { return outcome.day == day; });
}

// A day was one of renewal if the account was to renew on it by the eve; a date that was moved before it came
// was none. Where the outcome of that day is known, its marker says more.
void Markers::addRenewals() {
    const AttributeColumn* column = m_at.snapshot().findAttribute(attribute::renewalDate);
    if (column == nullptr) {
        return;
    }
    std::vector<Day> renewals;
    for (std::uint32_t at = column->offsets[m_at.account]; at < column->offsets[m_at.account + 1]; ++at) {
        const auto renewal = parseIsoDay((*m_at.snapshot().texts)[column->values[at]]);
        if (renewal && (*m_at.snapshot().texts)[column->on(m_at.account, *renewal - 1)] ==
                           (*m_at.snapshot().texts)[column->values[at]]) {
            renewals.push_back(*renewal);
        }
    }
    std::ranges::sort(renewals);
    const auto same = std::ranges::unique(renewals);
    renewals.erase(same.begin(), same.end());
    for (const Day renewal : renewals) {
        if (!isOutcomeOn(renewal)) {
            add(renewal, charts::MarkerKind::Renewal, Texts::tr("Day of renewal"));
        }
    }
}

void Markers::addNotes(const std::vector<book::Note>& notes) {
    for (const book::Note& note : notes) {
        add(note.day,
            charts::MarkerKind::Note,
            Texts::tr("%1: %2").arg(note.author, wording::firstNoteLine(note.text)));
    }
}

void Markers::addLevels(const std::vector<book::HandValue>& values) {
    for (const book::HandValue& value : values) {
        const auto found = std::ranges::find(m_at.snapshot().metricIds, value.metric);
        if (found == m_at.snapshot().metricIds.end()) {
            continue;
        }
        const auto metric = static_cast<std::size_t>(found - m_at.snapshot().metricIds.begin());
        const Metric& about = m_at.snapshot().scorecard->metrics[metric];
        const QString words =
            Texts::tr("%1 set %2 to %3")
                .arg(value.author, wording::fromUtf8(about.name), wording::valueText(about, value.value));
        add(value.day,
            charts::MarkerKind::Level,
            value.note.isEmpty() ? words : Texts::tr("%1: %2").arg(words, value.note));
    }
}

std::vector<charts::TrendMarker> Markers::byDay() && {
    std::ranges::stable_sort(m_markers, {}, [](const charts::TrendMarker& marker) { return marker.day; });
    return std::move(m_markers);
}

} // namespace

std::vector<charts::TrendMarker> trendMarkers(const AccountAt& at,
                                              std::span<const Day> days,
                                              std::span<const scoring::AccountScore> scores,
                                              const TrendEvents& events) {
    if (days.empty()) {
        return {};
    }
    Markers markers(at, days.front());
    markers.addVersions(days, scores);
    markers.addFirstVersion(days, scores);
    markers.addActions();
    markers.addOutcomes();
    markers.addRenewals();
    markers.addOverrides();
    markers.addLevels(events.byHand);
    markers.addNotes(events.notes);
    return std::move(markers).byDay();
}

} // namespace hb::pages
