// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_page.h"

#include "core/wording/error_sentence.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/compare_scope.h"
#include "ui/pages/compare/question_line.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

ComparePage::ComparePage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_stack(new QStackedLayout(this)),
      m_instead(new widgets::EmptyState(context.theme, theme::Icon::Compare, this)),
      m_body(new QWidget(this)), m_top(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_line(new QuestionLine(context, m_body)), m_tabRow(new QWidget(m_body)),
      m_headline(widgets::makeLabel("pageTitle", m_body)), m_note(widgets::makeLabel("muted", m_body)),
      m_parts(new QStackedWidget(m_body)) {
    setObjectName(u"comparePage"_s);
    build();
    const session::BookSession& session = context.session;
    const auto followWhileShown = [this] {
        if (isVisible()) {
            follow();
        }
    };
    connect(&session, &session::BookSession::changed, this, followWhileShown);
    connect(&session, &session::BookSession::dayChanged, this, followWhileShown);
    connect(&session, &session::BookSession::filterChanged, this, &ComparePage::showNote);
    connect(&session, &session::BookSession::closed, this, &ComparePage::forget);
    connect(m_line, &QuestionLine::asked, this, [this](const CompareQuestion& question) {
        session::CompareState state = stateOf(question, m_state.tab);
        if (question.among == m_view.question.among) {
            state.among = m_state.among; // that nobody has it on these days does not take it back
            if (question.by == m_view.question.by) {
                state.inside = m_state.inside;
            }
        }
        goTo(state);
    });
    connect(m_line, &QuestionLine::viewsRequested, this, [this](QWidget* button) {
        m_navigator.openViews(button);
    });
    connect(&session, &session::BookSession::personChanged, this, &ComparePage::followPerson);
    connect(m_instead, &widgets::EmptyState::requested, this, [this] {
        if (m_view.book && m_shown.among) {
            compareAmong({});
        } else if (m_view.book) {
            m_navigator.go({.page = session::page::import});
        } else {
            follow();
        }
    });
}

void ComparePage::build() {
    m_instead->setObjectName(u"compareInstead"_s);
    m_headline->setObjectName(u"compareHeadline"_s);
    m_note->setObjectName(u"compareNote"_s);
    for (QLabel* label : {m_headline, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* tabs = new QHBoxLayout(m_tabRow);
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->setSpacing(m_context.theme.px(theme::space::xs));
    auto* either = new QButtonGroup(this); // arrow keys choose within it
    for (const CompareTab& info : compareTabs()) {
        addTab(info, m_tabRow);
        either->addButton(m_tabs.back().button);
        tabs->addWidget(m_tabs.back().button);
    }
    m_top->setSpacing(m_context.theme.px(theme::space::m));
    m_top->addWidget(m_line, 1);
    m_top->addWidget(m_tabRow, 0, Qt::AlignLeft);
    auto* rows = new QVBoxLayout(m_body);
    const int margin = m_context.theme.px(theme::space::pageMargin);
    rows->setContentsMargins(margin, m_context.theme.px(theme::space::l), margin, margin);
    rows->setSpacing(m_context.theme.px(theme::space::m));
    rows->addLayout(m_top);
    rows->addWidget(m_headline);
    rows->addWidget(m_note);
    rows->addWidget(m_parts, 1);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_instead);
}

void ComparePage::addTab(const CompareTab& info, QWidget* row) {
    auto* button = new QPushButton(info.title, row);
    button->setObjectName(u"tab."_s + info.name);
    button->setCheckable(true);
    theme::setStyleProperty(button, "hbButton", u"segment"_s);
    connect(button, &QPushButton::clicked, this, [this, name = info.name] { showTab(name); });
    m_tabs.push_back({.info = info, .button = button});
}

// --- the tabs

ComparePage::Tab* ComparePage::front() {
    const auto found =
        std::ranges::find_if(m_tabs, [this](const Tab& tab) { return tab.info.name == m_state.tab; });
    return found == m_tabs.end() ? m_tabs.data() : &*found;
}

const ComparePage::Tab* ComparePage::front() const {
    return const_cast<ComparePage*>(this)->front();
}

ComparePart* ComparePage::partOf(Tab& tab) {
    if (!tab.part) {
        tab.part = tab.info.make(m_context, m_navigator, m_parts);
        m_parts->addWidget(tab.part);
        connect(tab.part, &ComparePart::headlineChanged, this, [this, part = tab.part] {
            if (m_parts->currentWidget() == part) {
                m_headline->setText(part->headline());
            }
        });
        connect(tab.part, &ComparePart::accountAsked, this, &ComparePage::openAccount);
        connect(tab.part, &ComparePart::insideAsked, this, [this](const QStringList& inside) {
            session::CompareState state = m_state;
            state.inside = inside;
            goTo(state);
        });
    }
    return tab.part;
}

// --- what is shown

void ComparePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitLine();
}

/// Where question and tabs do not fit beside one another, no word of them is cut.
void ComparePage::fitLine() {
    const QMargins around = m_body->layout()->contentsMargins();
    const int needed = m_line->sizeHint().width() + m_top->spacing() + m_tabRow->sizeHint().width();
    const bool fits = needed <= width() - around.left() - around.right();
    m_top->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ComparePage::follow() {
    const session::BookSession& session = m_context.session;
    if (!session.isOpen()) {
        return;
    }
    const CompareQuestion question = questionOf(m_state, session.snapshot(), session.asOf());
    const Asked asked{session.moment(), question.period, question.among};
    m_line->showQuestion(session.moment(), question);
    for (const Tab& tab : m_tabs) {
        tab.button->setChecked(&tab == front());
    }
    fitLine();
    if (m_view.book && m_shown == asked) {
        m_asked = asked; // what was asked meanwhile comes too late
        showCompared();
    } else if (asked != m_asked) {
        compare(asked);
    }
}

void ComparePage::compare(const Asked& asked) {
    using Compared = std::shared_ptr<const analytics::ComparedBook>;
    m_asked = asked;
    m_context.jobs.runLatest<Compared>(
        u"compare"_s,
        tr("Scoring the book on both days"),
        [asked](const Job& job) -> Result<Compared> {
            const auto& [moment, period, among] = asked;
            auto book = std::make_shared<const analytics::ComparedBook>(
                among ? analytics::comparedBook(moment->scorer,
                                                period,
                                                accountsAmong(*moment->snapshot, *among, period.to),
                                                job.stop)
                      : analytics::comparedBook(moment->scorer, period, job.stop));
            if (job.stopped()) {
                return cancelled();
            }
            groupAhead(*book, job.stop);
            return book;
        },
        this,
        [this, asked](const Result<Compared>& book) {
            if (asked != m_asked) {
                return; // the book has closed, or something else was asked that stands already
            }
            if (!book) {
                sayWhyNot(book.error());
                return;
            }
            m_shown = asked;
            m_view.moment = asked.moment;
            m_view.book = *book;
            showCompared();
        });
}

void ComparePage::showCompared() {
    // Where the as-of day has moved on, its own scores are on the way: these stay until then.
    m_view.question = questionOf(m_state, m_view.book->snapshot(), m_view.moment->day);
    m_view.question.period = m_shown.period;
    m_view.question.among = m_shown.among;
    m_view.shownAs = m_context.session.shownAs();
    m_view.inside = m_state.inside;
    const bool paid = hasArr(m_view.book->living);
    if (!paid) {
        m_view.question.countBy = CountBy::Accounts;
    }
    m_line->setHasArr(paid);
    fitLine();
    if (m_view.book->living.empty()) {
        m_instead->setTexts(m_shown.among
                                ? tr("No account is left to compare: %1.").arg(scopeWords(*m_shown.among))
                                : tr("Two owners or segments are needed to compare."),
                            m_shown.among ? tr("All accounts") : tr("Import accounts"));
        m_stack->setCurrentWidget(m_instead);
        return;
    }
    m_stack->setCurrentWidget(m_body);
    showNote();
    ComparePart* part = partOf(*front());
    m_parts->setCurrentWidget(part);
    part->showView(m_view);
    if (const auto layout = std::exchange(m_layout, {})) {
        part->layOut(*layout);
    }
    m_headline->setText(part->headline());
}

/// Whose accounts are compared; a filter of the Book page does not narrow them, and that is said.
void ComparePage::showNote() {
    const session::BookSession& session = m_context.session;
    const session::Filter& filter = session.filter();
    const bool isMine = filter.mine && session.isOpen() && session.hasOwnAccounts();
    QStringList sentences;
    if (m_view.book && m_shown.among) {
        const analytics::ComparedBook& book = *m_view.book;
        sentences << scopeNote(book.snapshot(), *m_shown.among, book.period.to, book.living.size());
        sentences << front()->info.ofAll;
    } else if (m_view.book) {
        const auto count = static_cast<int>(m_view.book->living.size());
        if (m_state.among && m_asked == m_shown) {
            sentences << nobodyNote(*m_state.among, m_view.book->period.to, session.today());
        } else if (isMine || !filter.isPlain()) {
            sentences << (count == 1 ? tr("The one account of the book is compared.")
                                     : tr("All %Ln accounts of the book are compared, whatever the filter of "
                                          "the Book page is.",
                                          nullptr,
                                          count));
        }
    }
    sentences.removeAll(QString());
    m_note->setVisible(!sentences.isEmpty());
    m_note->setText(sentences.join(u' '));
}

void ComparePage::sayWhyNot(const Error& error) {
    m_asked = m_shown = {};
    m_view = {};
    m_instead->setTexts(error.code == ErrorCode::Cancelled
                            ? tr("Nothing is compared: the scoring of both days was cancelled.")
                            : wording::errorSentence(error),
                        tr("Compare again"));
    m_stack->setCurrentWidget(m_instead);
}

/// The tabs are made anew for the next book: these would keep all of the closed one.
void ComparePage::forget() {
    m_view = {};
    m_asked = m_shown = {};
    m_layout.reset();
    m_line->forget();
    for (Tab& tab : m_tabs) {
        if (tab.part) {
            tab.part->deleteLater(); // it may be what closes the book
            m_parts->removeWidget(tab.part);
            tab.part = nullptr;
        }
    }
}

std::vector<QWidget*> ComparePage::regions() {
    if (m_stack->currentWidget() == m_instead) {
        return {m_instead};
    }
    std::vector<QWidget*> all{m_line, m_tabRow};
    if (ComparePart* part = front()->part) {
        std::ranges::copy(part->regions(), std::back_inserter(all));
    }
    return all;
}

} // namespace hb::pages
