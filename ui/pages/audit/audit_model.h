// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/audit.h"
#include "core/exchange/table.h"
#include "core/model/snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace hb::pages {

/// A change in words.
struct AuditRow {
    AuditEntry entry;
    QString when;
    QString account; ///< its name; its key where it is gone; empty where the change is of none
    QString sentence;
};

/// A page of the journal in words. For the reader's thread.
[[nodiscard]] std::vector<AuditRow>
auditRows(const Snapshot& snapshot, const book::AuditPage& page, Day today);
/// What stood there before or after, a line a part, without the JSON around it.
[[nodiscard]] QString partsText(const std::string& json);
/// The moment of a change as it is shown, in the time of this place.
[[nodiscard]] QString momentText(const std::string& at);

/// What was changed, newest first; asks for more when its end comes into sight.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, Account, What, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<AuditRow> rows, bool hasMore);
    void append(std::vector<AuditRow> rows, bool hasMore);
    /// What was asked for does not come: it can be asked for again.
    void stopWaiting() { m_isWaiting = false; }
    [[nodiscard]] const std::vector<AuditRow>& rows() const { return m_rows; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    /// What was read so far, a row a change.
    [[nodiscard]] exchange::Table asTable() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreAsked();

private:
    std::vector<AuditRow> m_rows;
    bool m_hasMore = false;
    bool m_isWaiting = false;
};

} // namespace hb::pages
