// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/publish_card.h"

#include "core/wording/days.h"
#include "core/wording/error_sentence.h"
#include "ui/session/days.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

PublishCard::PublishCard(const shell::Context& context, TemplateDesk& desk, QWidget* parent)
    : Card({}, parent), m_context(context), m_desk(desk), m_reason(new QLineEdit(this)),
      m_reasonFault(widgets::makeLabel("caption", this)), m_day(new QDateEdit(this)),
      m_words(widgets::makeLabel("captionMuted", this)), m_publish(new QPushButton(tr("Publish"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(u"publishCard"_s);
    build();
    connect(m_publish, &QPushButton::clicked, this, &PublishCard::request);
    connect(m_reason, &QLineEdit::returnPressed, this, &PublishCard::request);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { widgets::showFault(m_reasonFault, {}); });
    connect(m_cancel, &QPushButton::clicked, this, &PublishCard::closed);
    connect(m_day, &QDateEdit::dateChanged, this, &PublishCard::follow);
    connect(&desk, &TemplateDesk::effectChanged, this, &PublishCard::follow);
    connect(&desk, &TemplateDesk::findingsChanged, this, &PublishCard::follow);
}

void PublishCard::build() {
    const theme::Theme& theme = m_context.theme;
    m_reason->setObjectName(u"publishReason"_s);
    m_reason->setPlaceholderText(tr("Why: what this version does better"));
    m_reason->setAccessibleName(tr("Reason"));
    widgets::shareUndo(m_reason);
    m_reasonFault->setObjectName(u"publishFault"_s);
    m_reasonFault->setWordWrap(true);
    m_reasonFault->hide();
    m_day->setObjectName(u"publishDay"_s);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"d MMM yyyy"_s);
    m_day->setAccessibleName(tr("First day"));
    widgets::dressCalendar(*m_day->calendarWidget(), theme);
    m_words->setObjectName(u"publishWords"_s);
    m_words->setWordWrap(true);
    m_publish->setObjectName(u"publishNow"_s);
    m_publish->setProperty("hbButton", u"primary"_s);
    m_cancel->setObjectName(u"publishCancel"_s);
    m_cancel->setProperty("hbButton", u"flat"_s);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme.px(theme::space::s));
    line->addWidget(new QLabel(tr("From"), this));
    line->addWidget(m_day);
    line->addStretch();
    line->addWidget(m_cancel);
    line->addWidget(m_publish);
    content()->setSpacing(theme.px(theme::space::s));
    content()->addWidget(m_reason);
    content()->addWidget(m_reasonFault);
    content()->addLayout(line);
    content()->addWidget(m_words);
}

void PublishCard::begin() {
    m_isPublishing = false;
    const Template* before = m_desk.published();
    const Day today = m_context.session.today();
    Day first = today;
    if (before) {
        first =
            std::ranges::max_element(before->versions, {}, &TemplateVersion::effectiveFrom)->effectiveFrom;
        m_day->setMinimumDate(session::toQDate(first));
    } else {
        m_day->setMinimumDate(session::toQDate(firstDay));
    }
    m_day->setDate(session::toQDate(before ? std::max(today, first) : today));
    m_reason->clear();
    widgets::showFault(m_reasonFault, {});
    follow();
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void PublishCard::follow() {
    const Template* before = m_desk.published();
    const int next = before ? before->versions.back().number + 1 : 1;
    setTitle(tr("Publish it as v%1").arg(next));
    const auto effect = m_desk.effect() ? m_desk.effect()->effect : nullptr;
    const bool isReady = effect && effect->faults.isEmpty();
    m_publish->setEnabled(isReady && !m_isPublishing);
    const Day from = session::toDay(m_day->date());
    QStringList words;
    if (!isReady) {
        words.append(tr("What is missing stands below."));
    } else if (effect->newVersions.isEmpty()) {
        words.append(
            tr("It scores as v%1 does: names and charter change, no version is made.").arg(next - 1));
    } else {
        const QString sentence = before
                                     ? tr("It scores from %1 on; days before keep the version they had.")
                                     : tr("It scores the accounts that it applies to from %1 on, and, as a "
                                          "template's first version does, on the days before, too.");
        words.append(sentence.arg(wording::dayText(from, m_context.session.today())));
        if (before && from < m_context.session.today()) {
            words.append(tr("That day is past: what was shown since then changes."));
        }
    }
    if (before && before->retiredOn) {
        words.append(tr("It was retired on %1: it comes into use again from that day on.")
                         .arg(wording::dayText(*before->retiredOn, m_context.session.today())));
    }
    if (before && m_desk.view().draft.basedOn < next - 1) {
        words.append(
            tr("v%1 was published since this draft began: History shows what that changed.").arg(next - 1));
    }
    if (const auto count = static_cast<int>(m_desk.found().findings.size()); count > 0 && isReady) {
        words.append(count == 1 ? tr("One finding stands at the foot.")
                                : tr("%n findings stand at the foot.", nullptr, count));
    }
    m_words->setText(words.join(u' '));
}

void PublishCard::request() {
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        widgets::showFault(m_reasonFault, tr("Say why: the reason stands with the version for good."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_publish->isEnabled()) {
        m_isPublishing = true;
        follow();
        Q_EMIT publishRequested(reason, session::toDay(m_day->date()));
    }
}

void PublishCard::showRefusal(const Error& error) {
    m_isPublishing = false;
    follow();
    widgets::showFault(m_reasonFault, wording::errorSentence(error));
}

void PublishCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace hb::pages
