// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_company.h"
#include "core/book/demo_random.h"

#include <algorithm>
#include <array>

namespace hb::book {

namespace {

constexpr std::uint64_t identityStream = 1;

// Invented places and families; each names two customers in different trades.
constexpr std::array roots{
    "Alderwick",       "Amberlow",    "Applecroft",     "Arkendale",       "Baskerton",
    "Bellhaven",       "Birchmere",   "Blackthorpe",    "Brackenholt",     "Bramblesea",
    "Brightmoor",      "Caldermoor",  "Calloway Rise",  "Cinderford Hill", "Clearbrook Vale",
    "Copperlea",       "Cranehollow", "Dapplewood",     "Deepwell",        "Dovermarsh",
    "Drumlane",        "Dunmarrow",   "Eastermoor",     "Elderby",         "Emberline",
    "Fallowfen",       "Farrowdale",  "Fennimore",      "Foxglade",        "Frostmere",
    "Galloran",        "Glassbury",   "Goldenmarsh",    "Greyfallow",      "Halewick",
    "Hartmoor",        "Hawksdale",   "Hazelrigg",      "Heronsgate Mill", "Hollowell",
    "Ironbridge Lane", "Ivorydown",   "Jasperfield",    "Junipero Bay",    "Kestrelton",
    "Kingsfold",       "Lakemarch",   "Larkhaven",      "Lindmoor",        "Longacre Vale",
    "Maplemoor",       "Marrowick",   "Meadowlark Row", "Millbrae",        "Mistralton",
    "Mosswood",        "Nettlecombe", "Newhollow",      "Norvane",         "Oakmere",
    "Orchardby",       "Ottervale",   "Palewater",      "Penhallow Quay",  "Pinecrest Fold",
    "Plumridge",       "Quarrydale",  "Quillhaven",     "Ravelmoor",       "Redfern Gate",
    "Rookvale",        "Rosewynd",    "Saltmarrow",     "Sandpiper Cove",  "Sedgewater",
    "Silverfen",       "Sorrelton",   "Starling Ridge", "Stonewyck",       "Sunderby",
    "Tallowmere",      "Tarnfield",   "Thistledown",    "Thornbury Glen",  "Tidewell",
    "Umberlea",        "Valebridge",  "Vintermoor",     "Waterlow Park",   "Westerfell",
    "Whitlock Bay",    "Willowmarsh", "Yarrowby"};

struct Trade {
    const char* suffix;
    const char* industry;
};
constexpr std::array trades{
    Trade{"Logistics", "Transport"},  Trade{"Software", "Technology"},    Trade{"Foods", "Food"},
    Trade{"Insurance", "Finance"},    Trade{"Manufacturing", "Industry"}, Trade{"Health", "Health care"},
    Trade{"Energy", "Energy"},        Trade{"Retail Group", "Retail"},    Trade{"Media", "Media"},
    Trade{"Credit Union", "Finance"}, Trade{"Instruments", "Industry"},   Trade{"Travel", "Leisure"},
    Trade{"Clinics", "Health care"},  Trade{"Robotics", "Technology"},    Trade{"Publishing", "Media"},
    Trade{"Freight", "Transport"},    Trade{"Textiles", "Industry"},      Trade{"Academy", "Education"},
    Trade{"Analytics", "Technology"}, Trade{"Hardware", "Retail"}};

struct Seat {
    const char* owner;
    const char* manager;
};
constexpr std::array team{Seat{"Ana Lopez", "Grace Whitfield"},
                          Seat{"Ben Okafor", "Grace Whitfield"},
                          Seat{"Chloe Martin", "Grace Whitfield"},
                          Seat{"Deepak Nair", "Henrik Sand"},
                          Seat{"Emma Lindqvist", "Henrik Sand"},
                          Seat{"Farid Haddad", "Henrik Sand"}};

constexpr std::array industriesOfStories{"Transport",
                                         "Finance",
                                         "Finance",
                                         "Health care",
                                         "Food",
                                         "Retail",
                                         "Energy",
                                         "Health care",
                                         "Food",
                                         "Education",
                                         "Industry",
                                         "Services",
                                         "Industry",
                                         "Leisure",
                                         "Services"};

template <std::size_t N>
const char* oneOf(DemoRandom& random, const std::array<const char*, N>& values) {
    return values[static_cast<std::size_t>(random.between(0, static_cast<int>(N) - 1))];
}

void nameAccount(DemoAccount& account, std::size_t index) {
    // 93 places: the first hundred customers take them in order, the second hundred again with a trade
    // further on.
    const Trade& trade = trades[(index * 7 + (index / roots.size()) * 5) % trades.size()];
    account.name = std::string(roots[index % roots.size()]) + " " + trade.suffix;
    account.industry = trade.industry;
}

void placeAccount(DemoAccount& account, DemoRandom& random) {
    const double size = random.unit();
    account.segment = size < 0.16 ? "Enterprise" : size < 0.5 ? "Mid-market" : "Small business";
    const bool enterprise = account.segment == "Enterprise";
    const bool small = account.segment == "Small business";
    account.region = oneOf(random, std::array{"EMEA", "EMEA", "EMEA", "Americas", "Americas", "APAC"});
    account.product =
        enterprise ? oneOf(random, std::array{"Suite", "Suite", "Core + Analytics"})
        : small    ? oneOf(random, std::array{"Core", "Core", "Core", "Core + Analytics"})
                   : oneOf(random, std::array{"Core", "Core + Analytics", "Core + Analytics", "Suite"});
    account.serviceLevel = enterprise                         ? (random.chance(0.6) ? "Dedicated" : "Premium")
                           : random.chance(small ? 0.1 : 0.4) ? "Premium"
                                                              : "Standard";
    account.seats = enterprise ? random.between(180, 900)
                    : small    ? random.between(8, 45)
                               : random.between(50, 170);
}

} // namespace

std::vector<DemoAccount> demoAccounts() {
    std::vector<DemoAccount> accounts(demoAccountCount);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        DemoRandom random(i, identityStream);
        accounts[i].key = "C" + std::to_string(1001 + i);
        nameAccount(accounts[i], i);
        placeAccount(accounts[i], random);
        const Seat& seat =
            team[static_cast<std::size_t>(random.between(0, static_cast<int>(team.size()) - 1))];
        accounts[i].owner = seat.owner;
        accounts[i].manager = seat.manager;
        // A few second customers of a place belong to the first.
        if (i >= roots.size() && i % 17 == 0) {
            accounts[i].parent = i - roots.size();
        }
    }
    for (std::size_t i = 0; i < demoStories().size(); ++i) {
        const DemoStoryRow& row = demoStories()[i];
        DemoAccount& account = accounts[row.account];
        account.name = row.name;
        account.industry = industriesOfStories[i];
        account.parent.reset();
    }
    return accounts;
}

} // namespace hb::book
