// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/history_part.h"

#include "core/scoring/template_match.h"
#include "core/wording/days.h"
#include "core/wording/draft_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/templates/order_card.h"
#include "ui/pages/templates/two_line_delegate.h"
#include "ui/pages/templates/version_compare.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calm_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int versionsWidth = 432, compareWidth = 112;

/// Of the versions of a template, the one that scores on a day.
const TemplateVersion& inForce(const Template& each, Day day) {
    return each.versions[scoring::versionOn(each.versions, day)];
}

/// Living accounts that it scores, as the other tabs count them.
int accountsOf(const session::Moment& moment, const Template& each, const TemplateVersion& version) {
    const auto& templates = moment.snapshot->scorecard->templates;
    const auto place = static_cast<std::size_t>(&each - templates.data());
    const auto number = static_cast<std::size_t>(&version - each.versions.data());
    int count = 0;
    for (AccountIndex account = 0; account < moment.book.scores.size(); ++account) {
        const scoring::AccountScore& score = moment.book.scores[account];
        const bool isOfIt = score.templateIndex == place && score.versionIndex == number;
        count += isOfIt && !moment.snapshot->isChurned(account, moment.day) ? 1 : 0;
    }
    return count;
}

} // namespace

HistoryPart::HistoryPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_list(new QListWidget(this)), m_retired(new QLabel(this)),
      m_look(versionButton("lookAtVersion", tr("Look at it"), &HistoryPart::versionAsked)),
      m_restore(versionButton("restoreVersion", tr("Start a draft from it"), &HistoryPart::restoreAsked)),
      m_export(versionButton("exportVersion", tr("Export\u2026"), &HistoryPart::exportAsked)),
      m_retire(new QPushButton(this)), m_order(new OrderCard(context.theme, this)),
      m_with(new widgets::CalmBox(u"compareWith"_s, tr("Compare with"), this)), m_changesOf(new QLabel(this)),
      m_lines(new QVBoxLayout), m_table(new VersionCompare(context.theme, this)) {
    setObjectName(u"historyPart"_s);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::space::cardGap);
    buildVersions(*left);
    left->addWidget(m_order);
    auto* right = new QVBoxLayout;
    buildChanges(*right);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left);
    row->addLayout(right, 1);
    connect(m_order,
            &OrderCard::ordered,
            this,
            [this](const std::vector<std::string>& keys, const QString& text) {
                Q_EMIT bookEdited(book::OrderTemplates{.keys = keys}, text);
            });
    connect(&context.theme, &theme::Theme::changed, this, &HistoryPart::dress);
    dress();
}

QPushButton*
HistoryPart::versionButton(const char* name, const QString& text, void (HistoryPart::*asked)(int)) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, [this, asked] { (this->*asked)(m_number); });
    return button;
}

void HistoryPart::buildVersions(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Versions"), this);
    card->setObjectName(u"versionsCard"_s);
    m_retired->setObjectName(u"retiredSentence"_s);
    m_retired->setWordWrap(true);
    m_list->setObjectName(u"versions"_s);
    m_list->setAccessibleName(tr("Versions of the template, newest first"));
    m_list->setItemDelegate(new TwoLineDelegate(m_context.theme, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setToolTip(tr("Ctrl+click another to compare the two"));
    m_retire->setObjectName(u"retireTemplate"_s);
    theme::setStyleProperty(m_retire, "hbButton", u"flat"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::space::s);
    buttons->addWidget(m_look);
    buttons->addWidget(m_restore);
    buttons->addWidget(m_export);
    buttons->addStretch();
    card->content()->addWidget(m_retired);
    card->content()->addWidget(m_list, 1);
    card->content()->addLayout(buttons);
    card->content()->addWidget(m_retire, 0, Qt::AlignLeft);
    column.addWidget(card, 1);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &HistoryPart::selected);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_look->isEnabled()) {
            Q_EMIT versionAsked(m_number);
        }
    });
    connect(m_retire, &QPushButton::clicked, this, &HistoryPart::toggleRetired);
}

void HistoryPart::buildChanges(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("What changed"), this);
    card->setObjectName(u"changesCard"_s);
    m_changesOf->setObjectName(u"changesOf"_s);
    auto* lines = new QWidget;
    lines->setObjectName(u"hbScrolled"_s);
    m_lines->setContentsMargins(0, 0, 0, 0);
    auto* all = new QVBoxLayout(lines);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(m_context.theme.px(theme::space::l));
    all->addLayout(m_lines);
    all->addWidget(m_table);
    all->addStretch();
    auto* scroll = new QScrollArea(card);
    scroll->setObjectName(u"changes"_s);
    scroll->setAccessibleName(tr("What changed"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(lines);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_changesOf);
    row->addWidget(m_with);
    row->addStretch();
    card->content()->addLayout(row);
    card->content()->addWidget(scroll, 1);
    column.addWidget(card, 1);
    connect(m_with, &QComboBox::activated, this, &HistoryPart::takeCompare);
}

void HistoryPart::dress() {
    layout()->setSpacing(m_context.theme.px(theme::space::cardGap));
    m_lines->setSpacing(m_context.theme.px(theme::space::s));
    const int wide = m_context.theme.px(versionsWidth);
    m_list->parentWidget()->setFixedWidth(wide);
    m_order->setFixedWidth(wide);
    m_with->setMinimumWidth(m_context.theme.px(compareWidth));
    m_list->doItemsLayout();
}

void HistoryPart::showDraft(const TemplateView& view) {
    const bool isOther = view.draft.key != m_view.draft.key;
    m_view = view;
    std::vector<Row> rows = rowsOf();
    if (isOther) {
        m_isChosen = false;
    }
    if (rows != m_rows || isOther) {
        m_rows = std::move(rows);
        fill();
    }
    const bool isThere = std::ranges::find(m_rows, m_number, &Row::number) != m_rows.end();
    if (!m_isChosen || !isThere) {
        chooseFirst();
    } else {
        fillCompare();
    }
    sayChanges();
    sayUse();
    if (view.moment) {
        m_order->showOrder(*view.moment->snapshot->scorecard, view.draft.key);
    }
}

// --- what there is

QString HistoryPart::rowName(int number) {
    return number == 0 ? tr("the draft") : tr("v%1").arg(number);
}

const Template* HistoryPart::findTemplate() const {
    if (!m_view.moment) {
        return nullptr;
    }
    const auto& templates = m_view.moment->snapshot->scorecard->templates;
    const auto found = std::ranges::find(templates, m_view.draft.key, &Template::key);
    return found == templates.end() ? nullptr : &*found;
}

const Draft* HistoryPart::findDraft() const {
    if (m_view.isEditable || !m_view.moment) {
        return m_view.isEditable ? &m_view.draft : nullptr;
    }
    for (const SavedDraft& saved : m_view.moment->snapshot->drafts) {
        if (saved.draft.key == m_view.draft.key) {
            return &saved.draft;
        }
    }
    return nullptr;
}

const TemplateVersion* HistoryPart::findVersion(int number) const {
    if (number == 0) {
        const Draft* draft = findDraft();
        return draft ? &draft->version : nullptr;
    }
    const Template* each = findTemplate();
    if (!each) {
        return nullptr;
    }
    const auto found = std::ranges::find(each->versions, number, &TemplateVersion::number);
    return found == each->versions.end() ? nullptr : &*found;
}

HistoryPart::Row HistoryPart::rowOf(const TemplateVersion& version) const {
    const Template& each = *findTemplate();
    const Day day = m_view.moment->day;
    Row row{.number = version.number,
            .title = rowName(version.number),
            .right = tr("from %1").arg(wording::dayText(version.effectiveFrom, day)),
            .detail = wording::fromUtf8(version.reason),
            .rightDetail = {}};
    if (row.detail.isEmpty()) {
        row.detail = tr("No reason was given");
    }
    const bool isRetired = each.retiredOn && *each.retiredOn <= day;
    if (&version == &inForce(each, day) && !isRetired) {
        const int accounts = accountsOf(*m_view.moment, each, version);
        row.rightDetail = accounts == 1 ? tr("in force, scores %n account", nullptr, accounts)
                                        : tr("in force, scores %n accounts", nullptr, accounts);
    } else if (version.effectiveFrom > day) {
        row.rightDetail = tr("not in force yet");
    }
    return row;
}

std::vector<HistoryPart::Row> HistoryPart::rowsOf() const {
    std::vector<Row> rows;
    if (const Draft* draft = findDraft()) {
        rows.push_back(
            {.number = 0,
             .title = tr("Draft"),
             .right = {},
             .detail = draft->basedOn == 0 ? tr("A new template") : tr("Begun from v%1").arg(draft->basedOn),
             .rightDetail = tr("scores nobody")});
    }
    if (const Template* each = findTemplate()) {
        for (auto version = each->versions.rbegin(); version != each->versions.rend(); ++version) {
            rows.push_back(rowOf(*version));
        }
    }
    return rows;
}

} // namespace hb::pages
