// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/override_editor.h"

#include "core/book/check_edit.h"
#include "core/scoring/band.h"
#include "core/wording/days.h"
#include "core/wording/override_sentence.h"
#include "ui/pages/account/day_field.h"
#include "ui/session/days.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {
constexpr int usualDays = 30, fieldWidth = 72, longestReason = 10'000;
}

OverrideEditor::OverrideEditor(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_target(new QComboBox(this)), m_score(new QLineEdit(this)),
      m_reason(new QLineEdit(this)), m_glyph(new widgets::BandGlyph(theme, 14, this)),
      m_last(new DayField(theme, this)), m_range(makeLabel("muted", this)),
      m_scoreFault(makeLabel("caption", this)), m_lastFault(makeLabel("caption", this)),
      m_reasonFault(makeLabel("caption", this)), m_effect(makeLabel("body", this)),
      m_keep(new QPushButton(tr("Keep override"), this)), m_leave(new QPushButton(tr("Leave"), this)) {
    setObjectName(u"overrideEditor"_s);
    build();
    connect(m_target, &QComboBox::currentIndexChanged, this, &OverrideEditor::follow);
    connect(m_target, &QComboBox::activated, this, &OverrideEditor::takeTarget);
    connect(m_score, &QLineEdit::textChanged, this, &OverrideEditor::follow);
    connect(m_last, &QLineEdit::textChanged, this, &OverrideEditor::follow);
    connect(m_reason, &QLineEdit::textChanged, this, &OverrideEditor::showFaults);
    connect(m_keep, &QPushButton::clicked, this, &OverrideEditor::keep);
    connect(m_leave, &QPushButton::clicked, this, &OverrideEditor::left);
}

/// A field under its name, with room for what is wrong with it below.
QBoxLayout*
OverrideEditor::addField(QBoxLayout* row, const QString& label, QWidget* field, QLabel* fault, int stretch) {
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::space::xs);
    QLabel* name = makeLabel("captionMuted", this);
    name->setText(label);
    name->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(name);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::space::s);
    line->addWidget(field, stretch);
    column->addLayout(line);
    if (fault != nullptr) {
        fault->setWordWrap(true);
        fault->hide();
        column->addWidget(fault);
    }
    column->addStretch(1);
    row->addLayout(column, stretch);
    return line;
}

void OverrideEditor::build() {
    m_target->setObjectName(u"overrideTarget"_s);
    m_score->setObjectName(u"overrideScore"_s);
    m_score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_score->setFixedWidth(m_theme.px(fieldWidth));
    m_range->setObjectName(u"overrideRange"_s);
    m_last->setObjectName(u"overrideLast"_s);
    m_reason->setObjectName(u"overrideReason"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Why: it is shown with the score"));
    m_scoreFault->setObjectName(u"overrideScoreFault"_s);
    m_lastFault->setObjectName(u"overrideLastFault"_s);
    m_reasonFault->setObjectName(u"overrideReasonFault"_s);
    m_effect->setObjectName(u"overrideEffect"_s);
    m_effect->setWordWrap(true);
    m_keep->setObjectName(u"keepOverride"_s);
    m_keep->setProperty("hbButton", u"primary"_s);
    m_keep->setToolTip(tr("Ctrl+Enter"));
    m_leave->setObjectName(u"leaveOverride"_s);
    m_leave->setProperty("hbButton", u"flat"_s);
    m_leave->setToolTip(tr("Esc"));
    widgets::shareUndo(m_score);
    widgets::shareUndo(m_reason);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::space::l);
    addField(first, tr("Override"), m_target, nullptr, 2);
    QBoxLayout* score = addField(first, tr("Score, 0 to 100"), m_score, m_scoreFault, 2);
    score->setStretch(0, 0);
    score->addWidget(m_glyph);
    score->addWidget(m_range, 1);
    addField(first, tr("Last day"), m_last, m_lastFault, 1);
    auto* second = new QHBoxLayout;
    addField(second, tr("Reason"), m_reason, m_reasonFault, 1);
    auto* last = new QHBoxLayout;
    last->setSpacing(theme::space::s);
    last->addWidget(m_effect, 1);
    last->addWidget(m_leave);
    last->addWidget(m_keep);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::m);
    rows->addLayout(first);
    rows->addLayout(second);
    rows->addLayout(last);
}

void OverrideEditor::setAccount(const AccountAt& at) {
    m_at = at;
    m_last->setToday(at.today);
    m_isTargetGone = m_isTargetGone || !fillTargets(target());
    follow();
}

/// False where what was chosen is not in this version any more.
bool OverrideEditor::fillTargets(const ScoreTarget& chosen) {
    const QSignalBlocker quiet(m_target);
    m_targets = overrideTargets(*m_at);
    m_target->clear();
    for (const NamedTarget& each : m_targets) {
        m_target->addItem(each.name);
    }
    const auto found = std::ranges::find(m_targets, chosen, &NamedTarget::of);
    m_target->setCurrentIndex(found == m_targets.end() ? 0 : static_cast<int>(found - m_targets.begin()));
    return found != m_targets.end();
}

ScoreTarget OverrideEditor::target() const {
    const auto at = static_cast<std::size_t>(m_target->currentIndex());
    return at < m_targets.size() ? m_targets[at].of : ScoreTarget();
}

void OverrideEditor::takeTarget() {
    m_isTargetGone = false;
    follow();
}

void OverrideEditor::resume(const Draft& draft) {
    m_wasAsked = false;
    m_isTargetGone = !fillTargets(draft.of);
    m_score->setText(draft.score);
    m_last->setText(draft.last);
    m_reason->setText(draft.reason);
    follow();
}

void OverrideEditor::begin(const ScoreTarget& of) {
    resume({.of = of, .score = {}, .last = DayField::textOf(m_at->today + usualDays), .reason = {}});
    m_score->setFocus(Qt::ShortcutFocusReason);
}

void OverrideEditor::takeBack(const OverrideEntry& lost) {
    resume({.of = lost.of,
            .score = QLocale().toString(lost.score, 'g', QLocale::FloatingPointShortest),
            .last = DayField::textOf(lost.last),
            .reason = lost.reason});
    if (!widgets::isTypedInto(window()->focusWidget())) {
        m_score->setFocus(Qt::ShortcutFocusReason);
    }
}

std::optional<OverrideEditor::Draft> OverrideEditor::draft() const {
    if (m_score->text().isEmpty() && m_reason->text().isEmpty()) {
        return {};
    }
    return Draft{
        .of = target(), .score = m_score->text(), .last = m_last->text(), .reason = m_reason->text()};
}

std::optional<double> OverrideEditor::score() const {
    const std::optional<double> typed = widgets::typedNumber(m_score->text());
    return typed && *typed >= 0 && *typed <= 100 ? typed : std::nullopt;
}

OverrideEntry OverrideEditor::entry() const {
    return {.of = target(),
            .score = score().value_or(0),
            .last = m_last->day().value_or(m_at->today), // never kept so: it is a fault
            .reason = m_reason->text().trimmed()};
}

bool OverrideEditor::showFaults() {
    if (!m_at) {
        return false;
    }
    const bool isScoreEmpty = m_score->text().trimmed().isEmpty();
    QString score, last, reason;
    if (!this->score() && (m_wasAsked || !isScoreEmpty)) {
        score = tr("A score is a number from 0 to 100, with at most 6 decimals.");
    }
    const std::optional<Day> day = m_last->day();
    const Day latest = m_at->today + book::longestOverrideDays;
    if (!day) {
        last = tr("The last day is a day, as 3 May or 3 May 2027.");
    } else if (*day < m_at->today) {
        last = tr("The last day is today or later.");
    } else if (*day > latest) {
        last = tr("At most %1 days: until %2.")
                   .arg(book::longestOverrideDays)
                   .arg(wording::dayText(latest, m_at->today));
    }
    if (m_wasAsked && entry().reason.isEmpty()) {
        reason = tr("Say why: an override without a reason is not kept.");
    }
    widgets::showFault(m_scoreFault, score);
    widgets::showFault(m_lastFault, last);
    widgets::showFault(m_reasonFault, reason);
    theme::setStyleProperty(m_score, "hbFault", !score.isEmpty());
    theme::setStyleProperty(m_last, "hbFault", !last.isEmpty());
    theme::setStyleProperty(m_reason, "hbFault", !reason.isEmpty());
    return score.isEmpty() && last.isEmpty() && reason.isEmpty();
}

void OverrideEditor::follow() {
    if (!m_at || isHidden()) { // nobody sees what it would do
        return;
    }
    showFaults();
    const std::optional<double> score = this->score();
    const std::vector<Range>& ranges = m_at->version().ranges;
    m_glyph->setBand(scoring::bandOf(ranges, score));
    m_glyph->setVisible(score.has_value());
    m_range->setText(score ? wording::rangeText(ranges, *score) : QString());
    const bool isPast = m_at->day() != m_at->today;
    m_keep->setEnabled(!isPast && !m_isTargetGone);
    if (m_isTargetGone) {
        m_effect->setText(tr("What was to be overridden is not in the template any more: choose again."));
    } else if (isPast) {
        m_effect->setText(
            tr("You are looking at a past day. Overrides are entered today: go back to it first."));
    } else if (score && m_lastFault->isHidden()) {
        const analytics::OverrideEffect effect =
            analytics::overrideEffect(m_at->scorer(), overrideOf(*m_at, entry()), m_at->day());
        m_effect->setText(wording::overrideEffectSentence(effect, ranges, entry().last, m_at->today));
    } else {
        m_effect->clear();
    }
}

void OverrideEditor::keep() {
    m_wasAsked = true;
    if (!m_keep->isEnabled()) {
        return;
    }
    if (showFaults()) {
        Q_EMIT kept(entry());
        return;
    }
    QWidget* wrong = !score()                   ? static_cast<QWidget*>(m_score)
                     : !m_lastFault->isHidden() ? static_cast<QWidget*>(m_last)
                                                : m_reason;
    wrong->setFocus(Qt::OtherFocusReason);
    follow();
}

void OverrideEditor::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & Qt::ControlModifier) != 0) {
        keep();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace hb::pages
