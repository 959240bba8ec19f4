// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/scheme_rows.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int fromWidth = 88, labelWidth = 152;
enum RangeColumn : int { From, Label, Colour, Help, Split, Remove, Columns };

double upperOf(const std::vector<Range>& ranges, std::size_t at) {
    return at + 1 < ranges.size() ? ranges[at + 1].from : 100;
}

QToolButton* toolButton(const QString& name, const QString& words, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(words);
    button->setToolTip(words);
    return button;
}

} // namespace

std::optional<double> middleOf(const std::vector<Range>& ranges, std::size_t at) {
    const double from = ranges[at].from, to = upperOf(ranges, at);
    const double middle = (from + to) / 2;
    for (const double cut : {std::round(middle), std::round(middle * 1e6) / 1e6}) {
        if (cut > from && cut < to) {
            return cut;
        }
    }
    return std::nullopt;
}

SchemeRows::SchemeRows(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(RangeColumn::Help, 1);
    addHeads();
    connect(&m_theme, &theme::Theme::changed, this, &SchemeRows::dress);
    dress();
}

void SchemeRows::addHeads() {
    const std::array<QString, 4> heads{tr("From"), tr("Label"), tr("Colour"), tr("What it means")};
    for (std::size_t at = 0; at < heads.size(); ++at) {
        QLabel* head = widgets::makeLabel("secondary", this);
        head->setText(heads[at]);
        m_grid->addWidget(head, 0, static_cast<int>(at));
    }
}

void SchemeRows::addRow() {
    const std::size_t at = m_rows.size();
    const QString prefix = u"range%1"_s.arg(at);
    Row row{.from = new CommittedField(this),
            .label = new CommittedField(this),
            .colours = {},
            .help = new CommittedField(this),
            .split = toolButton(prefix + u"Split"_s, tr("Split this range in two"), this),
            .remove = toolButton(prefix + u"Remove"_s, tr("Remove this range"), this),
            .fault = makeFaultLabel(prefix + u"Fault"_s, this)};
    row.from->setObjectName(prefix + u"From"_s);
    row.from->setAlignment(Qt::AlignRight);
    row.label->setObjectName(prefix + u"Label"_s);
    row.help->setObjectName(prefix + u"Help"_s);
    row.help->setPlaceholderText(tr("Say what a person should do"));
    for (CommittedField* field : {row.from, row.label, row.help}) {
        field->setFaultLabel(row.fault);
    }
    row.from->setTaker([this, at](const QString& text) { return takeFrom(at, text); });
    row.label->setTaker([this, at](const QString& text) { return takeLabel(at, text); });
    row.help->setTaker([this, at](const QString& text) { return takeHelp(at, text); });
    const int line = static_cast<int>(at) * 2 + 1;
    m_grid->addWidget(row.from, line, RangeColumn::From);
    m_grid->addWidget(row.label, line, RangeColumn::Label);
    addColours(row, at);
    m_grid->addWidget(row.help, line, RangeColumn::Help);
    m_grid->addWidget(row.split, line, RangeColumn::Split);
    m_grid->addWidget(row.remove, line, RangeColumn::Remove);
    m_grid->addWidget(row.fault, line + 1, 0, 1, RangeColumn::Columns);
    connect(row.split, &QToolButton::clicked, this, [this, at] { split(at); });
    connect(row.remove, &QToolButton::clicked, this, [this, at] { remove(at); });
    m_rows.push_back(row);
}

void SchemeRows::addColours(Row& row, std::size_t at) {
    auto* box = new QHBoxLayout;
    box->setSpacing(0);
    const std::array<QString, 3> names{tr("Red"), tr("Yellow"), tr("Green")};
    const std::array<QString, 3> ids{u"Red"_s, u"Yellow"_s, u"Green"_s};
    for (std::size_t band = 0; band < names.size(); ++band) {
        auto* button = new QPushButton(names[band], this);
        button->setObjectName(u"range%1%2"_s.arg(at).arg(ids[band]));
        button->setCheckable(true);
        button->setProperty("hbButton", u"segment"_s);
        connect(button, &QPushButton::clicked, this, [this, at, band] {
            setColour(at, static_cast<Band>(band));
        });
        box->addWidget(button);
        row.colours[band] = button;
    }
    m_grid->addLayout(box, static_cast<int>(at) * 2 + 1, RangeColumn::Colour);
}

void SchemeRows::removeRow() {
    const Row row = m_rows.back();
    m_rows.pop_back();
    for (QPushButton* colour : row.colours) {
        delete colour;
    }
    const auto line = static_cast<int>(m_rows.size()) * 2 + 1;
    if (QLayoutItem* box = m_grid->itemAtPosition(line, RangeColumn::Colour)) {
        m_grid->removeItem(box);
        delete box;
    }
    // The one that was clicked may be among them, and is still at work.
    for (QWidget* part : {static_cast<QWidget*>(row.from),
                          static_cast<QWidget*>(row.label),
                          static_cast<QWidget*>(row.help),
                          static_cast<QWidget*>(row.split),
                          static_cast<QWidget*>(row.remove),
                          static_cast<QWidget*>(row.fault)}) {
        part->hide();
        part->setObjectName({});
        part->deleteLater();
    }
}

void SchemeRows::dress() {
    m_grid->setHorizontalSpacing(m_theme.px(theme::space::s));
    m_grid->setVerticalSpacing(m_theme.px(theme::space::xs));
    const int side = m_theme.px(12), gap = m_theme.px(theme::space::xs);
    for (Row& row : m_rows) {
        row.from->setFixedWidth(m_theme.px(fromWidth));
        row.label->setFixedWidth(m_theme.px(labelWidth));
        row.split->setIcon(m_theme.icon(theme::Icon::Plus));
        row.remove->setIcon(m_theme.icon(theme::Icon::Close));
        for (std::size_t band = 0; band < row.colours.size(); ++band) {
            row.colours[band]->setIconSize(QSize(side + gap, side));
            row.colours[band]->setIcon(QIcon(
                widgets::bandGlyphPixmap(static_cast<Band>(band), m_theme, side, devicePixelRatioF(), gap)));
        }
    }
}

void SchemeRows::showScheme(const Scheme& scheme, bool editable) {
    m_scheme = scheme;
    const std::size_t before = m_rows.size();
    while (m_rows.size() > scheme.ranges.size()) {
        removeRow();
    }
    while (m_rows.size() < scheme.ranges.size()) {
        addRow();
    }
    if (m_rows.size() > before) {
        dress();
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        showRow(at, editable);
    }
}

void SchemeRows::showRow(std::size_t at, bool editable) {
    const Range& range = m_scheme.ranges[at];
    const Row& row = m_rows[at];
    const QString label = labelOf(at);
    row.from->setTruth(widgets::exactText(range.from));
    row.from->setEnabled(editable && at > 0);
    row.from->setToolTip(at == 0 ? tr("The first range always begins at 0") : QString());
    row.from->setAccessibleName(tr("%1 begins at").arg(label));
    row.label->setTruth(label);
    row.label->setEnabled(editable);
    row.label->setAccessibleName(tr("Label of the range from %1").arg(widgets::exactText(range.from)));
    row.help->setTruth(wording::fromUtf8(range.help));
    row.help->setEnabled(editable);
    row.help->setAccessibleName(tr("What %1 means").arg(label));
    for (std::size_t band = 0; band < row.colours.size(); ++band) {
        row.colours[band]->setChecked(range.colour == static_cast<Band>(band));
        row.colours[band]->setEnabled(editable);
        row.colours[band]->setAccessibleName(tr("%1 is %2").arg(label, row.colours[band]->text()));
    }
    const bool isFull = m_scheme.ranges.size() >= mostRanges;
    row.split->setEnabled(editable && !isFull && middleOf(m_scheme.ranges, at).has_value());
    row.split->setToolTip(isFull ? tr("A scheme has at most %1 ranges").arg(mostRanges)
                                 : tr("Split this range in two"));
    const bool isLeast = m_scheme.ranges.size() <= leastRanges;
    row.remove->setEnabled(editable && !isLeast);
    row.remove->setToolTip(isLeast ? tr("A scheme has at least %1 ranges").arg(leastRanges)
                                   : tr("Remove this range"));
}

QString SchemeRows::labelOf(std::size_t at) const {
    return wording::fromUtf8(m_scheme.ranges[at].label);
}

QString SchemeRows::takeFrom(std::size_t at, const QString& text) {
    const double least = m_scheme.ranges[at - 1].from, most = upperOf(m_scheme.ranges, at);
    const std::optional<double> from = widgets::typedNumber(text);
    if (!from || *from <= least || *from >= most) {
        return tr("A number above %1 and below %2, with at most 6 decimals.")
            .arg(widgets::exactText(least), widgets::exactText(most));
    }
    Scheme scheme = m_scheme;
    scheme.ranges[at].from = *from;
    if (scheme != m_scheme) {
        Q_EMIT schemeEdited(scheme,
                            tr("Moved the bound of %1 to %2").arg(labelOf(at), widgets::exactText(*from)));
    }
    return {};
}

QString SchemeRows::takeLabel(std::size_t at, const QString& text) {
    if (text.trimmed().isEmpty()) {
        return tr("A word or two that name the range.");
    }
    Scheme scheme = m_scheme;
    scheme.ranges[at].label = text.trimmed().toStdString();
    if (scheme != m_scheme) {
        Q_EMIT schemeEdited(scheme, tr("Renamed the range %1 to %2").arg(labelOf(at), text.trimmed()));
    }
    return {};
}

QString SchemeRows::takeHelp(std::size_t at, const QString& text) {
    Scheme scheme = m_scheme;
    scheme.ranges[at].help = text.trimmed().toStdString();
    if (scheme != m_scheme) {
        Q_EMIT schemeEdited(scheme, tr("Said what %1 means").arg(labelOf(at)));
    }
    return {};
}

void SchemeRows::setColour(std::size_t at, Band colour) {
    Scheme scheme = m_scheme;
    scheme.ranges[at].colour = colour;
    showRow(at, true); // the draft decides which one is on
    if (scheme != m_scheme) {
        Q_EMIT schemeEdited(scheme,
                            tr("Set the colour of %1 to %2").arg(labelOf(at), wording::bandName(colour)));
    }
}

void SchemeRows::split(std::size_t at) {
    Scheme scheme = m_scheme;
    const std::optional<double> cut = middleOf(scheme.ranges, at);
    if (cut) {
        Range upper = scheme.ranges[at];
        upper.from = *cut;
        upper.label = tr("Upper %1").arg(labelOf(at)).toStdString();
        upper.help.clear();
        scheme.ranges.insert(scheme.ranges.begin() + static_cast<std::ptrdiff_t>(at) + 1, upper);
        Q_EMIT schemeEdited(scheme, tr("Split the range %1").arg(labelOf(at)));
    }
}

void SchemeRows::remove(std::size_t at) {
    Scheme scheme = m_scheme;
    scheme.ranges.erase(scheme.ranges.begin() + static_cast<std::ptrdiff_t>(at));
    scheme.ranges.front().from = 0;
    Q_EMIT schemeEdited(scheme, tr("Removed the range %1").arg(labelOf(at)));
}

} // namespace hb::pages
