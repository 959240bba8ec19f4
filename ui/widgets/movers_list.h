// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/widgets/uniform_rows.h"

#include <functional>
#include <optional>
#include <vector>

namespace hb::widgets {

/// An account that changes band, as a row says it.
struct MoverRow {
    AccountIndex account = 0;
    std::optional<Band> before = {}; ///< none: it was not there
    std::optional<Band> after = {};
    QString name;
    QString scores;     ///< "61 → 45"
    QString money;      ///< empty where it has no ARR
    QString owner = {}; ///< empty where that is not said
};

/// Who changes band, two lines an account: glyphs from and to, name and money; scores and why, and whose.
class MoversList : public UniformRows {
    Q_OBJECT
public:
    MoversList(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Why an account moves, "mostly Open tickets (−9.2)": asked of the rows that are seen.
    using Why = std::function<QString(AccountIndex)>;
    void setRows(std::vector<MoverRow> rows, Why why);
    [[nodiscard]] const std::vector<MoverRow>& rows() const { return m_rows; }
    [[nodiscard]] const QString& whyOf(int row) const;

protected:
    void paintRow(QPainter& painter, int row, const QRectF& box) const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString rowName(int row) const override;
    [[nodiscard]] QString rowTip(int row) const override;
    [[nodiscard]] QString rowKey(int row) const override {
        return m_rows[static_cast<std::size_t>(row)].name;
    }

private:
    struct Words {
        QString text;
        theme::TextRole role;
    };
    void paintLine(QPainter& painter, const QRect& line, const Words& left, const Words& right) const;
    std::vector<MoverRow> m_rows;
    Why m_why;
    mutable std::vector<std::optional<QString>> m_known; ///< by row: what m_why has said
};

} // namespace hb::widgets
