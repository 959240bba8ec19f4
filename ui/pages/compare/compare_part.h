// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/compared_book.h"
#include "ui/jobs/job_runner.h"
#include "ui/session/book_session.h"
#include "ui/shell/page.h"

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hb::pages {

/// What shares and sums are counted in.
enum class CountBy : std::uint8_t { Accounts, Arr };

/// What a person compares: the same for every tab.
struct CompareQuestion {
    analytics::PeriodKind kind = analytics::PeriodKind::ThisQuarter;
    analytics::Period period;                   ///< of that kind on the as-of day, or any two days
    QStringList by = {QStringLiteral("owner")}; ///< one or two attributes
    CountBy countBy = CountBy::Accounts;
    std::optional<session::AttributeTest> among = {}; ///< none: all accounts

    friend bool operator==(const CompareQuestion&, const CompareQuestion&) = default;
};

/// What the tabs show: a question, and the book scored on both of its days.
struct CompareView {
    std::shared_ptr<const session::Moment> moment;
    CompareQuestion question;
    std::shared_ptr<const analytics::ComparedBook> book; ///< of moment's snapshot and question's period
    std::optional<SchemeKind> shownAs = {};              ///< what scores are called (BookSession::shownAs)
    QStringList inside = {};                             ///< what the tab is looked into (insideAsked())
};

/// One tab of the Compare page. What takes longer than 100 ms it works out as a job of its own (runLatest
/// with a key of its own), and only while it is in front.
class ComparePart : public QWidget {
    Q_OBJECT
public:
    explicit ComparePart(QWidget* parent = nullptr) : QWidget(parent) {}

    /// Called when the tab comes to the front and whenever the view changes while it is there; selection,
    /// focus and scroll place stay where the view still has them.
    virtual void showView(const CompareView& view) = 0;
    /// The sentence that answers the tab's question; headlineChanged() when it is known or another.
    [[nodiscard]] virtual QString headline() const = 0;
    [[nodiscard]] virtual QString asText() const = 0;
    /// What is copied and exported as a table; an empty one: nothing.
    [[nodiscard]] virtual exchange::Table asTable() const = 0;
    /// Which of the accounts that are compared the table is of, where a tab is narrowed; empty: all of them.
    [[nodiscard]] virtual QString scopeWords() const { return {}; }
    /// Whether asTable() has rows; asked at each letter in the palette.
    [[nodiscard]] virtual bool hasTable() const = 0;
    /// Makes asTable() in any thread, of what it holds; none where that takes no time.
    [[nodiscard]] virtual std::function<exchange::Table()> tableMaker() const { return {}; }
    /// asTable(), made beside the window where it may be long.
    void readTable(jobs::JobRunner& jobs, std::function<void(Result<exchange::Table>)> done);
    /// How a person laid it out, as a saved view keeps it: an order, a switch, whose accounts.
    [[nodiscard]] virtual QJsonObject layoutContent() const { return {}; }
    /// Lays it out so, once it shows the view; what is not there any more is left out.
    virtual void layOut(const QJsonObject& /*content*/) {}
    /// What F6 walks through inside the tab.
    [[nodiscard]] virtual std::vector<QWidget*> regions() { return {this}; }
    /// Esc: closes what is open inside the tab; false when there is nothing to leave.
    virtual bool escape() { return false; }

Q_SIGNALS:
    void headlineChanged();
    /// Looks into a part of what the tab shows, in words of its own; none: back at the top. A place that
    /// *back* comes back to: showView() follows with it.
    void insideAsked(const QStringList& inside);
    /// Opens an account; *next* and *previous* there walk `list`. Both are positions in `of`, what the tab
    /// shows: the book may have moved on since.
    void accountAsked(const std::shared_ptr<const hb::analytics::ComparedBook>& of,
                      hb::AccountIndex account,
                      const std::vector<hb::AccountIndex>& list);
};

} // namespace hb::pages
