// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/draft_effect.h"
#include "ui/pages/templates/template_desk.h"
#include "ui/widgets/card.h"

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hb::pages {

/// Asks for what publishing needs: a reason and the first day. It stands above what would change, so that
/// both are seen together.
class PublishCard : public widgets::Card {
    Q_OBJECT
public:
    PublishCard(const shell::Context& context, TemplateDesk& desk, QWidget* parent = nullptr);
    /// Asks anew, with today as the day.
    void begin();
    /// Shows why it could not be published.
    void showRefusal(const Error& error);

Q_SIGNALS:
    void publishRequested(const QString& reason, hb::Day from);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void follow();
    void request();

    shell::Context m_context;
    TemplateDesk& m_desk;
    QLineEdit* m_reason;
    QLabel* m_reasonFault;
    QDateEdit* m_day;
    QLabel* m_words;
    QPushButton* m_publish;
    QPushButton* m_cancel;
    bool m_isPublishing = false; ///< asked, and not answered yet
};

} // namespace hb::pages
