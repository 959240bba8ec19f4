// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/override_edits.h"

#include "core/wording/numbers.h"
#include "core/wording/override_sentence.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

namespace hb::pages {

namespace {

QString nameOf(const AccountAt& at, OverrideTarget target, const QString& key) {
    return target == OverrideTarget::Overall
               ? accountName(at)
               : wording::overrideTargetName(at.scorer(), at.detail, target, key);
}

} // namespace

std::vector<NamedTarget> overrideTargets(const AccountAt& at) {
    const scoring::CompiledVersion& version = at.version();
    std::vector<NamedTarget> targets;
    const auto add = [&](OverrideTarget target, const std::string& key, const QString& indent) {
        const ScoreTarget of{.target = target, .key = wording::fromUtf8(key)};
        targets.push_back(
            {.of = of, .name = indent + wording::overrideTargetName(at.scorer(), at.detail, target, of.key)});
    };
    add(OverrideTarget::Overall, {}, {});
    for (const scoring::CompiledGroup& group : version.groups) {
        add(OverrideTarget::Group, group.key, {});
        for (std::size_t metric = group.firstMetric; metric < group.endMetric; ++metric) {
            add(OverrideTarget::Metric,
                at.snapshot().scorecard->metrics[version.metrics[metric].metric].key,
                QStringLiteral("    "));
        }
    }
    return targets;
}

Override overrideOf(const AccountAt& at, const OverrideEntry& entry) {
    return {.id = {},
            .account = at.account,
            .target = entry.of.target,
            .key = entry.of.key.toStdString(),
            .score = entry.score,
            .first = at.today,
            .last = entry.last,
            .author = {},
            .reason = entry.reason.toStdString()};
}

NamedEdit overrideEdit(const AccountAt& at, const OverrideEntry& entry) {
    return {.edit = book::AddOverride{.account = at.id(),
                                      .target = entry.of.target,
                                      .key = entry.of.key,
                                      .score = entry.score,
                                      .first = at.today,
                                      .last = entry.last,
                                      .enteredOn = at.today,
                                      .reason = entry.reason},
            .text = Texts::tr("Overrode %1 with %2")
                        .arg(nameOf(at, entry.of.target, entry.of.key), wording::numberText(entry.score))};
}

NamedEdit endEdit(const AccountAt& at, const Override& entered) {
    return {.edit = book::SetOverrideEnd{.override = entered.id, .last = at.today - 1},
            .text = Texts::tr("Ended the override of %1")
                        .arg(nameOf(at, entered.target, wording::fromUtf8(entered.key)))};
}

} // namespace hb::pages
