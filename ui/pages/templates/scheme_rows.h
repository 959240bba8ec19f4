// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace hb::pages {

inline constexpr std::size_t leastRanges = 2, mostRanges = 12;

/// The ranges of a scheme, a row each: from, label, colour, help; split and remove.
class SchemeRows : public QWidget {
    Q_OBJECT
public:
    SchemeRows(const theme::Theme& theme, QWidget* parent = nullptr);
    void showScheme(const Scheme& scheme, bool editable);

Q_SIGNALS:
    void schemeEdited(const hb::Scheme& scheme, const QString& text);

private:
    struct Row {
        CommittedField* from;
        CommittedField* label;
        std::array<QPushButton*, 3> colours; ///< by Band
        CommittedField* help;
        QToolButton* split;
        QToolButton* remove;
        QLabel* fault;
    };
    void addHeads();
    void addRow();
    void addColours(Row& row, std::size_t at);
    void removeRow();
    void dress();
    void showRow(std::size_t at, bool editable);
    [[nodiscard]] QString takeFrom(std::size_t at, const QString& text);
    [[nodiscard]] QString takeLabel(std::size_t at, const QString& text);
    [[nodiscard]] QString takeHelp(std::size_t at, const QString& text);
    void setColour(std::size_t at, Band colour);
    void split(std::size_t at);
    void remove(std::size_t at);
    [[nodiscard]] QString labelOf(std::size_t at) const;

    const theme::Theme& m_theme;
    Scheme m_scheme;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

/// Where a range would be cut in two: the middle, a whole number where there is one; none where it is too
/// narrow.
[[nodiscard]] std::optional<double> middleOf(const std::vector<Range>& ranges, std::size_t at);

} // namespace hb::pages
