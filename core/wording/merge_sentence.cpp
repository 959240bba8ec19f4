// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/merge_sentence.h"

#include "core/wording/words.h"

#include <QLocale>
#include <QStringList>

namespace hb::wording {

QString mergeSentence(const MergeEffect& effect, const QString& into) {
    QStringList parts;
    const auto add = [&parts](std::int64_t count, const char* one, const char* many) {
        if (count > 0) {
            parts.append(Words::tr(count == 1 ? one : many, nullptr, static_cast<int>(count)));
        }
    };
    add(effect.notes,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln note"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln notes"));
    add(effect.measurements,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln measurement"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln measurements"));
    add(effect.openActions,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln open action"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln open actions"));
    add(effect.contacts,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln contact"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln contacts"));
    add(effect.overrides,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln override"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln overrides"));
    add(effect.outcomes,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln outcome"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln outcomes"));
    add(effect.children,
        QT_TRANSLATE_NOOP("hb::wording", "%Ln account below it"),
        QT_TRANSLATE_NOOP("hb::wording", "%Ln accounts below it"));
    const QString comes = parts.isEmpty()
                              ? Words::tr("Its id alone comes to %1.").arg(into)
                              : Words::tr("To %1 come: %2.").arg(into, QLocale().createSeparatedList(parts));
    if (effect.sharedDays == 0) {
        return comes;
    }
    const int days = static_cast<int>(effect.sharedDays);
    const QString shared =
        days == 1 ? Words::tr("On %Ln day both have a value: that of %1 stands.", nullptr, days)
                  : Words::tr("On %Ln days both have a value: that of %1 stands.", nullptr, days);
    return comes + u' ' + shared.arg(into);
}

} // namespace hb::wording
