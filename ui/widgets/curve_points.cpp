// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_points.h"

#include "core/scoring/band.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/card.h"
#include "ui/widgets/curve_shapes.h"
#include "ui/widgets/typed_number.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

enum Column { Number, Value, Unit, Score, Glyph, Remove };
constexpr int pointWidth = 96, scoreWidth = 72, numberWidth = 16;
constexpr double most = std::numeric_limits<double>::max();

} // namespace

CurvePoints::CurvePoints(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout), m_valueHead(makeLabel("captionMuted", this)),
      m_scoreHead(makeLabel("captionMuted", this)), m_fault(makeLabel("caption", this)),
      m_add(new QPushButton(tr("Add a point"), this)) {
    setObjectName(u"curvePoints"_s);
    m_fault->setObjectName(u"curveFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_add->setObjectName(u"curveAddPoint"_s);
    m_add->setProperty("hbButton", u"small"_s);
    m_add->setToolTip(tr("Adds one on the line, in the widest gap"));
    connect(m_add, &QPushButton::clicked, this, &CurvePoints::add);
    buildHead();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    rows->addLayout(m_grid);
    rows->addWidget(m_fault);
    rows->addWidget(m_add, 0, Qt::AlignLeft);
    connect(&m_theme, &theme::Theme::changed, this, &CurvePoints::dress);
    dress();
}

void CurvePoints::buildHead() {
    m_valueHead->setText(tr("Value"));
    m_scoreHead->setText(tr("Score"));
    m_valueHead->setAlignment(Qt::AlignRight);
    m_scoreHead->setAlignment(Qt::AlignRight);
    m_grid->setHorizontalSpacing(theme::space::s);
    m_grid->setVerticalSpacing(theme::space::xs);
    m_grid->addWidget(m_valueHead, 0, Value);
    m_grid->addWidget(m_scoreHead, 0, Score);
    m_grid->setColumnStretch(Unit, 1);
}

void CurvePoints::setCurve(const std::vector<CurvePoint>& curve) {
    const bool isOther = curve.size() != m_curve.size();
    m_curve = curve;
    makeRows(curve.size());
    if (isOther) {
        reset();
    }
    showCurve();
}

void CurvePoints::reset() {
    for (const Row& row : m_rows) {
        row.value->reset();
        row.score->reset();
    }
    showFault({});
}

void CurvePoints::setRanges(const Scheme& scheme) {
    m_scheme = scheme;
    showCurve();
}

void CurvePoints::setUnit(const QString& unit) {
    m_unit = unit;
    showCurve();
}

void CurvePoints::setEditable(bool editable) {
    m_editable = editable;
    showCurve();
}

void CurvePoints::select(int point) {
    m_selected = point;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        theme::setStyleProperty(
            m_rows[at].number, "hbText", static_cast<int>(at) == point ? u"caption"_s : u"captionMuted"_s);
        QFont font = m_rows[at].number->font();
        font.setBold(static_cast<int>(at) == point);
        m_rows[at].number->setFont(font);
    }
}

void CurvePoints::showFault(const QString& sentence) {
    widgets::showFault(m_fault, sentence);
}

CurvePoints::Row CurvePoints::makeRow(int at) {
    const auto place = static_cast<std::size_t>(at);
    const Row row{.number = makeLabel("captionMuted", this),
                  .value = new TypedNumber(this),
                  .unit = makeLabel("secondary", this),
                  .score = new TypedNumber(this),
                  .glyph = new BandGlyph(m_theme, 14, this),
                  .remove = new QToolButton(this)};
    row.number->setText(QString::number(at + 1));
    row.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.value->setObjectName(u"pointValue%1"_s.arg(at));
    row.value->setAccessibleName(tr("Value of point %1").arg(at + 1));
    row.value->setBounds(-most, most, false, tr("A value is a number with at most 6 decimals."));
    row.value->setRule([this, place](double value) { return valueFault(place, value); });
    row.score->setObjectName(u"pointScore%1"_s.arg(at));
    row.score->setAccessibleName(tr("Score of point %1").arg(at + 1));
    row.score->setBounds(0, 100, false, tr("A score is a number from 0 to 100."));
    row.remove->setObjectName(u"pointRemove%1"_s.arg(at));
    row.remove->setAccessibleName(tr("Remove point %1").arg(at + 1));
    for (TypedNumber* field : {row.value, row.score}) {
        connect(field, &TypedNumber::entered, this, [this, place] { typed(place); });
        connect(field, &TypedNumber::faultChanged, this, &CurvePoints::sayFault);
        connect(field, &TypedNumber::focused, this, [this, at] { Q_EMIT selected(at); });
    }
    connect(row.remove, &QToolButton::clicked, this, [this, place] { remove(place); });
    m_grid->addWidget(row.number, at + 1, Number);
    m_grid->addWidget(row.value, at + 1, Value);
    m_grid->addWidget(row.unit, at + 1, Unit);
    m_grid->addWidget(row.score, at + 1, Score);
    m_grid->addWidget(row.glyph, at + 1, Glyph);
    m_grid->addWidget(row.remove, at + 1, Remove);
    return row;
}

void CurvePoints::makeRows(std::size_t count) {
    while (m_rows.size() > count) {
        const Row row = m_rows.back();
        m_rows.pop_back();
        for (QWidget* part : std::initializer_list<QWidget*>{
                 row.number, row.value, row.unit, row.score, row.glyph, row.remove}) {
            part->hide();
            part->deleteLater(); // perhaps it is its own click that takes it away
            m_grid->removeWidget(part);
        }
    }
    if (m_rows.size() < count) {
        QWidget* before = m_rows.empty() ? nullptr : m_rows.back().remove;
        while (m_rows.size() < count) {
            m_rows.push_back(makeRow(static_cast<int>(m_rows.size())));
            const Row& row = m_rows.back();
            if (before != nullptr) {
                setTabOrder(before, row.value);
            }
            setTabOrder(row.value, row.score);
            setTabOrder(row.score, row.remove);
            before = row.remove;
        }
        setTabOrder(before, m_add);
        dress();
    }
}

void CurvePoints::dress() {
    m_valueHead->setFixedWidth(m_theme.px(pointWidth));
    m_scoreHead->setFixedWidth(m_theme.px(scoreWidth));
    m_grid->setColumnMinimumWidth(Number, m_theme.px(numberWidth));
    for (const Row& row : m_rows) {
        row.value->setFixedWidth(m_theme.px(pointWidth));
        row.score->setFixedWidth(m_theme.px(scoreWidth));
        row.remove->setIcon(m_theme.icon(theme::Icon::Close, theme::IconInk::Muted));
    }
    m_add->setIcon(m_theme.icon(theme::Icon::Plus, theme::IconInk::Muted, theme::Gap::After));
}

void CurvePoints::showCurve() {
    const bool canRemove = m_editable && m_rows.size() > 2;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const Row& row = m_rows[at];
        row.value->setNumber(m_curve[at].value);
        row.score->setNumber(m_curve[at].score);
        row.unit->setText(m_unit);
        row.glyph->setBand(scoring::bandOf(m_scheme.ranges, m_curve[at].score));
        row.value->setEnabled(m_editable);
        row.score->setEnabled(m_editable);
        row.remove->setEnabled(canRemove);
        row.remove->setVisible(m_editable);
        row.remove->setToolTip(canRemove ? tr("Remove this point") : tr("A curve has at least two points"));
        const double span = m_curve.back().value - m_curve.front().value;
        row.value->setStep(keyStep(span));
    }
    m_add->setVisible(m_editable);
    m_valueHead->setVisible(!m_rows.empty());
    m_scoreHead->setVisible(!m_rows.empty());
    select(m_selected);
}

QString CurvePoints::valueFault(std::size_t at, double value) const {
    const bool hasBefore = at > 0, hasAfter = at + 1 < m_curve.size();
    const bool isLow = hasBefore && value <= m_curve[at - 1].value;
    const bool isHigh = hasAfter && value >= m_curve[at + 1].value;
    if (!isLow && !isHigh) {
        return {};
    }
    const QString low = hasBefore ? withUnit(exactText(m_curve[at - 1].value), m_unit) : QString();
    const QString high = hasAfter ? withUnit(exactText(m_curve[at + 1].value), m_unit) : QString();
    if (hasBefore && hasAfter) {
        return tr("Values rise from point to point: this one is more than %1 and less than %2.")
            .arg(low, high);
    }
    return hasBefore ? tr("Values rise from point to point: this one is more than %1.").arg(low)
                     : tr("Values rise from point to point: this one is less than %1.").arg(high);
}

void CurvePoints::sayFault() {
    for (const Row& row : m_rows) {
        for (const TypedNumber* field : {row.value, row.score}) {
            if (!field->fault().isEmpty()) {
                showFault(field->fault());
                return;
            }
        }
    }
    showFault({});
}

void CurvePoints::typed(std::size_t at) {
    std::vector<CurvePoint> curve = m_curve;
    curve[at] = {m_rows[at].value->number(), m_rows[at].score->number()};
    if (curve != m_curve) {
        setCurve(curve);
        Q_EMIT changed(curve, CurveChange::Moved);
    }
}

void CurvePoints::add() {
    if (m_curve.size() < 2) { // one alone is no curve
        setCurve(higherIsBetter(0, 100));
        Q_EMIT changed(std::vector(m_curve), CurveChange::Added);
        return;
    }
    const auto added = withPointInWidestGap(m_curve);
    if (!added) {
        showFault(tr("There is no room for another point."));
        return;
    }
    setCurve(added->curve);
    Q_EMIT changed(added->curve, CurveChange::Added);
    Q_EMIT selected(static_cast<int>(added->at));
}

void CurvePoints::remove(std::size_t at) {
    if (m_curve.size() <= 2) {
        return;
    }
    std::vector<CurvePoint> curve = m_curve;
    curve.erase(curve.begin() + static_cast<std::ptrdiff_t>(at));
    setCurve(curve);
    Q_EMIT changed(curve, CurveChange::Removed);
    if (at < m_rows.size()) {
        m_rows[at].remove->isEnabled() ? m_rows[at].remove->setFocus() : m_add->setFocus();
    }
}

} // namespace hb::widgets
