// SPDX-License-Identifier: GPL-3.0-or-later
// What TrendsPart draws, and what of it is copied.
#include "core/exchange/table_writer.h"
#include "core/scoring/band.h"
#include "core/scoring/template_match.h"
#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/trend_sentence.h"
#include "core/wording/words.h"
#include "ui/charts/bands_chart.h"
#include "ui/charts/trend_chart.h"
#include "ui/pages/compare/trends_part.h"
#include "ui/widgets/copy_menu.h"

#include <QLabel>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::BookDay;
using analytics::Measure;
using analytics::ScoredBy;

namespace {

/// Some account of the day before or after the period is scored by the template.
std::vector<bool> usedTemplates(const analytics::ComparedBook& book) {
    std::vector<bool> isUsed(book.snapshot().scorecard->templates.size(), false);
    for (const auto* scores : {&book.before, &book.now}) {
        for (const scoring::AccountScore& score : *scores) {
            isUsed[score.templateIndex] = true;
        }
    }
    return isUsed;
}

/// The ranges by which most of the living are coloured: the zones of a mean that is of several templates.
const std::vector<Range>& commonRanges(const analytics::ComparedBook& book) {
    std::vector<std::size_t> uses(book.snapshot().scorecard->templates.size(), 0);
    for (const analytics::PaidAccount& who : book.living) {
        ++uses[book.now[who.account].templateIndex];
    }
    const auto most = static_cast<std::size_t>(std::ranges::max_element(uses) - uses.begin());
    const auto& versions = book.snapshot().scorecard->templates[most].versions;
    return book.scorer->version(most, scoring::versionOn(versions, book.period.to)).ranges;
}

bool paysInOtherCurrencies(const analytics::ComparedBook& book) {
    return std::ranges::any_of(book.living, [&](const analytics::PaidAccount& who) {
        return who.cents && who.currency != book.snapshot().settings.currency;
    });
}

/// The accounts with a score on the first day are those with one on the last.
bool isOfTheSame(const analytics::ComparedBook& book) {
    const Snapshot& snapshot = book.snapshot();
    const auto counts = [&](const scoring::AccountScore& score, AccountIndex account, Day day) {
        return score.shown.band != Band::None && !snapshot.isChurned(account, day);
    };
    return std::ranges::all_of(book.accounts, [&](AccountIndex account) {
        return counts(book.before[account], account, book.period.from) ==
               counts(book.now[account], account, book.period.to);
    });
}

} // namespace

/// ARR is asked for where the book has none in its currency: then accounts are counted.
Measure TrendsPart::measure() const {
    const bool hasArr = std::ranges::any_of(m_trend->days, [](const BookDay& day) {
        return std::ranges::any_of(day.cents, [](std::int64_t cents) { return cents > 0; });
    });
    return m_shown.question.countBy == CountBy::Arr && hasArr ? Measure::Arr : Measure::Accounts;
}

void TrendsPart::showNotes() {
    const analytics::ComparedBook& book = *m_shown.book;
    QStringList notes;
    if (m_shown.question.countBy == CountBy::Arr && measure() == Measure::Accounts) {
        notes << tr("No ARR is known in %1, so accounts are counted.")
                     .arg(wording::fromUtf8(book.snapshot().settings.currency));
    } else if (paysInOtherCurrencies(book)) {
        notes << tr("ARR is that in %1; amounts in other currencies are not added to it.")
                     .arg(wording::fromUtf8(book.snapshot().settings.currency));
    }
    if (!isOfTheSame(book)) {
        notes << tr(
            "Each mean is of all who had a score on that day; Change in the Overview is of those with "
            "one on both.");
    }
    if (!m_trend->otherwise) {
        notes << tr("No template changed in this time: with today's it looks the same.");
    }
    m_notes->setText(notes.join(u' '));
    m_notes->setVisible(!notes.isEmpty());
}

std::vector<charts::TrendMarker> TrendsPart::markers() const {
    std::vector<charts::TrendMarker> markers;
    if (const Day from = m_shown.book->period.from; from > m_trend->days.front().day) {
        markers.push_back({.day = from,
                           .kind = charts::MarkerKind::Period,
                           .name = wording::dayText(from, m_shown.moment->day),
                           .words = tr("What is compared begins here.")});
    }
    if (m_shownBy == ScoredBy::TodaysVersions) {
        return markers; // one version scores all days
    }
    const auto& templates = m_shown.book->snapshot().scorecard->templates;
    const std::vector<bool> isUsed = usedTemplates(*m_shown.book);
    const bool isOne = std::ranges::count(isUsed, true) == 1;
    for (std::size_t at = 0; at < templates.size(); ++at) {
        for (const TemplateVersion& version : templates[at].versions) {
            const bool replaces = version.effectiveFrom > m_trend->days.front().day &&
                                  version.effectiveFrom <= m_trend->days.back().day &&
                                  &version != &templates[at].versions.front();
            if (isUsed[at] && replaces) {
                const QString number = tr("v%1").arg(version.number);
                const QString full = tr("%1 %2").arg(wording::fromUtf8(templates[at].name), number);
                markers.push_back({.day = version.effectiveFrom,
                                   .kind = charts::MarkerKind::Version,
                                   .name = isOne ? number : full,
                                   .words = tr("%1 scores from here on.").arg(full)});
            }
        }
    }
    std::ranges::stable_sort(markers, {}, &charts::TrendMarker::day);
    return markers;
}

QString TrendsPart::detailOf(Day day) const {
    const BookDay* at = dayAt(day);
    return at == nullptr ? QString()
                         : wording::bookDayLines(
                               *at, measure(), wording::fromUtf8(m_shown.book->snapshot().settings.currency))
                               .join(u'\n');
}

void TrendsPart::showBands() {
    charts::BandsData bands;
    const bool byArr = measure() == Measure::Arr;
    for (const BookDay& day : m_trend->days) {
        charts::BandsPoint point{.day = day.day};
        for (std::size_t band = 0; band < point.amounts.size(); ++band) {
            point.amounts[band] =
                byArr ? static_cast<double>(day.cents[band]) : static_cast<double>(day.bands[band]);
        }
        bands.points.push_back(point);
    }
    bands.markers = markers();
    bands.description = m_headline;
    bands.detail = [this](Day day) { return detailOf(day); };
    m_bandsTitle->setText(byArr ? tr("Bands, in % of ARR") : tr("Bands, in % of accounts"));
    m_bands->setData(std::move(bands));
}

void TrendsPart::showMean() {
    charts::TrendData mean;
    const std::vector<Range>& ranges = commonRanges(*m_shown.book);
    bool hasWeighted = false;
    for (const BookDay& day : m_trend->days) {
        charts::TrendPoint point;
        point.day = day.day;
        point.score = day.mean;
        point.band = scoring::bandOf(ranges, day.mean);
        point.computed = day.arrWeightedMean;
        point.scoreText = day.mean ? wording::pointsText(*day.mean) : QString();
        hasWeighted = hasWeighted || day.arrWeightedMean;
        mean.points.push_back(std::move(point));
    }
    for (const Range& range : ranges) {
        mean.zones.push_back(
            {range.from, range.colour, wording::scoreText(range.from, wording::schemeDecimals(ranges))});
    }
    mean.markers = markers();
    mean.description = m_headline;
    mean.leastRightMargin = m_bands->rightMargin();
    mean.detail = [this](Day day) { return detailOf(day); };
    m_meanTitle->setText(hasWeighted ? tr("Mean score, and dashed the mean weighted by ARR")
                                     : tr("Mean score"));
    m_mean->setData(std::move(mean));
}

void TrendsPart::showMenu(QWidget& chart, const QPoint& place) {
    if (!m_trend) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    widgets::addCopyActions(*menu,
                            {.text = [this] { return asText(); },
                             .table = [this] { return asTable(); },
                             .picture = [&chart] { return chart.grab(); },
                             .name = tr("Compare, trends")});
    menu->popup(chart.mapToGlobal(place));
}

QString TrendsPart::asText() const {
    QStringList lines{m_headline};
    if (!m_notes->isHidden()) {
        lines << m_notes->text();
    }
    if (m_day) {
        lines << m_dayWords->text();
    }
    return m_trend ? lines.join(u'\n') + u'\n' : QString();
}

exchange::Table TrendsPart::asTable() const {
    if (!m_trend) {
        return {};
    }
    exchange::Table table{.name = tr("Trends"),
                          .head = {tr("Day"), tr("Red"), tr("Yellow"), tr("Green"), tr("No data")},
                          .rows = {}};
    table.head << tr("Red ARR") << tr("Yellow ARR") << tr("Green ARR") << tr("No data ARR") << tr("Mean")
               << tr("Mean weighted by ARR");
    const QString currency = wording::fromUtf8(m_shown.book->snapshot().settings.currency);
    for (const BookDay& day : m_trend->days) {
        std::vector<exchange::Cell> cells{day.day};
        for (const std::size_t accounts : day.bands) {
            cells.push_back(exchange::countCell(accounts));
        }
        for (const std::int64_t cents : day.cents) {
            cells.emplace_back(exchange::Money{.cents = cents, .currency = currency});
        }
        cells.push_back(exchange::numberCell(day.mean));
        cells.push_back(exchange::numberCell(day.arrWeightedMean));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace hb::pages
