// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/applies_part.h"

#include "ui/models/book_layout.h"
#include "ui/pages/templates/contested_list.h"
#include "ui/pages/templates/draft_scoring.h"
#include "ui/pages/templates/value_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/typed_number.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int boxWidth = 288;
constexpr std::array leftOut{attribute::name, attribute::arr, attribute::currency, attribute::renewalDate};

QString titleOf(const std::string& attribute) {
    return models::attributeTitle(QString::fromStdString(attribute));
}

} // namespace

AppliesPart::AppliesPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_content(new QWidget),
      m_question(widgets::makeLabel("muted", m_content)),
      m_boxesLayout(new widgets::FlowLayout(theme::space::tileGap)),
      m_add(new QPushButton(tr("Attribute"), m_content)), m_attributes(new QMenu(m_add)),
      m_sentence(new QLabel(m_content)), m_contested(new ContestedList(context.theme, m_content)) {
    setObjectName(u"appliesPart"_s);
    m_content->setObjectName(u"hbScrolled"_s);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new widgets::Card(tr("Which accounts does it score?"), m_content);
    column->addWidget(card);
    column->addStretch();
    m_question->setObjectName(u"appliesQuestion"_s);
    m_question->setWordWrap(true);
    m_add->setObjectName(u"addAttribute"_s);
    m_add->setMenu(m_attributes);
    m_attributes->setObjectName(u"attributes"_s);
    m_sentence->setObjectName(u"matchSentence"_s);
    m_sentence->setWordWrap(true);
    card->content()->addWidget(m_question);
    card->content()->addLayout(m_boxesLayout);
    card->content()->addWidget(m_add, 0, Qt::AlignLeft);
    card->content()->addWidget(m_sentence);
    card->content()->addWidget(m_contested);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_attributes, &QMenu::aboutToShow, this, &AppliesPart::fillAttributes);
    connect(&context.theme, &theme::Theme::changed, this, &AppliesPart::dress);
    dress();
}

void AppliesPart::dress() {
    const theme::Theme& theme = m_context.theme;
    m_content->setMaximumWidth(theme.px(contentWidth));
    m_add->setIcon(theme.icon(theme::Icon::Plus));
    for (const FilterBox& box : m_boxes) {
        box.frame->setFixedWidth(theme.px(boxWidth));
        box.remove->setIcon(theme.icon(theme::Icon::Close));
    }
}

const std::vector<AttributeFilter>& AppliesPart::filters() const {
    return m_view.draft.version.appliesTo;
}

void AppliesPart::showDraft(const TemplateView& view) {
    const bool isSame = m_view.moment == view.moment && m_view.draft.key == view.draft.key &&
                        m_view.draft.isDefault == view.draft.isDefault &&
                        m_view.draft.version.appliesTo == view.draft.version.appliesTo;
    m_view = view;
    m_isCurrent = m_isCurrent && isSame;
    if (isVisible()) {
        count();
    }
    showFilters();
    showCounts();
}

void AppliesPart::showEvent(QShowEvent* event) {
    TemplatePart::showEvent(event);
    count();
}

// --- filters

void AppliesPart::addBox() {
    const std::size_t at = m_boxes.size();
    auto* frame = new QFrame(m_content);
    frame->setObjectName(u"filter%1"_s.arg(at));
    frame->setProperty("hbCard", true);
    FilterBox box{.frame = frame,
                  .title = widgets::makeLabel("cardTitle", frame),
                  .remove = new QToolButton(frame),
                  .values = new ValueList(m_context.theme, tr("Values"), frame)};
    box.remove->setObjectName(u"filter%1Remove"_s.arg(at));
    auto* head = new QHBoxLayout;
    head->addWidget(box.title, 1);
    head->addWidget(box.remove);
    auto* rows = new QVBoxLayout(frame);
    rows->addLayout(head);
    rows->addWidget(box.values);
    connect(box.remove, &QToolButton::clicked, this, [this, at] { removeFilter(at); });
    connect(box.values, &ValueList::valuesChosen, this, [this, at](const std::vector<std::string>& values) {
        chooseValues(at, values);
    });
    m_boxesLayout->addWidget(frame);
    frame->show();
    m_boxes.push_back(box);
    dress();
}

void AppliesPart::showFilters() {
    const bool isDefault = m_view.draft.isDefault;
    const std::size_t count = isDefault ? 0 : filters().size();
    while (m_boxes.size() > count) {
        QFrame* frame = m_boxes.back().frame;
        m_boxesLayout->removeWidget(frame);
        frame->hide();
        frame->setParent(nullptr);
        frame->deleteLater(); // its own button may have been clicked
        m_boxes.pop_back();
    }
    while (m_boxes.size() < count) {
        addBox();
    }
    for (std::size_t at = 0; at < m_boxes.size(); ++at) {
        const AttributeFilter& filter = filters()[at];
        const FilterBox& box = m_boxes[at];
        box.title->setText(titleOf(filter.attribute));
        box.remove->setToolTip(tr("Remove %1").arg(box.title->text()));
        box.remove->setAccessibleName(box.remove->toolTip());
        box.remove->setEnabled(m_view.isEditable);
        const auto known = m_counted.values.find(filter.attribute);
        box.values->setValues(known == m_counted.values.end() ? std::vector<analytics::ValueCount>()
                                                              : known->second,
                              filter.values,
                              m_view.isEditable);
    }
    m_question->setText(question());
    m_add->setVisible(!isDefault);
    m_add->setEnabled(m_view.isEditable);
    m_content->updateGeometry();
}

void AppliesPart::removeFilter(std::size_t at) {
    std::vector<AttributeFilter> left = filters();
    if (at < left.size()) {
        const QString title = titleOf(left[at].attribute);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
        change(left, tr("Removed the attribute %1").arg(title));
    }
}

void AppliesPart::chooseValues(std::size_t at, const std::vector<std::string>& values) {
    std::vector<AttributeFilter> changed = filters();
    if (at < changed.size()) {
        changed[at].values = values;
        change(changed, tr("Changed the values of %1").arg(titleOf(changed[at].attribute)));
    }
}

QString AppliesPart::question() const {
    if (m_view.draft.isDefault) {
        return tr("This is the default: it scores everyone whom no other template takes, and is tried last.");
    }
    return filters().empty()
               ? tr("Say by their attributes which accounts it scores, such as those of one segment.")
               : tr("An account matches when each of these attributes has one of the ticked values.");
}

void AppliesPart::fillAttributes() {
    m_attributes->clear();
    for (const AttributeColumn& column : *m_view.moment->snapshot->attributes) {
        const bool isUsed =
            std::ranges::find(filters(), column.key, &AttributeFilter::attribute) != filters().end();
        if (isUsed || std::ranges::find(leftOut, column.key) != leftOut.end()) {
            continue;
        }
        m_attributes->addAction(titleOf(column.key), this, [this, key = column.key] {
            std::vector<AttributeFilter> more = filters();
            more.push_back({.attribute = key, .values = {}});
            change(more, tr("Added the attribute %1").arg(titleOf(key)));
        });
    }
}

void AppliesPart::change(const std::vector<AttributeFilter>& filters, const QString& text) {
    Draft draft = m_view.draft;
    draft.version.appliesTo = filters;
    Q_EMIT edited(draft, text);
}

// --- counts

void AppliesPart::count() {
    if (m_isCurrent || !m_view.moment) {
        return;
    }
    m_isCurrent = true;
    m_context.jobs.runLatest<Counted>(
        u"templates.applies"_s,
        {},
        [moment = m_view.moment,
         place = book::placeOf(*m_view.moment->snapshot, m_view.draft)](const Job& job) -> Result<Counted> {
            Counted counted{.moment = moment,
                            .matches =
                                analytics::templateMatches(*moment->scorer, place, moment->day, job.stop),
                            .values = {}};
            for (const AttributeFilter& filter : place.appliesTo) {
                counted.values[filter.attribute] =
                    analytics::valueCounts(*moment->snapshot, filter.attribute, moment->day);
            }
            return job.stopped() ? Result<Counted>(cancelled()) : std::move(counted);
        },
        this,
        [this](Result<Counted> counted) {
            if (counted) {
                m_counted = std::move(*counted);
                showFilters();
                showCounts();
            }
        });
}

void AppliesPart::showCounts() {
    m_sentence->setText(sentence());
    const bool asks = !m_view.draft.isDefault && !filters().empty();
    if (m_counted.moment) {
        m_contested->showAccounts(*m_counted.moment,
                                  asks ? m_counted.matches.contested
                                       : std::vector<analytics::ContestedAccount>(),
                                  QString::fromStdString(m_view.draft.name));
    }
}

QString AppliesPart::sentence() const {
    if (!m_counted.moment) {
        return tr("Counting\u2026");
    }
    const analytics::TemplateMatches& matches = m_counted.matches;
    if (m_view.draft.isDefault) {
        return tr("It scores %1 of %2 accounts.").arg(matches.scored.size()).arg(matches.living);
    }
    if (filters().empty()) {
        return widgets::faultText(tr("Incomplete: add an attribute."));
    }
    for (const AttributeFilter& filter : filters()) {
        if (filter.values.empty()) {
            return widgets::faultText(
                tr("Incomplete: tick at least one value of %1.").arg(titleOf(filter.attribute)));
        }
    }
    return matchSentence(matches, *m_counted.moment->snapshot->scorecard);
}

} // namespace hb::pages
