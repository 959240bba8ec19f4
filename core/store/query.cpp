// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include "core/store/database.h"

#include <QSqlError>
#include <QSqlQuery>

namespace hb::store {

using namespace Qt::StringLiterals;

Query::Query(std::unique_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

void Query::bind(int position, const QVariant& value) {
    m_query->bindValue(position, value);
}

Result<void> Query::execute() {
    if (!m_query->exec()) {
        return failure(toError(m_query->lastError(), u"Could not read or write the book"_s));
    }
    return {};
}

bool Query::next() {
    return m_query->next();
}

Result<void> Query::finished() {
    const QSqlError error = m_query->lastError();
    m_query->finish();
    if (error.type() != QSqlError::NoError) {
        return failure(toError(error, u"Could not read the book"_s));
    }
    return {};
}

void Query::finish() {
    m_query->finish();
}

QVariant Query::valueAt(int column) const {
    return m_query->value(column);
}

} // namespace hb::store
