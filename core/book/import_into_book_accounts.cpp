// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parents.h"
#include "core/book/import_into_book_parts.h"
#include "core/ingest/account_source.h"
#include "core/model/snapshot.h"
#include "core/store/scorecard_store.h"
#include "core/store/snapshot_store.h"
#include "core/wording/words.h"

#include <algorithm>
#include <unordered_set>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

using ingest::AccountBatch;
using ingest::AccountRow;
using ingest::AccountSource;

/// The position of an attribute among the file's; none where the file lacks it.
std::optional<std::size_t> columnOf(const AccountSource& source, std::string_view attribute) {
    const auto at = std::ranges::find(source.attributes(), attribute);
    if (at == source.attributes().end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(at - source.attributes().begin());
}

std::string_view
valueAt(const AccountBatch& batch, const AccountRow& row, std::optional<std::size_t> column) {
    return column ? batch.values[row.firstValue + *column] : std::string_view();
}

/// The attributes that templates ask for.
std::vector<std::string> attributesOfTemplates(const Scorecard& scorecard) {
    std::vector<std::string> keys;
    for (const Template& each : scorecard.templates) {
        for (const TemplateVersion& version : each.versions) {
            std::ranges::transform(version.appliesTo, std::back_inserter(keys), &AttributeFilter::attribute);
            for (const ScoreException& exception : version.exceptions) {
                for (const Condition& condition : exception.when) {
                    if (condition.target == Condition::Target::Attribute) {
                        keys.push_back(condition.key);
                    }
                }
            }
        }
    }
    return keys;
}

/// A custom attribute has one spelling in a book: that of the accounts that have it, else of a template.
Result<void> spellAsBefore(store::Database& database, AccountSource& source) {
    HB_TRY(const Scorecard scorecard, store::readScorecard(database));
    HB_TRY(const auto keys, store::attributeKeys(database));
    const std::vector<std::string> ofTemplates = attributesOfTemplates(scorecard);
    std::vector<std::string> known = ofTemplates;
    std::ranges::transform(keys, std::back_inserter(known), &store::AttributeKey::key);
    if (!source.spellsOtherwise(known)) {
        return {};
    }
    std::unordered_set<std::int64_t> used; // a run that was undone leaves keys behind that nothing has
    HB_CHECK(store::readAttributes(database, [&](const store::AttributeRow& row) { used.insert(row.key); }));
    known.clear();
    for (const store::AttributeKey& key : keys) {
        if (used.contains(key.id)) {
            known.push_back(key.key);
        }
    }
    known.insert(known.end(), ofTemplates.begin(), ofTemplates.end());
    source.spellAttributes(known);
    return {};
}

/// The first pass over a file: which rows name a parent that cannot be.
Result<ParentCheck> checkParents(ImportRun& run, AccountSource& source) {
    ParentCheck check;
    const auto parent = columnOf(source, attribute::parentId);
    if (!parent) {
        return check;
    }
    const auto name = columnOf(source, attribute::name);
    AccountBatch batch;
    while (source.next(batch)) {
        for (const AccountRow& row : batch.rows) {
            // What a merged account says of its parent counts for nobody while it is merged.
            check.add({.offset = row.offset,
                       .account = run.accounts().isMerged(row.account) ? std::string(row.account)
                                                                       : run.accounts().shownKey(row.account),
                       .parent = run.accounts().shownKey(valueAt(batch, row, parent)),
                       .isNamed = !valueAt(batch, row, name).empty()});
        }
        HB_CHECK(run.progress(0));
    }
    HB_CHECK(check.decide(run));
    source.rewind();
    return check;
}

/// The second pass: writes the rows of one file.
class AccountFile {
public:
    AccountFile(ImportRun& run,
                const AccountSource& source,
                const ParentCheck& parents,
                store::AccountWriter& writer)
        : m_run(run), m_source(source), m_parents(parents), m_writer(writer),
          m_name(columnOf(source, attribute::name)) {
        for (const std::string& key : source.attributes()) {
            m_stated.push_back({QString::fromStdString(key), {}});
        }
    }

    Result<void> take(AccountBatch& batch) {
        for (const AccountRow& row : batch.rows) {
            if (const ParentFault fault = m_parents.faultOf(row.offset); fault != ParentFault::None) {
                batch.rejects.push_back(
                    m_source.reject(row,
                                    attribute::parentId,
                                    std::string(valueAt(batch, row, columnOf(m_source, attribute::parentId))),
                                    fault == ParentFault::Cyclic ? "a parent that is not below this account"
                                                                 : "the id of an account"));
                continue;
            }
            const auto known = m_run.accounts().find(row.account);
            if (!known && valueAt(batch, row, m_name).empty()) {
                batch.rejects.push_back(
                    m_name ? m_source.reject(row, attribute::name, {}, "a name: the account is new")
                           : m_source.reject(
                                 row, {}, std::string(row.account), std::string(expectedNamedAccount)));
                m_lacksName = m_lacksName || !m_name;
                continue;
            }
            HB_CHECK(known ? update(batch, row, m_run.accounts().id(*known)) : insert(batch, row));
        }
        return {};
    }

    /// Once all rows are taken: which columns may be the name that new accounts lack.
    void reportNames() const {
        if (!m_lacksName) {
            return;
        }
        m_run.report.lacksNames = true;
        for (const store::StatedAttribute& each : m_stated) {
            if (each.key.contains("name"_L1, Qt::CaseInsensitive) &&
                !m_run.report.likelyNames.contains(each.key)) {
                m_run.report.likelyNames.append(each.key);
            }
        }
    }

private:
    Result<void> insert(const AccountBatch& batch, const AccountRow& row) {
        HB_TRY(const AccountId id, m_writer.insert(wording::fromUtf8(row.account), m_run.run));
        m_run.accounts().add(row.account, id);
        HB_CHECK(
            m_writer.stateFirst(id, m_run.run, m_run.nextOrdinal(), m_run.request.date, stated(batch, row)));
        ++m_run.report.inserted;
        changed(id);
        return {};
    }

    Result<void> update(const AccountBatch& batch, const AccountRow& row, AccountId id) {
        HB_TRY(const bool differs,
               m_writer.state(id, m_run.run, m_run.nextOrdinal(), m_run.request.date, stated(batch, row)));
        if (differs) {
            ++m_run.report.updated;
            changed(id);
        } else {
            ++m_run.report.read;
            ++m_run.report.unchanged;
        }
        return {};
    }

    void changed(AccountId id) {
        ++m_run.report.read;
        m_run.touch(id);
        m_run.accountsChanged = true;
    }

    std::span<const store::StatedAttribute> stated(const AccountBatch& batch, const AccountRow& row) {
        for (std::size_t i = 0; i < m_stated.size(); ++i) {
            m_stated[i].value = wording::fromUtf8(batch.values[row.firstValue + i]);
        }
        return m_stated;
    }

    ImportRun& m_run;
    const AccountSource& m_source;
    const ParentCheck& m_parents;
    store::AccountWriter& m_writer;
    std::optional<std::size_t> m_name;
    bool m_lacksName = false;
    std::vector<store::StatedAttribute>
        m_stated; ///< the file's attributes with the values of the row at hand
};

} // namespace

Result<void> importAccounts(ImportRun& run) {
    HB_TRY(store::AccountWriter* const writer, run.accountWriter());
    for (const QString& path : run.request.files) {
        HB_TRY(auto opened, AccountSource::open(path, run.readOptions(), run.job));
        const auto source = std::make_shared<AccountSource>(std::move(opened));
        HB_CHECK(spellAsBefore(run.database(), *source));
        HB_TRY(const ParentCheck parents, checkParents(run, *source));
        run.rejects.beginFile(source);
        AccountFile file(run, *source, parents, *writer);
        AccountBatch batch;
        while (source->next(batch)) {
            HB_CHECK(file.take(batch));
            HB_CHECK(run.rejects.add(batch.rejects));
            HB_CHECK(run.progress(source->position()));
        }
        file.reportNames();
        run.fileDone(source->file().textSize());
    }
    return {};
}

} // namespace hb::book
