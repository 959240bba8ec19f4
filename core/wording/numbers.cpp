// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/numbers.h"

#include "core/scoring/rounding.h"
#include "core/wording/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

QString decimalText(double size, int decimals) {
    return QLocale().toString(size, 'f', decimals);
}

QString withSign(double value, const QString& size) {
    return value < 0 ? minus + size : size;
}

double roundedTo(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double result = std::round(value * scale) / scale;
    return result == 0 ? 0 : result; // no minus before a nothing
}

/// The sign where everybody knows it, else the code and a blank.
QString currencySign(QStringView currency) {
    struct Sign {
        QStringView code;
        QStringView sign;
    };
    static constexpr std::array signs{
        Sign{u"USD", u"$"}, Sign{u"EUR", u"€"}, Sign{u"GBP", u"£"}, Sign{u"JPY", u"¥"}, Sign{u"INR", u"₹"}};
    const auto found = std::ranges::find(signs, currency, &Sign::code);
    if (found != signs.end()) {
        return found->sign.toString();
    }
    return currency.isEmpty() ? QString() : currency.toString() + u' ';
}

/// From the size at which the step before would round up to one digit more: 950, 9.5k, 120k, 1.2M, 120M.
struct MoneyStep {
    double from;
    double unit;
    QStringView letter;
    int decimals;
};
constexpr std::array moneySteps{MoneyStep{0, 1, u"", 0},
                                MoneyStep{999.5, 1e3, u"k", 1},
                                MoneyStep{9'950, 1e3, u"k", 0},
                                MoneyStep{999.5e3, 1e6, u"M", 1},
                                MoneyStep{99.95e6, 1e6, u"M", 0},
                                MoneyStep{999.5e6, 1e9, u"B", 1}};

} // namespace

QString scoreText(double score, int decimals) {
    // In whole millionths, so that no digit is lost to binary fractions.
    const auto millionths = static_cast<std::int64_t>(std::llround(scoring::rounded(std::abs(score)) * 1e6));
    std::int64_t unit = 1'000'000;
    for (int i = 0; i < decimals; ++i) {
        unit /= 10;
    }
    const std::int64_t kept = millionths / std::max<std::int64_t>(unit, 1) * std::max<std::int64_t>(unit, 1);
    return withSign(kept == 0 ? 0 : score, decimalText(static_cast<double>(kept) / 1e6, decimals));
}

int schemeDecimals(const std::vector<Range>& ranges) {
    int decimals = 0;
    for (const Range& range : ranges) {
        auto millionths = static_cast<std::int64_t>(std::llround(range.from * 1e6)) % 1'000'000;
        int own = 0;
        while (millionths != 0) {
            millionths = millionths * 10 % 1'000'000;
            ++own;
        }
        decimals = std::max(decimals, own);
    }
    return decimals;
}

QString pointsText(double points) {
    const double shown = roundedTo(points, 1);
    return withSign(shown, decimalText(std::abs(shown), 1));
}

QString signedPointsText(double points) {
    const QString text = pointsText(points);
    return roundedTo(points, 1) > 0 ? u'+' + text : text;
}

QString wholePointsText(double points) {
    const double shown = roundedTo(points, 0);
    return withSign(shown, decimalText(std::abs(shown), 0));
}

QString percentText(double share) {
    return Words::tr("%1%").arg(scoreText(share * 100, 0));
}

QString partText(double share) {
    constexpr double least = 0.01;
    return share > 0 && share < least ? Words::tr("<1%") : percentText(share);
}

std::vector<QString> percentTexts(std::span<const double> parts) {
    const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<int> percents(parts.size(), 0);
    std::vector<std::pair<double, std::size_t>> remainders; // the largest first, as a negative
    int missing = whole > 0 ? 100 : 0;
    for (std::size_t at = 0; at < parts.size() && whole > 0; ++at) {
        const double exact = scoring::rounded(parts[at] / whole * 100);
        percents[at] = static_cast<int>(exact);
        missing -= percents[at];
        remainders.emplace_back(percents[at] - exact, at);
    }
    std::ranges::sort(remainders);
    for (std::size_t at = 0; at < remainders.size() && missing > 0; ++at, --missing) {
        ++percents[remainders[at].second];
    }
    std::vector<QString> texts;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const bool isSome = whole > 0 && parts[at] > 0, isAll = whole > 0 && parts[at] == whole;
        texts.push_back(isSome && percents[at] == 0 ? Words::tr("<1%")
                        : !isAll && percents[at] == 100
                            ? Words::tr(">99%")
                            : Words::tr("%1%").arg(QLocale().toString(percents[at])));
    }
    return texts;
}

QString numberText(double value) {
    const double shown = roundedTo(value, 2);
    const int decimals = roundedTo(shown, 0) == shown ? 0 : roundedTo(shown, 1) == shown ? 1 : 2;
    return withSign(shown, decimalText(std::abs(shown), decimals));
}

QString countText(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString moreOrFewerText(std::size_t now, std::size_t before, const QString& when) {
    return now == before  ? Words::tr("as many as %1").arg(when)
           : now > before ? Words::tr("%1 more than %2").arg(countText(now - before), when)
                          : Words::tr("%1 fewer than %2").arg(countText(before - now), when);
}

QString valueText(const Metric& metric, double value) {
    if (metric.rule.kind == MetricKind::Level) {
        for (const Level& level : metric.rule.levels) {
            if (level.level == static_cast<int>(std::lround(value))) {
                return fromUtf8(level.label);
            }
        }
        return numberText(value);
    }
    const QString unit = fromUtf8(metric.unit);
    if (unit.isEmpty()) {
        return numberText(value);
    }
    return unit == u"%" ? Words::tr("%1%").arg(numberText(value))
                        : Words::tr("%1 %2").arg(numberText(value), unit);
}

QString shortMoney(std::int64_t cents, QStringView currency) {
    const double amount = static_cast<double>(std::abs(cents)) / 100;
    const auto after = std::ranges::upper_bound(moneySteps, amount, {}, &MoneyStep::from);
    const MoneyStep& step = *(after - 1);
    const QString size =
        currencySign(currency) + decimalText(amount / step.unit, step.decimals) + step.letter.toString();
    return withSign(static_cast<double>(cents), size);
}

QString fullMoney(std::int64_t cents, QStringView currency) {
    const double amount = static_cast<double>(std::abs(cents)) / 100;
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::NumberOptions(QLocale::OmitGroupSeparator));
    const QString size = currencySign(currency) + locale.toString(amount, 'f', cents % 100 == 0 ? 0 : 2);
    return withSign(static_cast<double>(cents), size);
}

QString bandName(Band band) {
    switch (band) {
    case Band::Red:
        return Words::tr("red");
    case Band::Yellow:
        return Words::tr("yellow");
    case Band::Green:
        return Words::tr("green");
    case Band::None:
        break;
    }
    return Words::tr("no data");
}

} // namespace hb::wording
