// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/override_edits.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hb::widgets {
class BandGlyph;
}

namespace hb::pages {

class DayField;

/// Enters an override: of what, the score with its band beside it, the last day, why; and says what it would
/// do before it is kept. Ctrl+Enter keeps, Esc leaves. What cannot be is said under its field.
class OverrideEditor : public QWidget {
    Q_OBJECT

public:
    /// As it is being typed.
    struct Draft {
        ScoreTarget of;
        QString score;
        QString last;
        QString reason;
    };

    OverrideEditor(const theme::Theme& theme, QWidget* parent = nullptr);
    /// The account that is shown now; what is typed stays.
    void setAccount(const AccountAt& at);
    /// Anew, with what is entered before the first key; the score has the focus.
    void begin(const ScoreTarget& of);
    /// None: nothing is typed.
    [[nodiscard]] std::optional<Draft> draft() const;
    void resume(const Draft& draft);
    /// What could not be kept stands there again.
    void takeBack(const OverrideEntry& entry);

Q_SIGNALS:
    void kept(const hb::pages::OverrideEntry& entry);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QBoxLayout* addField(QBoxLayout* row, const QString& label, QWidget* field, QLabel* fault, int stretch);
    bool fillTargets(const ScoreTarget& chosen);
    void takeTarget();
    [[nodiscard]] ScoreTarget target() const;
    void keep();
    /// Says what it would do, which hangs on the target, the score and the days alone.
    void follow();
    /// Puts the sentences of what is wrong; those of empty fields once it was to be kept. None: it can be.
    bool showFaults();
    [[nodiscard]] std::optional<double> score() const;
    [[nodiscard]] OverrideEntry entry() const;
    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    std::vector<NamedTarget> m_targets;
    bool m_isTargetGone = false; ///< until another is chosen
    bool m_wasAsked = false;     ///< to keep it, with something missing
    QComboBox* m_target;
    QLineEdit *m_score, *m_reason;
    widgets::BandGlyph* m_glyph;
    DayField* m_last;
    QLabel *m_range, *m_scoreFault, *m_lastFault, *m_reasonFault, *m_effect;
    QPushButton *m_keep, *m_leave;
};

} // namespace hb::pages
