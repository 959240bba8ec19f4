// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/overview_part.h"

#include "ui/pages/compare/compare_question.h"
#include "ui/pages/compare/overview_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/quiet_table.h"
#include "ui/widgets/sort_head.h"

#include <QCheckBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

OverviewPart::OverviewPart(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : ComparePart(parent), m_context(context), m_navigator(navigator), m_table(this),
      m_delegate(new OverviewDelegate(context.theme, m_table, this)), m_stack(new QStackedLayout(this)),
      m_body(new QWidget(this)), m_empty(new widgets::EmptyState(context.theme, theme::Icon::Compare, this)),
      m_alike(new QCheckBox(tr("As if each had the same mix"), m_body)),
      m_again(new QPushButton(tr("Find the main reasons"), m_body)),
      m_rows(widgets::makeQuietTable(u"compareGroups"_s, m_body)),
      m_head(new widgets::SortHead(context.theme, m_rows)) {
    setObjectName(u"compareOverview"_s);
    build();
    fit();
    connect(&context.theme, &theme::Theme::changed, this, &OverviewPart::fit);
    connect(m_rows, &QTableView::clicked, this, &OverviewPart::clicked);
    connect(m_rows, &QWidget::customContextMenuRequested, this, &OverviewPart::showMenu);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OverviewPart::remember);
    connect(&m_table, &QAbstractItemModel::modelReset, this, &OverviewPart::chooseAgain);
    connect(m_head, &QHeaderView::sortIndicatorChanged, this, &OverviewPart::sayOrder);
    connect(m_alike, &QCheckBox::toggled, this, &OverviewPart::evenOut);
    connect(m_again, &QPushButton::clicked, this, &OverviewPart::findCauses);
    connect(m_empty, &widgets::EmptyState::requested, this, [this] {
        m_navigator.go({.page = session::page::import});
    });
}

void OverviewPart::build() {
    m_empty->setTexts(tr("Two owners or segments are needed to compare."), tr("Import accounts"));
    m_alike->setObjectName(u"compareAlike"_s);
    m_alike->setToolTip(
        tr("The mean that each would have with the mix of segments and lifecycle stages of all. Where two "
           "whiskers overlap, neither stands above the other."));
    m_again->setObjectName(u"compareReasons"_s);
    m_again->setProperty("hbButton", u"link"_s);
    m_again->hide();
    m_head->setObjectName(u"compareHeads"_s);
    m_rows->setHorizontalHeader(m_head);
    m_rows->setModel(&m_table);
    m_rows->setItemDelegate(m_delegate);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setContextMenuPolicy(Qt::CustomContextMenu);
    m_head->setSortIndicator(OverviewTable::Change, Qt::AscendingOrder);
    m_rows->setSortingEnabled(true);
    m_rows->installEventFilter(this);
    m_rows->viewport()->installEventFilter(this);
    auto* rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(m_context.theme.px(theme::space::s));
    auto* line = new QHBoxLayout;
    line->setSpacing(m_context.theme.px(theme::space::m));
    line->addWidget(m_alike);
    line->addWidget(m_again);
    line->addStretch(1);
    rows->addLayout(line);
    rows->addWidget(m_rows, 1);
    setTabOrder(m_head, m_rows);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
}

// --- what is shown

bool OverviewPart::isApart() const {
    const analytics::ComparedBook& book = *m_view.book;
    const QStringList keys = comparableAttributes(book.snapshot());
    return std::ranges::any_of(keys, [&](const QString& key) {
        return tellsApart(book.snapshot(), key, book.period.to, book.living);
    });
}

void OverviewPart::showView(const CompareView& view) {
    const bool isGrouped = m_view.book == view.book && m_view.question.by == view.question.by;
    const QStringList inside = std::exchange(m_view, view).inside;
    m_table.setShownAs(m_context.session.shownAs());
    m_stack->setCurrentWidget(isApart() ? m_body : static_cast<QWidget*>(m_empty));
    m_alike->setVisible(view.question.by.size() == 1);
    showColumns();
    if (!isGrouped) {
        regroup(view);
        return;
    }
    if (m_table.overview() && inside != view.inside) {
        lookInside(inside);
    }
    if (!m_again->isHidden()) { // it was cancelled then
        findCauses();
    }
    if (m_table.overview() && m_table.countBy() != view.question.countBy) {
        m_table.setCountBy(view.question.countBy);
        fitColumns();
    }
}

void OverviewPart::regroup(const CompareView& view) {
    using Groups = std::shared_ptr<const OverviewData>;
    m_context.jobs.runLatest<Groups>(
        u"compare.groups"_s,
        {},
        [view](const Job&) -> Result<Groups> {
            return std::make_shared<const OverviewData>(overviewData(view));
        },
        this,
        [this](const Result<Groups>& groups) {
            if (groups) {
                showGroups(*groups);
            }
        });
}

void OverviewPart::showGroups(const std::shared_ptr<const OverviewData>& groups) {
    m_table.showData(groups);
    m_table.setCountBy(m_view.question.countBy);
    lookInside({});
    fitColumns();
    sayOrder();
    Q_EMIT headlineChanged();
    m_causes && m_causes->book == groups->view.book ? explain() : findCauses();
    evenOut();
}

void OverviewPart::remember(const QModelIndex& current) {
    m_chosen = {};
    if (current.isValid()) {
        m_chosen = {m_table.nameOf(m_table.at(current.row()).group), m_table.keyAt(current.row())};
    }
}

/// The same row is the current one after it has moved, its group where the account has gone; else none.
void OverviewPart::chooseAgain() {
    const auto [name, account] = std::exchange(m_chosen, {});
    auto row = m_table.rowOf(name, account);
    if (!row) {
        row = m_table.rowOf(name);
    }
    if (row) {
        m_rows->setCurrentIndex(m_table.index(*row, 0));
    }
}

/// Once for a compared book: another grouping only sums anew.
void OverviewPart::findCauses() {
    using Causes = std::shared_ptr<const OverviewCauses>;
    m_causes.reset();
    m_again->hide();
    m_context.jobs.runLatest<Causes>(
        u"compare.causes"_s,
        tr("Finding what moved the scores"),
        [book = m_table.overview()->view.book](const Job& job) -> Result<Causes> {
            auto causes = std::make_shared<const OverviewCauses>(overviewCauses(book, job.stop));
            return job.stopped() ? Result<Causes>(cancelled()) : Result<Causes>(std::move(causes));
        },
        this,
        [this](const Result<Causes>& causes) {
            m_again->setVisible(!causes);
            if (causes && (*causes)->book == m_table.overview()->view.book) {
                m_causes = *causes;
                explain();
            }
        });
}

void OverviewPart::explain() {
    using Why = std::shared_ptr<const OverviewWhy>;
    m_context.jobs.runLatest<Why>(
        u"compare.why"_s,
        {},
        [data = m_table.overview(), causes = m_causes](const Job&) -> Result<Why> {
            return std::make_shared<const OverviewWhy>(overviewWhy(*data, *causes));
        },
        this,
        [this, data = m_table.overview()](const Result<Why>& why) {
            if (why && data == m_table.overview()) {
                m_table.setWhy(*why);
                fitColumns();
                Q_EMIT headlineChanged();
            }
        });
}

void OverviewPart::evenOut() {
    showColumns();
    const bool isAsked = !m_alike->isHidden() && m_alike->isChecked();
    if (!isAsked || !m_table.overview() || m_table.alike()) {
        return;
    }
    using Alike = std::shared_ptr<const OverviewAlike>;
    m_context.jobs.runLatest<Alike>(
        u"compare.alike"_s,
        tr("Evening out the mix"),
        [data = m_table.overview()](const Job& job) -> Result<Alike> {
            auto alike = std::make_shared<const OverviewAlike>(overviewAlike(*data, job.stop));
            return job.stopped() ? Result<Alike>(cancelled()) : Result<Alike>(std::move(alike));
        },
        this,
        [this, data = m_table.overview()](const Result<Alike>& alike) {
            if (!alike) {
                m_alike->setChecked(false);
            } else if (data == m_table.overview()) {
                m_table.setAlike(*alike);
                fitColumns();
            }
        });
}

QString OverviewPart::headline() const {
    if (!m_view.book || m_stack->currentWidget() == m_empty) {
        return {};
    }
    if (const OverviewWhy* why = m_table.why()) {
        return wording::compareHeadline(why->facts);
    }
    return m_table.overview() ? wording::compareHeadline(m_table.overview()->plain) : QString();
}

QString OverviewPart::asText() const {
    return m_table.overview() ? overviewText(*m_table.overview(), m_table.why(), m_table.order()) : QString();
}

exchange::Table OverviewPart::asTable() const {
    return m_table.overview()
               ? overviewTable(*m_table.overview(), m_table.why(), m_table.alike(), m_table.order())
               : exchange::Table();
}

} // namespace hb::pages
