// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace hb::pages {

/// Reminds of a review that the charter asks for and that is due; not there while none is.
class ReviewLine : public QWidget {
    Q_OBJECT
public:
    ReviewLine(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Null: a template that was never published.
    void showTemplate(const Template* each, Day today);

Q_SIGNALS:
    void charterAsked();

private:
    QLabel* m_sentence;
};

} // namespace hb::pages
