// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_facts.h"

#include "core/scoring/band.h"
#include "core/wording/account_words.h"
#include "core/wording/change_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/sentences.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t costsShown = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(hb::pages::Account)
};

const Scheme& schemeOf(const AccountAt& at) {
    const Template& used = at.snapshot().scorecard->templates[at.detail.templateIndex];
    return used.versions[at.detail.versionIndex].scheme;
}

QString renewalText(const AccountAt& at) {
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

QString
valueOf(const AccountAt& at, const scoring::CompiledMetric& compiled, const scoring::MetricDetail& metric) {
    return metric.value.value
               ? wording::valueText(at.snapshot().scorecard->metrics[compiled.metric], *metric.value.value)
               : Texts::tr("no data");
}

QString helpsOf(const Metric& metric) {
    QStringList parts;
    for (const std::string* part : {&metric.action, &metric.ownerTeam}) {
        if (!part->empty()) {
            parts << toQString(*part);
        }
    }
    return parts.join(u" · "_s);
}

widgets::CostRow metricRow(const AccountAt& at, const scoring::CostLine& line) {
    const scoring::CompiledMetric& compiled = at.version().metrics[line.metric];
    const scoring::MetricDetail& detail = at.detail.metrics[line.metric];
    const Metric& metric = at.snapshot().scorecard->metrics[compiled.metric];
    widgets::CostRow row;
    row.band = scoring::bandOf(at.version().ranges, detail.score);
    if (detail.override) {
        row.mark = theme::Icon::Pin;
    }
    row.value = valueOf(at, compiled, detail);
    row.age = wording::ageText(detail, at.day());
    row.helps = helpsOf(metric);
    row.tooltip = wording::staleSentence(at.scorer(), at.detail, line.metric);
    return row;
}

} // namespace

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

AccountAt accountAt(const std::shared_ptr<const session::Moment>& moment, AccountIndex account, Day today) {
    return {.moment = moment,
            .account = account,
            .today = today,
            .detail = moment->scorer->detail(account, moment->day)};
}

QString accountName(const AccountAt& at) {
    const std::string_view name = at.snapshot().attributeOn(at.account, attribute::name, at.day());
    return toQString(name.empty() ? std::string_view((*at.snapshot().accounts)[at.account].key) : name);
}

QString factsLine(const AccountAt& at) {
    QStringList parts;
    for (const std::string_view key : {attribute::owner, attribute::segment}) {
        parts << toQString(at.snapshot().attributeOn(at.account, key, at.day()));
    }
    if (const auto cents = at.snapshot().arrCents(at.account, at.day())) {
        parts << wording::shortMoney(*cents, toQString(at.snapshot().currencyOn(at.account, at.day())));
    }
    parts << renewalText(at);
    const Template& used = at.snapshot().scorecard->templates[at.detail.templateIndex];
    parts << Texts::tr("%1 v%2").arg(toQString(used.name), QString::number(at.version().number));
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
                          : wording::changeSentence(at.scorer(), changed, at.day()));
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
    facts.band = at.detail.band;
    facts.muted = at.detail.band == Band::None;
    if (at.detail.overall) {
        facts.score = scoreText(at, *at.detail.overall);
        if (schemeOf(at).kind == SchemeKind::Letters) {
            const std::size_t range = scoring::rangeOf(at.version().ranges, *at.detail.overall);
            facts.letter = toQString(schemeOf(at).ranges[range].label);
        }
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

Costs costs(const AccountAt& at, bool all) {
    Costs result;
    const std::vector<scoring::CostLine> lines = scoring::explainScore(at.detail);
    const double largest = lines.empty() ? 1 : std::max(1.0, std::abs(lines.front().points));
    const std::size_t shown = all || lines.size() <= costsShown + 1 ? lines.size() : costsShown;
    for (std::size_t line = 0; line < shown; ++line) {
        widgets::CostRow row;
        const bool isMetric = lines[line].kind == scoring::LineKind::Metric;
        if (isMetric) {
            row = metricRow(at, lines[line]);
        } else {
            row.mark =
                lines[line].kind == scoring::LineKind::Exceptions ? theme::Icon::Lid : theme::Icon::Pin;
            row.band = at.detail.band;
        }
        row.name = wording::costLineName(at.scorer(), at.detail, lines[line]);
        row.points = wording::pointsText(lines[line].points);
        row.fraction = std::max(0.0, lines[line].points / largest);
        result.rows.push_back(std::move(row));
        result.metrics.push_back(isMetric ? std::optional(lines[line].metric) : std::nullopt);
    }
    result.rest = wording::restOfCostsText(lines, shown);
    if (at.detail.overall && !lines.empty()) {
        result.total =
            Texts::tr("Together %1: a score of %2")
                .arg(wording::pointsText(wording::sumOf(lines)), scoreText(at, *at.detail.overall));
    }
    return result;
}

charts::WaterfallData change(const AccountAt& at, Day since) {
    const auto changed = scoring::explainChange(at.scorer(), at.account, since, at.day());
    charts::WaterfallData result;
    result.description = wording::changeSentence(at.scorer(), changed, at.day());
    const auto end = [&at](const scoring::AccountDetail& detail) {
        return charts::WaterfallEnd{.name = wording::dayText(detail.day, at.day()),
                                    .score = detail.overall.value_or(0),
                                    .band = detail.band,
                                    .text = detail.overall ? scoreText(at, *detail.overall)
                                                           : Texts::tr("no data")};
    };
    result.before = end(changed.before);
    result.after = end(changed.after);
    for (const scoring::ChangeLine& line : changed.lines) {
        result.steps.push_back(
            {.name = wording::changeLineName(at.scorer(), changed, line),
             .points = line.points,
             .text = wording::signedPointsText(line.points),
             .sentence = wording::changeLineSentence(at.scorer(), changed, line, at.day())});
    }
    return result;
}

QString costTable(const AccountAt& at) {
    QString table = Texts::tr("Costs points\tPoints\tValue\tScore\tShare\tMeasured\n");
    const auto exact = [](double number) { return QString::number(number, 'g', 17); };
    for (const scoring::CostLine& line : scoring::explainScore(at.detail)) {
        QStringList cells{wording::costLineName(at.scorer(), at.detail, line), exact(line.points)};
        if (line.kind == scoring::LineKind::Metric) {
            const scoring::MetricDetail& metric = at.detail.metrics[line.metric];
            cells << (metric.value.value ? exact(*metric.value.value) : QString())
                  << (metric.score ? exact(*metric.score) : QString()) << exact(metric.share)
                  << (metric.value.observedOn ? QString::fromStdString(toIsoText(*metric.value.observedOn))
                                              : QString());
        } else {
            cells << QString() << QString() << QString() << QString();
        }
        table += cells.join(u'\t') + u'\n';
    }
    return table;
}

QString changeTable(const AccountAt& at, Day since) {
    const auto changed = scoring::explainChange(at.scorer(), at.account, since, at.day());
    QString table = Texts::tr("What changed\tPoints\tCause\tIn words\n");
    for (const scoring::ChangeLine& line : changed.lines) {
        table += QStringList{wording::changeLineName(at.scorer(), changed, line),
                             QString::number(line.points, 'g', 17),
                             QString::fromLatin1(scoring::toText(line.cause)),
                             wording::changeLineSentence(at.scorer(), changed, line, at.day())}
                     .join(u'\t') +
                 u'\n';
    }
    return table;
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
    const Costs all = costs(at, true);
    for (const widgets::CostRow& row : all.rows) {
        lines << Texts::tr("%1 costs %2").arg(row.name, row.points);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace hb::pages
