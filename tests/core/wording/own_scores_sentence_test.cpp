// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/own_scores_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::analytics;
using namespace hb::wording;

namespace {

PersonFigures person(const char* name, std::size_t cases, double mean, std::optional<double> above = {}) {
    PersonFigures figures;
    figures.name = name;
    figures.gap.standing = {
        .cases = cases, .mean = mean, .above = above, .chance = 1, .standsOut = above.value_or(0) >= 5};
    return figures;
}

} // namespace

TEST_CASE("own scores in words: the gap") {
    const test::InEnglish english;
    const OwnScores scores;
    CHECK(ownGapSentence(scores, person("Ana", 23, 14.2)) ==
          u"Ana's own scores stand 14 points above what the numbers say, over 23 accounts."_s);
    CHECK(ownGapSentence(scores, person("Ana", 5, -1)) ==
          u"Ana's own scores stand 1 point below what the numbers say, over 5 accounts."_s);
    CHECK(ownGapSentence(scores, person("%1 %2", 23, 0.4)) ==
          u"%1 %2's own scores stand where the numbers do, over 23 accounts."_s);
    CHECK(ownGapSentence(scores, person("Ana", 4, 14)) ==
          u"Not enough to say: 4 of the 5 cases that it takes."_s);
    CHECK(ownGapSentence(scores, person("", 1234, -9.6)) ==
          u"All own scores together stand 10 points below what the numbers say, over 1,234 accounts."_s);
}

TEST_CASE("own scores in words: beside everybody else") {
    const test::InEnglish english;
    CHECK(ownStandingSentence(person("Ana", 23, 0)).isEmpty());
    CHECK(
        ownStandingSentence(person("Ana", 23, 0, 11.6)) ==
        u"Where the numbers are alike, that is 12 points above everybody else's: more than chance explains."_s);
    CHECK(ownStandingSentence(person("Ana", 23, 0, -3)) ==
          u"Where the numbers are alike, that is 3 points below everybody else's."_s);
    CHECK(ownStandingSentence(person("Ana", 23, 0, -0.3)) ==
          u"Where the numbers are alike, that is as everybody else's."_s);

    OwnScores scores;
    CHECK(ownScoresHeadline(scores) ==
          u"Not enough to compare people: it takes 5 accounts with scores of both kinds."_s);
    scores.people = {person("Ana", 20, 0, 1.0), person("Ben", 20, 0, -9.0), person("Few", 2, 0)};
    CHECK(ownScoresHeadline(scores) ==
          u"Nobody's own scores stand further above the numbers than chance explains."_s);
    scores.people.push_back(person("Emma", 20, 0, 12.0));
    CHECK(ownScoresHeadline(scores) ==
          u"The own scores of 1 of 3 people stand further above the numbers than chance explains: Emma."_s);
    scores.people.push_back(person("Farid", 20, 0, 12.0));
    CHECK(ownScoresHeadline(scores) ==
          u"The own scores of 2 of 4 people stand further above the numbers than chance explains: "
          "Emma and Farid."_s);
}

TEST_CASE("own scores in words: shares name their count, and nobody without enough") {
    const test::InEnglish english;
    const OwnScores scores;
    PersonFigures ana = person("Ana %2", 23, 14);
    PersonFigures book = person("", 23, 14);
    ana.shares.fill({.hits = 3, .cases = 12, .accounts = {}});
    book.shares = ana.shares;
    const auto ofAna = [&](OwnShare share) { return ownShareSentence(scores, ana, share); };
    const auto ofBook = [&](OwnShare share) { return ownShareSentence(scores, book, share); };
    CHECK(ofAna(OwnShare::RaisedBefore) ==
          u"3 of 12 levels that Ana %2 raised by hand were raised in the 14 days "
          "before a review or a renewal."_s);
    CHECK(ofAna(OwnShare::OverrodeBefore) ==
          u"3 of 12 overrides upward by Ana %2 began in the 14 days before a review or a renewal."_s);
    CHECK(ofAna(OwnShare::OverrodeUpward) ==
          u"3 of 12 overrides by Ana %2 are above the score that they stand over."_s);
    CHECK(ofAna(OwnShare::StaleGreen) ==
          u"3 of 12 green accounts of Ana %2 have a level that is out of date."_s);
    CHECK(ofAna(OwnShare::GreenThenChurned) ==
          u"3 of 12 accounts with levels by Ana %2 that left were green within the 90 days before."_s);
    CHECK(ofBook(OwnShare::RaisedBefore) ==
          u"3 of 12 levels raised by hand were raised in the 14 days before a review or a renewal."_s);
    CHECK(ofBook(OwnShare::OverrodeBefore) ==
          u"3 of 12 overrides upward began in the 14 days before a review or a renewal."_s);
    CHECK(ofBook(OwnShare::OverrodeUpward) ==
          u"3 of 12 overrides are above the score that they stand over."_s);
    CHECK(ofBook(OwnShare::StaleGreen) == u"3 of 12 green accounts have a level that is out of date."_s);
    CHECK(ofBook(OwnShare::GreenThenChurned) ==
          u"3 of 12 accounts that left were green within the 90 days before."_s);
    ana.shares.fill({.hits = 4, .cases = 4, .accounts = {}});
    CHECK(ofAna(OwnShare::StaleGreen) == u"Not enough to say: 4 of the 5 cases that it takes."_s);
}
