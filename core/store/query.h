// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

class QSqlQuery;

namespace hb::store {

namespace detail {

[[nodiscard]] inline QVariant toVariant(std::nullopt_t) {
    return {};
}
[[nodiscard]] inline QVariant toVariant(double value) {
    return value;
}
[[nodiscard]] inline QVariant toVariant(const QString& value) {
    return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value); // a null QString would bind NULL
}
[[nodiscard]] inline QVariant toVariant(const QByteArray& value) {
    return value;
}
[[nodiscard]] inline QVariant toVariant(std::string_view value) {
    return toVariant(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
}
[[nodiscard]] inline QVariant toVariant(const std::string& value) {
    return toVariant(std::string_view(value));
}
[[nodiscard]] inline QVariant toVariant(Day value) {
    return value.number;
}
template <typename Table>
[[nodiscard]] QVariant toVariant(Id<Table> value) {
    return static_cast<qlonglong>(value.value);
}
template <typename Integer>
    requires std::is_integral_v<Integer>
[[nodiscard]] QVariant toVariant(Integer value) {
    return static_cast<qlonglong>(value);
}
template <typename Value>
[[nodiscard]] QVariant toVariant(const std::optional<Value>& value) {
    return value ? toVariant(*value) : QVariant();
}

template <typename T>
struct IsId : std::false_type {};
template <typename Table>
struct IsId<Id<Table>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

} // namespace detail

/// A prepared statement, forward only. Bound and read by position from 0.
///     HB_TRY(Query rows, database.query(u"SELECT id, key FROM account WHERE id > ?"_s, id));
///     while (rows.next()) { use(rows.get<AccountId>(0), rows.get<std::string>(1)); }
///     HB_CHECK(rows.finished());
class Query {
public:
    explicit Query(std::unique_ptr<QSqlQuery> query);
    Query(Query&&) noexcept;
    Query& operator=(Query&&) noexcept;
    ~Query();

    /// Binds all values and runs the statement. Text is stored as UTF-8, a std::optional without value as
    /// NULL; a null QByteArray too.
    template <typename... Values>
    [[nodiscard]] Result<void> run(const Values&... values) {
        int position = 0;
        (bind(position++, detail::toVariant(values)), ...);
        return execute();
    }
    /// Goes to the next row; false after the last one or on an error, which finished() tells apart.
    [[nodiscard]] bool next();
    [[nodiscard]] Result<void> finished();
    /// Lets go of the rows not read; a reader that keeps them holds its view of the book.
    void finish();

    /// A column of the current row: integers, double, bool, QString, std::string (UTF-8), QByteArray, Day, an
    /// Id, or a std::optional of these (none for NULL).
    template <typename T>
    [[nodiscard]] T get(int column) const {
        if constexpr (detail::IsOptional<T>::value) {
            return isNull(column) ? T() : T(get<typename T::value_type>(column));
        } else if constexpr (detail::IsId<T>::value) {
            return T{integerAt(column)};
        } else if constexpr (std::is_same_v<T, Day>) {
            return Day{static_cast<std::int32_t>(integerAt(column))};
        } else if constexpr (std::is_same_v<T, bool>) {
            return integerAt(column) != 0;
        } else if constexpr (std::is_integral_v<T>) {
            return static_cast<T>(integerAt(column));
        } else if constexpr (std::is_same_v<T, double>) {
            return valueAt(column).toDouble();
        } else if constexpr (std::is_same_v<T, QString>) {
            return valueAt(column).toString();
        } else if constexpr (std::is_same_v<T, std::string>) {
            return valueAt(column).toString().toStdString();
        } else {
            static_assert(std::is_same_v<T, QByteArray>);
            return valueAt(column).toByteArray();
        }
    }

private:
    void bind(int position, const QVariant& value);
    [[nodiscard]] Result<void> execute();
    [[nodiscard]] QVariant valueAt(int column) const;
    [[nodiscard]] std::int64_t integerAt(int column) const { return valueAt(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return valueAt(column).isNull(); }
    std::unique_ptr<QSqlQuery> m_query;
};

} // namespace hb::store
