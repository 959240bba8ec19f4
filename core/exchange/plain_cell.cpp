// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plain_cell.h"

namespace hb::exchange {

QString plainCell(const QString& text) {
    // Spreadsheets look past white space, some take the wide forms of the signs, and a tab or line end may
    // begin a cell of its own.
    const QString shown = text.trimmed();
    const bool isFormula = !shown.isEmpty() && QStringView(u"=+-@＝＋－＠").contains(shown.front());
    const bool startsOdd = !text.isEmpty() && QStringView(u"\t\r\n").contains(text.front());
    return isFormula || startsOdd ? u'\'' + text : text;
}

} // namespace hb::exchange
