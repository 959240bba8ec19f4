// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/scheme_part.h"

#include "core/wording/words.h"
#include "ui/pages/templates/capacity_card.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/plain_spin.h"
#include "ui/pages/templates/scheme_presets.h"
#include "ui/pages/templates/scheme_rows.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/scheme_bar.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::array<std::optional<SchemeKind>, 3> bookChoices{
    std::nullopt, SchemeKind::Numeric, SchemeKind::Letters};
constexpr int schemeSpinWidth = 96;
constexpr double longestTrend = 3650, mostThreshold = 100;
constexpr int percentDecimals = 4, thresholdDecimals = 6; // of a share, and of a score, 6

double percentOf(double share) {
    return std::round(share * 1e6) / 1e4;
}
} // namespace

SchemePart::SchemePart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_content(new QWidget),
      m_bar(new widgets::SchemeBar(context.theme)), m_caption(widgets::makeLabel("captionMuted", m_content)),
      m_rows(new SchemeRows(context.theme)), m_capacity(new CapacityCard(context)),
      m_presets(new QPushButton(tr("Start from"), m_content)),
      m_coverage(new PlainSpin(u"minCoverage"_s, tr("Minimum coverage in percent"), m_content)),
      m_days(new PlainSpin(u"trendDays"_s, tr("Days of the trend"), m_content)),
      m_threshold(new PlainSpin(u"trendThreshold"_s, tr("Points from which a trend shows"), m_content)) {
    setObjectName(u"schemePart"_s);
    m_content->setObjectName(u"hbScrolled"_s);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    buildScheme(*column);
    column->addWidget(m_capacity);
    buildRules(*column);
    buildShown(*column);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_capacity, &CapacityCard::boundWanted, this, [this](int range, double from) {
        moveBound(range, from, true);
    });
    connect(&context.theme, &theme::Theme::changed, this, &SchemePart::dress);
    dress();
}

QPushButton* SchemePart::segment(const char* name, const QString& text, QWidget* parent) const {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setCheckable(true);
    theme::setStyleProperty(button, "hbButton", u"segment"_s);
    return button;
}

void SchemePart::buildScheme(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("How 0 to 100 is shown"), m_content);
    auto* kinds = new QHBoxLayout;
    buildKinds(*kinds, card);
    m_bar->setObjectName(u"schemeBar"_s);
    m_caption->setObjectName(u"inclusive"_s);
    card->content()->addLayout(kinds);
    card->content()->addWidget(m_bar);
    card->content()->addWidget(m_caption);
    card->content()->addWidget(m_rows);
    column.addWidget(card);
    connect(m_bar, &widgets::SchemeBar::boundMoved, this, [this](int range, double from) {
        moveBound(range, from, false);
    });
    connect(m_bar, &widgets::SchemeBar::boundSet, this, [this](int range, double from) {
        moveBound(range, from, true);
    });
    connect(m_bar, &widgets::SchemeBar::dragCancelled, this, [this] {
        followScheme(m_view.draft.version.scheme);
        Q_EMIT previewed(m_view.draft);
    });
    connect(m_rows, &SchemeRows::schemeEdited, this, [this](const Scheme& scheme, const QString& text) {
        change([&scheme](TemplateVersion& version) { version.scheme = scheme; }, text);
    });
}

void SchemePart::buildKinds(QHBoxLayout& row, QWidget* parent) {
    const std::array<const char*, 3> names{"kindColours", "kindLetters", "kindNumbers"};
    const std::array<QString, 3> texts{tr("Red, yellow, green"), tr("Letters"), tr("Numbers")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        m_kinds.push_back(segment(names[at], texts[at], parent));
        row.addWidget(m_kinds.back());
        connect(m_kinds.back(), &QPushButton::clicked, this, [this, at] {
            change([at](TemplateVersion& version) { version.scheme.kind = static_cast<SchemeKind>(at); },
                   tr("Set the scheme to %1").arg(m_kinds[at]->text()));
        });
    }
    row.addStretch();
    m_presets->setObjectName(u"presets"_s);
    theme::setStyleProperty(m_presets, "hbButton", u"flat"_s);
    auto* menu = new QMenu(m_presets);
    for (const SchemePreset& preset : schemePresets()) {
        QAction* action = menu->addAction(preset.title, this, [this, preset] {
            change([&preset](TemplateVersion& version) { version.scheme = preset.scheme; },
                   tr("Started the scheme from %1").arg(preset.title));
        });
        action->setObjectName(QString::fromLatin1(preset.id));
    }
    m_presets->setText(tr("Start from \u25BE"));
    m_presets->setMenu(menu);
    row.addWidget(m_presets);
}

/// Of the book, at once: it is what scores are called, and makes no version.
void SchemePart::buildShown(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("What this book calls scores"), m_content);
    auto* row = new QHBoxLayout;
    const std::array<const char*, 3> names{"bookAsTemplates", "bookAsNumbers", "bookAsLetters"};
    const std::array<QString, 3> texts{tr("As each template says"), tr("Numbers"), tr("Letters")};
    for (std::size_t at = 0; at < names.size(); ++at) {
        m_shown.push_back(segment(names[at], texts[at], card));
        row->addWidget(m_shown.back());
        connect(m_shown.back(), &QPushButton::clicked, this, [this, at] { showBookAs(bookChoices[at]); });
    }
    row->addStretch();
    auto* words = widgets::makeLabel("captionMuted", card);
    words->setText(tr("Labels alone change: no score, no band and no filter. Everybody can choose for "
                      "themselves in the settings."));
    words->setWordWrap(true);
    card->content()->addLayout(row);
    card->content()->addWidget(words);
    column.addWidget(card);
}

void SchemePart::showBookAs(std::optional<SchemeKind> shown) {
    BookSettings settings = m_view.moment->snapshot->settings;
    if (settings.shownAs == shown) {
        showDraft(m_view); // the button stays down
        return;
    }
    settings.shownAs = shown;
    const auto at = std::ranges::find(bookChoices, shown) - bookChoices.begin();
    const QString text = tr("Scores are shown as: %1").arg(m_shown[static_cast<std::size_t>(at)]->text());
    Q_EMIT bookEdited(book::SetSettings{.settings = std::move(settings)}, text);
}

void SchemePart::buildRules(QVBoxLayout& column) {
    auto* card = new widgets::Card(tr("Coverage, trend and roll-up"), m_content);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space::m);
    grid->setVerticalSpacing(theme::space::s);
    grid->setColumnStretch(2, 1);
    auto line = [&, row = 0](const QString& name, QWidget* control, const QString& words) mutable {
        grid->addWidget(new QLabel(name, card), row, 0);
        grid->addWidget(control, row, 1, Qt::AlignLeft);
        QLabel* label = widgets::makeLabel("captionMuted", card);
        label->setText(words);
        label->setWordWrap(true);
        grid->addWidget(label, row++, 2);
    };
    m_coverage->setDecimals(percentDecimals);
    m_coverage->setRange(0, 100);
    m_coverage->setSuffix(tr(" %"));
    m_days->setDecimals(0);
    m_days->setRange(1, longestTrend);
    m_threshold->setDecimals(thresholdDecimals);
    m_threshold->setRange(0, mostThreshold);
    line(tr("Minimum coverage"),
         m_coverage,
         tr("With less of the weights measured there is no colour: not enough data."));
    line(tr("Trend over days"), m_days, tr("The score is compared with that of so many days before."));
    line(tr("Trend from points"), m_threshold, tr("A smaller change is steady."));
    auto* rollups = new QWidget(card);
    auto* row = new QHBoxLayout(rollups);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rollups = {segment("rollupMean", tr("Mean"), rollups),
                 segment("rollupMin", tr("The weakest group"), rollups)};
    for (std::size_t at = 0; at < m_rollups.size(); ++at) {
        row->addWidget(m_rollups[at]);
        connect(m_rollups[at], &QPushButton::clicked, this, [this, at] {
            change([at](TemplateVersion& version) { version.rollup = static_cast<Rollup>(at); },
                   at == 0 ? tr("Set the score to the mean of the groups")
                           : tr("Set the score to that of the weakest group"));
        });
    }
    line(tr("Score of the account"),
         rollups,
         tr("The mean weighs all groups; the weakest group hides behind none."));
    card->content()->addLayout(grid);
    column.addWidget(card);
    connectRules();
}

void SchemePart::connectRules() {
    connect(m_coverage, &PlainSpin::numberSet, this, [this](double percent) {
        change([percent](TemplateVersion& version) { version.minCoverage = std::round(percent * 1e4) / 1e6; },
               tr("Set the minimum coverage to %1%").arg(widgets::exactText(percent)));
    });
    connect(m_days, &PlainSpin::numberSet, this, [this](double days) {
        change([days](TemplateVersion& version) { version.trend.days = static_cast<int>(days); },
               tr("Set the trend to %1 days").arg(widgets::exactText(days)));
    });
    connect(m_threshold, &PlainSpin::numberSet, this, [this](double points) {
        change([points](TemplateVersion& version) { version.trend.threshold = points; },
               tr("Set the threshold of the trend to %1").arg(widgets::exactText(points)));
    });
}

void SchemePart::dress() {
    const theme::Theme& theme = m_context.theme;
    m_content->layout()->setSpacing(theme.px(theme::space::cardGap));
    m_content->setMaximumWidth(theme.px(contentWidth));
    for (PlainSpin* spin : {m_coverage, m_days, m_threshold}) {
        spin->setFixedWidth(theme.px(schemeSpinWidth));
    }
}

void SchemePart::showDraft(const TemplateView& view) {
    m_view = view;
    const TemplateVersion& version = view.draft.version;
    const bool editable = view.isEditable;
    m_bar->setEditable(editable);
    m_capacity->showView(view);
    followScheme(version.scheme);
    for (std::size_t at = 0; at < m_kinds.size(); ++at) {
        m_kinds[at]->setChecked(at == static_cast<std::size_t>(version.scheme.kind));
        m_kinds[at]->setEnabled(editable);
    }
    m_presets->setEnabled(editable);
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        m_shown[at]->setChecked(bookChoices[at] == view.moment->snapshot->settings.shownAs);
    }
    m_coverage->setTruth(percentOf(version.minCoverage));
    m_days->setTruth(version.trend.days);
    m_threshold->setTruth(version.trend.threshold);
    for (PlainSpin* spin : {m_coverage, m_days, m_threshold}) {
        spin->setEnabled(editable);
    }
    for (std::size_t at = 0; at < m_rollups.size(); ++at) {
        m_rollups[at]->setChecked(at == static_cast<std::size_t>(version.rollup));
        m_rollups[at]->setEnabled(editable);
    }
}

void SchemePart::followScheme(const Scheme& scheme) {
    if (!m_bar->isDragging()) {
        m_bar->setRanges(scheme.ranges);
    }
    m_rows->showScheme(scheme, m_view.isEditable);
    m_caption->setText(inclusiveSentence(scheme));
}

void SchemePart::moveBound(int range, double from, bool isLetGo) {
    Draft draft = m_view.draft;
    if (static_cast<std::size_t>(range) >= draft.version.scheme.ranges.size()) {
        return;
    }
    Range& moved = draft.version.scheme.ranges[static_cast<std::size_t>(range)];
    moved.from = from;
    if (isLetGo) {
        Q_EMIT edited(
            draft,
            tr("Moved the bound of %1 to %2").arg(wording::fromUtf8(moved.label), widgets::exactText(from)));
        return;
    }
    followScheme(draft.version.scheme);
    m_capacity->previewScheme(draft.version.scheme);
    Q_EMIT previewed(draft);
}

void SchemePart::change(const std::function<void(TemplateVersion&)>& edit, const QString& text) {
    Draft draft = m_view.draft;
    edit(draft.version);
    if (draft != m_view.draft) {
        Q_EMIT edited(draft, text);
    } else {
        showDraft(TemplateView(m_view)); // a segment that was clicked again stays on
    }
}

QString inclusiveSentence(const Scheme& scheme) {
    return scheme.ranges.empty() ? QString()
                                 : SchemePart::tr("Bounds are inclusive: %1 is %2.")
                                       .arg(widgets::exactText(scheme.ranges.back().from),
                                            wording::fromUtf8(scheme.ranges.back().label));
}

} // namespace hb::pages
