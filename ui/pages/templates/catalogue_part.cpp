// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/catalogue_part.h"

#include "core/wording/words.h"
#include "ui/pages/templates/goal_rows.h"
#include "ui/pages/templates/metric_form.h"
#include "ui/pages/templates/metric_uses.h"
#include "ui/pages/templates/new_metric_row.h"
#include "ui/pages/templates/two_line_delegate.h"
#include "ui/prompts/prompts.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int listWidth = 400, formWidth = 640;

QString usesText(int templates) {
    if (templates == 0) {
        return CataloguePart::tr("in no template");
    }
    return templates == 1 ? CataloguePart::tr("%n template", nullptr, templates)
                          : CataloguePart::tr("%n templates", nullptr, templates);
}

} // namespace

CataloguePart::CataloguePart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_find(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_none(widgets::makeLabel("muted", this)), m_new(new QPushButton(tr("+ New metric"), this)),
      m_newRow(new NewMetricRow(this)), m_card(new widgets::Card({}, this)),
      m_form(new MetricForm(context.theme, this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_kept(widgets::makeLabel("captionMuted", this)) {
    setObjectName(u"cataloguePart"_s);
    auto* left = new QVBoxLayout;
    buildList(*left);
    auto* right = new QVBoxLayout;
    buildForm(*right);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left);
    row->addLayout(right, 1);
    connect(&context.theme, &theme::Theme::changed, this, &CataloguePart::dress);
    dress();
}

void CataloguePart::buildList(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Metrics"), this);
    card->setObjectName(u"catalogueCard"_s);
    m_find->setObjectName(u"findMetric"_s);
    m_find->setPlaceholderText(tr("Find a metric"));
    m_find->setAccessibleName(tr("Find a metric"));
    m_find->setClearButtonEnabled(true);
    m_list->setObjectName(u"catalogue"_s);
    m_list->setAccessibleName(tr("Metrics of the book"));
    m_list->setItemDelegate(new TwoLineDelegate(m_context.theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_none->setObjectName(u"noMetric"_s);
    m_none->setWordWrap(true);
    m_none->hide();
    m_new->setObjectName(u"newMetric"_s);
    m_newRow->hide();
    card->content()->addWidget(m_find);
    card->content()->addWidget(m_none);
    card->content()->addWidget(m_list, 1);
    card->content()->addWidget(m_new, 0, Qt::AlignLeft);
    card->content()->addWidget(m_newRow);
    column.addWidget(card, 1);
    connect(m_find, &QLineEdit::textChanged, this, &CataloguePart::find);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) {
            m_key = item->data(Qt::UserRole).toString().toStdString();
            showChosen();
        }
    });
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_new->hide();
        m_newRow->start();
    });
    connect(m_newRow, &NewMetricRow::cancelled, this, &CataloguePart::closeNew);
    connect(m_newRow, &NewMetricRow::wanted, this, &CataloguePart::add);
}

void CataloguePart::buildForm(QVBoxLayout& column) {
    m_card->setObjectName(u"metricCard"_s);
    m_remove->setObjectName(u"removeMetric"_s);
    m_kept->setObjectName(u"keptBecause"_s);
    m_kept->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme::space::m);
    foot->addWidget(m_remove);
    foot->addWidget(m_kept, 1);
    m_card->content()->addWidget(m_form);
    m_card->content()->addSpacing(theme::space::s);
    m_card->content()->addLayout(foot);
    auto* inside = new QWidget;
    inside->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_card);
    rows->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    column.addWidget(scroll, 1);
    connect(m_form, &MetricForm::described, this, [this](const Metric& metric) {
        Q_EMIT bookEdited(book::DescribeMetric{.metric = metric},
                          tr("Described %1").arg(wording::fromUtf8(metric.name)));
    });
    connect(m_form, &MetricForm::newGoalAsked, this, &CataloguePart::addGoal);
    connect(m_remove, &QPushButton::clicked, this, &CataloguePart::remove);
}

void CataloguePart::dress() {
    layout()->setSpacing(m_context.theme.px(theme::space::cardGap));
    m_list->parentWidget()->setFixedWidth(m_context.theme.px(listWidth));
    m_card->setMaximumWidth(m_context.theme.px(formWidth));
    m_list->doItemsLayout();
}

// --- what there is

std::vector<CataloguePart::Row> CataloguePart::rowsOf() const {
    std::vector<Row> rows;
    const Scorecard& scorecard = *m_view.moment->snapshot->scorecard;
    for (const Metric& metric : scorecard.metrics) {
        QStringList about{wording::fromUtf8(metric.category),
                          metric.rule.kind == MetricKind::Level ? tr("level") : tr("number"),
                          wording::fromUtf8(metric.unit)};
        about.removeAll(QString());
        rows.push_back({.key = metric.key,
                        .name = wording::fromUtf8(metric.name),
                        .about = about.join(u" \u00B7 "_s),
                        .uses = usesText(templatesUsing(scorecard, metric.key))});
    }
    return rows;
}

const Metric* CataloguePart::chosen() const {
    if (!m_view.moment) {
        return nullptr;
    }
    const auto& metrics = m_view.moment->snapshot->scorecard->metrics;
    const auto found = std::ranges::find(metrics, m_key, &Metric::key);
    return found == metrics.end() ? nullptr : &*found;
}

void CataloguePart::showDraft(const TemplateView& view) {
    m_view = view;
    if (!view.moment) {
        return;
    }
    std::vector<Row> rows = rowsOf();
    const bool isNew = !m_wanted.empty() && std::ranges::find(rows, m_wanted, &Row::key) != rows.end();
    if (isNew) {
        m_key = std::exchange(m_wanted, {});
        m_find->clear();
    }
    if (std::ranges::find(rows, m_key, &Row::key) == rows.end()) {
        const auto at = std::ranges::find(m_rows, m_key, &Row::key) - m_rows.begin();
        const auto near = std::min(static_cast<std::size_t>(at), rows.empty() ? 0 : rows.size() - 1);
        m_key = rows.empty() ? std::string() : rows[m_rows.empty() ? 0 : near].key; // beside what is gone
    }
    if (rows != m_rows) {
        m_rows = std::move(rows);
        fill();
    }
    choose(m_key);
    if (isNew) {
        m_list->scrollToItem(m_list->currentItem());
    }
    showChosen();
}

void CataloguePart::choose(const std::string& key) {
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString().toStdString() == key &&
            m_list->currentRow() != row) {
            m_list->setCurrentRow(row);
        }
    }
}

void CataloguePart::askOwner(const std::string& key) {
    m_find->clear();
    choose(key);
    m_form->askOwner();
}

void CataloguePart::fill() {
    const int scrolled = m_list->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    std::vector<std::string> keys;
    for (const Row& row : m_rows) {
        auto* item = new QListWidgetItem(row.name, m_list);
        item->setData(Qt::UserRole, wording::fromUtf8(row.key));
        item->setData(TwoLineDelegate::Detail, row.about);
        item->setData(TwoLineDelegate::Right, row.uses);
        item->setData(Qt::AccessibleTextRole, QStringList{row.name, row.about, row.uses}.join(u", "_s));
        item->setToolTip(row.name);
        if (row.key == m_key) {
            m_list->setCurrentItem(item);
        }
        keys.push_back(row.key);
    }
    m_newRow->setTaken(std::move(keys));
    find(m_find->text());
    m_list->verticalScrollBar()->setValue(scrolled);
}

void CataloguePart::find(const QString& text) {
    const QString wanted = text.trimmed();
    int shown = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const Row& each = m_rows[static_cast<std::size_t>(row)];
        const bool isFound = wanted.isEmpty() || each.name.contains(wanted, Qt::CaseInsensitive) ||
                             each.about.contains(wanted, Qt::CaseInsensitive) ||
                             wording::fromUtf8(each.key).contains(wanted, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isFound);
        shown += isFound ? 1 : 0;
    }
    m_none->setText(m_rows.empty() ? tr("The book has no metrics yet: add what you measure.")
                                   : tr("No metric matches \"%1\".").arg(wanted));
    m_none->setVisible(shown == 0);
}

void CataloguePart::showChosen() {
    const Metric* metric = chosen();
    m_card->setVisible(metric != nullptr);
    if (!metric) {
        return;
    }
    m_card->setTitle(wording::fromUtf8(metric->name));
    const Snapshot& snapshot = *m_view.moment->snapshot;
    m_form->showMetric(*metric, snapshot.scorecard->goals);
    const QString kept = keptBecause(snapshot, m_view.isEditable ? &m_view.draft : nullptr, metric->key);
    m_remove->setEnabled(kept.isEmpty());
    m_remove->setToolTip(kept);
    m_kept->setText(kept.isEmpty() ? QString() : tr("It stays in the catalogue. %1").arg(kept));
}

// --- what a person does

void CataloguePart::add(const Metric& metric) {
    m_wanted = metric.key;
    closeNew();
    Q_EMIT bookEdited(book::AddMetric{.metric = metric},
                      tr("Added the metric %1").arg(wording::fromUtf8(metric.name)));
}

/// A goal of the name that is answered, which the metric then serves.
void CataloguePart::addGoal() {
    const QString question = tr("What is the new goal called?");
    const QString name = m_context.prompts.askText(this, question, {}).value_or(QString()).trimmed();
    if (name.isEmpty()) {
        m_form->giveGoal(std::nullopt);
        return;
    }
    std::vector<Goal> goals = m_view.moment->snapshot->scorecard->goals;
    goals.push_back(newGoal(goals, name));
    const Goal added = goals.back();
    Q_EMIT bookEdited(book::SetGoals{.goals = goals}, tr("Added the goal %1").arg(name));
    m_form->giveGoal(added);
}

void CataloguePart::closeNew() {
    m_newRow->hide();
    m_new->show();
    m_list->setFocus();
}

void CataloguePart::remove() {
    if (const Metric* metric = chosen()) {
        Q_EMIT bookEdited(book::RemoveMetric{.key = metric->key},
                          tr("Removed the metric %1").arg(wording::fromUtf8(metric->name)));
    }
}

} // namespace hb::pages
