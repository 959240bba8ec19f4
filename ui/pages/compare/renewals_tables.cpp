// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/renewals_tables.h"

#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/renewals_sentence.h"
#include "core/wording/words.h"
#include "ui/models/names.h"
#include "ui/pages/compare/compare_question.h"
#include "ui/theme/number_text.h"
#include "ui/theme/texts.h"
#include "ui/widgets/band_bar.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr auto right = Qt::AlignRight;

QString moneyText(std::int64_t cents, const std::string& currency) {
    return wording::shortMoney(cents, wording::fromUtf8(currency));
}

QString cellText(const RenewalRow& row, std::size_t quarter) {
    return riskText(*row.of, row.cells().quarters[quarter].bands);
}

QString cellTip(const RenewalRow& row, std::size_t quarter) {
    const RenewalCell& cell = row.cells().quarters[quarter];
    if (cell.renewals.empty()) {
        return {};
    }
    const QString counted = Texts::tr("%1, %2: %3 of %4 renewals not green.")
                                .arg(row.cells().name,
                                     wording::quarterName(row.of->forecast.quarters[quarter].first),
                                     wording::countText(wording::notGreen(cell.bands).accounts),
                                     wording::countText(cell.renewals.size()));
    return wording::allOf(cell.bands).cents.empty()
               ? counted
               : Texts::tr("%1 Of their ARR %2.").arg(counted, wording::atRiskText(cell.bands));
}

std::vector<models::Column<RenewalRow>> renewalColumns() {
    std::vector<models::Column<RenewalRow>> columns{
        {.id = u"group"_s, .text = [](const RenewalRow& row) { return row.cells().name; }}};
    for (std::size_t quarter = 0; quarter < RenewalsModel::quarterCount; ++quarter) {
        columns.push_back({.id = u"quarter%1"_s.arg(quarter),
                           .text = [quarter](const RenewalRow& row) { return cellText(row, quarter); },
                           .tooltip = [quarter](const RenewalRow& row) { return cellTip(row, quarter); }});
    }
    return columns;
}

QString scoreWords(const CompareView& view, AccountIndex account) {
    const scoring::AccountScore& score = view.book->now[account];
    const QString text = accountScoreText(*view.book, score, view.shownAs);
    const QString band = wording::bandName(score.shown.band);
    return text.isEmpty() ? band : Texts::tr("%1 %2").arg(text, band);
}

} // namespace

RenewalsModel::RenewalsModel(QObject* parent) : TableModel(renewalColumns(), parent) {}

void RenewalsModel::show(const std::shared_ptr<const RenewalsShown>& shown) {
    std::vector<RenewalRow> rows;
    for (std::size_t group = 0; group < shown->groups.size(); ++group) {
        rows.push_back({.of = shown, .group = group});
    }
    setRows(std::move(rows));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

const RenewalCell* RenewalsModel::cellAt(const QModelIndex& index) const {
    if (!index.isValid() || index.column() == 0) {
        return nullptr;
    }
    const RenewalRow& row = rows()[static_cast<std::size_t>(index.row())];
    const RenewalCell& cell = row.cells().quarters[static_cast<std::size_t>(index.column() - 1)];
    return cell.renewals.empty() ? nullptr : &cell;
}

QVariant RenewalsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 1 || rows().empty()) {
        return TableModel::headerData(section, orientation, role);
    }
    const auto& quarter = rows().front().of->forecast.quarters[static_cast<std::size_t>(section - 1)];
    return section == 1 ? Texts::tr("Rest of %1").arg(wording::quarterName(quarter.first))
                        : wording::quarterName(quarter.first);
}

RenewalCellDelegate::RenewalCellDelegate(const theme::Theme& theme,
                                         const RenewalsModel& model,
                                         QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model) {}

void RenewalCellDelegate::paint(QPainter* painter,
                                const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const RenewalCell* cell = m_model.cellAt(index);
    if (cell == nullptr) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    const QWidget* widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
    const double pad = m_theme.px(theme::space::s);
    const double edge = m_theme.px(theme::space::xs);
    const double bar = m_theme.px(theme::size::bar);
    const QRectF box = QRectF(option.rect).adjusted(pad, edge, -pad, -edge);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_theme.tokens().ink);
    painter->setFont(option.font);
    const QString shown = QFontMetricsF(option.font).elidedText(text, Qt::ElideRight, box.width());
    theme::drawNumber(*painter, box.adjusted(0, 0, 0, -bar - edge), Qt::AlignLeft, shown);
    const RenewalRow& row = m_model.rows()[static_cast<std::size_t>(index.row())];
    widgets::paintBandParts(
        *painter, {box.left(), box.bottom() - bar, box.width(), bar}, sharesOf(*row.of, *cell), m_theme);
    painter->restore();
}

std::vector<models::Column<ExpectedRow>> expectedColumns() {
    std::vector<models::Column<ExpectedRow>> columns{
        {.id = u"quarter"_s,
         .title = Texts::tr("Quarter"),
         .text = [](const ExpectedRow& row) { return row.quarter; }},
        {.id = u"due"_s,
         .title = Texts::tr("Renews"),
         .alignment = right,
         .text = [](const ExpectedRow& row) { return moneyText(row.arr.due, row.arr.currency); }},
        {.id = u"expected"_s,
         .title = Texts::tr("Expected to stay"),
         .alignment = right,
         .text =
             [](const ExpectedRow& row) {
                 const QString text = wording::expectedText(row.arr);
                 return text.isEmpty() ? Texts::tr("not enough outcomes") : text;
             }},
        {.id = u"range"_s,
         .title = Texts::tr("Between"),
         .alignment = right,
         .text = [](const ExpectedRow& row) { return wording::expectedRangeText(row.arr); },
         .tooltip =
             [](const ExpectedRow&) {
                 return Texts::tr("With the low, and with the high ends of the 95% intervals of all rates");
             }},
        {.id = u"unknown"_s,
         .title = Texts::tr("Nobody can tell"),
         .alignment = right,
         .text =
             [](const ExpectedRow& row) {
                 return row.arr.unknown == 0 ? QString() : moneyText(row.arr.unknown, row.arr.currency);
             },
         .tooltip =
             [](const ExpectedRow&) {
                 return Texts::tr("Of accounts in a band with too few outcomes so far");
             }}};
    return columns; // GCC 12 cannot build them in the return statement
}

std::vector<ExpectedRow> expectedRows(const RenewalsShown& shown) {
    std::vector<ExpectedRow> rows;
    for (const analytics::RenewalQuarter& quarter : shown.forecast.quarters) {
        for (const analytics::ExpectedArr& arr : quarter.arr) {
            rows.push_back({.quarter = wording::quarterName(quarter.first), .arr = arr});
        }
    }
    return rows;
}

std::vector<models::Column<RetentionRow>> retentionColumns(const QString& firstTitle) {
    std::vector<models::Column<RetentionRow>> columns{
        {.id = u"cohort"_s, .title = firstTitle, .text = [](const RetentionRow& row) { return row.name; }},
        {.id = u"accounts"_s,
         .title = Texts::tr("Accounts"),
         .alignment = right,
         .text = [](const RetentionRow& row) { return wording::countText(row.retained.logos.of); }},
        {.id = u"logos"_s,
         .title = Texts::tr("Accounts kept"),
         .alignment = right,
         .text = [](const RetentionRow& row) { return wording::logoText(row.retained.logos); }},
        {.id = u"gross"_s,
         .title = Texts::tr("GRR"),
         .alignment = right,
         .text = [](const RetentionRow& row) { return wording::grossText(row.retained); },
         .tooltip =
             [](const RetentionRow&) {
                 return Texts::tr("Gross revenue retention: of the ARR at the start, what is still paid");
             }},
        {.id = u"net"_s,
         .title = Texts::tr("NRR"),
         .alignment = right,
         .text = [](const RetentionRow& row) { return wording::netText(row.retained); },
         .tooltip =
             [](const RetentionRow&) {
                 return Texts::tr("Net revenue retention: the same with what these accounts added; new "
                                  "accounts never count");
             }}};
    return columns; // GCC 12 cannot build them in the return statement
}

std::vector<models::Column<RenewingRow>> renewingColumns() {
    std::vector<models::Column<RenewingRow>> columns{
        {.id = u"name"_s,
         .title = Texts::tr("Account"),
         .text = [](const RenewingRow& row) { return row.name; }},
        {.id = u"renews"_s,
         .title = Texts::tr("Renews"),
         .text = [](const RenewingRow& row) { return wording::dayText(row.renewing.renews, row.today); }},
        {.id = u"score"_s,
         .title = Texts::tr("Score"),
         .text = [](const RenewingRow& row) { return row.score; }},
        {.id = u"arr"_s,
         .title = Texts::tr("ARR"),
         .alignment = right,
         .text =
             [](const RenewingRow& row) {
                 const analytics::PaidAccount& who = row.renewing.who;
                 return who.cents ? moneyText(*who.cents, std::string(who.currency)) : QString();
             }},
        {.id = u"owner"_s, .title = Texts::tr("Owner"), .text = [](const RenewingRow& row) {
             return row.owner;
         }}};
    return columns; // GCC 12 cannot build them in the return statement
}

std::vector<RenewingRow> renewingRows(const RenewalsShown& shown, const RenewalCell& cell) {
    const Snapshot& snapshot = shown.view.book->snapshot();
    const Day day = shown.view.question.period.to;
    std::vector<RenewingRow> rows;
    for (const analytics::Renewing& renewing : cell.renewals) {
        rows.push_back(
            {.renewing = renewing,
             .name = models::nameOf(snapshot, renewing.who.account, day),
             .owner = wording::fromUtf8(snapshot.attributeOn(renewing.who.account, attribute::owner, day)),
             .score = scoreWords(shown.view, renewing.who.account),
             .today = day});
    }
    // Who is not green comes first: that is what the figure asks about.
    std::ranges::stable_partition(
        rows, [](const RenewingRow& row) { return row.renewing.score.band != Band::Green; });
    return rows;
}

} // namespace hb::pages
