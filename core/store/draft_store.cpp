// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft_store.h"

#include "core/store/version_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QString& json) {
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString compact(const QJsonObject& json) {
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject toJson(const Charter& charter) {
    return {{u"purpose"_s, QString::fromStdString(charter.purpose)},
            {u"owner"_s, QString::fromStdString(charter.owner)},
            {u"review_months"_s, charter.reviewMonths},
            {u"readiness"_s, QString::fromStdString(charter.readiness)},
            {u"effort"_s, QString::fromStdString(charter.effort)},
            {u"notes"_s, QString::fromStdString(charter.notes)}};
}

Charter toCharter(const QJsonObject& json) {
    return {.purpose = json["purpose"_L1].toString().toStdString(),
            .owner = json["owner"_L1].toString().toStdString(),
            .reviewMonths = json["review_months"_L1].toInt(),
            .readiness = json["readiness"_L1].toString().toStdString(),
            .effort = json["effort"_L1].toString().toStdString(),
            .notes = json["notes"_L1].toString().toStdString()};
}

QString toContent(const Draft& draft) {
    return compact({{u"name"_s, QString::fromStdString(draft.name)},
                    {u"default"_s, draft.isDefault},
                    {u"based_on"_s, draft.basedOn},
                    {u"charter"_s, toJson(draft.charter)},
                    {u"version"_s, parsed(toVersionJson(draft.version))}});
}

Result<Draft> fromContent(const std::string& key, const QString& content) {
    const QJsonObject json = parsed(content);
    HB_TRY(TemplateVersion version, fromVersionJson(compact(json["version"_L1].toObject())));
    return Draft{.key = key,
                 .name = json["name"_L1].toString().toStdString(),
                 .isDefault = json["default"_L1].toBool(),
                 .basedOn = json["based_on"_L1].toInt(),
                 .charter = toCharter(json["charter"_L1].toObject()),
                 .version = std::move(version)};
}

const QString selectDrafts = u"SELECT template_key, content, person_id, name, at FROM draft "
                             u"JOIN person ON person.id = person_id"_s;

Result<std::vector<DraftRow>> readDrafts(Query rows) {
    std::vector<DraftRow> found;
    while (rows.next()) {
        HB_TRY(Draft draft, fromContent(rows.get<std::string>(0), rows.get<QString>(1)));
        found.push_back({.draft = std::move(draft),
                         .person = rows.get<PersonId>(2),
                         .author = rows.get<QString>(3),
                         .at = rows.get<QString>(4)});
    }
    HB_CHECK(rows.finished());
    return found;
}

} // namespace

Result<std::vector<DraftRow>> drafts(Database& database) {
    HB_TRY(Query rows, database.query(selectDrafts + u" ORDER BY template_key"_s));
    return readDrafts(std::move(rows));
}

Result<std::optional<DraftRow>> findDraft(Database& database, const std::string& key) {
    HB_TRY(Query rows, database.query(selectDrafts + u" WHERE template_key = ?"_s, key));
    HB_TRY(std::vector<DraftRow> found, readDrafts(std::move(rows)));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<void> writeDraft(Database& database, const DraftRow& row) {
    HB_CHECK(database.query(uR"(
        INSERT INTO draft (template_key, content, person_id, at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET content = excluded.content, person_id = excluded.person_id, at = excluded.at)"_s,
                            row.draft.key,
                            toContent(row.draft),
                            row.person,
                            row.at));
    return {};
}

Result<void> deleteDraft(Database& database, const std::string& key) {
    HB_CHECK(database.query(u"DELETE FROM draft WHERE template_key = ?"_s, key));
    return {};
}

} // namespace hb::store
