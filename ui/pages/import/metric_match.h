// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

#include <map>
#include <string>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace hb::pages {

/// The starter's metrics beside the names that the files measure, to be matched by a click: each is one of
/// the file's, has no data yet, or is left out.
class MetricMatch : public widgets::Card {
    Q_OBJECT
public:
    MetricMatch(const shell::Context& context, Scorecard starter, QWidget* parent);
    /// Those whose names are the same but for case and signs are matched already; what a person chose stays
    /// chosen while the files have it.
    void setFileMetrics(const QStringList& names);
    /// The starter as it is matched: under the keys of the files, without what is left out.
    [[nodiscard]] Scorecard matched() const;

    /// The wheel scrolls the page; it never changes a choice by chance.
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QComboBox* choice = nullptr;
        QString wanted; ///< the file's name; empty: no data yet
        bool leftOut = false;
        int turn = 0; ///< which of a person's choices this is, the last counts; 0: proposed
    };
    void addRow(const Metric& metric);
    void fillAll();
    void fill(const std::string& key, const Row& row);
    void choose(Row& row);
    void leaveOutSilent();
    /// One measure is one metric: of several rows that want a name it is the last chosen one's.
    [[nodiscard]] QString nameOf(const std::string& key, const Row& row) const;
    [[nodiscard]] bool isSilent(const std::string& key, const Row& row) const;
    [[nodiscard]] std::map<std::string, std::string> newKeys() const;
    [[nodiscard]] QString proposal(const Metric& metric) const;

    const theme::Theme& m_theme;
    Scorecard m_starter;
    QStringList m_names;               ///< of the files
    std::map<std::string, Row> m_rows; ///< by starter key
    int m_turn = 0;
    QGridLayout* m_grid;
    QWidget* m_offer;
    QLabel* m_offerText;
    QPushButton* m_offerButton;
};

} // namespace hb::pages
