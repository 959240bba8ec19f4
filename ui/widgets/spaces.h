// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBoxLayout;

namespace hb::theme {
class Theme;
}

namespace hb::widgets {

/// The space between parts, a size of the tokens: for the size of text that stands, and for those to come.
void followSpace(QBoxLayout* parts, const theme::Theme& theme, int space);

/// The margins of a page around its rows, and the space between them.
void followPage(QBoxLayout* rows, const theme::Theme& theme);

} // namespace hb::widgets
