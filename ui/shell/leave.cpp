// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/leave.h"

#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/shell/page.h"
#include "ui/theme/texts.h"

namespace hb::shell {

bool mayLeave(const Context& context, QWidget* window) {
    return !context.session.isWaiting() ||
           context.prompts.confirm(
               window,
               Texts::tr("Your last change is not in the book yet."),
               Texts::tr("Another program is writing to the book. The change follows when it is "
                         "done; left now, it is lost."),
               Texts::tr("Leave and lose it"));
}

} // namespace hb::shell
