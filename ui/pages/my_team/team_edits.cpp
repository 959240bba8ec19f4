// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/my_team/team_edits.h"

#include "core/model/snapshot.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"
#include "ui/theme/texts.h"

namespace hb::pages {

using wording::fromUtf8;

std::optional<RedPlace> placeOf(const Snapshot& snapshot, const std::string& metric, const QString& account) {
    const auto who = snapshot.findAccount(account.toStdString());
    const auto what = snapshot.findMetric(metric);
    return who && what ? std::optional(RedPlace{.account = *who, .metric = *what}) : std::nullopt;
}

TeamEdit
takeEdit(const Snapshot& snapshot, AccountIndex account, MetricIndex metric, const QString& person, Day day) {
    const Metric& about = snapshot.scorecard->metrics[metric];
    const QString title = about.action.empty() ? Texts::tr("Look into %1").arg(wording::metricName(about))
                                               : fromUtf8(about.action);
    return {.edit = book::SetAction{.account = (*snapshot.accounts)[account].id,
                                    .action = {},
                                    .facts = book::ActionFacts{.title = title,
                                                               .owner = person,
                                                               .metric = QString::fromStdString(about.key),
                                                               .createdOn = day}},
            .text = Texts::tr("Took %1 at %2")
                        .arg(wording::metricName(about), fromUtf8(snapshot.nameOn(account, day)))};
}

TeamEdit
answerEdit(const Snapshot& snapshot, AccountIndex account, MetricIndex metric, const QString& text, Day day) {
    const QString about = wording::metricName(snapshot.scorecard->metrics[metric]);
    const QString owner = fromUtf8(snapshot.attributeOn(account, attribute::owner, day));
    const QString note = owner.isEmpty() ? Texts::tr("About %1: %2").arg(about, text)
                                         : Texts::tr("For %1, about %2: %3").arg(owner, about, text);
    return {.edit = book::AddNote{.account = (*snapshot.accounts)[account].id, .day = day, .text = note},
            .text = Texts::tr("Answered about %1 at %2").arg(about, fromUtf8(snapshot.nameOn(account, day)))};
}

QString takenText(
    const Snapshot& snapshot, AccountIndex account, MetricIndex metric, Day day, const QString& person) {
    const std::string& key = snapshot.scorecard->metrics[metric].key;
    QString taken;
    for (const Action& action : snapshot.actionsOf(account)) {
        if (action.metric != key || !action.isOpenOn(day)) {
            continue;
        }
        const QString owner = fromUtf8(action.owner);
        if (!person.isEmpty() && owner == person) {
            return Texts::tr("Taken by you"); // whoever else has too
        }
        if (taken.isEmpty()) {
            taken = owner.isEmpty() ? Texts::tr("Taken") : Texts::tr("%1 has taken it").arg(owner);
        }
    }
    return taken;
}

} // namespace hb::pages
