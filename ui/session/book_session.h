// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/edits.h"
#include "core/book/metric_origin.h"
#include "core/book/scorecard_into_book.h"
#include "core/scoring/reasons.h"
#include "core/scoring/scorer.h"
#include "ui/jobs/job_runner.h"
#include "ui/session/view_state.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace hb::settings {
class Settings;
enum class Role;
struct Who;
} // namespace hb::settings

namespace hb::session {

/// What a page shows at one moment: one snapshot on one day. Its parts belong together; hold it while you use
/// positions in it.
struct Moment {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const scoring::Scorer> scorer;
    scoring::BookOnDay book; ///< scores, trends and reasons of every account on `day`
    Day day;
    QStringList people; ///< who may own an action, by name
};

/// The connections to a book. Each is made, used and closed in its lane's thread only.
struct Connections {
    std::optional<book::Book> writer;
    std::optional<book::Book> reader;
};

/// The open book as all windows and pages share it: its newest snapshot scored on the as-of day, who looks at
/// it, what is filtered, the undo stack. Lives in the window's thread and has no connection there: reads and
/// edits are posted.
class BookSession : public QObject {
    Q_OBJECT
public:
    BookSession(jobs::JobRunner& runner, settings::Settings& settings, Day today, QObject* parent = nullptr);
    ~BookSession() override;

    // --- the book
    /// Opens in the background: opened() or failed().
    void open(const QString& path);
    void close();
    /// Shows a snapshot without a file: tests and previews. Edits then fail.
    void showSnapshot(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] bool isOpen() const { return m_moment != nullptr; }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString name() const; ///< the file's name without its ending
    /// Nothing in it can be changed: it is a copy to read, or may not be written where it is.
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// What it says of itself where it is a copy to read.
    [[nodiscard]] const std::optional<SharedCopy>& sharedCopy() const { return m_sharedCopy; }
    [[nodiscard]] QString whyReadOnly() const; ///< only while isReadOnly()
    [[nodiscard]] QString whyNotWrite() const { return m_isReadOnly ? whyReadOnly() : QString(); }

    // --- the moment (only while isOpen())
    [[nodiscard]] const std::shared_ptr<const Moment>& moment() const { return m_moment; }
    [[nodiscard]] const Snapshot& snapshot() const { return *m_moment->snapshot; }
    [[nodiscard]] const scoring::Scorer& scorer() const { return *m_moment->scorer; }
    [[nodiscard]] const scoring::BookOnDay& onDay() const { return m_moment->book; }

    // --- the as-of day
    [[nodiscard]] Day today() const { return m_today; }
    /// Midnight has passed: who looked at today looks at the new day.
    void setToday(Day today);
    [[nodiscard]] Day asOf() const { return m_asOf; }
    [[nodiscard]] bool isPast() const { return m_asOf < m_today; }
    /// The day that *today* means here: today, or where the data ends; of a copy to read its day.
    [[nodiscard]] Day homeDay() const;
    /// The days that can be looked at: from the oldest measurement to today.
    [[nodiscard]] Day firstDay() const;
    /// Clamped to firstDay()..today(); dayChanged() follows, at once for books of ordinary size.
    void setAsOf(Day day);
    /// The scores of one account for the 13 days of a sparkline: the as-of day and each of the 12 weeks
    /// before it.
    [[nodiscard]] std::vector<scoring::AccountScore> sparkline(AccountIndex account) const;

    // --- who looks, and at what
    /// The name that owners are matched to; empty: looks at everything.
    [[nodiscard]] const QString& person() const { return m_person; }
    void setPerson(const QString& name);
    /// The person with the role and the team that were chosen for this book.
    [[nodiscard]] settings::Who who() const;
    void setWho(const settings::Who& who);
    [[nodiscard]] settings::Role role() const;
    /// The attribute by which accounts are the person's: the owner, or of a manager the manager.
    [[nodiscard]] std::string_view scopeAttribute() const;
    /// The person has an account of this book on the as-of day, by scopeAttribute().
    [[nodiscard]] bool hasOwnAccounts() const;
    /// Whom edits and reviews are recorded for: the person, or the login where nobody was chosen.
    [[nodiscard]] book::Person actor() const;
    /// What scores are called for who looks; none: as each template says. No score is another for it.
    [[nodiscard]] std::optional<SchemeKind> shownAs() const;
    [[nodiscard]] const Filter& filter() const { return m_filter; }
    void setFilter(const Filter& filter);
    /// The order in which accounts were last listed: what *next* and *previous* walk.
    [[nodiscard]] const std::vector<AccountIndex>& list() const { return m_list; }
    void setList(std::vector<AccountIndex> accounts);

    // --- edits
    /// Posts an edit to the writer through the undo stack; `text` says it in the past tense for toast and
    /// menu: "Reviewed Contoso". edited() follows at once, changed() when it is in the book.
    void apply(const book::Edit& edit, const QString& text);
    /// The same for many: one step of undo, and one sentence for all.
    void applyAll(const std::vector<book::Edit>& edits, const QString& text);
    /// Publishes the draft of a template. It is no step of undo and ends those before it: what was published
    /// stays a version. `done` has the refusal too; failed() does not follow.
    void publish(const book::PublishRequest& request,
                 QObject* context,
                 std::function<void(const Result<book::ScorecardReport>&)> done);
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    [[nodiscard]] bool isSaving() const { return m_writing > 0; }
    /// Something that was done here is not in moment() yet: it is being written, or read back.
    [[nodiscard]] bool isBehind() const;
    /// An edit waits until another program has written.
    [[nodiscard]] bool isWaiting() const { return *m_waiting; }

    // --- reads that need the file; answered in this thread while `context` lives
    template <typename T>
    void
    read(QObject* context, std::function<Result<T>(book::Book&)> query, std::function<void(Result<T>)> done) {
        m_runner.run<T>(
            {},
            [connections = m_connections, query = std::move(query)](const Job&) -> Result<T> {
                return connections->reader ? query(*connections->reader) : Result<T>(failure(noBook()));
            },
            context,
            std::move(done),
            jobs::Lane::Reader);
    }
    void
    readNotes(AccountId account, QObject* context, std::function<void(Result<std::vector<book::Note>>)> done);
    void readHandValues(AccountId account,
                        QObject* context,
                        std::function<void(Result<std::vector<book::HandValue>>)> done);
    /// Where the measurements of a metric come from, that of `day` above all.
    void readOrigin(AccountId account,
                    MetricId metric,
                    std::optional<Day> day,
                    QObject* context,
                    std::function<void(Result<book::MetricOrigin>)> done);
    void readSavedViews(QObject* context, std::function<void(Result<std::vector<book::SavedView>>)> done);
    /// Looks now for what has been written, rather than within a second.
    void refresh();

Q_SIGNALS:
    void opened();
    void closed();
    void changed(
        const hb::book::ChangeSet& changes); ///< moment() holds what was written, here or by another program
    void dayChanged();                       ///< moment() is of another day
    void filterChanged();
    void personChanged();
    void edited(const QString& text);          ///< an edit, an undo or a redo was posted
    void editLost(const hb::book::Edit& edit); ///< it could not be written; failed() says why
    void savingChanged();
    void failed(const hb::Error& error); ///< for the page's banner
    void noticed(const QString& text);   ///< something to know, nothing to do

private:
    friend class BookEditCommand;
    [[nodiscard]] static Error noBook();
    [[nodiscard]] std::optional<Day> dataEnd() const;
    [[nodiscard]] Day ownDay() const;
    /// What a book says of who may write it.
    struct Opened {
        bool isReadOnly = false;
        std::optional<SharedCopy> copy;
    };
    [[nodiscard]] bool refuses(const std::vector<book::Edit>& edits);
    void load(const std::shared_ptr<Connections>& connections);
    void loaded(Result<std::shared_ptr<const Snapshot>> snapshot);
    /// Writes, and gives the book's newest change then.
    using Write = std::function<Result<std::int64_t>(book::Book&)>;
    void post(Write work, std::function<void(const Result<std::int64_t>&)> done);
    void postEdit(Write work, std::function<void()> onError);
    void dropFailedEdit();
    void poll();
    void sayFailedPoll(const Error& error);
    void compute();
    void take(const std::shared_ptr<const Moment>& moment);
    void setWriting(int count);
    void followSetting(const QString& key);

    jobs::JobRunner& m_runner;
    settings::Settings& m_settings;
    std::shared_ptr<Connections> m_connections = std::make_shared<Connections>();
    Day m_today;
    Day m_asOf;
    QString m_path;
    bool m_isReadOnly = false;
    std::optional<SharedCopy> m_sharedCopy;
    QString m_person;
    Filter m_filter;
    std::shared_ptr<const Snapshot> m_newest; ///< the moment follows
    book::ChangeSet m_pending;                ///< of m_newest against the moment's
    std::shared_ptr<const Moment> m_moment;
    std::vector<AccountIndex> m_list;
    QUndoStack m_undo;
    QTimer m_poll;
    int m_writing = 0;
    std::int64_t m_written = 0; ///< the newest change that was written here
    std::shared_ptr<std::atomic<bool>> m_waiting = std::make_shared<std::atomic<bool>>(false);
    bool m_saidWaiting = false;
    Error m_pollError;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};

} // namespace hb::session
