// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_filters.h"

#include "ui/session/days.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/spaces.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int filterPause = 200, monthDays = 30;
enum When { AnyDay, LastWeek, LastMonth, Between };

} // namespace

AuditFilters::AuditFilters(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_find(new QLineEdit(this)), m_person(new QLineEdit(this)),
      m_account(new QLineEdit(this)), m_when(new QComboBox(this)), m_from(new QDateEdit(this)),
      m_to(new QDateEdit(this)), m_completions(new QStringListModel(this)) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(filterPause);
    connect(&m_soon, &QTimer::timeout, this, &AuditFilters::changed);
    build();
}

void AuditFilters::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    widgets::followSpace(row, m_theme, theme::space::s);
    const auto add = [this, row](QLineEdit* field, const QString& name, const QString& words, int stretch) {
        field->setObjectName(name);
        field->setPlaceholderText(words);
        field->setAccessibleName(words);
        field->setClearButtonEnabled(true);
        widgets::shareUndo(field);
        connect(field, &QLineEdit::textChanged, this, &AuditFilters::changeSoon);
        connect(field, &QLineEdit::returnPressed, this, &AuditFilters::changeNow);
        row->addWidget(field, stretch);
    };
    add(m_find, u"auditFind"_s, tr("Find in what was changed"), 3);
    add(m_person, u"auditPerson"_s, tr("By anybody"), 2);
    add(m_account, u"auditAccount"_s, tr("Of any account"), 2);
    auto* completer = new QCompleter(m_completions, m_account);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_account->setCompleter(completer);
    connect(m_account, &QLineEdit::textEdited, this, [this] { m_key.clear(); });
    addDays(*row);
}

void AuditFilters::addDays(QHBoxLayout& row) {
    m_when->setObjectName(u"auditWhen"_s);
    m_when->setAccessibleName(tr("When"));
    m_when->addItems({tr("Any day"), tr("Last 7 days"), tr("Last 30 days"), tr("Between two days")});
    row.addWidget(m_when);
    m_from->setObjectName(u"auditFrom"_s);
    m_from->setAccessibleName(tr("From"));
    m_to->setObjectName(u"auditTo"_s);
    m_to->setAccessibleName(tr("To"));
    for (QDateEdit* day : {m_from, m_to}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(u"d MMM yyyy"_s);
        widgets::dressCalendar(*day->calendarWidget(), m_theme);
        day->hide();
        row.addWidget(day);
        connect(day, &QDateEdit::dateChanged, this, &AuditFilters::changeSoon);
    }
    connect(m_when, &QComboBox::currentIndexChanged, this, &AuditFilters::showDays);
}

void AuditFilters::changeSoon() {
    m_soon.start();
}

void AuditFilters::changeNow() {
    m_soon.stop();
    Q_EMIT changed();
}

void AuditFilters::showDays() {
    const bool isBetween = m_when->currentIndex() == Between;
    m_from->setVisible(isBetween);
    m_to->setVisible(isBetween);
    changeNow();
}

void AuditFilters::follow(const std::shared_ptr<const session::Moment>& moment, Day today) {
    const bool isFirst = m_moment == nullptr;
    m_moment = moment;
    m_today = today;
    const Snapshot& snapshot = *moment->snapshot;
    m_names.follow(snapshot, moment->day);
    QStringList names;
    for (std::size_t at = 0; at < snapshot.accounts->size(); ++at) {
        names << m_names.of(static_cast<AccountIndex>(at));
    }
    if (names != m_completions->stringList()) {
        m_completions->setStringList(names);
    }
    if (isFirst) {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(session::toQDate(today - monthDays));
        m_to->setDate(session::toQDate(today));
    }
}

void AuditFilters::setAccount(const QString& key) {
    {
        const QSignalBlocker quiet(m_when);
        m_when->setCurrentIndex(AnyDay);
    }
    m_from->hide();
    m_to->hide();
    m_find->clear();
    m_person->clear();
    m_key = key;
    const auto found = key.isEmpty() ? std::nullopt : account();
    m_account->setText(found ? m_names.of(*found) : key);
    m_soon.stop(); // who sets it asks
}

std::optional<AccountIndex> AuditFilters::account() const {
    const Snapshot& snapshot = *m_moment->snapshot;
    const QString wanted = m_key.isEmpty() ? accountText() : m_key;
    if (const auto byKey = snapshot.findAccount(wanted.toStdString())) {
        return byKey;
    }
    for (std::size_t at = 0; at < snapshot.accounts->size(); ++at) {
        const auto index = static_cast<AccountIndex>(at);
        if (m_names.of(index).compare(wanted, Qt::CaseInsensitive) == 0) {
            return index;
        }
    }
    return {};
}

QString AuditFilters::accountText() const {
    return m_account->text().trimmed();
}

QString AuditFilters::accountName() const {
    const auto found = m_moment && !accountText().isEmpty() ? account() : std::nullopt;
    return found ? m_names.of(*found) : QString();
}

std::optional<book::AuditQuestion> AuditFilters::question() const {
    book::AuditQuestion asked{.text = m_find->text().trimmed(), .person = m_person->text().trimmed()};
    if (!accountText().isEmpty()) {
        const auto found = account();
        if (!found) {
            return {};
        }
        asked.account = (*m_moment->snapshot->accounts)[*found].id;
    }
    switch (m_when->currentIndex()) {
    case LastWeek:
        asked.from = m_today - (daysOfWeek - 1);
        break;
    case LastMonth:
        asked.from = m_today - (monthDays - 1);
        break;
    case Between: {
        const Day from = session::toDay(m_from->date());
        const Day to = session::toDay(m_to->date());
        asked.from = std::min(from, to);
        asked.to = std::max(from, to);
        break;
    }
    default:
        break;
    }
    return asked;
}

bool AuditFilters::isPlain() const {
    return m_find->text().isEmpty() && m_person->text().isEmpty() && m_account->text().isEmpty() &&
           m_when->currentIndex() == AnyDay;
}

void AuditFilters::find() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

bool AuditFilters::clear() {
    if (isPlain() || !m_moment) {
        return false;
    }
    setAccount({});
    Q_EMIT changed();
    return true;
}

} // namespace hb::pages
