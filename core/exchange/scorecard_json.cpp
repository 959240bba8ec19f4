// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_json.h"

#include "core/base/contract.h"
#include "core/exchange/json_value.h"
#include "core/exchange/scorecard_checks.h"
#include "core/exchange/scorecard_reader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::exchange {
namespace {

constexpr qsizetype mostFaultsTold = 200;

Error refusal(const QStringList& faults, const QString& fileName) {
    QStringList told = faults.mid(0, mostFaultsTold);
    if (faults.size() > mostFaultsTold) {
        told.append(u"and %1 more"_s.arg(faults.size() - mostFaultsTold));
    }
    return {.code = ErrorCode::InvalidInput,
            .what = "The scorecard file was refused",
            .found = told.join(u'\n').toStdString(),
            .hint = "Mend these places and import it again; nothing was taken from it",
            .place = fileName.toStdString()};
}

Scorecard embedded(const QString& path, Day effectiveFrom) {
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    HB_ENSURES(opened);
    auto scorecard = parseScorecard(file.readAll(), path, effectiveFrom);
    HB_ENSURES(scorecard.has_value());
    return *std::move(scorecard);
}

} // namespace

Result<Scorecard> parseScorecard(const QByteArray& json, const QString& fileName, Day today) {
    auto value = parseJson(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    if (!value) {
        Error error = std::move(value).error();
        error.place = fileName.toStdString() + ", " + error.place;
        return failure(std::move(error));
    }
    FaultList faults;
    Scorecard scorecard = readScorecardJson(*value, today, faults);
    checkScorecard(scorecard, faults);
    if (!faults.isEmpty()) {
        return failure(refusal(faults.lines(), fileName));
    }
    std::stable_partition(scorecard.templates.begin(), scorecard.templates.end(), [](const Template& read) {
        return !read.isDefault || read.retiredOn.has_value();
    });
    return scorecard;
}

QStringList scorecardFaults(const Scorecard& scorecard) {
    FaultList faults;
    checkScorecard(scorecard, faults);
    return faults.lines();
}

Scorecard starterScorecard(Day effectiveFrom) {
    return embedded(u":/scorecards/starter.json"_s, effectiveFrom);
}

Scorecard extendedScorecard(Day effectiveFrom) {
    return embedded(u":/scorecards/extended.json"_s, effectiveFrom);
}

} // namespace hb::exchange
