// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/family_sentence.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>

namespace hb::wording {

namespace {

struct Families {
    Q_DECLARE_TR_FUNCTIONS(Families)
};

QString leftOutSentence(const analytics::FamilyScore& family) {
    QStringList parts;
    const auto add = [&parts](std::size_t count, const QString& text) {
        if (count > 0) {
            parts.append(text.arg(QLocale().toString(static_cast<qulonglong>(count))));
        }
    };
    add(family.withoutBand, Families::tr("%1 without enough data"));
    if (family.arrWeightedMean) {
        add(family.withoutArr, Families::tr("%1 without ARR"));
        add(family.inOtherCurrency, Families::tr("%1 in another currency"));
    }
    return Families::tr("Left out: %1.").arg(parts.join(QStringLiteral(", ")));
}

/// What is left out matters where something was counted, and where something is left out of it.
bool leavesOut(const analytics::FamilyScore& family) {
    return family.withoutBand > 0 ||
           (family.arrWeightedMean && family.withoutArr + family.inOtherCurrency > 0);
}

} // namespace

QString familySentence(const scoring::Scorer& scorer, Day day, const analytics::FamilyScore& family) {
    if (family.accounts == 0) {
        return {};
    }
    const auto count = static_cast<int>(family.accounts);
    if (!family.lowest) {
        return count == 1 ? Families::tr("Its subsidiary has not enough data.")
                          : Families::tr("None of its %Ln subsidiaries has enough data.", nullptr, count);
    }
    const auto& ranges = scorer.versionOf(*family.lowest, day).ranges;
    const int decimals = schemeDecimals(ranges);
    const QString name = fromUtf8(scorer.snapshot().nameOn(*family.lowest, day));
    const QString score = scoreText(*family.lowestScore, decimals);
    const QString band = bandName(family.lowestBand);
    if (count == 1) {
        return Families::tr("Its subsidiary %1 has %2, %3.").arg(name, score, band);
    }
    const QString lowest =
        Families::tr("Of its %Ln subsidiaries the lowest is %1 with %2, %3", nullptr, count)
            .arg(name, score, band);
    const QString sentence = family.arrWeightedMean
                                 ? Families::tr("%1; weighted by ARR they stand at %2.")
                                       .arg(lowest, scoreText(*family.arrWeightedMean, std::max(1, decimals)))
                                 : Families::tr("%1.").arg(lowest);
    return leavesOut(family) ? Families::tr("%1 %2").arg(sentence, leftOutSentence(family)) : sentence;
}

} // namespace hb::wording
