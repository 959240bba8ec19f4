// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/book_layout.h"

#include "core/wording/numbers.h"
#include "core/wording/reason_text.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace hb::models {

namespace {

using scoring::Reason;
using scoring::Reasons;

constexpr std::int64_t unknownArr = -1;

/// What filters, sections and sorting look at, read once an account.
struct Facts {
    AccountIndex account = 0;
    Band band = Band::None;
    double score = 0;
    double change = 0;
    std::int64_t cents = unknownArr;
    std::size_t currency = 0;  ///< of cents, as BookSummary::currencies
    std::optional<Day> renews; ///< today or later
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
            m_scope = test({arrangement.scopeBy, {arrangement.person}});
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
            if (wanted.values.contains(wording::fromUtf8(texts[text]))) {
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

/// What the layout reads of every account; the columns are looked up once, not once an account.
class Reader {
public:
    explicit Reader(const session::Moment& moment)
        : m_moment(moment), m_texts(*moment.snapshot->texts),
          m_arr(moment.snapshot->findAttribute(attribute::arr)),
          m_currency(moment.snapshot->findAttribute(attribute::currency)),
          m_renewal(moment.snapshot->findAttribute(attribute::renewalDate)) {
        if (m_arr) {
            findCurrencies();
        }
    }

    [[nodiscard]] Facts factsOf(AccountIndex account, Reasons open) const {
        const scoring::TrackScore& shown = m_moment.book.scores[account].shown;
        Facts facts{.account = account,
                    .band = shown.band,
                    .score = shown.hasScore() ? shown.score : std::numeric_limits<double>::infinity(),
                    .change = m_moment.book.trends[account].change,
                    .renews = {},
                    .open = open};
        if (m_arr) {
            facts.cents = parseCents(m_texts[m_arr->on(account, m_moment.day)]).value_or(unknownArr);
            facts.currency = facts.cents == unknownArr ? 0 : m_places.at(currencyOf(account));
        }
        if (m_renewal) {
            const auto day = parseIsoDay(m_texts[m_renewal->on(account, m_moment.day)]);
            facts.renews = day && *day >= m_moment.day ? day : std::nullopt;
        }
        return facts;
    }

    /// Those of the amounts, that of most accounts first.
    [[nodiscard]] const QStringList& currencies() const { return m_currencies; }

private:
    [[nodiscard]] TextIndex currencyOf(AccountIndex account) const {
        return m_currency ? m_currency->on(account, m_moment.day) : 0;
    }

    void findCurrencies() {
        std::unordered_map<TextIndex, std::size_t> byText;
        for (AccountIndex account = 0; account < m_moment.snapshot->accountCount(); ++account) {
            if (m_arr->on(account, m_moment.day) != 0) {
                ++byText[currencyOf(account)];
            }
        }
        const auto nameOfText = [this](TextIndex text) {
            return wording::fromUtf8(text == 0 ? std::string_view(m_moment.snapshot->settings.currency)
                                               : std::string_view(m_texts[text]));
        };
        std::map<QString, std::size_t> byName;
        for (const auto& [text, accounts] : byText) {
            byName[nameOfText(text)] += accounts;
        }
        std::vector<std::pair<QString, std::size_t>> sorted(byName.begin(), byName.end());
        std::ranges::stable_sort(sorted, std::greater(), &std::pair<QString, std::size_t>::second);
        for (const auto& [name, accounts] : sorted) {
            m_currencies.append(name);
        }
        for (const auto& [text, accounts] : byText) {
            m_places[text] = static_cast<std::size_t>(m_currencies.indexOf(nameOfText(text)));
        }
    }

    const session::Moment& m_moment;
    const std::vector<std::string>& m_texts;
    const AttributeColumn* m_arr;
    const AttributeColumn* m_currency;
    const AttributeColumn* m_renewal;
    QStringList m_currencies;
    std::unordered_map<TextIndex, std::size_t> m_places; ///< in m_currencies
};

void add(std::vector<std::int64_t>& cents, const Facts& facts) {
    if (facts.cents != unknownArr) {
        cents[facts.currency] += facts.cents;
    }
}

void count(Tally& tally, const Facts& facts) {
    ++tally.accounts;
    add(tally.cents, facts);
}

void setCurrencies(BookSummary& summary, const QStringList& currencies) {
    const std::vector<std::int64_t> nothing(static_cast<std::size_t>(currencies.size()), 0);
    summary.currencies = currencies;
    summary.atRisk = summary.all.cents = nothing;
    for (Tally& tally : summary.bands) {
        tally.cents = nothing;
    }
    for (Tally& tally : summary.reasons) {
        tally.cents = nothing;
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
    if (facts.renews && *facts.renews - moment.day <= moment.snapshot->settings.reasons.renewalDays) {
        add(summary.atRisk, facts);
    }
}

/// Smaller stands first.
double attentionKey(const Facts& facts) {
    const double lost = std::isfinite(facts.score) ? 100 - facts.score : 100;
    return facts.cents == unknownArr ? 1 - lost / 1e6 : -lost * static_cast<double>(facts.cents);
}

/// The values of an attribute as people sort them: numbers inside by their size, capitals like small letters.
std::unordered_map<TextIndex, double> textRanks(const Snapshot& snapshot, const AttributeColumn& column) {
    std::unordered_map<TextIndex, double> ranks;
    for (const TextIndex text : column.values) {
        ranks.emplace(text, 0);
    }
    const QCollator collator = nameCollator();
    std::vector<std::pair<QCollatorSortKey, TextIndex>> sorted;
    sorted.reserve(ranks.size());
    for (const auto& [text, rank] : ranks) {
        sorted.emplace_back(collator.sortKey(wording::fromUtf8((*snapshot.texts)[text])), text);
    }
    std::ranges::sort(sorted, [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        ranks[sorted[at].second] = static_cast<double>(at);
    }
    return ranks;
}

class Order {
public:
    Order(const session::Moment& moment, const Sorting& sorting, const Names& names)
        : m_moment(moment), m_sorting(sorting), m_names(names) {
        if (sorting.by == SortBy::Attribute) {
            m_column = moment.snapshot->findAttribute(sorting.key.toStdString());
            if (m_column) {
                m_ranks = textRanks(*moment.snapshot, *m_column);
            }
        }
    }

    void sort(std::vector<Facts>& all) const {
        struct Keyed {
            int first = 0;
            double second = 0;
            std::uint32_t name = 0;
            std::uint32_t at = 0;
            [[nodiscard]] auto tuple() const { return std::tie(first, second, name); }
        };
        std::vector<Keyed> keys;
        keys.reserve(all.size());
        for (std::uint32_t at = 0; at < all.size(); ++at) {
            const double key = secondKey(all[at]);
            const double directed = m_sorting.reversed && std::isfinite(key) ? -key : key;
            keys.push_back({.first = firstKey(all[at]),
                            .second = directed,
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
    static constexpr double last = std::numeric_limits<double>::infinity();

    [[nodiscard]] int firstKey(const Facts& facts) const {
        if (m_sorting.by != SortBy::Attention) {
            return 0;
        }
        const auto leading = facts.open.leading();
        return leading ? static_cast<int>(*leading) : static_cast<int>(scoring::reasonCount);
    }

    [[nodiscard]] double secondKey(const Facts& facts) const {
        switch (m_sorting.by) {
        case SortBy::Attention:
            return attentionKey(facts);
        case SortBy::Name:
            return m_names.rank(facts.account);
        case SortBy::LowestScore:
            return facts.score;
        case SortBy::LargestFall:
            return facts.change;
        case SortBy::LargestArr:
            return facts.cents == unknownArr ? last : -static_cast<double>(facts.cents);
        case SortBy::NextRenewal:
            return facts.renews ? facts.renews->number : last;
        case SortBy::AccountId:
            return facts.account; // a snapshot's accounts stand by their keys
        case SortBy::Attribute:
            break;
        }
        const TextIndex text = m_column ? m_column->on(facts.account, m_moment.day) : 0;
        return text == 0 ? last : m_ranks.at(text);
    }

    const session::Moment& m_moment;
    Sorting m_sorting;
    const Names& m_names;
    const AttributeColumn* m_column = nullptr;
    std::unordered_map<TextIndex, double> m_ranks;
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
    std::vector<Section> sections{{QStringLiteral("needsYou"), Texts::tr("Needs you"), {}},
                                  {QStringLiteral("watch"), Texts::tr("Watch"), {}},
                                  {QStringLiteral("onTrack"), Texts::tr("On track"), {}},
                                  {QStringLiteral("noData"), Texts::tr("No data"), {}}};
    for (const Facts& facts : sorted) {
        sections[needSection(facts)].accounts.push_back(facts.account);
    }
    std::erase_if(sections, [](const Section& section) { return section.accounts.empty(); });
    return sections;
}

std::vector<Section>
sectionsByAttribute(const session::Moment& moment, const QString& key, const std::vector<Facts>& sorted) {
    const AttributeColumn* column = moment.snapshot->findAttribute(key.toStdString());
    std::unordered_map<TextIndex, std::size_t> places;
    std::vector<Section> sections;
    for (const Facts& facts : sorted) {
        const TextIndex text = column ? column->on(facts.account, moment.day) : 0;
        const auto [place, isNew] = places.emplace(text, sections.size());
        if (isNew) {
            const QString value = wording::fromUtf8((*moment.snapshot->texts)[text]);
            sections.push_back({.id = key + u'=' + value, .title = groupTitle(key, value), .accounts = {}});
        }
        sections[place->second].accounts.push_back(facts.account);
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
    const Reader reader(moment);
    setCurrencies(layout.summary, reader.currencies());
    const Sieve sieve(moment, arrangement, names);
    std::vector<Facts> shown;
    std::optional<Day> nextRenewal;
    for (AccountIndex account = 0; account < moment.snapshot->accountCount(); ++account) {
        if (!sieve.inScope(account)) {
            continue;
        }
        const Facts facts = reader.factsOf(account, layout.open[account]);
        count(layout.summary, moment, facts);
        if (facts.renews && (!nextRenewal || *facts.renews < *nextRenewal)) {
            nextRenewal = facts.renews;
            layout.summary.nextRenewal = account;
        }
        if (sieve.passes(facts)) {
            shown.push_back(facts);
        }
    }
    layout.summary.shown = shown.size();
    Order(moment, arrangement.sort, names).sort(shown);
    if (arrangement.groupBy.isEmpty()) {
        layout.sections = sectionsByNeed(shown);
    } else if (arrangement.groupBy == noGroups) {
        Section all{.id = QStringLiteral("all"), .title = Texts::tr("Accounts"), .accounts = {}};
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

QString moneyOf(const BookSummary& summary, const std::vector<std::int64_t>& cents) {
    QStringList amounts;
    for (std::size_t at = 0; at < cents.size(); ++at) {
        if (cents[at] > 0) {
            amounts.append(wording::shortMoney(cents[at], summary.currencies[static_cast<qsizetype>(at)]));
        }
    }
    return amounts.join(Texts::tr(" and "));
}

wording::BookHeadline
headlineOf(const session::Moment& moment, const BookSummary& summary, const Names& names) {
    wording::BookHeadline headline;
    headline.accounts = summary.all.accounts;
    headline.needYou = summary.needYou;
    headline.newlyRed = summary.reasons[static_cast<std::size_t>(Reason::NewlyRed)].accounts;
    headline.onTrack = summary.bands[static_cast<std::size_t>(Band::Green)].accounts;
    headline.red = summary.bands[static_cast<std::size_t>(Band::Red)].accounts;
    headline.noData = summary.bands[static_cast<std::size_t>(Band::None)].accounts;
    headline.redSince = moment.day - moment.snapshot->settings.reasons.newlyRedDays;
    headline.atRisk = moneyOf(summary, summary.atRisk);
    if (summary.nextRenewal) {
        const int days =
            renewalDay(*moment.snapshot, *summary.nextRenewal, moment.day).value_or(moment.day) - moment.day;
        const QString name = names.of(*summary.nextRenewal);
        headline.nextRenewal = days == 0   ? Texts::tr("%1 today").arg(name)
                               : days == 1 ? Texts::tr("%1 tomorrow").arg(name)
                                           : Texts::tr("%1 in %2 days").arg(name, QLocale().toString(days));
    }
    return headline;
}

} // namespace hb::models
