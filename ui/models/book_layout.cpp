// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/book_layout.h"

#include "core/wording/numbers.h"
#include "core/wording/reason_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace hb::models {

namespace {

using scoring::Reason;
using scoring::Reasons;

QString tr(const char* text) {
    return QCoreApplication::translate("BookLayout", text);
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

constexpr std::int64_t unknownArr = -1;

/// What filters, sections and sorting look at, read once an account.
struct Facts {
    AccountIndex account = 0;
    Band band = Band::None;
    double score = 0;
    double change = 0;
    std::int64_t cents = unknownArr;
    Reasons open;
};

/// The texts an AttributeTest accepts, found once.
struct TextTest {
    const AttributeColumn* column = nullptr;
    std::set<TextIndex> texts;
};

class Sieve {
public:
    Sieve(const session::Moment& moment, const Arrangement& arrangement, const Names& names)
        : m_snapshot(*moment.snapshot), m_filter(arrangement.filter), m_names(names), m_day(moment.day),
          m_folded(arrangement.filter.text.trimmed().toCaseFolded()) {
        if (m_filter.mine && !arrangement.person.isEmpty()) {
            m_scope = test({QString::fromUtf8(attribute::owner.data()), {arrangement.person}});
        }
        for (const session::AttributeTest& wanted : m_filter.attributes) {
            m_tests.push_back(test(wanted));
        }
    }

    [[nodiscard]] bool inScope(AccountIndex account) const {
        return (!m_scope || passes(*m_scope, account)) &&
               (m_filter.churned || !m_snapshot.isChurned(account, m_day));
    }

    [[nodiscard]] bool passes(const Facts& facts) const {
        if (m_filter.reason && !facts.open.has(*m_filter.reason)) {
            return false;
        }
        if (!m_filter.bands.empty() &&
            std::ranges::find(m_filter.bands, facts.band) == m_filter.bands.end()) {
            return false;
        }
        if (!m_folded.isEmpty() && !m_names.matches(facts.account, m_folded)) {
            return false;
        }
        return std::ranges::all_of(m_tests,
                                   [&](const TextTest& test) { return passes(test, facts.account); });
    }

private:
    [[nodiscard]] TextTest test(const session::AttributeTest& wanted) const {
        TextTest made{.column = m_snapshot.findAttribute(wanted.key.toStdString()), .texts = {}};
        const auto& texts = *m_snapshot.texts;
        for (TextIndex text = 0; text < texts.size(); ++text) {
            if (wanted.values.contains(toQString(texts[text]))) {
                made.texts.insert(text);
            }
        }
        return made;
    }

    [[nodiscard]] bool passes(const TextTest& test, AccountIndex account) const {
        return test.texts.contains(test.column ? test.column->on(account, m_day) : 0);
    }

    const Snapshot& m_snapshot;
    const session::Filter& m_filter;
    const Names& m_names;
    Day m_day;
    QString m_folded;
    std::optional<TextTest> m_scope;
    std::vector<TextTest> m_tests;
};

std::vector<std::uint32_t> reviewedBits(const session::Moment& moment, const QString& person) {
    std::vector<std::uint32_t> bits(moment.snapshot->accountCount(), 0);
    std::vector<Day> days(bits.size(), firstDay);
    const std::string who = person.toStdString();
    for (const Review& review : moment.snapshot->reviews) {
        if (review.person == who && review.day <= moment.day && review.day >= days[review.account]) {
            bits[review.account] = review.reasons;
            days[review.account] = review.day;
        }
    }
    return bits;
}

/// The one currency of all amounts; empty where there are none, or several.
QString commonCurrency(const Snapshot& snapshot, Day day) {
    const AttributeColumn* arr = snapshot.findAttribute(attribute::arr);
    if (!arr) {
        return {};
    }
    std::string_view common;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (arr->on(account, day) == 0) {
            continue;
        }
        const std::string_view currency = snapshot.currencyOn(account, day);
        if (!common.empty() && currency != common) {
            return {};
        }
        common = currency;
    }
    return toQString(common);
}

Facts factsOf(const session::Moment& moment, AccountIndex account, Reasons open, bool withMoney) {
    const scoring::TrackScore& shown = moment.book.scores[account].shown;
    Facts facts{.account = account,
                .band = shown.band,
                .score = shown.hasScore() ? shown.score : std::numeric_limits<double>::infinity(),
                .change = moment.book.trends[account].change,
                .open = open};
    if (withMoney) {
        facts.cents = moment.snapshot->arrCents(account, moment.day).value_or(unknownArr);
    }
    return facts;
}

void count(Tally& tally, const Facts& facts) {
    ++tally.accounts;
    if (facts.cents != unknownArr) {
        tally.cents += facts.cents;
        ++tally.withArr;
    }
}

void count(BookSummary& summary, const session::Moment& moment, const Facts& facts) {
    count(summary.all, facts);
    count(summary.bands[static_cast<std::size_t>(facts.band)], facts);
    for (std::size_t reason = 0; reason < scoring::reasonCount; ++reason) {
        if (facts.open.has(static_cast<Reason>(reason))) {
            count(summary.reasons[reason], facts);
        }
    }
    if (!facts.open.anyUrgent()) {
        return;
    }
    ++summary.needYou;
    const auto renews = renewalDay(*moment.snapshot, facts.account, moment.day);
    if (facts.cents != unknownArr && renews && *renews >= moment.day &&
        *renews - moment.day <= moment.snapshot->settings.reasons.renewalDays) {
        summary.atRiskCents += facts.cents;
    }
}

/// Smaller stands first.
double attentionKey(const Facts& facts) {
    const double lost = std::isfinite(facts.score) ? 100 - facts.score : 100;
    return facts.cents == unknownArr ? 1 - lost / 1e6 : -lost * static_cast<double>(facts.cents);
}

class Order {
public:
    Order(const session::Moment& moment, SortBy by, const Names& names)
        : m_moment(moment), m_by(by), m_names(names) {}

    void sort(std::vector<Facts>& all) const {
        struct Keyed {
            int first = 0;
            double second = 0;
            std::uint32_t name = 0;
            std::size_t at = 0;
            [[nodiscard]] auto tuple() const { return std::tie(first, second, name); }
        };
        std::vector<Keyed> keys;
        keys.reserve(all.size());
        for (std::size_t at = 0; at < all.size(); ++at) {
            keys.push_back({.first = firstKey(all[at]),
                            .second = secondKey(all[at]),
                            .name = m_names.rank(all[at].account),
                            .at = at});
        }
        std::ranges::sort(keys, [](const Keyed& a, const Keyed& b) { return a.tuple() < b.tuple(); });
        std::vector<Facts> sorted;
        sorted.reserve(all.size());
        for (const Keyed& key : keys) {
            sorted.push_back(all[key.at]);
        }
        all = std::move(sorted);
    }

private:
    [[nodiscard]] int firstKey(const Facts& facts) const {
        if (m_by != SortBy::Attention) {
            return 0;
        }
        const auto leading = facts.open.leading();
        return leading ? static_cast<int>(*leading) : static_cast<int>(scoring::reasonCount);
    }

    [[nodiscard]] double secondKey(const Facts& facts) const {
        switch (m_by) {
        case SortBy::Attention:
            return attentionKey(facts);
        case SortBy::LowestScore:
            return facts.score;
        case SortBy::LargestFall:
            return facts.change;
        case SortBy::LargestArr:
            return -static_cast<double>(facts.cents);
        case SortBy::NextRenewal: {
            const auto day = renewalDay(*m_moment.snapshot, facts.account, m_moment.day);
            return day && *day >= m_moment.day ? day->number : std::numeric_limits<double>::infinity();
        }
        case SortBy::Name:
            break;
        }
        return 0;
    }

    const session::Moment& m_moment;
    SortBy m_by;
    const Names& m_names;
};

std::size_t needSection(const Facts& facts) {
    if (facts.open.anyUrgent()) {
        return 0;
    }
    if (facts.band == Band::None) {
        return 3;
    }
    return facts.band == Band::Green && !facts.open.has(Reason::Stale) ? 2 : 1;
}

std::vector<Section> sectionsByNeed(const std::vector<Facts>& sorted) {
    std::vector<Section> sections{{QStringLiteral("needsYou"), tr("Needs you"), {}},
                                  {QStringLiteral("watch"), tr("Watch"), {}},
                                  {QStringLiteral("onTrack"), tr("On track"), {}},
                                  {QStringLiteral("noData"), tr("No data"), {}}};
    for (const Facts& facts : sorted) {
        sections[needSection(facts)].accounts.push_back(facts.account);
    }
    std::erase_if(sections, [](const Section& section) { return section.accounts.empty(); });
    return sections;
}

std::vector<Section>
sectionsByAttribute(const session::Moment& moment, const QString& key, const std::vector<Facts>& sorted) {
    std::map<QString, Section> byValue;
    for (const Facts& facts : sorted) {
        const QString value =
            toQString(moment.snapshot->attributeOn(facts.account, key.toStdString(), moment.day));
        Section& section = byValue[value];
        section.accounts.push_back(facts.account);
    }
    std::vector<Section> sections;
    for (auto& [value, section] : byValue) {
        section.id = key + u'=' + value;
        section.title = value.isEmpty() ? tr("No %1").arg(attributeTitle(key).toLower()) : value;
        sections.push_back(std::move(section));
    }
    std::ranges::stable_sort(sections, [](const Section& a, const Section& b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    return sections;
}

} // namespace

std::optional<Day> renewalDay(const Snapshot& snapshot, AccountIndex account, Day day) {
    return parseIsoDay(snapshot.attributeOn(account, attribute::renewalDate, day));
}

std::vector<Reasons> openReasons(const session::Moment& moment, const QString& person) {
    const std::vector<std::uint32_t> reviewed = reviewedBits(moment, person);
    std::vector<Reasons> open;
    open.reserve(reviewed.size());
    for (std::size_t account = 0; account < reviewed.size(); ++account) {
        open.push_back(moment.book.reasons[account].without(Reasons(reviewed[account])));
    }
    return open;
}

BookLayout layOut(const session::Moment& moment, const Arrangement& arrangement, const Names& names) {
    BookLayout layout;
    layout.open = openReasons(moment, arrangement.person);
    layout.summary.currency = commonCurrency(*moment.snapshot, moment.day);
    const bool hasArr = moment.snapshot->findAttribute(attribute::arr) != nullptr;
    const Sieve sieve(moment, arrangement, names);
    std::vector<Facts> shown;
    std::optional<Day> nextRenewal;
    for (AccountIndex account = 0; account < moment.snapshot->accountCount(); ++account) {
        if (!sieve.inScope(account)) {
            continue;
        }
        const Facts facts = factsOf(moment, account, layout.open[account], hasArr);
        count(layout.summary, moment, facts);
        const auto renews = renewalDay(*moment.snapshot, account, moment.day);
        if (renews && *renews >= moment.day && (!nextRenewal || *renews < *nextRenewal)) {
            nextRenewal = renews;
            layout.summary.nextRenewal = account;
        }
        if (sieve.passes(facts)) {
            shown.push_back(facts);
        }
    }
    layout.summary.shown = shown.size();
    Order(moment, arrangement.sortBy, names).sort(shown);
    if (arrangement.groupBy.isEmpty()) {
        layout.sections = sectionsByNeed(shown);
    } else if (arrangement.groupBy == noGroups) {
        Section all{.id = QStringLiteral("all"), .title = tr("Accounts"), .accounts = {}};
        for (const Facts& facts : shown) {
            all.accounts.push_back(facts.account);
        }
        if (!all.accounts.empty()) {
            layout.sections.push_back(std::move(all));
        }
    } else {
        layout.sections = sectionsByAttribute(moment, arrangement.groupBy, shown);
    }
    return layout;
}

wording::BookHeadline
headlineOf(const session::Moment& moment, const BookSummary& summary, const Names& names) {
    wording::BookHeadline headline;
    headline.accounts = summary.all.accounts;
    headline.needYou = summary.needYou;
    headline.newlyRed = summary.reasons[static_cast<std::size_t>(Reason::NewlyRed)].accounts;
    headline.onTrack = summary.bands[static_cast<std::size_t>(Band::Green)].accounts;
    headline.redSince = moment.day - moment.snapshot->settings.reasons.newlyRedDays;
    if (!summary.currency.isEmpty() && summary.atRiskCents > 0) {
        headline.atRisk = wording::shortMoney(summary.atRiskCents, summary.currency);
    }
    if (summary.nextRenewal) {
        const int days =
            renewalDay(*moment.snapshot, *summary.nextRenewal, moment.day).value_or(moment.day) - moment.day;
        const QString name = names.of(*summary.nextRenewal);
        headline.nextRenewal = days == 0   ? tr("%1 today").arg(name)
                               : days == 1 ? tr("%1 tomorrow").arg(name)
                                           : tr("%1 in %2 days").arg(name, QLocale().toString(days));
    }
    return headline;
}

} // namespace hb::models
