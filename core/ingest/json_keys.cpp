// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/json_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cstring>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

/// Goes over a JSON text without building anything of it.
class KeyWalk {
public:
    explicit KeyWalk(const QByteArray& json) : m_json(json) {}

    [[nodiscard]] QStringList walk() {
        m_at = m_json.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        value({});
        return m_twice;
    }

private:
    /// The next character that is no blank; NUL at the end.
    char peek() {
        while (m_at < m_json.size() && std::strchr(" \t\r\n", m_json[m_at]) != nullptr) {
            ++m_at;
        }
        return m_at < m_json.size() ? m_json[m_at] : '\0';
    }
    void skip(char c) { m_at += peek() == c ? 1 : 0; }

    QByteArray string() {
        const qsizetype start = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        }
        ++m_at;
        return m_json.mid(start, m_at - start);
    }

    void value(const QString& path) {
        const char first = peek();
        if (first == '{') {
            object(path);
        } else if (first == '[') {
            array(path);
        } else if (first == '"') {
            string();
        } else {
            while (m_at < m_json.size() && std::strchr(",]}", m_json[m_at]) == nullptr) {
                ++m_at;
            }
        }
    }

    void object(const QString& path) {
        QSet<QString> seen;
        skip('{');
        while (peek() == '"') {
            const QString key = QJsonDocument::fromJson('[' + string() + ']').array().at(0).toString();
            const QString here = path + jsonStep(key);
            if (seen.contains(key)) {
                m_twice.append(here);
            }
            seen.insert(key);
            skip(':');
            value(here);
            skip(',');
        }
        skip('}');
    }

    void array(const QString& path) {
        skip('[');
        for (qsizetype i = 0; peek() != ']' && peek() != '\0'; ++i) {
            value(path + u'/' + QString::number(i));
            skip(',');
        }
        skip(']');
    }

    const QByteArray& m_json;
    qsizetype m_at = 0;
    QStringList m_twice;
};

} // namespace

QString jsonStep(const QString& key) {
    QString escaped = key;
    escaped.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return u'/' + escaped;
}

QStringList keysThereTwice(const QByteArray& json) {
    return KeyWalk(json).walk();
}

} // namespace hb::ingest
