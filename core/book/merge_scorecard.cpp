// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/merge_scorecard.h"

#include "core/book/scoring_part.h"
#include "core/exchange/frozen_rules.h"
#include "core/exchange/scorecard_json.h"

#include <algorithm>
#include <utility>

namespace hb::book {
namespace {

template <typename Keyed>
const Keyed* find(const std::vector<Keyed>& all, const std::string& key) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Keyed& each) { return each.key == key; });
    return found == all.end() ? nullptr : &*found;
}

/// The file's, in its order, then the book's that the file lacks.
template <typename Keyed>
std::vector<Keyed> united(const std::vector<Keyed>& book, const std::vector<Keyed>& file) {
    std::vector<Keyed> all = file;
    for (const Keyed& each : book) {
        if (!find(file, each.key)) {
            all.push_back(each);
        }
    }
    return all;
}

bool isInForce(const Template& each) {
    return !each.retiredOn.has_value();
}

class Merge {
public:
    Merge(const Scorecard& book, const Scorecard& file, const MergeOptions& options)
        : m_book(book), m_file(file), m_options(options) {
        m_result.scorecard.goals = united(book.goals, file.goals);
        m_result.scorecard.metrics = united(book.metrics, file.metrics);
    }

    MergedScorecard run() {
        for (const Template& each : m_file.templates) {
            if (isInForce(each)) {
                takeIn(each);
            }
        }
        for (const Template& each : m_book.templates) {
            const Template* inFile = find(m_file.templates, each.key);
            if (!inFile || !isInForce(*inFile)) {
                keep(each, inFile);
            }
        }
        order();
        for (Template& each : m_result.scorecard.templates) {
            for (TemplateVersion& version : each.versions) {
                takeDescriptions(version, each.versions.back());
                takeLevelLabels(version, m_result.scorecard.metrics);
            }
        }
        m_result.descriptionsChanged = changedBesides();
        return std::move(m_result);
    }

private:
    /// A template of the file that is in force there.
    void takeIn(const Template& inFile) {
        Template merged = inFile;
        TemplateVersion newest = inFile.versions.back();
        newest.metrics = exchange::frozenRules(newest, m_result.scorecard.metrics);
        const Template* inBook = find(m_book.templates, inFile.key);
        merged.versions.clear();
        if (inBook) {
            merged.versions = inBook->versions;
        }
        publish(merged, newest);
        m_result.scorecard.templates.push_back(std::move(merged));
    }

    /// A template of the book that the file lacks, or calls retired.
    void keep(const Template& inBook, const Template* inFile) {
        Template merged = inBook;
        const bool isFormerDefault = inBook.isDefault;
        if (isInForce(inBook) && (m_options.prune || isFormerDefault || inFile)) {
            merged.retiredOn = inFile            ? inFile->retiredOn
                               : isFormerDefault ? firstDayOfDefault()
                                                 : m_options.today;
            m_result.retired.push_back(inBook.key);
        }
        if (isInForce(merged)) {
            TemplateVersion newest = inBook.versions.back();
            newest.metrics = exchange::frozenRules(newest, m_result.scorecard.metrics);
            newest.reason.clear();
            publish(merged, newest);
        }
        m_result.scorecard.templates.push_back(std::move(merged));
    }

    /// A former default stays until the new one has no condition.
    [[nodiscard]] Day firstDayOfDefault() const {
        const std::vector<Template>& all = m_result.scorecard.templates;
        const auto found = std::ranges::find(all, true, &Template::isDefault);
        return found == all.end() ? m_options.today
                                  : std::max(m_options.today, found->versions.back().effectiveFrom);
    }

    /// Adds `wanted` as a new version unless the newest scores as it does; that one then takes its names.
    void publish(Template& merged, TemplateVersion wanted) {
        if (!merged.versions.empty()) {
            TemplateVersion& newest = merged.versions.back();
            if (scoringPart(newest) == scoringPart(wanted)) {
                takeDescriptions(newest, wanted);
                return;
            }
            // Of the latest day, not of the highest number: under a version of a later day it would never
            // score.
            const auto latest =
                std::ranges::max_element(merged.versions, {}, &TemplateVersion::effectiveFrom);
            if (wanted.effectiveFrom <= latest->effectiveFrom) {
                wanted.effectiveFrom = m_options.today;
            }
        }
        wanted.number = static_cast<int>(merged.versions.size()) + 1;
        wanted.effectiveFrom = m_options.effectiveFrom.value_or(wanted.effectiveFrom);
        if (!m_options.reason.empty()) {
            wanted.reason = m_options.reason;
        }
        m_result.newVersions.push_back(merged.key + " v" + std::to_string(wanted.number));
        merged.versions.push_back(std::move(wanted));
    }

    /// The file's, then the book's, then former defaults, which match every account on the days before they
    /// were retired, then the default.
    void order() {
        const auto place = [](const Template& each) { return !each.isDefault ? 0 : isInForce(each) ? 2 : 1; };
        std::vector<Template>& all = m_result.scorecard.templates;
        std::stable_sort(all.begin(), all.end(), [&](const Template& a, const Template& b) {
            return place(a) < place(b);
        });
    }

    /// Whether the result differs from the book in more than new versions, retired templates and the rules
    /// that those froze.
    [[nodiscard]] bool changedBesides() const {
        if (m_result.scorecard.goals != m_book.goals || metricsChanged()) {
            return true;
        }
        std::vector<Template> known;
        for (const Template& each : m_result.scorecard.templates) {
            if (const Template* before = find(m_book.templates, each.key)) {
                known.push_back(each);
                known.back().versions.resize(before->versions.size());
                if (isInForce(*before)) {
                    known.back().retiredOn.reset();
                }
            }
        }
        return known != m_book.templates;
    }

    [[nodiscard]] bool metricsChanged() const {
        std::vector<Metric> now = m_result.scorecard.metrics;
        std::vector<Metric> before = m_book.metrics;
        const auto isUsed = [&](const std::string& key) {
            return std::any_of(m_result.scorecard.templates.begin(),
                               m_result.scorecard.templates.end(),
                               [&](const Template& each) {
                                   return isInForce(each) &&
                                          find(each.versions.back().metrics, key) != nullptr;
                               });
        };
        const auto reduce = [&](Metric& metric) {
            if (isUsed(metric.key)) {
                std::vector<Level> levels = std::move(metric.rule.levels);
                for (Level& level : levels) {
                    level.score = 0;
                }
                metric.rule = {};
                metric.rule.levels = std::move(levels);
            }
        };
        std::for_each(now.begin(), now.end(), reduce);
        std::for_each(before.begin(), before.end(), reduce);
        return now != before;
    }

    const Scorecard& m_book;
    const Scorecard& m_file;
    const MergeOptions& m_options;
    MergedScorecard m_result;
};

} // namespace

Result<MergedScorecard>
mergeScorecard(const Scorecard& book, const Scorecard& file, const MergeOptions& options) {
    MergedScorecard merged = Merge(book, file, options).run();
    const QStringList faults = exchange::scorecardFaults(merged.scorecard);
    if (!faults.isEmpty()) {
        return failure(
            {.code = ErrorCode::InvalidInput,
             .what = "The book has templates or metrics that do not agree with this scorecard file",
             .found = faults.join(QLatin1Char('\n')).toStdString(),
             .hint = "Add them to the file as they should be, or retire them (--prune)"});
    }
    return merged;
}

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list.append(QString::fromStdString(text));
    }
    return list;
}

} // namespace hb::book
