// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_payload.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

void appendQuoted(QString& json, const QString& text) {
    json += u'"';
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\') {
            json += u'\\';
            json += character;
        } else if (character < u' ') {
            json += u"\\u"_s + QString::number(character.unicode(), 16).rightJustified(4, u'0');
        } else {
            json += character;
        }
    }
    json += u'"';
}

} // namespace

QString toPayload(const PayloadValues& values) {
    // By hand: QJsonObject sorts keys as text and costs more than all the rest of an import's row.
    QString json = u"{"_s;
    for (const auto& [key, value] : values) {
        if (json.size() > 1) {
            json += u',';
        }
        json += u'"' + QString::number(key) + u"\":"_s;
        appendQuoted(json, value);
    }
    return json + u'}';
}

PayloadValues fromPayload(const QString& content) {
    PayloadValues values;
    const QJsonObject object = QJsonDocument::fromJson(content.toUtf8()).object();
    for (auto at = object.begin(); at != object.end(); ++at) {
        values.emplace(at.key().toLongLong(), at.value().toString());
    }
    return values;
}

std::int64_t payloadHash(const QString& content) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : content.toUtf8()) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
    return static_cast<std::int64_t>(hash);
}

} // namespace hb::store
