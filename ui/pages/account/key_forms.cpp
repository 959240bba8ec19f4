// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/key_forms.h"

#include "core/wording/error_sentence.h"
#include "core/wording/merge_sentence.h"
#include "core/wording/words.h"
#include "ui/models/names.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr QStringView separator = u" · ";
constexpr AccountIndex stopEvery = 4096;

QString keyOf(const AccountAt& at, AccountIndex account) {
    return wording::fromUtf8((*at.snapshot().accounts)[account].key);
}

/// "Contoso · A-17"; one without a name by its id alone.
QString choiceOf(const session::Moment& moment, AccountIndex account) {
    const QString name = models::nameOf(*moment.snapshot, account, moment.day);
    const QString key = wording::fromUtf8((*moment.snapshot->accounts)[account].key);
    return name == key ? key : name + separator.toString() + key;
}

/// All accounts but one.
Result<QStringList> choicesBeside(const session::Moment& moment, AccountIndex one, const Job& job) {
    QStringList choices;
    for (AccountIndex account = 0; account < moment.snapshot->accountCount(); ++account) {
        if (account % stopEvery == 0 && job.stopped()) {
            return cancelled();
        }
        if (account != one) {
            choices << choiceOf(moment, account);
        }
    }
    return choices;
}

} // namespace

RenameForm::RenameForm(const theme::Theme& theme, QWidget* parent)
    : EditForm(theme, tr("Change"), parent), m_key(addLine("accountKey", tr("The id of the account"))) {
    setObjectName(u"renameForm"_s);
}

void RenameForm::setAccount(const AccountAt& at) {
    m_at = at;
    setNotice(tr("Files that name %1 still lead to it.").arg(keyOf(at, at.account)));
}

void RenameForm::reset() {
    m_key->setText(keyOf(*m_at, m_at->account));
    clearFaults();
}

void RenameForm::keep() {
    const QString key = m_key->text().trimmed();
    if (key.isEmpty()) {
        refuse(m_key, tr("The id by which files name the account."));
        return;
    }
    const auto taken = m_at->snapshot().findAccount(key.toStdString());
    if (taken && *taken != m_at->account) {
        refuse(m_key, tr("This id leads to %1.").arg(models::nameOf(m_at->snapshot(), *taken, m_at->day())));
        return;
    }
    Q_EMIT kept(key);
}

MergeForm::MergeForm(const theme::Theme& theme, jobs::JobRunner& jobs, QWidget* parent)
    : EditForm(theme, tr("Merge"), parent), m_jobs(jobs),
      m_into(addLine("mergeInto", tr("Name or id of the other account"))),
      m_choices(new QStringListModel(this)) {
    setObjectName(u"mergeForm"_s);
    auto* completer = new QCompleter(m_choices, m_into);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_into->setCompleter(completer);
    connect(m_into, &QLineEdit::textChanged, this, &MergeForm::follow);
}

void MergeForm::setAccount(const AccountAt& at) {
    const bool isOther = !m_at || m_at->id() != at.id();
    m_at = at;
    if (isOther) {
        clear();
    } else if (isVisible()) {
        m_asked.clear(); // what it would do may be another thing now
        follow();
    }
    readChoices();
}

void MergeForm::clear() {
    m_into->clear();
    clearFaults();
    follow();
}

/// Every name is looked at: beside the window, once for a moment.
void MergeForm::readChoices() {
    if (hasChoices()) {
        return;
    }
    m_jobs.runLatest<QStringList>(
        u"mergeChoices"_s,
        {},
        [at = *m_at](const Job& job) { return choicesBeside(*at.moment, at.account, job); },
        this,
        [this, at = *m_at](const Result<QStringList>& choices) {
            if (choices) {
                showChoices(at, *choices);
            }
        });
}

void MergeForm::showChoices(const AccountAt& beside, const QStringList& choices) {
    m_choicesOf = beside.moment;
    m_choicesBeside = beside.account;
    if (choices != m_choices->stringList()) {
        m_choices->setStringList(choices);
    }
    follow();
}

/// The choices are all accounts but this one.
AccountIndex MergeForm::accountOf(qsizetype choice) const {
    const auto at = static_cast<AccountIndex>(choice);
    return at < m_at->account ? at : at + 1;
}

bool MergeForm::hasChoices() const {
    return m_choicesOf == m_at->moment && m_choicesBeside == m_at->account;
}

QString MergeForm::chosen() const {
    const QString typed = m_into->text().trimmed();
    if (const auto account = m_at->snapshot().findAccount(typed.toStdString())) {
        return keyOf(*m_at, *account);
    }
    QString found;
    const QStringList choices = hasChoices() ? m_choices->stringList() : QStringList();
    for (qsizetype i = 0; !typed.isEmpty() && i < choices.size(); ++i) {
        if (!choices[i].startsWith(typed, Qt::CaseInsensitive)) {
            continue;
        }
        const QString key = keyOf(*m_at, accountOf(i));
        const bool isName = choices[i].size() == typed.size() + separator.size() + key.size();
        if (!isName && choices[i].size() != typed.size()) {
            continue;
        }
        if (!found.isEmpty()) {
            return {}; // two of one name: the id says which
        }
        found = key;
    }
    return found;
}

void MergeForm::follow() {
    const QString into = chosen();
    if (into == m_asked) {
        return;
    }
    m_asked = into;
    m_fault.clear();
    setNotice({});
    if (!into.isEmpty()) {
        Q_EMIT effectAsked(into);
    }
}

void MergeForm::showEffect(const QString& into, const Result<MergeEffect>& effect) {
    if (into != m_asked || !m_at) {
        return;
    }
    const auto account = m_at->snapshot().findAccount(into.toStdString());
    if (effect && account) {
        setNotice(wording::mergeSentence(*effect, models::nameOf(m_at->snapshot(), *account, m_at->day())));
    } else if (!effect) {
        m_fault = wording::errorSentence(effect.error());
        setNotice(m_fault);
    }
}

void MergeForm::keep() {
    const QString into = chosen();
    if (into.isEmpty() && !hasChoices()) {
        refuse(m_into, tr("The names are still being read. Try again in a moment, or type the id."));
    } else if (into.isEmpty()) {
        refuse(m_into, tr("The name or id of another account of this book; of two of one name the id."));
    } else if (!m_fault.isEmpty()) {
        refuse(m_into, m_fault);
        setNotice({});
    } else {
        Q_EMIT kept(into);
    }
}

} // namespace hb::pages
