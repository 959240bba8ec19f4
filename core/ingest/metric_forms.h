// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/column_mapping.h"
#include "core/model/metric.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hb::ingest {

/// What the cells of each metric may hold. Metrics are known by their position in the list that was given.
class MetricForms {
public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    MetricForms() = default;
    MetricForms(std::span<const Metric> metrics, const ColumnMapping& mapping);

    [[nodiscard]] std::size_t size() const { return m_forms.size(); }
    [[nodiscard]] std::uint32_t find(std::string_view key) const;
    /// The metric that a column name means: exactly, else as column names are compared.
    [[nodiscard]] std::uint32_t findColumn(const QString& name) const;
    /// A number metric that the book lacks.
    std::uint32_t add(const std::string& key);
    /// Another name of a metric.
    void alias(std::string_view name, std::uint32_t metric) { m_byKey.emplace(name, metric); }
    [[nodiscard]] const std::string& key(std::uint32_t metric) const { return m_forms[metric].key; }
    /// False where it reads another metric's series: it takes no measurements.
    [[nodiscard]] bool isMeasured(std::uint32_t metric) const { return m_forms[metric].series.empty(); }
    [[nodiscard]] const std::string& seriesOf(std::uint32_t metric) const { return m_forms[metric].series; }
    [[nodiscard]] bool isLevel(std::uint32_t metric) const { return m_forms[metric].isLevel; }
    /// The level whose number, label or mapped text this is (texts without case).
    [[nodiscard]] std::optional<int> level(std::uint32_t metric, std::string_view text) const;
    [[nodiscard]] bool hasLevel(std::uint32_t metric, double number) const;
    /// "1 None, 2 Sponsor"
    [[nodiscard]] std::string levelsText(std::uint32_t metric) const;

private:
    struct Form {
        std::string key;
        std::string series = {};
        bool isLevel = false;
        std::vector<std::pair<int, std::string>> levels = {}; ///< as in the scorecard
        std::vector<std::pair<std::string, int>> texts =
            {}; ///< text without case -> level: mapped, numbers, labels
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Form> m_forms;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_byKey;
    QHash<QString, std::uint32_t> m_byFoldedKey;
};

/// A name as a metric key ([a-z0-9_.-], 1 to 64): lower case, all else an underscore. Empty where nothing is
/// left.
[[nodiscard]] std::string foldedMetricKey(std::string_view name);

} // namespace hb::ingest
