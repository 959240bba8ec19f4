// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/setting_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr auto bookSettings = "book"_L1;
constexpr auto sharedCopy = "shared_copy"_L1;

constexpr auto numbers = "numbers"_L1, letters = "letters"_L1;
constexpr auto lowest = "lowest"_L1; ///< else the mean weighted by ARR

std::optional<SchemeKind> shownAs(const QString& word) {
    return word == numbers   ? std::optional(SchemeKind::Numeric)
           : word == letters ? std::optional(SchemeKind::Letters)
                             : std::nullopt;
}

BookSettings fromText(const QString& json) {
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    BookSettings settings;
    settings.currency =
        object["currency"_L1].toString(QString::fromStdString(settings.currency)).toStdString();
    for (const QJsonValue metric : object["seats_metrics"_L1].toArray()) {
        settings.seatsMetrics.push_back(metric.toString().toStdString());
    }
    ReasonRules& reasons = settings.reasons;
    reasons.newlyRedDays = object["newly_red_days"_L1].toInt(reasons.newlyRedDays);
    reasons.fallingPoints = object["falling_points"_L1].toDouble(reasons.fallingPoints);
    reasons.renewalDays = object["renewal_days"_L1].toInt(reasons.renewalDays);
    reasons.championDays = object["champion_days"_L1].toInt(reasons.championDays);
    reasons.leftAloneWeeks = object["left_alone_weeks"_L1].toInt(reasons.leftAloneWeeks);
    reasons.silentDays = object["silent_days"_L1].toInt(reasons.silentDays);
    reasons.seatsFull = object["seats_full"_L1].toDouble(reasons.seatsFull);
    settings.shownAs = shownAs(object["shown_as"_L1].toString());
    settings.familyRule =
        object["family_rule"_L1] == lowest ? FamilyRule::Lowest : FamilyRule::ArrWeightedMean;
    return settings;
}

} // namespace

QString toText(const BookSettings& settings) {
    QJsonArray seats;
    for (const std::string& metric : settings.seatsMetrics) {
        seats.push_back(QString::fromStdString(metric));
    }
    const ReasonRules& reasons = settings.reasons;
    QJsonObject object{{u"currency"_s, QString::fromStdString(settings.currency)},
                       {u"seats_metrics"_s, seats},
                       {u"newly_red_days"_s, reasons.newlyRedDays},
                       {u"falling_points"_s, reasons.fallingPoints},
                       {u"renewal_days"_s, reasons.renewalDays},
                       {u"champion_days"_s, reasons.championDays},
                       {u"left_alone_weeks"_s, reasons.leftAloneWeeks},
                       {u"silent_days"_s, reasons.silentDays},
                       {u"seats_full"_s, reasons.seatsFull}};
    if (settings.familyRule == FamilyRule::Lowest) {
        object.insert(u"family_rule"_s, QString(lowest));
    }
    if (settings.shownAs) {
        object.insert(u"shown_as"_s, QString(*settings.shownAs == SchemeKind::Letters ? letters : numbers));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<BookSettings> readSettings(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT value FROM setting WHERE key = ?"_s, QString(bookSettings)));
    BookSettings settings = rows.next() ? fromText(rows.get<QString>(0)) : BookSettings{};
    HB_CHECK(rows.finished());
    return settings;
}

Result<void> writeSettings(Database& database, const BookSettings& settings) {
    HB_CHECK(database.query(uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                                ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                            QString(bookSettings),
                            toText(settings)));
    return {};
}

Result<std::optional<SharedCopy>> readSharedCopy(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT value FROM setting WHERE key = ?"_s, QString(sharedCopy)));
    std::optional<SharedCopy> copy;
    if (rows.next()) {
        const QJsonObject object = QJsonDocument::fromJson(rows.get<QString>(0).toUtf8()).object();
        // A copy stays one whatever its day looks like.
        copy = SharedCopy{.day = parseIsoDay(object["day"_L1].toString().toStdString()).value_or(lastDay),
                          .by = object["by"_L1].toString().toStdString()};
    }
    HB_CHECK(rows.finished());
    return copy;
}

Result<void> writeSharedCopy(Database& database, const SharedCopy& copy) {
    const QJsonObject object{{u"day"_s, QString::fromStdString(toIsoText(copy.day))},
                             {u"by"_s, QString::fromStdString(copy.by)}};
    HB_CHECK(database.query(uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                                ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                            QString(sharedCopy),
                            QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))));
    return {};
}

Result<std::vector<SavedView>> savedViews(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT name, content FROM saved_view ORDER BY name"_s));
    std::vector<SavedView> views;
    while (rows.next()) {
        views.push_back({.name = rows.get<QString>(0), .content = rows.get<QString>(1)});
    }
    HB_CHECK(rows.finished());
    return views;
}

Result<std::optional<QString>> savedView(Database& database, const QString& name) {
    HB_TRY(Query rows, database.query(u"SELECT content FROM saved_view WHERE name = ?"_s, name));
    std::optional<QString> content;
    if (rows.next()) {
        content = rows.get<QString>(0);
    }
    HB_CHECK(rows.finished());
    return content;
}

Result<void> writeSavedView(Database& database, const QString& name, const QString& content) {
    if (content.isEmpty()) {
        HB_CHECK(database.query(u"DELETE FROM saved_view WHERE name = ?"_s, name));
        return {};
    }
    HB_CHECK(database.query(uR"(INSERT INTO saved_view (name, content) VALUES (?, ?)
                                ON CONFLICT DO UPDATE SET content = excluded.content)"_s,
                            name,
                            content));
    return {};
}

} // namespace hb::store
