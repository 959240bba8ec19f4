// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/import_into_book.h"
#include "core/ingest/reject_writer.h"
#include "core/ingest/table_file.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/database.h"

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// What the imports of accounts, measurements and outcomes share.

namespace hb::book {

/// How much is held in memory before a sorted part is merged into the book.
struct ImportLimits {
    std::size_t rowsAtOnce = std::size_t{32} << 20U;
    std::size_t noteBytesAtOnce = std::size_t{256} << 20U;
};
/// importIntoBook with other limits.
[[nodiscard]] Result<ImportReport> importIntoBookWithin(const ImportLimits& limits,
                                                        Book& book,
                                                        const ImportRequest& request,
                                                        const Person& person,
                                                        const Job& job);

/// The accounts of the book, merged ones too, by their ids and former ids: dense numbers in the order of
/// their ids, looked up without an allocation.
class AccountKeys {
public:
    [[nodiscard]] static Result<AccountKeys> load(store::Database& database);
    /// None where the book has no such account. Fast where the same key is asked for again.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key);
    std::uint32_t add(std::string_view key, AccountId id);
    [[nodiscard]] AccountId id(std::uint32_t number) const { return m_ids[number]; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    /// Whether this is, or was, the id of an account that was merged into another.
    [[nodiscard]] bool isMerged(std::string_view key) const;
    /// The id of the account that an id leads to, where the book knows it under another one.
    [[nodiscard]] std::string shownKey(std::string_view key) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    [[nodiscard]] Result<void> loadShownKeys(store::Database& database,
                                             const std::vector<store::FormerKey>& former);
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_numbers;
    std::unordered_map<std::string, std::string> m_shownKeys; ///< by former ids and those of merged accounts
    std::unordered_set<std::string> m_merged;
    std::vector<AccountId> m_ids;
    std::string m_lastKey; ///< asked for last and found; empty: none
    std::uint32_t m_lastNumber = 0;
};

/// Whether an import may write rejects files, and where that of its file number `file` (from 0) would stand.
[[nodiscard]] bool writesRejects(const ImportRequest& request);
[[nodiscard]] QString rejectsPath(const ImportRequest& request, std::size_t file);

/// Counts, reports and writes rejects. Rejects files appear on commit(): nothing stands there if the import
/// fails or is cancelled.
class RejectLog {
public:
    RejectLog(const ImportRequest& request, ImportReport& report) : m_request(request), m_report(report) {}

    /// The next file; `source` is kept until commit(), because its table is read again.
    template <typename Source>
    void beginFile(std::shared_ptr<Source> source, std::vector<std::size_t> kept = {}) {
        begin(source->file(), std::move(kept));
        m_sources.push_back(std::move(source));
    }
    /// Rejects of the file begun last; ordered by line here.
    [[nodiscard]] Result<void> add(std::vector<ingest::RejectedRow>& rejects);
    [[nodiscard]] Result<void> commit();
    /// After commit(), once the run is in the book: removes the default rejects files that earlier imports of
    /// these files left, where this one rejected nothing to write.
    void removeStale();

private:
    struct File {
        const ingest::TableFile* table = nullptr;
        QString path;
        std::unique_ptr<ingest::RejectWriter> writer; ///< null: nothing is written
        bool written = false;
    };
    void begin(const ingest::TableFile& table, std::vector<std::size_t> kept);
    void report(const ingest::RejectedRow& reject);

    const ImportRequest& m_request;
    ImportReport& m_report;
    std::vector<std::shared_ptr<void>> m_sources;
    std::deque<File> m_files;     ///< after m_sources: the writers go first
    std::size_t m_firstGroup = 0; ///< of the file begun last
};

/// One run while it is written.
class ImportRun {
public:
    ImportRun(Book& book,
              const ImportRequest& asked,
              const ImportLimits& within,
              const Job& work,
              RunId number,
              ImportReport& counts)
        : request(asked), limits(within), job(work), run(number), report(counts), rejects(asked, counts),
          m_book(book) {}

    const ImportRequest& request;
    const ImportLimits& limits;
    const Job& job;
    const RunId run;
    ImportReport& report;
    RejectLog rejects;

    [[nodiscard]] store::Database& database() { return m_book.database(); }
    [[nodiscard]] ingest::ReadOptions readOptions() const;
    /// Says how far the reading is, `position` in the file at hand; Cancelled once the job is stopped.
    [[nodiscard]] Result<void> progress(std::size_t position) const;
    void fileDone(std::size_t size) { m_bytesDone += static_cast<std::int64_t>(size); }

    [[nodiscard]] Result<void> loadAccounts();
    [[nodiscard]] AccountKeys& accounts() { return *m_accounts; }
    /// Makes an account whose name is its id, as the run's statement.
    [[nodiscard]] Result<std::uint32_t> createAccount(std::string_view key);
    [[nodiscard]] Result<store::AccountWriter*> accountWriter();
    [[nodiscard]] std::int64_t nextOrdinal() { return ++m_ordinal; }

    /// Remembers what the change log and the ChangeSet must say.
    void touch(AccountId account);
    bool accountsChanged = false;
    bool scorecardChanged = false;
    [[nodiscard]] const std::set<AccountId>& touched() const {
        return m_touched;
    } ///< empty: too many, or none

private:
    Book& m_book;
    std::optional<AccountKeys> m_accounts;
    std::optional<store::AccountWriter> m_accountWriter;
    std::int64_t m_bytesDone = 0;
    std::int64_t m_ordinal = 0;
    std::set<AccountId> m_touched;
    bool m_manyTouched = false;
};

[[nodiscard]] Result<void> importAccounts(ImportRun& run);
[[nodiscard]] Result<void> importMeasurements(ImportRun& run);
[[nodiscard]] Result<void> importOutcomes(ImportRun& run);

/// Of rejects.
inline constexpr std::string_view expectedAccount = "an account of the book";
inline constexpr std::string_view expectedNamedAccount =
    "an account of the book; a new one needs a column called name";

} // namespace hb::book
