// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/question_line.h"

#include "ui/models/book_layout.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/pages/compare/days_popup.h"
#include "ui/pages/compare/values_popup.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

using analytics::PeriodKind;

namespace {

constexpr int scopeWidth = 240;        ///< a longer name is cut
constexpr std::size_t mostValues = 12; ///< in a menu: of more, letters are typed

/// One of the entries is checked; a click on any asks.
QAction* addChoice(
    QMenu& menu, const QString& name, const QString& text, bool isChosen, std::function<void()> choose) {
    QAction* action = menu.addAction(text, &menu, std::move(choose));
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(isChosen);
    return action;
}

void openUnder(QMenu& menu, const QWidget& button) {
    menu.popup(button.mapToGlobal(QPoint(0, button.height())));
}

} // namespace

QuestionLine::QuestionLine(const shell::Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_days(widgets::makeLabel("muted", this)),
      m_twoDays(new DaysPopup(context.theme, this)), m_values(new ValuesPopup(context.theme, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(context.theme.px(theme::space::s));
    m_scope = addPill(*row, "compareScope", tr("Whose accounts are compared"));
    m_period = addPill(*row, "comparePeriod", tr("The time that is compared"));
    m_days->setObjectName(u"compareFromTo"_s);
    row->addWidget(m_days);
    row->addSpacing(context.theme.px(theme::space::s));
    m_by = addPill(*row, "compareBy", tr("What the accounts are grouped by"));
    m_and = addPill(*row, "compareAnd", tr("What each group is divided by"));
    m_count = addSwitch(*row, "compareCount", tr("Count"), CountBy::Accounts);
    m_arr = addSwitch(*row, "compareArr", tr("ARR"), CountBy::Arr);
    auto* either = new QButtonGroup(this);
    either->addButton(m_count);
    either->addButton(m_arr);
    row->addStretch();
    auto* views = new QPushButton(tr("Views \u25BE"), this);
    views->setObjectName(u"compareViews"_s);
    theme::setStyleProperty(views, "hbButton", u"flat"_s);
    row->addWidget(views);
    connect(views, &QPushButton::clicked, this, [this, views] { Q_EMIT viewsRequested(views); });
    connect(m_scope, &QPushButton::clicked, this, &QuestionLine::openScopes);
    connect(m_period, &QPushButton::clicked, this, &QuestionLine::openPeriods);
    connect(m_by, &QPushButton::clicked, this, &QuestionLine::openAttributes);
    connect(m_and, &QPushButton::clicked, this, &QuestionLine::openSecondAttributes);
    connect(m_values, &ValuesPopup::chosen, this, &QuestionLine::askAmong);
    connect(m_twoDays, &DaysPopup::chosen, this, [this](const analytics::Period& period) {
        CompareQuestion question = m_question;
        question.kind = PeriodKind::TwoDays;
        question.period = period;
        Q_EMIT asked(question);
    });
}

QPushButton* QuestionLine::addPill(QHBoxLayout& row, const char* name, const QString& description) {
    auto* pill = new QPushButton(this);
    pill->setObjectName(QLatin1StringView(name));
    pill->setAccessibleDescription(description);
    theme::setStyleProperty(pill, "hbButton", u"chip"_s);
    row.addWidget(pill);
    return pill;
}

QPushButton*
QuestionLine::addSwitch(QHBoxLayout& row, const char* name, const QString& text, CountBy countBy) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setCheckable(true);
    theme::setStyleProperty(button, "hbButton", u"segment"_s);
    row.addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, countBy] {
        CompareQuestion question = m_question;
        question.countBy = countBy;
        Q_EMIT asked(question);
    });
    return button;
}

void QuestionLine::showQuestion(const std::shared_ptr<const session::Moment>& moment,
                                const CompareQuestion& question) {
    m_moment = moment;
    m_question = question;
    const auto titleOf = [](const QString& key) { return models::attributeTitle(key).toLower(); };
    const QString whose = scopeTitle(m_context.session, question.among);
    const QString shown =
        m_scope->fontMetrics().elidedText(whose, Qt::ElideRight, m_context.theme.px(scopeWidth));
    m_scope->setText(tr("%1 \u25BE").arg(QString(shown).replace(u'&', u"&&"_s)));
    m_scope->setToolTip(shown == whose ? QString() : whose);
    m_period->setText(tr("%1 \u25BE").arg(periodName(question.kind)));
    m_days->setText(periodText(question.period, m_context.session.today()));
    m_by->setText(tr("by %1 \u25BE").arg(titleOf(question.by.front())));
    m_and->setText(question.by.size() < 2 ? tr("and \u25BE")
                                          : tr("and %1 \u25BE").arg(titleOf(question.by.back())));
    m_and->setVisible(comparableAttributes(*moment->snapshot).size() > 1);
    m_count->setChecked(question.countBy == CountBy::Accounts);
    m_arr->setChecked(question.countBy == CountBy::Arr);
}

void QuestionLine::setHasArr(bool has) {
    m_count->setVisible(has);
    m_arr->setVisible(has);
}

// --- whose accounts

void QuestionLine::openScopes() {
    if (!m_moment) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"compareScopes"_s);
    const std::optional<session::AttributeTest> own = ownAccounts(m_context.session);
    addChoice(*menu, u"among.all"_s, scopeTitle(m_context.session, {}), !m_question.among, [this] {
        askAmong({});
    });
    if (own) {
        addChoice(
            *menu, u"among.own"_s, scopeTitle(m_context.session, own), m_question.among == own, [this, own] {
                askAmong(own);
            });
    }
    menu->addSeparator();
    for (const QString& key : comparableAttributes(*m_moment->snapshot)) {
        QMenu* values = menu->addMenu(models::attributeTitle(key));
        values->setObjectName(u"among."_s + key);
        values->menuAction()->setObjectName(u"among."_s + key);
        // Counted when it opens: a pass over the book each.
        connect(values, &QMenu::aboutToShow, this, [this, values, key] { addValues(*values, key); });
    }
    openUnder(*menu, *m_scope);
}

void QuestionLine::addValues(QMenu& menu, const QString& key) {
    if (!menu.isEmpty() || !m_moment) {
        return;
    }
    const std::vector<ScopeValue> all = scopeValues(*m_moment->snapshot, key, m_question.period.to);
    for (std::size_t at = 0; at < std::min(all.size(), mostValues); ++at) {
        const session::AttributeTest test{.key = key, .values = {all[at].value}};
        QString title = models::groupTitle(key, all[at].value);
        title.replace(u'&', u"&&"_s);
        addChoice(menu,
                  u"among.%1.%2"_s.arg(key, all[at].value),
                  u"%1\t%2"_s.arg(title, QLocale().toString(all[at].accounts)),
                  m_question.among == test,
                  [this, test] { askAmong(test); });
    }
    if (all.size() > mostValues) {
        menu.addSeparator();
        menu.addAction(tr("All %Ln values\u2026", nullptr, static_cast<int>(all.size())),
                       this,
                       [this, key] { openValues(key); })
            ->setObjectName(u"among.%1.more"_s.arg(key));
    }
}

void QuestionLine::openValues(const QString& key) {
    m_values->popUpUnder(*m_scope, key, scopeValues(*m_moment->snapshot, key, m_question.period.to));
}

void QuestionLine::askAmong(const std::optional<session::AttributeTest>& among) {
    CompareQuestion question = m_question;
    question.among = among;
    Q_EMIT asked(question);
}

// --- the period and the groups

void QuestionLine::openPeriods() {
    QMenu* menu = widgets::makePopup(this);
    for (const PeriodKind kind :
         {PeriodKind::ThisQuarter, PeriodKind::LastQuarter, PeriodKind::Days30, PeriodKind::Months12}) {
        addChoice(
            *menu, u"period."_s + periodKey(kind), periodName(kind), kind == m_question.kind, [this, kind] {
                askPeriod(kind);
            });
    }
    menu->addSeparator();
    addChoice(*menu,
              u"period."_s + periodKey(PeriodKind::TwoDays),
              tr("Two days\u2026"),
              m_question.kind == PeriodKind::TwoDays,
              [this] { openTwoDays(); });
    openUnder(*menu, *m_period);
}

void QuestionLine::openTwoDays() {
    m_twoDays->popUpUnder(*m_period, m_question.period, m_context.session.today());
}

void QuestionLine::askPeriod(PeriodKind kind) {
    CompareQuestion question = m_question;
    question.kind = kind;
    question.period = analytics::periodOn(m_context.session.asOf(), kind);
    Q_EMIT asked(question);
}

void QuestionLine::openAttributes() {
    if (!m_moment) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    for (const QString& key : comparableAttributes(*m_moment->snapshot)) {
        addChoice(
            *menu, u"by."_s + key, models::attributeTitle(key), m_question.by.front() == key, [this, key] {
                QStringList by{key};
                by.append(m_question.by.mid(1));
                by.removeDuplicates();
                askBy(by);
            });
    }
    openUnder(*menu, *m_by);
}

void QuestionLine::openSecondAttributes() {
    QMenu* menu = widgets::makePopup(this);
    const QString first = m_question.by.front();
    addChoice(
        *menu, u"and"_s, tr("Nothing else"), m_question.by.size() < 2, [this, first] { askBy({first}); });
    menu->addSeparator();
    for (const QString& key : comparableAttributes(*m_moment->snapshot)) {
        if (key != first) {
            addChoice(*menu,
                      u"and."_s + key,
                      models::attributeTitle(key),
                      m_question.by.value(1) == key,
                      [this, first, key] { askBy({first, key}); });
        }
    }
    openUnder(*menu, *m_and);
}

void QuestionLine::askBy(const QStringList& by) {
    CompareQuestion question = m_question;
    question.by = by;
    Q_EMIT asked(question);
}

} // namespace hb::pages
