// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/weight_shares.h"

#include <cmath>
#include <cstddef>
#include <map>

namespace hb::analytics {

namespace {

double sumOfWeights(const Group& group) {
    double sum = 0;
    for (const GroupMetric& metric : group.metrics) {
        sum += metric.weight;
    }
    return sum;
}

double rounded(double weight) {
    constexpr double millionths = 1e6;
    return std::floor(weight * millionths + 0.5) / millionths;
}

/// Sets the locked weights of one group so that each is `wanted[key]` of the whole; `ofBook` is the group's
/// own share.
void keepShares(Group& group, double ofBook, const std::map<std::string, double>& wanted) {
    double lockedPart = 0;
    double free = 0;
    for (const GroupMetric& metric : group.metrics) {
        const auto share = wanted.find(metric.metric);
        if (share != wanted.end() && ofBook > 0) {
            lockedPart += share->second / ofBook;
        } else {
            free += metric.weight;
        }
    }
    if (lockedPart <= 0 || lockedPart >= 1 || free <= 0) {
        return;
    }
    const double whole = free / (1 - lockedPart);
    for (GroupMetric& metric : group.metrics) {
        if (const auto share = wanted.find(metric.metric); share != wanted.end()) {
            metric.weight = rounded(whole * share->second / ofBook);
        }
    }
}

} // namespace

std::vector<double> groupShares(const TemplateVersion& version) {
    double whole = 0;
    for (const Group& group : version.groups) {
        whole += sumOfWeights(group) > 0 ? group.weight : 0;
    }
    std::vector<double> shares;
    for (const Group& group : version.groups) {
        shares.push_back(whole > 0 && sumOfWeights(group) > 0 ? group.weight / whole : 0);
    }
    return shares;
}

std::vector<std::vector<double>> nominalShares(const TemplateVersion& version) {
    const std::vector<double> ofGroups = groupShares(version);
    std::vector<std::vector<double>> shares;
    for (std::size_t at = 0; at < version.groups.size(); ++at) {
        const Group& group = version.groups[at];
        const double whole = sumOfWeights(group);
        std::vector<double>& own = shares.emplace_back();
        for (const GroupMetric& metric : group.metrics) {
            own.push_back(whole > 0 ? ofGroups[at] * metric.weight / whole : 0);
        }
    }
    return shares;
}

TemplateVersion
withLockedShares(const TemplateVersion& before, TemplateVersion after, const std::set<std::string>& locked) {
    const std::vector<std::vector<double>> old = nominalShares(before);
    std::map<std::string, double> wanted;
    for (std::size_t at = 0; at < before.groups.size(); ++at) {
        for (std::size_t metric = 0; metric < before.groups[at].metrics.size(); ++metric) {
            const std::string& key = before.groups[at].metrics[metric].metric;
            if (locked.contains(key) && old[at][metric] > 0) {
                wanted[key] = old[at][metric];
            }
        }
    }
    const std::vector<double> ofGroups = groupShares(after);
    for (std::size_t at = 0; at < after.groups.size(); ++at) {
        keepShares(after.groups[at], ofGroups[at], wanted);
    }
    return after;
}

} // namespace hb::analytics
