// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/finding_sentence.h"

#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

namespace hb::wording {

using analytics::Finding;
using analytics::FindingKind;
using scoring::Scorer;

namespace {

const Metric& metricAt(const Scorer& scorer, const Finding& finding, std::size_t metric) {
    const auto& version = scorer.version(finding.templateIndex, finding.versionIndex);
    return scorer.snapshot().scorecard->metrics[version.metrics[metric].metric];
}

QString foundMetric(const Scorer& scorer, const Finding& finding, std::size_t metric) {
    return metricName(metricAt(scorer, finding, metric));
}

const TemplateVersion& versionFound(const Scorer& scorer, const Finding& finding) {
    return scorer.snapshot().scorecard->templates[finding.templateIndex].versions[finding.versionIndex];
}

/// "160 accounts"
QString accountsText(const Finding& finding) {
    const int count = static_cast<int>(finding.accounts);
    return count == 1 ? Words::tr("%Ln account", nullptr, count) : Words::tr("%Ln accounts", nullptr, count);
}

/// "what helps, a source"
QString lackingText(const Metric& metric) {
    QStringList lacking;
    if (metric.action.empty()) {
        lacking << Words::tr("what helps");
    }
    if (metric.ownerTeam.empty()) {
        lacking << Words::tr("an owner team");
    }
    if (metric.help.empty()) {
        lacking << Words::tr("a help text");
    }
    if (metric.source.empty()) {
        lacking << Words::tr("a source");
    }
    return lacking.join(Words::tr(", "));
}

} // namespace

QString findingSubject(const Scorer& scorer, const Finding& finding) {
    if (finding.metric) {
        return foundMetric(scorer, finding, *finding.metric);
    }
    if (finding.group) {
        const Group& group = versionFound(scorer, finding).groups[*finding.group];
        return fromUtf8(group.name.empty() ? group.key : group.name);
    }
    if (finding.exception) {
        return quoted(fromUtf8(versionFound(scorer, finding).exceptions[*finding.exception].name));
    }
    return fromUtf8(scorer.snapshot().scorecard->templates[finding.templateIndex].name);
}

QString findingSentence(const Scorer& scorer, const Finding& finding) {
    const QString subject = findingSubject(scorer, finding);
    const QString share = percentText(finding.amount);
    const QString accounts = accountsText(finding);
    switch (finding.kind) {
    case FindingKind::TooManyMetrics:
        return Words::tr("%1 counts %2 metrics: nobody can act on so many.").arg(subject).arg(finding.amount);
    case FindingKind::HeavyMetric:
        return Words::tr("%1 is %2 of the score: one fault in its source moves everybody.")
            .arg(subject, share);
    case FindingKind::Subjective:
        return Words::tr("%2 of %1 is set by hand: it says what people feel, more than what happens.")
            .arg(subject, share);
    case FindingKind::MostlyGreen:
        return Words::tr("%1 shows %2 of %3 green: it hardly warns of anybody.")
            .arg(subject, share, accounts);
    case FindingKind::MostlyRed:
        return Words::tr("%1 shows %2 of %3 red: nobody can work on so many.").arg(subject, share, accounts);
    case FindingKind::SameScore:
        return Words::tr("%1 is the same for %2 of %3: it does not tell them apart.")
            .arg(subject, share, accounts);
    case FindingKind::OftenAbsent:
        return Words::tr("%1 is stale or missing for %2 of %3: their scores rest on the others.")
            .arg(subject, share, accounts);
    case FindingKind::OutsideCurve:
        return Words::tr("%1 lies beyond its curve for %2 of %3: there it does not tell them apart.")
            .arg(subject, share, accounts);
    case FindingKind::SaysTheSame:
        return Words::tr("%1 and %2 rank %3 alike (%4 of 1): the same thing counts twice.")
            .arg(subject,
                 foundMetric(scorer, finding, finding.other.value_or(0)),
                 accounts,
                 QLocale().toString(finding.amount, 'f', 2));
    case FindingKind::NotActionable:
        return Words::tr("%1 counts, though nobody can act on it.").arg(subject);
    case FindingKind::Undescribed:
        return Words::tr("%1 lacks %2: a red metric must say who does what.")
            .arg(subject, lackingText(metricAt(scorer, finding, finding.metric.value_or(0))));
    case FindingKind::IdleGroup:
        return Words::tr("%1 counted for none of %2 in a year: its weight is with the others.")
            .arg(subject, accounts);
    case FindingKind::IdleException:
        return Words::tr("%1 held for none of %2 in a year.").arg(subject, accounts);
    case FindingKind::ReviewDue:
        return finding.amount == 1
                   ? Words::tr("%1 is older than a month, and its charter asks for a review every month.")
                         .arg(subject)
                   : Words::tr("%1 is older than the %2 months after which its charter asks for a review.")
                         .arg(subject)
                         .arg(finding.amount);
    }
    return {};
}

QString findingMend(const Scorer& scorer, const Finding& finding) {
    switch (finding.kind) {
    case FindingKind::TooManyMetrics:
        return Words::tr("Keep the 3 to 5 that matter, and give the others weight 0.");
    case FindingKind::HeavyMetric:
        return Words::tr("Give the others more weight.");
    case FindingKind::Subjective:
        return Words::tr("Give what is measured more weight.");
    case FindingKind::MostlyGreen:
        return Words::tr("Raise the bounds, or ask more of the curves.");
    case FindingKind::MostlyRed:
        return Words::tr("Lower the bound of red to what the team can work on.");
    case FindingKind::SameScore:
        return Words::tr("Change its curve, or give it weight 0.");
    case FindingKind::OftenAbsent:
        return Words::tr("Mend its source, or let its values be valid for longer.");
    case FindingKind::OutsideCurve:
        return Words::tr("Move the ends of the curve to where the values are.");
    case FindingKind::SaysTheSame:
        return Words::tr("Keep one of the two.");
    case FindingKind::NotActionable: {
        const Metric& metric = metricAt(scorer, finding, finding.metric.value_or(0));
        return metric.ownerTeam.empty()
                   ? Words::tr(
                         "Say first who owns it: that team then sees on My team where it is red, and it "
                         "need not count.")
                   : Words::tr("Give it weight 0: %1 goes on seeing on My team where it is red.")
                         .arg(fromUtf8(metric.ownerTeam));
    }
    case FindingKind::Undescribed:
        return Words::tr("Write it down, where the metric is described.");
    case FindingKind::IdleGroup:
        return Words::tr("Bring its data in, or give it weight 0.");
    case FindingKind::IdleException:
        return Words::tr("Keep it only where it is meant to be rare.");
    case FindingKind::ReviewDue:
        return Words::tr(
            "Look at what it says of the accounts, and publish a version or change the charter.");
    }
    return {};
}

} // namespace hb::wording
