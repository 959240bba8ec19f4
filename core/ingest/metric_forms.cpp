// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/metric_forms.h"

#include "core/ingest/field_parser.h"

#include <algorithm>

namespace hb::ingest {

namespace {

bool isKeyCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

} // namespace

MetricForms::MetricForms(std::span<const Metric> metrics, const ColumnMapping& mapping) {
    for (const Metric& metric : metrics) {
        Form form{.key = metric.key,
                  .series = metric.rule.series,
                  .isLevel = metric.rule.kind == MetricKind::Level};
        const QHash<QString, int> mapped = mapping.levels.value(QString::fromStdString(metric.key));
        for (auto text = mapped.begin(); text != mapped.end(); ++text) {
            form.texts.emplace_back(lowerCase(text.key().trimmed().toStdString()), text.value());
        }
        for (const Level& level : metric.rule.levels) {
            form.levels.emplace_back(level.level, level.label);
            form.texts.emplace_back(std::to_string(level.level), level.level);
        }
        for (const Level& level : metric.rule.levels) {
            form.texts.emplace_back(lowerCase(trimmed(level.label)), level.level);
        }
        const auto index = static_cast<std::uint32_t>(m_forms.size());
        m_byKey.emplace(metric.key, index);
        const QString folded = foldedColumnName(QString::fromStdString(metric.key));
        m_byFoldedKey.insert(folded,
                             m_byFoldedKey.contains(folded) ? none : index); // never guess between two
        m_forms.push_back(std::move(form));
    }
}

std::uint32_t MetricForms::find(std::string_view key) const {
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? none : found->second;
}

std::uint32_t MetricForms::findColumn(const QString& name) const {
    const std::uint32_t exact = find(name.toStdString());
    return exact != none ? exact : m_byFoldedKey.value(foldedColumnName(name), none);
}

std::uint32_t MetricForms::add(const std::string& key) {
    const auto metric = static_cast<std::uint32_t>(m_forms.size());
    m_forms.push_back({.key = key});
    m_byKey.emplace(key, metric);
    return metric;
}

std::optional<int> MetricForms::level(std::uint32_t metric, std::string_view text) const {
    const Form& form = m_forms[metric];
    const std::string folded = lowerCase(text);
    const auto found = std::ranges::find(form.texts, folded, &std::pair<std::string, int>::first);
    if (found != form.texts.end()) {
        return hasLevel(metric, found->second) ? std::optional(found->second) : std::nullopt;
    }
    const std::optional<double> number = parseNumber(text); // "2.0"
    return number && hasLevel(metric, *number) ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool MetricForms::hasLevel(std::uint32_t metric, double number) const {
    return std::ranges::any_of(m_forms[metric].levels,
                               [number](const auto& level) { return level.first == number; });
}

std::string MetricForms::levelsText(std::uint32_t metric) const {
    std::string text;
    for (const auto& [level, label] : m_forms[metric].levels) {
        text += (text.empty() ? "" : ", ") + std::to_string(level) + ' ' + label;
    }
    return text;
}

std::string foldedMetricKey(std::string_view name) {
    constexpr std::size_t mostBytes = 64;
    const std::string_view plain = trimmed(name);
    if (plain.size() <= mostBytes && std::ranges::all_of(plain, isKeyCharacter)) {
        return std::string(plain);
    }
    // Accents go, what is no letter or digit becomes one underscore: "Größe (m²)" is "gro_e_m2".
    const QString text = QString::fromUtf8(plain).normalized(QString::NormalizationForm_KD).toLower();
    std::string key;
    for (const QChar c : text) {
        if (c.unicode() < 0x80 && isKeyCharacter(static_cast<char>(c.unicode()))) {
            key += static_cast<char>(c.unicode());
        } else if (!c.isMark() && !key.empty() && key.back() != '_') {
            key += '_';
        }
    }
    key.resize(std::min(key.size(), mostBytes));
    while (key.ends_with('_')) {
        key.pop_back();
    }
    return key;
}

} // namespace hb::ingest
