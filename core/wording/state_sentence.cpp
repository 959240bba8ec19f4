// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/state_sentence.h"

#include "core/scoring/rounding.h"
#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::wording {

using scoring::AccountDetail;
using scoring::Scorer;
using scoring::State;

namespace {

/// Scores in sentences of the account page: at least one decimal.
QString accountScore(const Scorer& scorer, const AccountDetail& detail, double score) {
    return scoreText(score, std::max(1, schemeDecimals(versionOf(scorer, detail).ranges)));
}

/// "NPS, Logins (Product analytics)": the metrics that should count and are not fresh, those of one source
/// together.
QString absentMetrics(const Scorer& scorer, const AccountDetail& detail) {
    struct Source {
        std::string name;
        QStringList metrics;
    };
    std::vector<Source> sources;
    for (std::size_t i = 0; i < detail.metrics.size(); ++i) {
        const State state = detail.metrics[i].state;
        if (versionOf(scorer, detail).metrics[i].nominalShare <= 0 || state == State::Present ||
            state == State::Overridden) {
            continue;
        }
        const Metric& metric = metricOf(scorer, detail, i);
        auto found = std::ranges::find(sources, metric.source, &Source::name);
        if (found == sources.end()) {
            found = sources.insert(sources.end(), {metric.source, {}});
        }
        found->metrics << fromUtf8(metric.name);
    }
    std::ranges::stable_sort(
        sources, std::ranges::greater(), [](const Source& source) { return source.name.empty(); });
    QStringList texts;
    for (const Source& source : sources) {
        const QString metrics = source.metrics.join(Words::tr(", "));
        texts << (source.name.empty() ? metrics : Words::tr("%1 (%2)").arg(metrics, fromUtf8(source.name)));
    }
    return texts.join(Words::tr(", "));
}

QString setText(const Override& acting, const QString& target, Day today) {
    const QString score = numberText(acting.score);
    const QString author = fromUtf8(acting.author);
    const QString until = dayText(acting.last, today);
    const QString reason = quoted(fromUtf8(acting.reason));
    return target.isEmpty()
               ? Words::tr("Set to %1 by %2 until %3: %4.").arg(score, author, until, reason)
               : Words::tr("%5 set to %1 by %2 until %3: %4.").arg(score, author, until, reason, target);
}

} // namespace

QString coverageSentence(const Scorer& scorer, const AccountDetail& detail) {
    const double needed = versionOf(scorer, detail).minCoverage;
    const QString fresh = percentText(detail.coverage);
    const QString absent = absentMetrics(scorer, detail);
    QString text;
    if (scoring::below(detail.coverage, needed)) {
        text = Words::tr("Not enough data: %1 of this score is fresh, %2 is needed.")
                   .arg(fresh, percentText(needed));
    } else if (absent.isEmpty()) {
        return Words::tr("All of this score is fresh.");
    } else {
        text = Words::tr("%1 of this score is fresh.").arg(fresh);
    }
    return absent.isEmpty() ? text : Words::tr("%1 Missing: %2.").arg(text, absent);
}

QString overrideSentence(const Scorer& scorer, const AccountDetail& detail, Day today) {
    QStringList sentences;
    if (detail.overallOverride) {
        if (const Override* acting = overrideOf(scorer, detail.account, *detail.overallOverride)) {
            sentences << setText(*acting, {}, today);
        }
    }
    for (std::size_t i = 0; i < detail.groups.size(); ++i) {
        const Override* acting = detail.groups[i].overridden ? groupOverrideOf(scorer, detail, i) : nullptr;
        if (acting) {
            const auto& model =
                scorer.snapshot().scorecard->templates[detail.templateIndex].versions[detail.versionIndex];
            sentences << setText(*acting, fromUtf8(model.groups[i].name), today);
        }
    }
    for (std::size_t i = 0; i < detail.metrics.size(); ++i) {
        sentences << metricOverrideSentence(scorer, detail, i, today);
    }
    sentences.removeAll(QString());
    if (sentences.isEmpty()) {
        return {};
    }
    const scoring::TrackScore computed = scorer.score(detail.account, detail.day).computed;
    sentences << (computed.hasScore()
                      ? Words::tr("Computed: %1, %2.")
                            .arg(accountScore(scorer, detail, computed.score), bandName(computed.band))
                      : Words::tr("Computed: no score."));
    return sentences.join(u' ');
}

QString
metricOverrideSentence(const Scorer& scorer, const AccountDetail& detail, std::size_t metric, Day today) {
    const auto& id = detail.metrics[metric].override;
    const Override* acting = id ? overrideOf(scorer, detail.account, *id) : nullptr;
    return acting ? setText(*acting, fromUtf8(metricOf(scorer, detail, metric).name), today) : QString();
}

QString exceptionSentence(const Scorer& scorer, const AccountDetail& detail) {
    const ScoreException* exception = exceptionOf(scorer, detail);
    if (!exception) {
        return {};
    }
    const QString name = quoted(fromUtf8(exception->name));
    const QString score = accountScore(scorer, detail, exception->score);
    const QString acted = exception->effect == ScoreException::Effect::CapAt
                              ? Words::tr("Capped at %1 by %2.").arg(score, name)
                              : Words::tr("Raised to %1 by %2.").arg(score, name);
    return detail.withGroupOverrides
               ? Words::tr("%1 Without that it would be %2.")
                     .arg(acted, accountScore(scorer, detail, *detail.withGroupOverrides))
               : acted;
}

QString staleSentence(const Scorer& scorer, const AccountDetail& detail, std::size_t metric) {
    const scoring::MetricDetail& state = detail.metrics[metric];
    if (state.state != State::Stale || !state.value.observedOn) {
        return {};
    }
    const int age = detail.day - *state.value.observedOn;
    const QString days = age == 1 ? Words::tr("%n day", nullptr, age) : Words::tr("%n days", nullptr, age);
    const QString valid = QString::number(versionOf(scorer, detail).metrics[metric].rule.validDays);
    const QString name = fromUtf8(metricOf(scorer, detail, metric).name);
    const QString head = Words::tr("%1 is %2 old and valid for %3").arg(name, days, valid);
    if (state.held && state.score) {
        return Words::tr("%1: it counts as %2.").arg(head, scoreText(*state.score, 0));
    }
    return versionOf(scorer, detail).metrics[metric].nominalShare > 0
               ? Words::tr("%1: it no longer counts.").arg(head)
               : Words::tr("%1.").arg(head);
}

} // namespace hb::wording
