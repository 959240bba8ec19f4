// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/book_session.h"

#include "core/wording/read_only_sentence.h"
#include "ui/session/book_edit_command.h"
#include "ui/session/people.h"
#include "ui/settings/settings.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <array>

namespace hb::session {

namespace {

constexpr int pollMs = 1000;
constexpr int staleBookDays = 14;
constexpr int sparklineWeeks = 12;
/// Up to so many metrics of accounts a day is scored at once, which keeps dragging the day smooth.
constexpr std::size_t scoredAtOnce = 20'000;

/// Takes what hangs on the snapshot alone from the moment before, where it is of the same one.
std::shared_ptr<const Moment> momentOf(const std::shared_ptr<const Snapshot>& snapshot,
                                       const std::shared_ptr<const Moment>& before,
                                       Day day,
                                       const std::stop_token& stop = {}) {
    const bool isSame = before && before->snapshot == snapshot;
    auto moment = std::make_shared<Moment>();
    moment->snapshot = snapshot;
    moment->scorer = isSame ? before->scorer : std::make_shared<const scoring::Scorer>(snapshot);
    moment->people = isSame ? before->people : peopleOf(*snapshot);
    moment->book = scoring::bookOnDay(*moment->scorer, day, stop);
    moment->day = day;
    return moment;
}

bool sameAccounts(const Snapshot& a, const Snapshot& b) {
    return a.accounts == b.accounts ||
           std::ranges::equal(*a.accounts, *b.accounts, {}, &Account::key, &Account::key);
}

bool isBusy(const Result<std::int64_t>& done) {
    return !done && done.error().code == ErrorCode::Busy;
}

void merge(book::ChangeSet& into, const book::ChangeSet& more) {
    const auto isOfAny = [](const book::ChangeSet& set) { return !set.isEmpty() && set.accountIds.empty(); };
    const bool ofAny = isOfAny(into) || isOfAny(more);
    into.everything |= more.everything;
    into.measurements |= more.measurements;
    into.accounts |= more.accounts;
    into.scorecard |= more.scorecard;
    into.overrides |= more.overrides;
    into.reviews |= more.reviews;
    into.notes |= more.notes;
    into.outcomes |= more.outcomes;
    into.settings |= more.settings;
    into.views |= more.views;
    into.drafts |= more.drafts;
    into.contacts |= more.contacts;
    into.actions |= more.actions;
    into.accountIds.insert(into.accountIds.end(), more.accountIds.begin(), more.accountIds.end());
    if (ofAny) {
        into.accountIds.clear();
    }
    into.seq = more.seq;
}

} // namespace

BookSession::BookSession(jobs::JobRunner& runner, settings::Settings& settings, Day today, QObject* parent)
    : QObject(parent), m_runner(runner), m_settings(settings), m_today(today), m_asOf(today),
      m_person(settings.get(settings::person)) {
    m_filter.mine = !m_person.isEmpty() && m_settings.get(settings::scopeMine);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &BookSession::poll);
    connect(&settings, &settings::Settings::changed, this, &BookSession::followSetting);
}

BookSession::~BookSession() {
    m_undo.clear();
    close();
}

Error BookSession::noBook() {
    return {.code = ErrorCode::NotFound, .what = "Could not reach the book", .hint = "Open a book first"};
}

QString BookSession::name() const {
    return QFileInfo(m_path).completeBaseName();
}

// --- opening and closing

void BookSession::open(const QString& path) {
    close();
    m_path = path;
    const std::shared_ptr<Connections> connections = m_connections;
    // The writer first: it brings an older book up to date.
    m_runner.run<Opened>(
        {},
        [connections, path](const Job&) -> Result<Opened> {
            HB_TRY(book::Book book, book::Book::open(path));
            const Opened opened{.isReadOnly = book.isReadOnly(), .copy = book.sharedCopy()};
            connections->writer.emplace(std::move(book));
            return opened;
        },
        this,
        [this, connections](const Result<Opened>& done) {
            if (connections != m_connections) {
                return;
            }
            if (!done) {
                m_path.clear();
                Q_EMIT failed(done.error());
                return;
            }
            m_isReadOnly = done->isReadOnly;
            m_sharedCopy = done->copy;
            load(connections);
        },
        jobs::Lane::Writer);
}

void BookSession::load(const std::shared_ptr<Connections>& connections) {
    using Loaded = std::shared_ptr<const Snapshot>;
    m_runner.run<Loaded>(
        tr("Opening %1").arg(name()),
        [connections, path = m_path](const Job& job) -> Result<Loaded> {
            HB_TRY(book::Book opened, book::Book::open(path, book::Access::ReadOnly));
            connections->reader.emplace(std::move(opened));
            return book::loadSnapshot(*connections->reader, job);
        },
        this,
        [this, connections](Result<Loaded> snapshot) {
            if (connections == m_connections) {
                loaded(std::move(snapshot));
            }
        },
        jobs::Lane::Reader);
}

void BookSession::loaded(Result<std::shared_ptr<const Snapshot>> snapshot) {
    if (!snapshot) {
        const Error error = snapshot.error();
        close();
        Q_EMIT failed(error);
        return;
    }
    settings::rememberBook(m_settings, m_path);
    m_newest = std::move(*snapshot);
    m_asOf = homeDay();
    compute();
    m_poll.start();
    if (m_connections->writer && !m_connections->writer->hasLog()) {
        Q_EMIT noticed(tr("This book is on a network share: while one program writes to it, others wait."));
    }
}

void BookSession::showSnapshot(std::shared_ptr<const Snapshot> snapshot) {
    close();
    m_newest = std::move(snapshot);
    m_asOf = homeDay();
    compute();
}

void BookSession::close() {
    m_poll.stop();
    const bool wasOpen = isOpen();
    const auto connections = std::exchange(m_connections, std::make_shared<Connections>());
    m_runner.run<int>(
        {},
        [connections](const Job&) -> Result<int> {
            connections->reader.reset();
            return 0;
        },
        nullptr,
        [](const Result<int>&) {},
        jobs::Lane::Reader);
    m_runner.run<int>(
        {},
        [connections](const Job&) -> Result<int> {
            connections->writer.reset();
            return 0;
        },
        nullptr,
        [](const Result<int>&) {},
        jobs::Lane::Writer);
    m_path.clear();
    m_isReadOnly = false;
    m_sharedCopy.reset();
    m_newest.reset();
    m_moment.reset();
    m_pending = {};
    m_list.clear();
    m_undo.clear();
    m_asOf = m_today;
    m_written = 0;
    m_refreshing = m_refreshAgain = false;
    if (wasOpen) {
        Q_EMIT closed();
    }
}

// --- the moment

std::optional<Day> BookSession::dataEnd() const {
    if (!m_newest || !m_newest->newestMeasurement ||
        ownDay() - *m_newest->newestMeasurement <= staleBookDays) {
        return {};
    }
    return m_newest->newestMeasurement;
}

/// Today, for a copy to read its day.
Day BookSession::ownDay() const {
    return m_sharedCopy ? std::min(m_sharedCopy->day, m_today) : m_today;
}

Day BookSession::homeDay() const {
    return dataEnd().value_or(ownDay());
}

Day BookSession::firstDay() const {
    return m_newest && m_newest->oldestMeasurement ? std::min(*m_newest->oldestMeasurement, m_today)
                                                   : m_today;
}

void BookSession::setToday(Day today) {
    const bool isHome = m_asOf == homeDay();
    m_today = today;
    if (!m_newest) {
        m_asOf = today;
    } else if (isHome) {
        setAsOf(homeDay());
    }
}

void BookSession::setAsOf(Day day) {
    const Day clamped = std::clamp(day, firstDay(), m_today);
    if (clamped == m_asOf || !m_newest) {
        return;
    }
    m_asOf = clamped;
    compute();
}

void BookSession::compute() {
    if (m_newest->accountCount() * std::max<std::size_t>(1, m_newest->metricCount()) <= scoredAtOnce) {
        take(momentOf(m_newest, m_moment, m_asOf));
        return;
    }
    using Made = std::shared_ptr<const Moment>;
    m_runner.runLatest<Made>(
        QStringLiteral("moment"),
        {},
        [snapshot = m_newest, before = m_moment, day = m_asOf](const Job& job) -> Result<Made> {
            return momentOf(snapshot, before, day, job.stop);
        },
        this,
        [this](const Result<Made>& made) {
            if (made && (*made)->snapshot == m_newest && (*made)->day == m_asOf) {
                take(*made);
            }
        });
}

void BookSession::take(const std::shared_ptr<const Moment>& moment) {
    const auto before = std::exchange(m_moment, moment);
    if (!before) {
        m_pending = {};
        Q_EMIT opened();
        return;
    }
    if (!sameAccounts(*before->snapshot, *moment->snapshot)) {
        m_list.clear(); // positions mean other accounts now; the next listing gives a new order
    }
    if (before->snapshot != moment->snapshot) {
        Q_EMIT changed(std::exchange(m_pending, {}));
    }
    if (before->day != moment->day) {
        Q_EMIT dayChanged();
    }
}

std::vector<scoring::AccountScore> BookSession::sparkline(AccountIndex account) const {
    std::array<Day, sparklineWeeks + 1> days;
    for (std::size_t week = 0; week < days.size(); ++week) {
        days[week] = m_moment->day - 7 * static_cast<int>(sparklineWeeks - week);
    }
    return m_moment->scorer->scoreAccountHistory(account, days);
}

// --- edits

QString BookSession::whyReadOnly() const {
    return wording::whyReadOnly(m_sharedCopy, m_today);
}

/// Says why; whoever made the edit keeps what was typed.
bool BookSession::refuses(const std::vector<book::Edit>& edits) {
    if (!m_isReadOnly) {
        return false;
    }
    for (const book::Edit& edit : edits) {
        Q_EMIT editLost(edit);
    }
    Q_EMIT noticed(whyReadOnly());
    return true;
}

void BookSession::apply(const book::Edit& edit, const QString& text) {
    if (refuses({edit})) {
        return;
    }
    m_undo.push(new BookEditCommand(*this, edit, text));
    Q_EMIT edited(text);
}

void BookSession::applyAll(const std::vector<book::Edit>& edits, const QString& text) {
    if (edits.size() == 1) {
        apply(edits.front(), text);
        return;
    }
    if (refuses(edits)) {
        return;
    }
    m_undo.beginMacro(text);
    for (const book::Edit& edit : edits) {
        m_undo.push(new BookEditCommand(*this, edit, text));
    }
    m_undo.endMacro();
    Q_EMIT edited(text);
}

void BookSession::setWriting(int count) {
    m_writing = count;
    Q_EMIT savingChanged();
}

bool BookSession::isBehind() const {
    return m_writing > 0 || (m_moment && m_moment->snapshot->lastChange < m_written);
}

void BookSession::post(Write work, std::function<void(const Result<std::int64_t>&)> done) {
    setWriting(m_writing + 1);
    m_runner.run<std::int64_t>(
        {},
        [connections = m_connections, work = std::move(work), waiting = m_waiting](
            const Job& job) -> Result<std::int64_t> {
            if (!connections->writer) {
                return failure(noBook());
            }
            Result<std::int64_t> written = work(*connections->writer);
            // An import by another program holds the book for its whole length: the change waits for it.
            while (isBusy(written) && !job.stopped()) {
                *waiting = true;
                written = work(*connections->writer);
            }
            *waiting = false;
            return written;
        },
        this,
        [this, connections = m_connections, done = std::move(done)](const Result<std::int64_t>& written) {
            if (written && connections == m_connections) {
                m_written = std::max(m_written, *written);
            }
            setWriting(m_writing - 1);
            done(written);
            refresh();
        },
        jobs::Lane::Writer);
}

void BookSession::postEdit(Write work, std::function<void()> onError) {
    post(std::move(work), [this, onError = std::move(onError)](const Result<std::int64_t>& done) {
        if (!done) {
            onError();
            dropFailedEdit();
            Q_EMIT failed(done.error());
        }
    });
}

void BookSession::publish(const book::PublishRequest& request,
                          QObject* context,
                          std::function<void(const Result<book::ScorecardReport>&)> done) {
    const auto report = std::make_shared<Result<book::ScorecardReport>>(failure(noBook()));
    post(
        [report, request, person = actor()](book::Book& book) -> Result<std::int64_t> {
            *report = book::publishDraft(book, request, person);
            return *report ? Result<std::int64_t>((*report)->changes.seq) : failure(report->error());
        },
        [this, report, context = QPointer(context), done = std::move(done)](
            const Result<std::int64_t>& written) {
            if (written) {
                m_undo.clear(); // its steps shaped a draft that is gone
            }
            if (context) {
                done(written ? *report : failure(written.error()));
            }
        });
}

/// What was not done cannot be undone.
void BookSession::dropFailedEdit() {
    const auto* top = dynamic_cast<const BookEditCommand*>(m_undo.command(m_undo.index() - 1));
    if (top && top->hasFailed()) {
        m_undo.undo();
    }
}

void BookSession::poll() {
    if (const bool waits = isWaiting(); waits != std::exchange(m_saidWaiting, waits) && waits) {
        Q_EMIT noticed(tr("Another program is writing to this book. Your change is kept, and follows."));
    }
    refresh();
}

/// Looking for changes fails every second while a share is gone: it is said once. Another writer is no fault.
void BookSession::sayFailedPoll(const Error& error) {
    if (error.code != ErrorCode::Busy && error != std::exchange(m_pollError, error)) {
        Q_EMIT failed(error);
    }
}

void BookSession::refresh() {
    if (!m_newest || m_path.isEmpty()) {
        return;
    }
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    struct Patch {
        book::ChangeSet changes;
        std::shared_ptr<const Snapshot> snapshot;
    };
    m_runner.run<Patch>(
        {},
        [connections = m_connections, before = m_newest](const Job&) -> Result<Patch> {
            if (!connections->reader) {
                return failure(noBook());
            }
            HB_TRY(book::ChangeSet changes, book::changesSince(*connections->reader, before->lastChange));
            if (changes.isEmpty()) {
                return Patch{};
            }
            HB_TRY(auto after, book::patchSnapshot(*connections->reader, before, changes));
            return Patch{std::move(changes), std::move(after)};
        },
        this,
        [this, connections = m_connections](const Result<Patch>& patch) {
            if (connections != m_connections) {
                return;
            }
            m_refreshing = false;
            if (!patch) {
                m_refreshAgain = false;
                sayFailedPoll(patch.error());
                return;
            }
            m_pollError = {};
            if (patch->snapshot) {
                m_newest = patch->snapshot;
                merge(m_pending, patch->changes);
                compute();
            }
            if (std::exchange(m_refreshAgain, false)) {
                refresh();
            }
        },
        jobs::Lane::Reader);
}

} // namespace hb::session
