// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/read_only_sentence.h"

#include "core/wording/days.h"
#include "core/wording/words.h"

namespace hb::wording {

QString readOnlySentence(const std::optional<SharedCopy>& copy, Day today) {
    if (!copy) {
        return Words::tr("This book may not be written where it is: it is open to read.");
    }
    const QString day = dayText(copy->day, today);
    return copy->by.empty() ? Words::tr("A copy of %1, to read.").arg(day)
                            : Words::tr("A copy of %1 by %2, to read.").arg(day, fromUtf8(copy->by));
}

QString whyReadOnly(const std::optional<SharedCopy>& copy, Day today) {
    return copy ? Words::tr("This is a copy of %1, to read: nothing in it can be changed.")
                      .arg(dayText(copy->day, today))
                : Words::tr("This book may not be written where it is: nothing in it can be changed.");
}

} // namespace hb::wording
