// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_parts.h"

#include "core/ingest/measurement_source.h"
#include "core/store/journal.h"
#include "core/store/snapshot_store.h"
#include "core/wording/words.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostReportedRejects = 1000;
constexpr std::size_t mostGroups = 100;

} // namespace

Result<AccountKeys> AccountKeys::load(store::Database& database) {
    HB_TRY(const auto ids, store::accountIds(database));
    std::vector<std::pair<AccountId, QString>> ordered;
    ordered.reserve(static_cast<std::size_t>(ids.size()));
    for (auto at = ids.begin(); at != ids.end(); ++at) {
        ordered.emplace_back(at.value(), at.key());
    }
    std::ranges::sort(ordered, {}, [](const auto& account) { return account.first; });
    AccountKeys keys;
    keys.m_numbers.reserve(ordered.size());
    for (const auto& [id, key] : ordered) {
        keys.add(key.toStdString(), id);
    }
    HB_TRY(const std::vector<store::FormerKey> former, store::formerKeys(database));
    for (const store::FormerKey& each : former) {
        const auto at = std::ranges::lower_bound(keys.m_ids, each.account);
        keys.m_numbers.emplace(each.key, static_cast<std::uint32_t>(at - keys.m_ids.begin()));
    }
    HB_CHECK(keys.loadShownKeys(database, former));
    return keys;
}

Result<void> AccountKeys::loadShownKeys(store::Database& database,
                                        const std::vector<store::FormerKey>& former) {
    HB_TRY(const std::vector<store::MergedRow> merged, store::mergedAccounts(database));
    const auto remember = [&](const std::string& key, AccountId account) -> Result<void> {
        HB_TRY(const AccountId shown, store::shownAccount(database, account));
        HB_TRY(const auto row, store::findAccount(database, shown));
        if (row) {
            m_shownKeys.emplace(key, row->key);
        }
        if (shown != account) {
            m_merged.insert(key);
        }
        return {};
    };
    for (const store::FormerKey& each : former) {
        HB_CHECK(remember(each.key, each.account));
    }
    for (const store::MergedRow& each : merged) {
        HB_CHECK(remember(each.key, each.id));
    }
    return {};
}

bool AccountKeys::isMerged(std::string_view key) const {
    return m_merged.contains(std::string(key));
}

std::string AccountKeys::shownKey(std::string_view key) const {
    std::string own(key);
    const auto shown = m_shownKeys.find(own);
    return shown == m_shownKeys.end() ? own : shown->second;
}

std::optional<std::uint32_t> AccountKeys::find(std::string_view key) {
    if (key == m_lastKey && !key.empty()) {
        return m_lastNumber;
    }
    const auto at = m_numbers.find(key);
    if (at == m_numbers.end()) {
        return std::nullopt;
    }
    m_lastKey = key;
    m_lastNumber = at->second;
    return at->second;
}

std::uint32_t AccountKeys::add(std::string_view key, AccountId id) {
    const auto number = static_cast<std::uint32_t>(m_ids.size());
    m_ids.push_back(id);
    m_numbers.emplace(key, number);
    return number;
}

void RejectLog::begin(const ingest::TableFile& table, std::vector<std::size_t> kept) {
    const QString path = rejectsPath(m_request, m_files.size());
    m_files.push_back({&table,
                       path,
                       writesRejects(m_request)
                           ? std::make_unique<ingest::RejectWriter>(table, path, std::move(kept))
                           : nullptr,
                       false});
    m_firstGroup = m_report.rejectGroups.size();
}

QString rejectsPath(const ImportRequest& request, std::size_t file) {
    const QString& given = request.rejectsFile;
    if (given.isEmpty()) {
        return ingest::RejectWriter::defaultPath(request.files[static_cast<qsizetype>(file)]);
    }
    if (file == 0) {
        return given;
    }
    const QFileInfo info(given);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return given.chopped(suffix.size()) + u'.' + QString::number(file + 1) + suffix;
}

bool writesRejects(const ImportRequest& request) {
    return !request.dryRun || !request.rejectsFile.isEmpty();
}

Result<void> RejectLog::add(std::vector<ingest::RejectedRow>& rejects) {
    if (rejects.empty()) {
        return {};
    }
    std::ranges::stable_sort(rejects, {}, &ingest::RejectedRow::line);
    for (const ingest::RejectedRow& reject : rejects) {
        m_report.read += reject.count;
        m_report.rejected += reject.count;
        ++m_report.findings;
        m_report.lacksAccounts = m_report.lacksAccounts || reject.expected == expectedAccount;
        m_report.lacksMetrics = m_report.lacksMetrics || reject.expected == ingest::unknownMetricExpected;
        report(reject);
    }
    const File& file = m_files.back();
    return file.writer ? file.writer->write(rejects) : Result<void>();
}

void RejectLog::report(const ingest::RejectedRow& reject) {
    const ingest::TableFile& table = *m_files.back().table;
    const QString column = table.columnName(reject.column);
    const QString expected = wording::fromUtf8(reject.expected);
    std::vector<RejectGroup>& groups = m_report.rejectGroups;
    const auto group = std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(m_firstGroup),
                                    groups.end(),
                                    [&](const RejectGroup& each) {
                                        return each.first.column == column && each.first.expected == expected;
                                    });
    const bool isListed = m_report.rejects.size() < mostReportedRejects;
    const bool isFirst = group == groups.end() && groups.size() < mostGroups;
    if (group != groups.end()) {
        ++group->count;
    }
    if (!isListed && !isFirst) {
        return;
    }
    const Reject row{.file = table.path(),
                     .line = reject.line,
                     .column = column,
                     .found = wording::fromUtf8(reject.found),
                     .expected = expected};
    if (isListed) {
        m_report.rejects.push_back(row);
    }
    if (isFirst) {
        groups.push_back({.first = row, .count = 1});
    }
}

Result<void> RejectLog::commit() {
    for (File& file : m_files) {
        if (file.writer) {
            HB_TRY(file.written, file.writer->commit());
            if (file.written) {
                m_report.rejectFiles.push_back(file.path);
            }
        }
    }
    return {};
}

void RejectLog::removeStale() {
    for (const File& file : m_files) {
        const bool mayBeStale = file.writer && !file.written && m_request.rejectsFile.isEmpty();
        if (mayBeStale && ingest::RejectWriter::wrote(file.path, m_request.encoding) &&
            QFile::remove(file.path)) {
            m_report.staleRejectFiles.push_back(file.path);
        }
    }
}

ingest::ReadOptions ImportRun::readOptions() const {
    return {.encoding = request.encoding,
            .mapping = request.mapping,
            .date = request.dateGiven ? std::optional(request.date) : std::nullopt,
            .createMetrics = request.createMetrics,
            .mappingFile = request.mappingFile};
}

Result<void> ImportRun::progress(std::size_t position) const {
    if (job.stopped()) {
        return cancelled();
    }
    if (job.progress) {
        std::int64_t total = 0;
        for (const QString& file : request.files) {
            total += QFileInfo(file).size();
        }
        const std::int64_t done = m_bytesDone + static_cast<std::int64_t>(position);
        job.report(std::min(done, total), total, "reading");
    }
    return {};
}

Result<void> ImportRun::loadAccounts() {
    HB_TRY(m_accounts, AccountKeys::load(database()));
    return {};
}

Result<store::AccountWriter*> ImportRun::accountWriter() {
    if (!m_accountWriter) {
        HB_TRY(m_accountWriter, store::AccountWriter::prepare(database()));
    }
    return &*m_accountWriter;
}

Result<std::uint32_t> ImportRun::createAccount(std::string_view key) {
    HB_TRY(store::AccountWriter* const writer, accountWriter());
    HB_TRY(const AccountId id, writer->insert(wording::fromUtf8(key), run));
    accountsChanged = true;
    return m_accounts->add(key, id);
}

void ImportRun::touch(AccountId account) {
    if (m_manyTouched) {
        return;
    }
    m_touched.insert(account);
    if (m_touched.size() > store::manyAccounts) {
        m_manyTouched = true;
        m_touched.clear();
    }
}

} // namespace hb::book
