// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/filter_row.h"

#include "core/wording/numbers.h"
#include "core/wording/reason_text.h"
#include "ui/pages/book/filter_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <array>

namespace hb::pages {

namespace {
constexpr int searchDelayMs = 120;
constexpr int mostValues = 40;
} // namespace

FilterRow::FilterRow(const shell::Context& context, models::AccountsModel& model, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(model), m_pills(new QHBoxLayout),
      m_search(new QLineEdit(this)), m_searchDelay(new QTimer(this)),
      m_scope(new QPushButton(tr("My accounts"), this)), m_add(new QPushButton(tr("Filter"), this)),
      m_views(new QPushButton(tr("Views \u25BE"), this)), m_group(new QPushButton(this)),
      m_sort(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(context.theme.px(theme::space::s));
    m_pills->setSpacing(context.theme.px(theme::space::s));
    m_scope->setObjectName(QStringLiteral("scope"));
    m_scope->setCheckable(true);
    theme::setStyleProperty(m_scope, "hbButton", QStringLiteral("chip"));
    connect(m_scope, &QPushButton::clicked, this, [this](bool on) {
        change([on](session::Filter& filter) { filter.mine = on; });
    });
    row->addWidget(m_scope);
    row->addLayout(m_pills);
    buildTools(*row);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, [this] {
        change([this](session::Filter& filter) { filter.text = m_search->text(); });
    });
}

void FilterRow::buildTools(QHBoxLayout& row) {
    m_add->setObjectName(QStringLiteral("addFilter"));
    const auto dress = [this] { m_add->setIcon(m_context.theme.icon(theme::Icon::Plus)); };
    connect(&m_context.theme, &theme::Theme::changed, m_add, dress);
    dress();
    theme::setStyleProperty(m_add, "hbButton", QStringLiteral("chip"));
    auto* filters = new QMenu(this);
    m_add->setMenu(filters);
    connect(filters, &QMenu::aboutToShow, this, &FilterRow::fillFilterMenu);
    row.addWidget(m_add);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Find an account"));
    m_search->setAccessibleName(tr("Find an account"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(m_context.theme.px(200));
    m_search->installEventFilter(this);
    row.addWidget(m_search);
    row.addStretch();
    for (QPushButton* flat : {m_views, m_group, m_sort}) {
        theme::setStyleProperty(flat, "hbButton", QStringLiteral("flat"));
        row.addWidget(flat);
    }
    m_views->setObjectName(QStringLiteral("views"));
    connect(m_views, &QPushButton::clicked, this, [this] { Q_EMIT viewsRequested(m_views); });
    m_group->setMenu(new QMenu(m_group));
    m_sort->setMenu(new QMenu(m_sort));
    m_group->setObjectName(QStringLiteral("group"));
    m_sort->setObjectName(QStringLiteral("sort"));
    connect(m_group->menu(), &QMenu::aboutToShow, this, &FilterRow::fillGroupMenu);
    connect(m_sort->menu(), &QMenu::aboutToShow, this, &FilterRow::fillSortMenu);
    using widgets::TileSize;
    m_segments = {
        segment("sizeS", tr("S"), tr("Small tiles"), [this] { Q_EMIT sizeChosen(TileSize::Small); }),
        segment("sizeM", tr("M"), tr("Medium tiles"), [this] { Q_EMIT sizeChosen(TileSize::Medium); }),
        segment("sizeL", tr("L"), tr("Large tiles"), [this] { Q_EMIT sizeChosen(TileSize::Large); }),
        segment("list", tr("List"), tr("As a list"), [this] { Q_EMIT listChosen(); })};
    for (QPushButton* made : m_segments) {
        row.addWidget(made);
    }
}

QPushButton*
FilterRow::segment(const char* name, const QString& text, const QString& says, std::function<void()> run) {
    QPushButton* button = widgets::makeSegment(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(says);
    button->setAccessibleName(says);
    connect(button, &QPushButton::clicked, this, std::move(run));
    return button;
}

void FilterRow::showLook(widgets::TileSize size, bool asList) {
    for (std::size_t at = 0; at < m_segments.size(); ++at) {
        const bool isList = at + 1 == m_segments.size();
        m_segments[at]->setChecked(isList ? asList : !asList && at == static_cast<std::size_t>(size));
    }
}

void FilterRow::change(const std::function<void(session::Filter&)>& edit) {
    session::Filter filter = m_context.session.filter();
    edit(filter);
    m_context.session.setFilter(filter);
}

void FilterRow::pill(const QString& text, std::function<void(session::Filter&)> remove) {
    auto* made = new widgets::Pill(m_context.theme, text, this);
    connect(made, &widgets::Pill::removed, this, [this, remove = std::move(remove)] { change(remove); });
    m_pills->addWidget(made);
    m_shownPills.push_back(made);
}

void FilterRow::follow() {
    for (QWidget* shown : m_shownPills) {
        shown->hide();
        shown->deleteLater();
    }
    m_shownPills.clear();
    const session::Filter& filter = m_context.session.filter();
    m_scope->setVisible(m_context.session.hasOwnAccounts());
    m_scope->setText(m_context.session.scopeAttribute() == attribute::manager ? tr("My team's accounts")
                                                                              : tr("My accounts"));
    m_scope->setChecked(filter.mine);
    if (filter.reason) {
        pill(wording::reasonName(*filter.reason), [](session::Filter& edited) { edited.reason.reset(); });
    }
    for (const Band band : filter.bands) {
        pill(wording::bandName(band), [band](session::Filter& edited) { std::erase(edited.bands, band); });
    }
    for (const session::AttributeTest& test : filter.attributes) {
        pill(testWords(test), [test](session::Filter& edited) { std::erase(edited.attributes, test); });
    }
    if (filter.churned) {
        pill(tr("with those that left"), [](session::Filter& edited) { edited.churned = false; });
    }
    if (m_search->text() != filter.text && !m_searchDelay->isActive()) {
        const QSignalBlocker blocker(m_search);
        m_search->setText(filter.text);
    }
    m_group->setText(tr("Group: %1 \u25BE").arg(groupTitle()));
    m_sort->setText(tr("Sort: %1 \u25BE").arg(sortWords(m_model.arrangement().sort)));
}

QString FilterRow::groupTitle() const {
    const QString& by = m_model.arrangement().groupBy;
    return by.isEmpty()             ? tr("need")
           : by == models::noGroups ? tr("none")
                                    : models::attributeTitle(by).toLower();
}

void FilterRow::find(const QString& text) {
    m_search->setFocus();
    if (text.isEmpty()) {
        m_search->selectAll();
    } else {
        m_search->setText(text);
    }
}

bool FilterRow::isFinding() const {
    return m_search->hasFocus();
}

bool FilterRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_searchDelay->isActive()) {
                m_searchDelay->stop();
                change([this](session::Filter& filter) { filter.text = m_search->text(); });
            }
            Q_EMIT leftForAccounts();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// --- menus

void FilterRow::openFilters() {
    m_add->menu()->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void FilterRow::openGroups() {
    m_group->menu()->popup(m_group->mapToGlobal(QPoint(0, m_group->height())));
}

void FilterRow::openSorts() {
    m_sort->menu()->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void FilterRow::fillFilterMenu() {
    QMenu* menu = m_add->menu();
    menu->clear();
    const session::BookSession& session = m_context.session;
    QMenu* bands = menu->addMenu(tr("Health"));
    for (const Band band : {Band::Red, Band::Yellow, Band::Green, Band::None}) {
        bands->addAction(wording::bandName(band), this, [this, band] {
            change([band](session::Filter& filter) {
                if (std::ranges::find(filter.bands, band) == filter.bands.end()) {
                    filter.bands.push_back(band);
                }
            });
        });
    }
    for (const QString& key : models::groupingAttributes(session.snapshot())) {
        QMenu* values = menu->addMenu(models::attributeTitle(key));
        for (const QString& value :
             models::attributeValues(session.snapshot(), key, session.asOf()).mid(0, mostValues)) {
            values->addAction(value.isEmpty() ? tr("none") : value, this, [this, key, value] {
                change([&](session::Filter& filter) { addTest(filter, key, value); });
            });
        }
    }
    menu->addSeparator();
    QAction* left = menu->addAction(tr("With those that left"), this, [this] {
        change([](session::Filter& filter) { filter.churned = !filter.churned; });
    });
    left->setCheckable(true);
    left->setChecked(session.filter().churned);
}

void FilterRow::fillGroupMenu() {
    QMenu* menu = m_group->menu();
    menu->clear();
    const auto add = [this, menu](const QString& title, const QString& key) {
        QAction* action = menu->addAction(title, this, [this, key] { m_model.setGroupBy(key); });
        action->setCheckable(true);
        action->setChecked(m_model.arrangement().groupBy == key);
    };
    add(tr("Need"), {});
    for (const QString& key : models::groupingAttributes(m_context.session.snapshot())) {
        add(models::attributeTitle(key), key);
    }
    add(tr("None"), models::noGroups);
}

void FilterRow::fillSortMenu() {
    QMenu* menu = m_sort->menu();
    menu->clear();
    const Snapshot& snapshot = m_context.session.snapshot();
    using models::SortBy;
    for (const SortBy by : {SortBy::Attention,
                            SortBy::Name,
                            SortBy::LowestScore,
                            SortBy::LargestFall,
                            SortBy::LargestArr,
                            SortBy::NextRenewal}) {
        const bool lacks = (by == SortBy::LargestArr && !snapshot.findAttribute(attribute::arr)) ||
                           (by == SortBy::NextRenewal && !snapshot.findAttribute(attribute::renewalDate));
        if (lacks) {
            continue;
        }
        const models::Sorting sort{.by = by};
        QAction* action = menu->addAction(sortWords(sort), this, [this, sort] { m_model.setSort(sort); });
        action->setCheckable(true);
        action->setChecked(m_model.arrangement().sort == sort);
    }
}

} // namespace hb::pages
