// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/score_rows.h"
#include "core/book/export_rows.h"
#include "core/model/known_attributes.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

/// The known ones and then the book's own by name. All of them stand in every export, so that importing one
/// restores the day.
std::vector<std::string> attributeKeys(const Snapshot& snapshot) {
    std::vector<std::string> keys;
    for (const AttributeColumn& column : *snapshot.attributes) {
        if (std::ranges::find(attribute::known, column.key) == std::end(attribute::known)) {
            keys.push_back(column.key);
        }
    }
    std::ranges::sort(keys);
    keys.insert(keys.begin(), std::begin(attribute::known), std::end(attribute::known));
    return keys;
}

/// The id that the parent has now: a new book knows none of before. An account that was merged with its
/// parent has none.
std::string parentKey(const Snapshot& snapshot, AccountIndex account, const std::string& text) {
    const auto parent = snapshot.findAccount(text);
    return !parent ? text : *parent == account ? std::string() : (*snapshot.accounts)[*parent].key;
}

Result<ExitStatus> exportAccounts(const Context& context) {
    HB_TRY(const auto snapshot, context.readBook());
    const std::vector<std::string> keys = attributeKeys(*snapshot);
    std::vector<Column> columns{{"account_id"}};
    std::vector<const AttributeColumn*> attributes;
    for (const std::string& key : keys) {
        columns.push_back({key});
        attributes.push_back(snapshot->findAttribute(key));
    }
    const auto table = context.table(std::move(columns));
    for (std::size_t a = 0; a < snapshot->accountCount() && table->isGood(); ++a) {
        const auto account = static_cast<AccountIndex>(a);
        table->cell((*snapshot->accounts)[a].key);
        for (std::size_t column = 0; column < keys.size(); ++column) {
            if (keys[column] == hb::attribute::name) {
                table->cell(snapshot->nameOn(account, context.asOf));
                continue;
            }
            const AttributeColumn* const attribute = attributes[column];
            const std::string& text =
                (*snapshot->texts)[attribute ? attribute->on(account, context.asOf) : 0];
            const bool isArr = attribute && attribute->key == hb::attribute::arr;
            if (const std::optional<std::int64_t> cents = isArr ? parseCents(text) : std::nullopt) {
                table->cell(Cents{*cents});
            } else if (keys[column] == hb::attribute::parentId) {
                table->cell(orAbsent(parentKey(*snapshot, account, text)));
            } else {
                table->cell(orAbsent(text));
            }
        }
        table->endRow();
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

/// The notes of one series, found by its days; they come in the same order.
class NotesOfSeries {
public:
    NotesOfSeries(const std::vector<book::MeasurementNote>& notes, AccountId account, MetricId metric) {
        const auto found =
            std::ranges::equal_range(notes, std::tuple(account, metric), {}, [](const auto& note) {
                return std::tuple(note.account, note.metric);
            });
        m_next = found.begin();
        m_end = found.end();
    }
    [[nodiscard]] std::optional<QString> on(Day day) {
        while (m_next != m_end && m_next->day < day) {
            ++m_next;
        }
        return m_next != m_end && m_next->day == day ? std::optional(m_next->note) : std::nullopt;
    }

private:
    std::vector<book::MeasurementNote>::const_iterator m_next;
    std::vector<book::MeasurementNote>::const_iterator m_end;
};

Result<ExitStatus> exportMeasurements(const Context& context) {
    HB_TRY(book::Book book, context.openBook());
    HB_TRY(const auto snapshot, book::loadSnapshot(book, context.job));
    HB_TRY(const std::vector<book::MeasurementNote> notes, book::measurementNotes(book, *snapshot));
    const auto table = context.table({{"account_id"}, {"metric"}, {"date"}, {"value"}, {"note"}});
    for (std::size_t a = 0; a < snapshot->accountCount() && table->isGood(); ++a) {
        const Account& account = (*snapshot->accounts)[a];
        for (std::size_t m = 0; m < snapshot->metricCount(); ++m) {
            const Points points = snapshot->series[m].of(static_cast<AccountIndex>(a));
            NotesOfSeries ofSeries(notes, account.id, snapshot->metricIds[m]);
            for (std::size_t i = 0; i < points.size(); ++i) {
                const Day day{points.days[i]};
                table->row(account.key,
                           snapshot->scorecard->metrics[m].key,
                           day,
                           points.values[i],
                           ofSeries.on(day));
            }
        }
        if (context.job.stopped()) {
            return cancelled();
        }
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

Result<ExitStatus> exportOutcomes(const Context& context) {
    HB_TRY(const auto snapshot, context.readBook());
    const auto table = context.table({{"account_id"}, {"date"}, {"outcome"}, {"arr_change"}, {"reason"}});
    for (const Outcome& outcome : snapshot->outcomes) {
        table->row((*snapshot->accounts)[outcome.account].key,
                   outcome.day,
                   toText(outcome.kind),
                   outcome.arrChangeCents ? std::optional(Cents{*outcome.arrChangeCents}) : std::nullopt,
                   orAbsent(outcome.reason));
    }
    HB_CHECK(table->finish());
    return ExitStatus::Done;
}

} // namespace

void addExportCommand(Command& app) {
    Command parent = app.add("export",
                             "Write the book out as tables; all but the scores import again.",
                             "export accounts --as-of 2026-03-31 > accounts.csv");
    parent.needsCommand();
    const auto add = [&](const std::string& name, const std::string& sentence, Action action) {
        Command command = parent.add(name, sentence, "export " + name + " --format csv > " + name + ".csv");
        command.onRun(action);
    };
    add("accounts", "The accounts with every attribute as it holds on --as-of.", exportAccounts);
    add("measurements",
        "Every measurement, with its note; values set by hand stand over imported ones.",
        exportMeasurements);
    add("outcomes", "Every outcome.", exportOutcomes);
    add("scores",
        "The scores on --as-of, a row an account, as score prints them; they do not import.",
        [](const Context& context) { return printScores(context, ScoreQuery()); });
}

} // namespace hb::cli
