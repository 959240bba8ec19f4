// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/exception_card.h"

#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/condition_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calm_box.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int effectWidth = 120, capWidth = 72;
using Effect = ScoreException::Effect;

} // namespace

ExceptionCard::ExceptionCard(const theme::Theme& theme, std::size_t position, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_position(position), m_prefix(u"exception%1"_s.arg(position)),
      m_name(new CommittedField(this)),
      m_effect(new widgets::CalmBox(m_prefix + u"Effect"_s, tr("Effect"), this)),
      m_score(new CommittedField(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this)),
      m_remove(new QToolButton(this)), m_fault(makeFaultLabel(m_prefix + u"Fault"_s, this)),
      m_rows(new QVBoxLayout), m_add(new QPushButton(tr("Condition"), this)),
      m_count(widgets::makeLabel("muted", this)) {
    setObjectName(m_prefix);
    buildHead();
    content()->addWidget(m_fault);
    content()->addLayout(m_rows);
    m_add->setObjectName(m_prefix + u"AddCondition"_s);
    theme::setStyleProperty(m_add, "hbButton", u"flat"_s);
    m_count->setObjectName(m_prefix + u"Count"_s);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addWidget(m_count, 1);
    content()->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, &ExceptionCard::addCondition);
    connect(&m_theme, &theme::Theme::changed, this, &ExceptionCard::dress);
    dress();
}

void ExceptionCard::buildHead() {
    m_name->setObjectName(m_prefix + u"Name"_s);
    m_name->setAccessibleName(tr("Name of the exception"));
    m_score->setObjectName(m_prefix + u"Score"_s);
    m_score->setAccessibleName(tr("Score that the effect sets"));
    m_score->setAlignment(Qt::AlignRight);
    for (CommittedField* field : {m_name, m_score}) {
        field->setFaultLabel(m_fault);
    }
    m_name->setTaker([this](const QString& text) { return takeName(text); });
    m_score->setTaker([this](const QString& text) { return takeScore(text); });
    m_effect->addItem(tr("cap at"));
    m_effect->addItem(tr("raise to"));
    connect(m_effect, &QComboBox::activated, this, &ExceptionCard::chooseEffect);
    const auto tool = [this](QToolButton* button, const QString& part, const QString& words) {
        button->setObjectName(m_prefix + part);
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    tool(m_up, u"Up"_s, tr("Move up (Ctrl+Up)"));
    tool(m_down, u"Down"_s, tr("Move down (Ctrl+Down)"));
    tool(m_remove, u"Remove"_s, tr("Remove this exception"));
    connect(m_up, &QToolButton::clicked, this, [this] { wantMove(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { wantMove(1); });
    for (const int by : {-1, 1}) {
        auto* key = new QShortcut(QKeySequence(Qt::CTRL | (by < 0 ? Qt::Key_Up : Qt::Key_Down)), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, by] { wantMove(by); });
    }
    connect(m_remove, &QToolButton::clicked, this, &ExceptionCard::removed);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(m_name, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_effect),
                          static_cast<QWidget*>(m_score),
                          static_cast<QWidget*>(m_up),
                          static_cast<QWidget*>(m_down),
                          static_cast<QWidget*>(m_remove)}) {
        head->addWidget(part);
    }
    content()->addLayout(head);
}

void ExceptionCard::dress() {
    m_rows->setSpacing(m_theme.px(theme::space::xs));
    m_effect->setFixedWidth(m_theme.px(effectWidth));
    m_score->setFixedWidth(m_theme.px(capWidth));
    m_up->setIcon(m_theme.icon(theme::Icon::ChevronUp));
    m_down->setIcon(m_theme.icon(theme::Icon::ChevronDown));
    m_remove->setIcon(m_theme.icon(theme::Icon::Close));
    m_add->setIcon(m_theme.icon(theme::Icon::Plus));
}

QString ExceptionCard::nameText() const {
    return QString::fromStdString(m_exception.name);
}

void ExceptionCard::showException(const TemplateView& view) {
    const std::vector<ScoreException>& all = view.draft.version.exceptions;
    m_exception = all[m_position];
    m_editable = view.isEditable;
    m_when = view.today ? asOfText(view) : tr("now");
    m_name->setTruth(nameText());
    m_effect->setCurrentIndex(static_cast<int>(m_exception.effect));
    m_score->setTruth(widgets::exactText(m_exception.score));
    showConditions(view);
    for (QWidget* part : {static_cast<QWidget*>(m_name),
                          static_cast<QWidget*>(m_effect),
                          static_cast<QWidget*>(m_score),
                          static_cast<QWidget*>(m_remove),
                          static_cast<QWidget*>(m_add)}) {
        part->setEnabled(m_editable);
    }
    m_up->setEnabled(m_editable && m_position > 0);
    m_down->setEnabled(m_editable && m_position + 1 < all.size());
    m_isComplete =
        !m_exception.when.empty() && std::ranges::all_of(m_exception.when, [&](const Condition& condition) {
            return lackOf(condition, view.draft.version).isEmpty();
        });
}

void ExceptionCard::showConditions(const TemplateView& view) {
    while (m_conditions.size() > m_exception.when.size()) {
        m_conditions.back()->hide();
        m_rows->removeWidget(m_conditions.back());
        m_conditions.back()->deleteLater();
        m_conditions.pop_back();
    }
    while (m_conditions.size() < m_exception.when.size()) {
        addConditionRow();
    }
    for (std::size_t at = 0; at < m_conditions.size(); ++at) {
        m_conditions[at]->showCondition(view, m_exception.when[at], at == 0 ? tr("When") : tr("and"));
    }
}

void ExceptionCard::addConditionRow() {
    const std::size_t at = m_conditions.size();
    auto* row = new ConditionRow(m_theme, m_prefix + u"condition%1"_s.arg(at), this);
    connect(row, &ConditionRow::conditionEdited, this, [this, at](const Condition& condition) {
        setCondition(at, condition);
    });
    connect(row, &ConditionRow::removed, this, [this, at] { removeCondition(at); });
    m_rows->addWidget(row);
    row->show(); // a layout shows it later only, and the focus may go there now
    m_conditions.push_back(row);
}

void ExceptionCard::showCount(std::optional<analytics::ExceptionCount> count, bool isCounting) {
    theme::setStyleProperty(m_count, "hbText", m_isComplete ? u"muted"_s : u"body"_s);
    if (m_exception.when.empty()) {
        m_count->setText(widgets::faultText(tr("Incomplete: add a condition that says when it holds.")));
        return;
    }
    if (!m_isComplete) {
        m_count->setText(widgets::faultText(tr("Incomplete: it holds for nobody yet.")));
        return;
    }
    if (!count) {
        m_count->setText(isCounting ? tr("Counting\u2026") : QString());
        return;
    }
    const auto holds = static_cast<int>(count->holds), changes = static_cast<int>(count->changes);
    const QString first = (holds == 1 ? tr("Holds for %n account %1", nullptr, holds)
                                      : tr("Holds for %n accounts %1", nullptr, holds))
                              .arg(m_when);
    const QString second =
        changes == 1 ? tr("changes %n score", nullptr, changes) : tr("changes %n scores", nullptr, changes);
    m_count->setText(tr("%1, %2").arg(first, second));
}

// --- edits

void ExceptionCard::addCondition() {
    ScoreException changed = m_exception;
    changed.when.push_back({.target = Condition::Target::Overall,
                            .test = Condition::Test::ScoreAtMost,
                            .key = {},
                            .score = usualScore,
                            .values = {}});
    Q_EMIT exceptionEdited(changed, tr("Added a condition to %1").arg(nameText()));
}

void ExceptionCard::setCondition(std::size_t at, const Condition& condition) {
    ScoreException changed = m_exception;
    changed.when[at] = condition;
    Q_EMIT exceptionEdited(changed, tr("Changed a condition of %1").arg(nameText()));
}

void ExceptionCard::removeCondition(std::size_t at) {
    ScoreException changed = m_exception;
    changed.when.erase(changed.when.begin() + static_cast<std::ptrdiff_t>(at));
    Q_EMIT exceptionEdited(changed, tr("Removed a condition of %1").arg(nameText()));
}

QString ExceptionCard::takeName(const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) {
        return tr("A name that says why the score changes: it stands on every account it touches.");
    }
    if (name != nameText()) {
        ScoreException changed = m_exception;
        changed.name = name.toStdString();
        Q_EMIT exceptionEdited(changed, tr("Renamed the exception %1 to %2").arg(nameText(), name));
    }
    return {};
}

QString ExceptionCard::takeScore(const QString& text) {
    const std::optional<double> score = widgets::typedNumber(text);
    if (!score || *score < 0 || *score > 100) {
        return tr("A score from 0 to 100, with at most 6 decimals.");
    }
    if (*score != m_exception.score) {
        ScoreException changed = m_exception;
        changed.score = *score;
        Q_EMIT exceptionEdited(changed,
                               tr("Set the score of %1 to %2").arg(nameText(), widgets::exactText(*score)));
    }
    return {};
}

void ExceptionCard::chooseEffect() {
    const auto effect = static_cast<Effect>(m_effect->currentIndex());
    if (effect != m_exception.effect) {
        ScoreException changed = m_exception;
        changed.effect = effect;
        Q_EMIT exceptionEdited(changed,
                               effect == Effect::CapAt ? tr("Made %1 a cap").arg(nameText())
                                                       : tr("Made %1 a raise").arg(nameText()));
    }
}

// --- keys and focus

void ExceptionCard::wantMove(int by) {
    if (m_editable) {
        m_name->commit(); // what is half-typed belongs to this one
        m_score->commit();
        Q_EMIT moveWanted(by);
    }
}

QString ExceptionCard::focusedPart() const {
    const QWidget* focused = QApplication::focusWidget();
    return focused && isAncestorOf(focused) ? focused->objectName().mid(m_prefix.size()) : QString();
}

void ExceptionCard::focusPart(const QString& part) {
    auto* wanted = findChild<QWidget*>(m_prefix + part);
    (wanted && wanted->isEnabled() ? wanted : m_name)->setFocus(Qt::OtherFocusReason);
}

} // namespace hb::pages
