// SPDX-License-Identifier: GPL-3.0-or-later
// What of the Compare page is kept as a view of the book, and what it is copied and exported as.
#include "ui/models/book_layout.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_question.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

std::optional<Day> dayOf(const QJsonValue& value) {
    return parseIsoDay(value.toString().toStdString());
}

QString isoText(Day day) {
    return QString::fromStdString(toIsoText(day));
}

} // namespace

std::optional<QJsonObject> ComparePage::viewContent() const {
    if (!m_view.book) {
        return {};
    }
    session::CompareState state = stateOf(m_view.question, m_state.tab);
    state.among = m_state.among;
    const session::AttributeTest among = state.among.value_or(session::AttributeTest());
    // What there is none of is said, too: it takes the place of what an older view of this name has.
    QJsonObject content{{u"tab"_s, state.tab},
                        {u"period"_s, periodKey(state.kind)},
                        {u"from"_s, state.days ? isoText(state.days->from) : QString()},
                        {u"to"_s, state.days ? isoText(state.days->to) : QString()},
                        {u"by"_s, QJsonArray::fromStringList(state.by)},
                        {u"by_arr"_s, state.byArr},
                        {u"among"_s, among.key},
                        {u"among_values"_s, QJsonArray::fromStringList(among.values)},
                        {u"inside"_s, QJsonArray::fromStringList(m_state.inside)}};
    if (m_layout) { // on its way
        content.insert(u"layout"_s, *m_layout);
    } else if (const ComparePart* part = front()->part) {
        content.insert(u"layout"_s, part->layoutContent());
    }
    return content;
}

QString ComparePage::showView(const QJsonObject& content) {
    session::CompareState state{.tab = content.value(u"tab"_s).toString(),
                                .byArr = content.value(u"by_arr"_s).toBool()};
    state.kind = periodKindOf(content.value(u"period"_s).toString()).value_or(state.kind);
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
    if (const QString key = content.value(u"among"_s).toString(); !key.isEmpty()) {
        state.among = {.key = key, .values = {}};
        for (const QJsonValue value : content.value(u"among_values"_s).toArray()) {
            state.among->values.append(value.toString());
        }
    }
    for (const QJsonValue word : content.value(u"inside"_s).toArray()) {
        state.inside.append(word.toString());
    }
    m_nextLayout = content.value(u"layout"_s).toObject();
    goTo(state); // whose accounts nobody has any more it says itself
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
    QStringList scope;
    if (m_view.book) {
        of.from = m_view.question.period.from;
        of.day = m_view.question.period.to;
    }
    if (const auto& among = m_view.question.among) {
        QStringList values;
        for (const QString& value : among->values) {
            values.append(models::groupTitle(among->key, value));
        }
        scope << tr("%1: %2").arg(models::attributeTitle(among->key), values.join(tr(" or ")));
    }
    const ComparePart* part = front()->part;
    if (const QString inside = part ? part->scopeWords() : QString(); !inside.isEmpty()) {
        scope << inside;
    }
    of.scope = scope.join(tr("; "));
    return of;
}

} // namespace hb::pages
