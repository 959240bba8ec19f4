// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/audit_sentence.h"

#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/timeline_sentence.h"
#include "core/wording/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hb::wording {

using namespace Qt::StringLiterals;

namespace {

QString shortLine(const QString& text) {
    constexpr qsizetype most = 120;
    const QString plain = text.left(10 * most).simplified();
    return plain.size() <= most ? plain : plain.left(most).trimmed() + u'…';
}

/// One entry, with what it says before and after.
class Entry {
public:
    Entry(const Snapshot& snapshot, const AuditEntry& entry, Day today)
        : m_snapshot(snapshot), m_today(today), m_what(fromUtf8(entry.what)), m_before(parsed(entry.before)),
          m_after(parsed(entry.after)) {}

    [[nodiscard]] QString sentence() const {
        using Teller = QString (Entry::*)() const;
        static constexpr std::pair<QLatin1StringView, Teller> tellers[]{
            {"set_measurement"_L1, &Entry::measurement},
            {"set_attribute"_L1, &Entry::attribute},
            {"add_override"_L1, &Entry::addedOverride},
            {"remove_override"_L1, &Entry::removedOverride},
            {"set_override_end"_L1, &Entry::overrideEnd},
            {"add_note"_L1, &Entry::addedNote},
            {"change_note"_L1, &Entry::changedNote},
            {"pin_note"_L1, &Entry::pinnedNote},
            {"remove_note"_L1, &Entry::removedNote},
            {"set_contact"_L1, &Entry::contact},
            {"set_action"_L1, &Entry::action},
            {"set_outcome"_L1, &Entry::outcome},
            {"set_reviewed"_L1, &Entry::review},
            {"set_settings"_L1, &Entry::settings},
            {"set_saved_view"_L1, &Entry::view},
            {"set_draft"_L1, &Entry::draft},
            {"publish_draft"_L1, &Entry::published},
            {"import_scorecard"_L1, &Entry::imported},
            {"describe_metric"_L1, &Entry::described},
            {"add_metric"_L1, &Entry::addedMetric},
            {"remove_metric"_L1, &Entry::removedMetric},
            {"set_goals"_L1, &Entry::goals},
            {"order_templates"_L1, &Entry::ordered},
            {"retire_template"_L1, &Entry::retired},
            {"undo_run"_L1, &Entry::undone},
            {"rename_account"_L1, &Entry::renamed},
            {"merge_account"_L1, &Entry::merged},
        };
        for (const auto& [what, teller] : tellers) {
            if (what == m_what) {
                return (this->*teller)();
            }
        }
        return QString(m_what).replace(u'_', u' ');
    }

private:
    static QJsonObject parsed(const std::string& json) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    }
    /// What stands there now, or stood there last.
    [[nodiscard]] const QJsonObject& latest() const { return m_after.isEmpty() ? m_before : m_after; }
    [[nodiscard]] QString text(QLatin1StringView field) const {
        return shortLine(latest()[field].toString());
    }
    [[nodiscard]] QString dayOf(const QJsonObject& json, QLatin1StringView field) const {
        const auto day = parseIsoDay(json[field].toString().toStdString());
        return day ? dayText(*day, m_today) : QString();
    }
    [[nodiscard]] QString day(QLatin1StringView field) const { return dayOf(latest(), field); }
    /// Added, removed or changed.
    [[nodiscard]] QString whichOf(const QString& isNew, const QString& isGone, const QString& isOther) const {
        return m_before.isEmpty() ? isNew : m_after.isEmpty() ? isGone : isOther;
    }

    [[nodiscard]] QString measurement() const {
        const MetricId id{latest()["metric"_L1].toInteger()};
        const auto at = std::ranges::find(m_snapshot.metricIds, id) - m_snapshot.metricIds.begin();
        const auto& metrics = m_snapshot.scorecard->metrics;
        const Metric* metric =
            static_cast<std::size_t>(at) < metrics.size() ? &metrics[static_cast<std::size_t>(at)] : nullptr;
        const QString name = metric ? fromUtf8(metric->name) : Words::tr("A metric that is gone");
        const auto value = [metric](const QJsonObject& json) {
            const double number = json["value"_L1].toDouble();
            return metric ? valueText(*metric, number) : numberText(number);
        };
        const QString on = day("day"_L1);
        if (m_after.isEmpty()) {
            return Words::tr("%1 on %2: %3 taken away").arg(name, on, value(m_before));
        }
        return m_before.isEmpty() ? Words::tr("%1 on %2 set to %3").arg(name, on, value(m_after))
                                  : Words::tr("%1 on %2 changed from %3 to %4")
                                        .arg(name, on, value(m_before), value(m_after));
    }

    [[nodiscard]] QString attribute() const {
        const QString name = attributeName(latest()["attribute"_L1].toString().toStdString());
        const QString from = day("from"_L1);
        const QString value = text("value"_L1);
        if (m_after.isEmpty()) {
            return value.isEmpty() ? Words::tr("%1 no longer cleared from %2 on").arg(name, from)
                                   : Words::tr("%1 no longer %2 from %3 on").arg(name, value, from);
        }
        return value.isEmpty() ? Words::tr("%1 cleared from %2 on").arg(name, from)
                               : Words::tr("%1 set to %2 from %3 on").arg(name, value, from);
    }

    [[nodiscard]] QString overrideName() const {
        const QString key = text("key"_L1);
        return key.isEmpty() ? Words::tr("The score") : key;
    }
    [[nodiscard]] QString overrideScore() const { return numberText(latest()["score"_L1].toDouble()); }
    [[nodiscard]] QString addedOverride() const {
        return Words::tr("%1 overridden with %2 until %3: %4")
            .arg(overrideName(), overrideScore(), day("last"_L1), quoted(text("reason"_L1)));
    }
    [[nodiscard]] QString removedOverride() const {
        return Words::tr("%1: the override with %2 removed").arg(overrideName(), overrideScore());
    }
    [[nodiscard]] QString overrideEnd() const {
        return Words::tr("%1: the last day of the override with %2 moved from %3 to %4")
            .arg(overrideName(), overrideScore(), dayOf(m_before, "last"_L1), dayOf(m_after, "last"_L1));
    }

    [[nodiscard]] QString addedNote() const { return Words::tr("Note added: %1").arg(text("text"_L1)); }
    [[nodiscard]] QString changedNote() const { return Words::tr("Note changed: %1").arg(text("text"_L1)); }
    [[nodiscard]] QString removedNote() const { return Words::tr("Note removed: %1").arg(text("text"_L1)); }
    [[nodiscard]] QString pinnedNote() const {
        return m_after["pinned"_L1].toBool() ? Words::tr("Note pinned: %1").arg(text("text"_L1))
                                             : Words::tr("Note no longer pinned: %1").arg(text("text"_L1));
    }

    [[nodiscard]] QString contact() const {
        const auto role = contactRoleOf(latest()["role"_L1].toString().toStdString());
        const QString who =
            Words::tr("%1, %2").arg(text("name"_L1), contactRoleName(role.value_or(ContactRole::Other)));
        if (!m_before["left"_L1].isString() && m_after["left"_L1].isString()) {
            return Words::tr("Contact left on %1: %2").arg(day("left"_L1), who);
        }
        return whichOf(Words::tr("Contact added: %1"),
                       Words::tr("Contact removed: %1"),
                       Words::tr("Contact changed: %1"))
            .arg(who);
    }

    [[nodiscard]] QString action() const {
        const QString before = m_before["status"_L1].toString();
        const QString after = m_after["status"_L1].toString();
        const QString title = text("title"_L1);
        if (before != after && after == "done"_L1) {
            return Words::tr("Action done: %1").arg(title);
        }
        if (before != after && after == "dropped"_L1) {
            return Words::tr("Action dropped: %1: %2").arg(title, quoted(text("reason"_L1)));
        }
        if (!before.isEmpty() && before != after && after == "open"_L1) {
            return Words::tr("Action opened again: %1").arg(title);
        }
        return whichOf(Words::tr("Action added: %1"),
                       Words::tr("Action removed: %1"),
                       Words::tr("Action changed: %1"))
            .arg(title);
    }

    [[nodiscard]] QString outcome() const {
        const auto kind = outcomeKindOf(latest()["outcome"_L1].toString().toStdString());
        const QString what =
            Words::tr("%1 on %2").arg(outcomeName(kind.value_or(OutcomeKind::Renewed)), day("day"_L1));
        return whichOf(Words::tr("Outcome stated: %1"),
                       Words::tr("Outcome taken away: %1"),
                       Words::tr("Outcome changed: %1"))
            .arg(what);
    }

    [[nodiscard]] QString review() const {
        return whichOf(Words::tr("Reviewed on %1"),
                       Words::tr("Review of %1 taken back"),
                       Words::tr("Reviewed again on %1"))
            .arg(day("day"_L1));
    }
    [[nodiscard]] QString settings() const { return Words::tr("Settings of the book changed"); }
    [[nodiscard]] QString view() const {
        return whichOf(
                   Words::tr("View saved: %1"), Words::tr("View removed: %1"), Words::tr("View changed: %1"))
            .arg(text("name"_L1));
    }
    [[nodiscard]] QString draft() const {
        return whichOf(Words::tr("Draft begun: %1"),
                       Words::tr("Draft thrown away: %1"),
                       Words::tr("Draft changed: %1"))
            .arg(text("name"_L1));
    }
    [[nodiscard]] QString published() const {
        return Words::tr("Draft published: %1").arg(text("template"_L1));
    }
    [[nodiscard]] QString imported() const { return Words::tr("Scorecard imported"); }
    [[nodiscard]] QString described() const { return Words::tr("Metric described: %1").arg(text("name"_L1)); }
    [[nodiscard]] QString addedMetric() const { return Words::tr("Metric added: %1").arg(text("name"_L1)); }
    [[nodiscard]] QString removedMetric() const {
        return Words::tr("Metric removed: %1").arg(text("name"_L1));
    }
    [[nodiscard]] QString goals() const {
        const auto names = [](const QJsonObject& json) {
            QStringList all;
            for (const QJsonValue goal : json["goals"_L1].toArray()) {
                all.append(goal["name"_L1].toString());
            }
            return all;
        };
        const QStringList now = names(m_after);
        return now.isEmpty() ? Words::tr("All goals removed")
                             : Words::tr("Goals set to: %1").arg(shortLine(now.join(u", "_s)));
    }
    [[nodiscard]] QString ordered() const { return Words::tr("Order of templates changed"); }
    [[nodiscard]] QString retired() const {
        const QString from = dayOf(m_after, "retired_on"_L1);
        return from.isEmpty() ? Words::tr("Template in force again: %1").arg(text("template"_L1))
                              : Words::tr("Template retired from %2 on: %1").arg(text("template"_L1), from);
    }
    [[nodiscard]] QString undone() const {
        return Words::tr("Import %1 undone").arg(latest()["run"_L1].toInteger());
    }
    [[nodiscard]] QString renamed() const {
        return Words::tr("Id changed from %1 to %2")
            .arg(shortLine(m_before["id"_L1].toString()), text("id"_L1));
    }
    [[nodiscard]] QString merged() const {
        return m_after.isEmpty()
                   ? Words::tr("%1 taken apart from %2 again").arg(text("merged"_L1), text("into"_L1))
                   : Words::tr("%1 merged into %2").arg(text("merged"_L1), text("into"_L1));
    }

    const Snapshot& m_snapshot;
    Day m_today;
    QString m_what;
    QJsonObject m_before;
    QJsonObject m_after;
};

} // namespace

QString auditSentence(const Snapshot& snapshot, const AuditEntry& entry, Day today) {
    return Entry(snapshot, entry, today).sentence();
}

} // namespace hb::wording
