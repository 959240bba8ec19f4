// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/timeline_card.h"

#include "ui/pages/account/timeline_list.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/shared_undo.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int typingPause = 150, mostWords = 200, listHeight = 320;

} // namespace

TimelineCard::TimelineCard(const theme::Theme& theme, QWidget* parent)
    : Card(tr("Timeline"), parent), m_theme(theme), m_box(new NoteBox(theme, this)),
      m_search(new QLineEdit(this)), m_filter(new QWidget(this)),
      m_later(widgets::makeLabel("captionMuted", this)), m_list(new TimelineList(theme, m_model, this)),
      m_empty(new widgets::EmptyState(theme, theme::Icon::Note, this)) {
    setObjectName(u"timelineCard"_s);
    buildFilter();
    m_later->setObjectName(u"laterNotes"_s);
    content()->addWidget(m_box);
    content()->addWidget(m_search);
    content()->addWidget(m_filter);
    content()->addWidget(m_later);
    content()->addWidget(m_empty, 1);
    content()->addWidget(m_list, 1);
    const auto fit = [this] { m_list->setMinimumHeight(m_theme.px(listHeight)); };
    fit();
    connect(&m_theme, &theme::Theme::changed, this, fit);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &TimelineCard::search);
    connect(m_box, &NoteBox::written, this, &TimelineCard::noteWritten);
    connect(m_empty, &widgets::EmptyState::requested, this, &TimelineCard::fillEmpty);
    connect(m_list, &TimelineList::pinAsked, this, &TimelineCard::pinAsked);
    connect(m_list, &TimelineList::changeAsked, this, &TimelineCard::changeAsked);
    connect(m_list, &TimelineList::removeAsked, this, &TimelineCard::removeAsked);
    connect(m_list, &TimelineList::copied, this, &TimelineCard::copied);
    showState();
}

void TimelineCard::buildFilter() {
    m_search->setObjectName(u"timelineSearch"_s);
    m_search->setPlaceholderText(tr("Find in the timeline (Ctrl+F)"));
    m_search->setAccessibleName(tr("Find in the timeline"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(mostWords);
    m_search->installEventFilter(this);
    widgets::shareUndo(m_search);
    QAction* sign = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    const auto dress = [this, sign] {
        sign->setIcon(m_theme.icon(theme::Icon::Search, theme::IconInk::Muted));
    };
    connect(&m_theme, &theme::Theme::changed, this, dress);
    dress();
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &TimelineCard::search);
    auto* flow = new widgets::FlowLayout(theme::space::xs, m_filter);
    const std::array<QString, timelineGroupCount> names{tr("Notes"), tr("Scores"), tr("Actions"), tr("Data")};
    const std::array<QString, timelineGroupCount> tips{
        tr("Only what was written"),
        tr("Only levels set by hand, overrides and versions"),
        tr("Only actions, contacts and outcomes"),
        tr("Only imports, changed attributes and merged accounts")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        auto* button = new QPushButton(names.at(at), m_filter);
        button->setObjectName(u"timelineGroup%1"_s.arg(at));
        button->setProperty("hbButton", u"segment"_s);
        button->setCheckable(true);
        button->setToolTip(tips.at(at));
        connect(button, &QPushButton::toggled, this, &TimelineCard::filter);
        m_groups.at(at) = button;
        flow->addWidget(button);
    }
}

// --- what is shown

void TimelineCard::setItems(std::shared_ptr<const Snapshot> snapshot,
                            std::vector<TimelineItem> items,
                            Day day) {
    m_model.setItems(std::move(snapshot), std::move(items), day);
    showState();
    if (!words().isEmpty()) {
        search(); // what is new may be among the found
    }
}

void TimelineCard::setDay(Day day) {
    m_model.setDay(day);
    showState();
}

void TimelineCard::setPerson(const QString& name) {
    m_list->setPerson(name);
}

void TimelineCard::setWhyNotWrite(const QString& why) {
    m_whyNotWrite = why;
    m_box->setWhyNotWrite(why);
    m_list->setWhyNotWrite(why);
    showState();
}

void TimelineCard::filter() {
    std::array<bool, timelineGroupCount> chosen{};
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        chosen.at(at) = m_groups.at(at)->isChecked();
    }
    m_model.setGroups(chosen);
    showState();
}

QString TimelineCard::words() const {
    return m_search->text().simplified();
}

void TimelineCard::search() {
    m_typing.stop();
    if (words().isEmpty()) {
        m_model.setFound({}, {});
        showState();
    } else {
        Q_EMIT searchAsked(words());
    }
}

void TimelineCard::setFound(const QString& asked, std::vector<TimelineItem> found) {
    if (asked == words()) {
        m_model.setFound(std::move(found), asked);
        showState();
    }
}

void TimelineCard::showState() {
    const bool isNarrowed = !words().isEmpty() || std::ranges::any_of(m_groups, [](const QPushButton* group) {
        return group->isChecked();
    });
    const bool isEmpty = m_model.rowCount() == 0;
    m_search->setVisible(!m_model.isEmpty());
    m_filter->setVisible(!m_model.isEmpty());
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setTexts(isNarrowed ? tr("Nothing is found.") : tr("Nothing written yet."),
                      isNarrowed                ? tr("Show all")
                      : m_whyNotWrite.isEmpty() ? tr("Write the first note")
                                                : QString());
    const int later = m_model.laterCount();
    m_later->setVisible(later > 0);
    m_later->setText(tr("%n later", nullptr, later));
    m_later->setToolTip(tr("What happened after the day that is looked at is not shown."));
    for (std::size_t at = 0; at < m_groups.size(); ++at) {
        const int count = m_model.countOf(static_cast<TimelineGroup>(at));
        m_groups.at(at)->setAccessibleName(tr("%1, %2").arg(m_groups.at(at)->text()).arg(count));
    }
}

void TimelineCard::fillEmpty() {
    const bool isFound =
        m_model.isEmpty() ||
        (words().isEmpty() && std::ranges::none_of(m_groups, [](auto* at) { return at->isChecked(); }));
    if (isFound) {
        beginNote();
        return;
    }
    m_search->clear();
    for (QPushButton* group : m_groups) {
        group->setChecked(false);
    }
    search();
}

// --- writing

void TimelineCard::beginNote() {
    m_box->begin();
}

void TimelineCard::beginSearch() {
    if (m_search->isVisible()) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
}

void TimelineCard::searchFor(const QString& words) {
    m_search->setText(words);
    search();
}

void TimelineCard::takeBack(const QString& account, const NoteDraft& lost) {
    const bool isHere = account == m_account;
    const NoteDraft since = isHere ? m_box->draft() : m_drafts.of({account}).value_or(NoteDraft());
    const NoteDraft both =
        since.text.isEmpty() ? lost : NoteDraft{.text = lost.text + u'\n' + since.text, .kind = since.kind};
    if (isHere) {
        m_box->setDraft(both);
    } else {
        m_drafts.keep({account}, both);
    }
}

void TimelineCard::takeBackChange(NoteId note, const NoteDraft& lost) {
    m_list->takeBack(note, lost);
}

void TimelineCard::forgetDrafts() {
    m_drafts.clear();
    m_list->forgetDrafts();
    m_box->setDraft({});
}

void TimelineCard::showDraftOf(const QString& account) {
    const NoteDraft draft = m_box->draft();
    if (draft.text.trimmed().isEmpty()) {
        m_drafts.drop({m_account});
    } else {
        m_drafts.keep({m_account}, draft);
    }
    m_account = account;
    m_box->setDraft(m_drafts.of({account}).value_or(NoteDraft()));
    m_list->closeEntry();
    m_search->clear();
    search();
}

bool TimelineCard::leave() {
    if (m_list->closeEntry()) {
        return true;
    }
    if (m_search->text().isEmpty()) {
        return false;
    }
    m_search->clear();
    search();
    return true;
}

bool TimelineCard::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_search && isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
        } else if (!m_search->text().isEmpty()) {
            m_search->clear();
            search();
        } else {
            m_search->clearFocus();
        }
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace hb::pages
