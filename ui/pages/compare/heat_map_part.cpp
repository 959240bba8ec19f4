// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/heat_map_part.h"

#include "ui/pages/compare/heat_map_table.h"
#include "ui/pages/compare/heat_map_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/spaces.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

/// By HeatHeadModel::Row.
constexpr std::array headHeights{44, 28, 20, 28, 22};

QPushButton* segment(const QString& name, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setProperty("hbButton", u"segment"_s);
    button->setCheckable(true);
    return button;
}

} // namespace

HeatMapPart::HeatMapPart(const shell::Context& context, shell::Navigator& /*navigator*/, QWidget* parent)
    : ComparePart(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_empty(new widgets::EmptyState(context.theme, theme::Icon::Compare, this)), m_body(new QWidget(this)),
      m_groups(segment(u"heatGroups"_s, tr("Groups"), m_body)),
      m_accounts(segment(u"heatAccounts"_s, tr("Accounts"), m_body)),
      m_alike(segment(u"heatAlike"_s, tr("Reorder so that alike stand together"), m_body)),
      m_pill(new widgets::Pill(context.theme, {}, m_body)), m_note(makeLabel("captionMuted", m_body)),
      m_sentence(makeLabel("secondary", m_body)), m_listRed(new QPushButton(m_body)),
      m_card(new widgets::Card({}, m_body)), m_head(new HeatTable(context.theme, m_card)),
      m_map(new HeatTable(context.theme, m_card)) {
    setObjectName(u"heatMapPart"_s);
    build();
    fit();
    connect(&context.theme, &theme::Theme::changed, this, &HeatMapPart::fit);
    connect(m_groups, &QPushButton::clicked, this, [this] { Q_EMIT insideAsked({}); });
    connect(m_accounts, &QPushButton::clicked, this, [this] { Q_EMIT insideAsked({u"accounts"_s}); });
    connect(m_alike, &QPushButton::clicked, this, [this](bool isOn) {
        m_sort.reset();
        m_rowsAlike = isOn;
        arrange();
    });
    connect(m_pill, &widgets::Pill::removed, this, &HeatMapPart::escape);
    connect(m_listRed, &QPushButton::clicked, this, [this] {
        if (const auto metric = metricInFocus(); metric && isShownNewest()) {
            listRed(m_data->metrics[*metric].metric);
        }
    });
    connect(m_head, &HeatTable::asked, this, &HeatMapPart::askHead);
    connect(m_map, &HeatTable::asked, this, &HeatMapPart::askRow);
    for (const HeatTable* table : {m_head, m_map}) {
        connect(table, &HeatTable::currentMoved, this, &HeatMapPart::sayMetric);
        connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint& place) {
            showMenu(*table, place);
        });
    }
    const auto together = [this](const HeatTable* one, const HeatTable* other) {
        connect(one->horizontalScrollBar(),
                &QScrollBar::valueChanged,
                other->horizontalScrollBar(),
                &QScrollBar::setValue);
    };
    together(m_head, m_map);
    together(m_map, m_head);
}

void HeatMapPart::build() {
    m_pill->setObjectName(u"heatNarrowed"_s);
    m_note->setObjectName(u"heatNote"_s);
    m_sentence->setObjectName(u"heatSentence"_s);
    for (QLabel* label : {m_note, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_listRed->setObjectName(u"heatListRed"_s);
    m_listRed->setProperty("hbButton", u"link"_s);
    m_head->setObjectName(u"heatHead"_s);
    m_head->setAccessibleName(tr("Metrics, and how much is red"));
    m_map->setObjectName(u"heatMap"_s);
    m_map->setAccessibleName(tr("Heat map"));
    m_head->setModel(&m_headModel);
    m_head->setItemDelegate(new HeatHeadDelegate(m_context.theme, m_head));
    m_map->setModel(&m_rowsModel);
    m_map->setItemDelegate(new HeatCellDelegate(m_context.theme, m_map));
    m_head->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_head->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // both have the same room for columns
    m_map->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_head->setNeighbours(nullptr, m_map);
    m_map->setNeighbours(m_head, nullptr);
    auto* either = new QButtonGroup(this);
    either->addButton(m_groups);
    either->addButton(m_accounts);
    m_groups->setChecked(true);
    const theme::Theme& theme = m_context.theme;
    auto* kinds = new QHBoxLayout;
    widgets::followSpace(kinds, theme, theme::space::xs);
    kinds->addWidget(m_groups);
    kinds->addWidget(m_accounts);
    auto* line = new QHBoxLayout;
    widgets::followSpace(line, theme, theme::space::m);
    line->addLayout(kinds);
    line->addWidget(m_alike);
    line->addWidget(m_pill);
    line->addWidget(m_note, 1);
    auto* said = new QHBoxLayout;
    widgets::followSpace(said, theme, theme::space::s);
    said->addWidget(m_sentence, 1);
    said->addWidget(m_listRed);
    m_card->content()->setSpacing(0);
    m_card->content()->addWidget(m_head);
    m_card->content()->addWidget(m_map, 1);
    auto* rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    widgets::followSpace(rows, theme, theme::space::s);
    rows->addLayout(line);
    rows->addLayout(said);
    rows->addWidget(m_card, 1);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
    m_empty->setTexts(tr("Here every metric stands beside every group. No account has a score on this day."),
                      {});
}

void HeatMapPart::fit() {
    m_head->fit();
    m_map->fit();
    int high = 0;
    for (std::size_t row = 0; row < headHeights.size(); ++row) {
        const int px = m_context.theme.px(headHeights[row]);
        high += px;
        if (m_headModel.columnCount() > 0) {
            m_head->setRowHeight(static_cast<int>(row), px);
        }
    }
    m_head->setFixedHeight(high);
    m_listRed->setMinimumHeight(m_context.theme.px(theme::size::hitArea));
    m_sentence->setMinimumHeight(m_context.theme.px(theme::size::control)); // its button comes and goes
}

// --- what is worked out

bool HeatMapPart::isSameMap(const CompareView& a, const CompareView& b) {
    return a.book == b.book && a.moment == b.moment && a.question.by == b.question.by &&
           a.question.countBy == b.question.countBy;
}

void HeatMapPart::showView(const CompareView& view) {
    const QStringList before = std::exchange(m_view, view).inside;
    if (!isSameMap(view, m_asked)) {
        compute();
    } else if (m_data && before != view.inside) {
        lookInside();
    }
}

void HeatMapPart::compute() {
    using Data = std::shared_ptr<const HeatMapData>;
    m_asked = m_view;
    if (m_layoutBy != m_view.question.by) {
        m_layout = {}; // of another map
    }
    m_context.jobs.runLatest<Data>(
        u"compareHeatMap"_s,
        tr("Heat map"),
        [view = m_view](const Job& job) -> Result<Data> {
            auto made = std::make_shared<HeatMapData>(heatMapData(view, job.stop));
            return job.stopped() ? Result<Data>(cancelled()) : Result<Data>(std::move(made));
        },
        this,
        [this](const Result<Data>& made) {
            if (made) {
                take(*made);
            } else {
                m_asked = {}; // asked again when the tab comes to the front
            }
        });
}

void HeatMapPart::take(const std::shared_ptr<const HeatMapData>& made) {
    const bool isOtherBook = m_data && &m_data->snapshot() != &made->snapshot();
    const bool isOtherQuestion = m_data && m_data->view.question.by != made->view.question.by;
    if (isOtherBook || isOtherQuestion) { // positions are of the snapshot
        m_sort.reset();
    }
    m_data = made;
    takeLayout();
    m_stack->setCurrentWidget(made->metrics.empty() ? static_cast<QWidget*>(m_empty) : m_body);
    lookInside();
    Q_EMIT headlineChanged();
    computeWeeks();
}

void HeatMapPart::computeWeeks() {
    using Weeks = std::vector<widgets::SparklineData>;
    m_context.jobs.runLatest<Weeks>(
        u"compareHeatWeeks"_s,
        tr("Red, week by week"),
        [of = m_data](const Job& job) -> Result<Weeks> {
            Weeks weeks = heatWeeks(*of, job.stop);
            return job.stopped() ? Result<Weeks>(cancelled()) : Result<Weeks>(std::move(weeks));
        },
        this,
        [this, of = m_data](Result<Weeks> weeks) {
            if (weeks) {
                m_headModel.setWeeks(of, std::move(*weeks));
            }
        });
}

// --- what stands where

std::vector<AccountIndex> HeatMapPart::accountsShown() const {
    if (m_narrowed && m_narrowed->red) {
        const auto metric = m_data->find(*m_narrowed->red);
        return metric ? m_data->metrics[*metric].red : std::vector<AccountIndex>();
    }
    std::span<const AccountIndex> accounts = m_data->grouping.all.accounts;
    if (m_narrowed && m_narrowed->group) {
        const auto& groups = m_data->grouping.groups;
        const auto found = std::ranges::find(groups, *m_narrowed->group, &analytics::AccountGroup::values);
        accounts = found == groups.end() ? std::span<const AccountIndex>() : found->accounts;
    }
    return {accounts.begin(), accounts.end()};
}

HeatMapOrder HeatMapPart::usualOrder() const {
    return m_rows == HeatRows::Groups ? groupsInOrder(*m_data) : accountsInOrder(*m_data, accountsShown());
}

void HeatMapPart::arrange() {
    if (!m_data) {
        return;
    }
    HeatMapOrder order = usualOrder();
    if (m_alike->isChecked()) {
        arrangeAlike(order);
        return;
    }
    m_clustered = order.rows.size();
    showOrder(std::move(order));
}

void HeatMapPart::arrangeAlike(const HeatMapOrder& order) {
    m_context.jobs.runLatest<AlikeHeatMap>(
        u"compareHeatOrder"_s,
        tr("What is alike"),
        [of = m_data, order](const Job& job) -> Result<AlikeHeatMap> {
            AlikeHeatMap alike = alikeHeatMap(*of, order, job.stop);
            return job.stopped() ? Result<AlikeHeatMap>(cancelled()) : Result<AlikeHeatMap>(std::move(alike));
        },
        this,
        [this, of = m_data](Result<AlikeHeatMap> alike) {
            if (of != m_data || !m_alike->isChecked()) {
                return;
            }
            if (!alike) {
                m_alike->setChecked(false);
                arrange();
                return;
            }
            m_clustered = alike->clustered;
            HeatMapOrder shown = std::move(alike->order);
            if (!m_rowsAlike) {
                shown.rows = usualOrder().rows;
            }
            showOrder(std::move(shown));
        });
}

/// Whoever looks at a cell looks at the same one where it is still there.
void HeatMapPart::showOrder(HeatMapOrder order) {
    const HeatMapShown before = m_rowsModel.shown();
    const auto metric = metricInFocus();
    const std::string column = metric ? before.metricKey(*metric) : std::string();
    const int headRow = m_head->currentIndex().row();
    const QModelIndex at = m_map->currentIndex();
    const bool isSameKind = before.order.kind == order.kind;
    const QString row = at.isValid() && isSameKind ? before.rowKey(m_rowsModel.rowAt(at.row())) : QString();
    const int down = m_map->verticalScrollBar()->value();
    if (m_sort) {
        sortRows(*m_data, order, *m_sort);
    }
    const HeatMapShown shown{.data = m_data, .order = std::move(order), .sort = m_sort};
    m_headModel.show(shown);
    m_rowsModel.show(shown);
    fit();
    const auto& rows = shown.order.rows;
    const auto found = row.isEmpty() ? rows.end() : std::ranges::find_if(rows, [&](std::uint32_t each) {
        return shown.rowKey(each) == row;
    });
    const int to = m_rowsModel.columnOf(column);
    m_map->verticalScrollBar()->setValue(isSameKind ? down : 0);
    if (headRow >= 0) {
        m_head->setCurrentIndex(m_headModel.index(headRow, to));
    }
    if (found != rows.end()) {
        m_map->setCurrentIndex(m_rowsModel.index(static_cast<int>(found - rows.begin()), to));
    } else if (at.isValid() && !rows.empty()) {
        m_map->setCurrentIndex(m_rowsModel.index(0, to));
    }
    sayState();
    sayMetric();
}

} // namespace hb::pages
