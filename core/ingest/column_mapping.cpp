// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/column_mapping.h"

#include "core/ingest/field_parser.h"
#include "core/ingest/json_keys.h"
#include "core/ingest/metric_forms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::ingest {

namespace {

constexpr std::array<std::pair<QLatin1StringView, SameDay>, 5> sameDays = {{{"last"_L1, SameDay::Last},
                                                                            {"sum"_L1, SameDay::Sum},
                                                                            {"count"_L1, SameDay::Count},
                                                                            {"mean"_L1, SameDay::Mean},
                                                                            {"max"_L1, SameDay::Max}}};

/// Letters or a sign, as EUR, kr. or €; a digit would be dropped from the numbers themselves.
bool isCurrencySign(const QString& text) {
    const auto isMark = [](QChar c) { return c.isLetter() || c.category() == QChar::Symbol_Currency; };
    const auto isOfNumbers = [](QChar c) { return c.isDigit() || c == u'+' || c == u'-'; };
    return std::ranges::any_of(text, isMark) && std::ranges::none_of(text, isOfNumbers);
}

/// Walks the JSON, fills a mapping and notes every fault with its path.
class MappingReader {
public:
    [[nodiscard]] ColumnMapping read(const QJsonObject& root);
    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    void fault(const QString& path, const QString& text) { m_faults.append(path + u": "_s + text); }

private:
    void checkMetric(const QString& path, const QString& key);
    void readMember(const QString& key, const QJsonValue& value);
    void readColumns(const QJsonValue& value);
    void readSigns(const QString& key, const QJsonValue& value);
    void readSameDay(const QJsonValue& value);
    void readDerive(const QJsonValue& value);
    void readDerived(const QString& path, const QJsonObject& object);
    void readLevels(const QJsonValue& value);
    QString text(const QString& path, const QJsonValue& value);
    QStringList texts(const QString& path, const QJsonValue& value);
    QJsonObject object(const QString& path, const QJsonValue& value);

    ColumnMapping m_mapping;
    QStringList m_faults;
};

QString MappingReader::text(const QString& path, const QJsonValue& value) {
    if (!value.isString() || value.toString().trimmed().isEmpty()) {
        fault(path, u"must be a text that is not empty"_s);
        return {};
    }
    return value.toString();
}

QStringList MappingReader::texts(const QString& path, const QJsonValue& value) {
    if (!value.isArray()) {
        fault(path, u"must be a list of texts"_s);
        return {};
    }
    QStringList list;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        list.append(text(path + u'/' + QString::number(i), array.at(i)));
    }
    return list;
}

void MappingReader::checkMetric(const QString& path, const QString& key) {
    if (!key.isEmpty() && foldedMetricKey(key.toStdString()) != key.toStdString()) {
        fault(path, u"must be the key of a metric: 1 to 64 of a-z 0-9 _ . -"_s);
    }
}

QJsonObject MappingReader::object(const QString& path, const QJsonValue& value) {
    if (!value.isObject()) {
        fault(path, u"must be an object"_s);
    }
    return value.toObject();
}

ColumnMapping MappingReader::read(const QJsonObject& root) {
    if (root.value("format"_L1) != "healthbook-mapping/1"_L1) {
        fault(u"/format"_s, u"must be \"healthbook-mapping/1\""_s);
    }
    for (auto member = root.begin(); member != root.end(); ++member) {
        readMember(member.key(), member.value());
    }
    if (!m_mapping.thousands.isNull() && m_mapping.thousands == m_mapping.decimal) {
        fault(u"/thousands"_s, u"must differ from the decimal sign"_s);
    }
    return m_mapping;
}

void MappingReader::readMember(const QString& key, const QJsonValue& value) {
    const QString path = jsonStep(key);
    if (key == "format"_L1) {
        return;
    }
    if (key == "columns"_L1) {
        readColumns(value);
    } else if (key == "date_format"_L1) {
        m_mapping.dateFormat = text(path, value);
        if (!DayForm::fromText(m_mapping.dateFormat)) {
            fault(path, u"must hold dd, MM and yyyy once each, and separators"_s);
        }
    } else if (key == "decimal"_L1 || key == "thousands"_L1 || key == "key"_L1) {
        readSigns(key, value);
    } else if (key == "percent"_L1) {
        m_mapping.percent = texts(path, value);
    } else if (key == "currency"_L1) {
        m_mapping.currency = texts(path, value);
        for (qsizetype i = 0; i < m_mapping.currency.size(); ++i) {
            if (!m_mapping.currency[i].isEmpty() && !isCurrencySign(m_mapping.currency[i])) {
                fault(path + u'/' + QString::number(i), u"must be the sign or the letters of a currency"_s);
            }
        }
    } else if (key == "same_day"_L1) {
        readSameDay(value);
    } else if (key == "derive"_L1) {
        readDerive(value);
    } else if (key == "levels"_L1) {
        readLevels(value);
    } else if (key == "sheet"_L1 || key == "header_row"_L1 || key == "unpivot"_L1) {
        fault(path, u"is not supported yet by this version of Healthbook"_s);
    } else {
        fault(path, u"is not known"_s);
    }
}

void MappingReader::readSigns(const QString& key, const QJsonValue& value) {
    const QString path = jsonStep(key);
    const QString written = value.toString();
    if (key == "key"_L1) {
        if (written != "id"_L1 && written != "name"_L1) {
            fault(path, u"must be \"id\" or \"name\""_s);
        }
        m_mapping.key = written == "name"_L1 ? ColumnMapping::Key::Name : ColumnMapping::Key::Id;
    } else if (key == "decimal"_L1) {
        if (written != "."_L1 && written != ","_L1) {
            fault(path, u"must be \".\" or \",\""_s);
            return;
        }
        m_mapping.decimal = written.front();
    } else {
        const bool usable =
            written.size() == 1 && !written.front().isLetterOrNumber() && !u"+-"_s.contains(written.front());
        if (!usable) {
            fault(path, u"must be one character, no letter, digit or sign"_s);
            return;
        }
        m_mapping.thousands = written.front();
    }
}

void MappingReader::readColumns(const QJsonValue& value) {
    const QString path = u"/columns"_s;
    const QJsonObject columns = object(path, value);
    QHash<QString, QString> seen;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        const QString here = path + jsonStep(column.key());
        const QString folded = foldedColumnName(column.key());
        if (seen.contains(folded)) {
            fault(here, u"is the same column as \""_s + seen.value(folded) + u'"');
        }
        seen.insert(folded, column.key());
        if (column.value().isNull()) {
            m_mapping.columns.emplace_back(column.key(), QString());
        } else {
            m_mapping.columns.emplace_back(column.key(), text(here, column.value()).trimmed());
        }
    }
}

void MappingReader::readSameDay(const QJsonValue& value) {
    const QString path = u"/same_day"_s;
    const QJsonObject metrics = object(path, value);
    for (auto metric = metrics.begin(); metric != metrics.end(); ++metric) {
        checkMetric(path + jsonStep(metric.key()), metric.key());
        const auto found =
            std::ranges::find(sameDays, metric.value().toString(), &decltype(sameDays)::value_type::first);
        if (found == sameDays.end()) {
            fault(path + jsonStep(metric.key()), u"must be last, sum, count, mean or max"_s);
            continue;
        }
        m_mapping.sameDay.insert(metric.key(), found->second);
    }
}

void MappingReader::readDerive(const QJsonValue& value) {
    const QString path = u"/derive"_s;
    if (!value.isArray()) {
        fault(path, u"must be a list of objects"_s);
        return;
    }
    const QJsonArray derived = value.toArray();
    for (qsizetype i = 0; i < derived.size(); ++i) {
        const QString here = path + u'/' + QString::number(i);
        readDerived(here, object(here, derived.at(i)));
    }
}

void MappingReader::readDerived(const QString& path, const QJsonObject& object) {
    static const QStringList known = {u"metric"_s, u"left"_s, u"op"_s, u"right"_s};
    for (const QString& key : object.keys()) {
        if (!known.contains(key)) {
            fault(path + jsonStep(key), u"is not known"_s);
        }
    }
    DerivedMetric derived;
    derived.metric = text(path + u"/metric"_s, object.value("metric"_L1)).trimmed();
    checkMetric(path + u"/metric"_s, derived.metric);
    derived.left = text(path + u"/left"_s, object.value("left"_L1));
    derived.right = text(path + u"/right"_s, object.value("right"_L1));
    const QString op = object.value("op"_L1).toString();
    if (op.size() != 1 || !u"+-*/"_s.contains(op)) {
        fault(path + u"/op"_s, u"must be one of + - * /"_s);
        return;
    }
    derived.op = op.front();
    m_mapping.derive.push_back(derived);
}

void MappingReader::readLevels(const QJsonValue& value) {
    const QString path = u"/levels"_s;
    const QJsonObject metrics = object(path, value);
    for (auto metric = metrics.begin(); metric != metrics.end(); ++metric) {
        const QString here = path + jsonStep(metric.key());
        checkMetric(here, metric.key());
        const QJsonObject levels = object(here, metric.value());
        QHash<QString, int>& texts = m_mapping.levels[metric.key()];
        for (auto level = levels.begin(); level != levels.end(); ++level) {
            const double number = level.value().toDouble(-1);
            if (number < 0 || number > 1e6 || number != std::floor(number)) {
                fault(here + jsonStep(level.key()), u"must be a level: a whole number from 0 on"_s);
                continue;
            }
            texts.insert(level.key(), static_cast<int>(number));
        }
    }
}

QJsonArray toArray(const QStringList& texts) {
    return QJsonArray::fromStringList(texts);
}

QJsonArray toArray(const std::vector<DerivedMetric>& derive) {
    QJsonArray array;
    for (const DerivedMetric& derived : derive) {
        array.append(QJsonObject{{u"metric"_s, derived.metric},
                                 {u"left"_s, derived.left},
                                 {u"op"_s, QString(derived.op)},
                                 {u"right"_s, derived.right}});
    }
    return array;
}

} // namespace

Result<ColumnMapping> parseMapping(const QByteArray& json, const QString& fileName) {
    const auto refuse = [&fileName](const QString& found, const QString& expected) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not read the mapping",
                        .found = found.toStdString(),
                        .expected = expected.toStdString(),
                        .place = fileName.toStdString()});
    };
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) {
        return refuse(error.errorString() + u" at byte "_s + QString::number(error.offset + 1), u"JSON"_s);
    }
    if (!document.isObject()) {
        return refuse(u"no object"_s, u"an object with \"format\": \"healthbook-mapping/1\""_s);
    }
    MappingReader reader;
    for (const QString& path : keysThereTwice(json)) {
        reader.fault(path, u"is there twice"_s);
    }
    ColumnMapping mapping = reader.read(document.object());
    if (!reader.faults().isEmpty()) {
        return refuse(reader.faults().join(u'\n'), QString());
    }
    return mapping;
}

QByteArray toJson(const ColumnMapping& mapping) {
    QJsonObject root{{u"format"_s, u"healthbook-mapping/1"_s}};
    QJsonObject columns;
    for (const auto& [column, target] : mapping.columns) {
        columns.insert(column, target.isNull() ? QJsonValue() : QJsonValue(target));
    }
    QJsonObject sameDay;
    for (auto metric = mapping.sameDay.begin(); metric != mapping.sameDay.end(); ++metric) {
        const auto found =
            std::ranges::find(sameDays, metric.value(), &decltype(sameDays)::value_type::second);
        sameDay.insert(metric.key(), QString(found->first));
    }
    QJsonObject levels;
    for (auto metric = mapping.levels.begin(); metric != mapping.levels.end(); ++metric) {
        QJsonObject texts;
        for (auto text = metric->begin(); text != metric->end(); ++text) {
            texts.insert(text.key(), text.value());
        }
        levels.insert(metric.key(), texts);
    }
    const auto add = [&root](const QString& key, const QJsonValue& value, bool isSet) {
        if (isSet) {
            root.insert(key, value);
        }
    };
    add(u"columns"_s, columns, !columns.isEmpty());
    add(u"date_format"_s, mapping.dateFormat, !mapping.dateFormat.isEmpty());
    add(u"decimal"_s, QString(mapping.decimal), mapping.decimal != u'.');
    add(u"thousands"_s, QString(mapping.thousands), !mapping.thousands.isNull());
    add(u"percent"_s, toArray(mapping.percent), !mapping.percent.isEmpty());
    add(u"currency"_s, toArray(mapping.currency), !mapping.currency.isEmpty());
    add(u"same_day"_s, sameDay, !sameDay.isEmpty());
    add(u"derive"_s, toArray(mapping.derive), !mapping.derive.empty());
    add(u"levels"_s, levels, !levels.isEmpty());
    add(u"key"_s, u"name"_s, mapping.key == ColumnMapping::Key::Name);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString foldedColumnName(const QString& name) {
    QString folded;
    folded.reserve(name.size());
    for (const QChar c : name) {
        if (!c.isSpace() && c != u'_' && c != u'-') {
            folded.append(c);
        }
    }
    return folded.toCaseFolded();
}

} // namespace hb::ingest
