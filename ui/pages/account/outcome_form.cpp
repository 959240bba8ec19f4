// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/outcome_form.h"

#include "core/wording/numbers.h"
#include "core/wording/timeline_sentence.h"
#include "ui/pages/account/day_field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/typed_number.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr double mostMoney = 999'999'999'999'999.0;
constexpr int soonDays = 60;

} // namespace

std::optional<std::int64_t> typedCents(const QString& typed) {
    QString text = typed.simplified();
    text.remove(u' ');
    for (const QChar sign : {u'$', u'€', u'£', u'¥', u'₹', u'+'}) {
        text.remove(sign);
    }
    double unit = 1;
    if (text.endsWith(u'k', Qt::CaseInsensitive)) {
        unit = 1e3;
    } else if (text.endsWith(u'm', Qt::CaseInsensitive)) {
        unit = 1e6;
    }
    if (unit > 1) {
        text.chop(1);
    }
    const auto number = widgets::typedNumber(text);
    if (!number || std::abs(*number * unit) > mostMoney) {
        return {};
    }
    return std::llround(*number * unit * 100);
}

OutcomeForm::OutcomeForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Record"), parent), m_day(new DayField(theme, this)), m_change(nullptr),
      m_reason(nullptr) {
    auto* row = new QWidget(this);
    auto* flow = new widgets::FlowLayout(theme::space::xs, row);
    auto* group = new QButtonGroup(this);
    for (std::size_t at = 0; at < m_kinds.size(); ++at) {
        const QString name = wording::outcomeName(static_cast<OutcomeKind>(at));
        auto* button = new QPushButton(name.left(1).toUpper() + name.mid(1), row);
        button->setObjectName(u"outcome%1"_s.arg(at));
        button->setProperty("hbButton", u"segment"_s);
        button->setCheckable(true);
        button->installEventFilter(this); // Esc leaves
        group->addButton(button);
        flow->addWidget(button);
        m_kinds.at(at) = button;
        connect(button, &QPushButton::toggled, this, &OutcomeForm::say);
    }
    row->setFocusProxy(m_kinds.front());
    addField(row, "outcomeKind", tr("What became of it"));
    addField(m_day, "outcomeDay", tr("On which day: today, 3 May"));
    m_change = addLine("outcomeChange", tr("Change of ARR, such as 12,000 or −5k"));
    m_reason = addLine("outcomeReason", tr("Why?"));
}

void OutcomeForm::setAbout(const NextFacts& about) {
    m_day->setToday(about.day, DayMeant::Last);
    const bool isNear = about.renewalDay && std::abs(*about.renewalDay - about.day) <= soonDays;
    const Day day = isNear && *about.renewalDay < about.day ? *about.renewalDay : about.day;
    showTexts({QString::number(0), DayField::textOf(day)});
    say();
}

void OutcomeForm::setOutcome(const book::SetOutcome& outcome) {
    m_kinds.at(static_cast<std::size_t>(outcome.kind))->setChecked(true);
    m_day->setDay(outcome.day);
    if (outcome.facts) {
        m_change->setText(outcome.facts->arrChangeCents
                              ? QString::fromStdString(centsToText(*outcome.facts->arrChangeCents))
                              : QString());
        m_reason->setText(outcome.facts->reason);
    }
}

OutcomeKind OutcomeForm::kind() const {
    for (std::size_t at = 0; at < m_kinds.size(); ++at) {
        if (m_kinds.at(at)->isChecked()) {
            return static_cast<OutcomeKind>(at);
        }
    }
    return OutcomeKind::Renewed;
}

void OutcomeForm::say() {
    setNotice(
        kind() == OutcomeKind::Churned
            ? tr("From that day on the account leaves the living book. It stays in history, with all that "
                 "was written, and Undo brings it back.")
            : QString());
}

void OutcomeForm::keep() {
    const std::optional<Day> day = m_day->day();
    if (!day) {
        refuse(m_day, tr("The day on which it happened, such as \"today\" or \"3 May\"."));
        return;
    }
    const bool saysChange = !m_change->text().trimmed().isEmpty();
    const std::optional<std::int64_t> cents = typedCents(m_change->text());
    if (saysChange && !cents) {
        refuse(m_change, tr("An amount such as 12,000, −5k or 1.2M; or none."));
        return;
    }
    Q_EMIT kept(kind(),
                *day,
                book::OutcomeFacts{.arrChangeCents = saysChange ? cents : std::nullopt,
                                   .reason = m_reason->text().trimmed()});
}

} // namespace hb::pages
