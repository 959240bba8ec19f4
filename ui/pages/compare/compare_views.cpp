// SPDX-License-Identifier: GPL-3.0-or-later
// What of the Compare page is kept as a view of the book, and what it is copied and exported as.
#include "ui/models/book_layout.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_question.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using analytics::PeriodKind;

constexpr std::array<std::pair<QLatin1StringView, PeriodKind>, 5> periodWords{
    {{"this_quarter"_L1, PeriodKind::ThisQuarter},
     {"last_quarter"_L1, PeriodKind::LastQuarter},
     {"30_days"_L1, PeriodKind::Days30},
     {"12_months"_L1, PeriodKind::Months12},
     {"two_days"_L1, PeriodKind::TwoDays}}};

std::optional<Day> dayOf(const QJsonValue& value) {
    return parseIsoDay(value.toString().toStdString());
}

} // namespace

std::optional<QJsonObject> ComparePage::viewContent() const {
    if (!m_view.book) {
        return {};
    }
    const session::CompareState state = stateOf(m_view.question, m_state.tab);
    const auto word =
        std::ranges::find(periodWords, state.kind, [](const auto& each) { return each.second; });
    QJsonObject content{{u"tab"_s, state.tab},
                        {u"period"_s, QString(word->first)},
                        {u"by"_s, QJsonArray::fromStringList(state.by)},
                        {u"by_arr"_s, state.byArr}};
    if (state.days) {
        content.insert(u"from"_s, QString::fromStdString(toIsoText(state.days->from)));
        content.insert(u"to"_s, QString::fromStdString(toIsoText(state.days->to)));
    }
    return content;
}

QString ComparePage::showView(const QJsonObject& content) {
    session::CompareState state{.tab = content.value(u"tab"_s).toString(),
                                .byArr = content.value(u"by_arr"_s).toBool()};
    const QString period = content.value(u"period"_s).toString();
    const auto word = std::ranges::find(periodWords, period, [](const auto& each) { return each.first; });
    state.kind = word == periodWords.end() ? PeriodKind::ThisQuarter : word->second;
    const auto from = dayOf(content.value(u"from"_s)), to = dayOf(content.value(u"to"_s));
    if (from && to && *from < *to) {
        state.days = analytics::Period{*from, *to};
    }
    const QStringList known = comparableAttributes(m_context.session.snapshot());
    QStringList gone;
    for (const QJsonValue key : content.value(u"by"_s).toArray()) {
        state.by.append(key.toString());
        if (!known.contains(state.by.back())) {
            gone.append(models::attributeTitle(state.by.back()).toLower());
        }
    }
    goTo(state);
    return gone.isEmpty() ? QString()
                          : tr("Nothing can be compared by %1 any more.").arg(gone.join(tr(" or ")));
}

widgets::Copies ComparePage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); },
                           .picture = [this] { return grab(); },
                           .name = tr("Compare, %1").arg(front()->info.title)};
    if (ComparePart* part = front()->part; part && part->hasTable()) {
        copies.readTable = [part, &jobs = m_context.jobs](auto done) {
            part->readTable(jobs, std::move(done));
        };
    }
    return copies;
}

widgets::ExportOf ComparePage::exportOf() const {
    widgets::ExportOf of{.page = tr("Compare, %1").arg(front()->info.title)};
    if (m_view.book) {
        of.from = m_view.question.period.from;
        of.day = m_view.question.period.to;
    }
    if (const auto& among = m_view.question.among) {
        of.scope = tr("%1: %2").arg(models::attributeTitle(among->key), among->values.join(tr(" or ")));
    }
    return of;
}

} // namespace hb::pages
