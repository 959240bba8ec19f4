// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_page.h"

#include "core/wording/error_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/audit/audit_export.h"
#include "ui/pages/audit/audit_filters.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/quiet_table.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;
using wording::fromUtf8;

AuditPage::AuditPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : Page(parent), m_context(context), m_navigator(navigator), m_model(this),
      m_headline(makeLabel("pageTitle", this)), m_count(makeLabel("muted", this)),
      m_filters(new AuditFilters(context.theme, this)), m_export(new QPushButton(tr("Export..."), this)),
      m_view(widgets::makeQuietTable(u"auditTable"_s, this)), m_foot(new widgets::Card({}, this)),
      m_sentence(makeLabel("cardTitle", m_foot)), m_who(makeLabel("captionMuted", m_foot)),
      m_open(new QPushButton(tr("Open the account"), m_foot)), m_beforePart(new QWidget(m_foot)),
      m_before(new QPlainTextEdit(m_beforePart)), m_after(new QPlainTextEdit(m_foot)) {
    setObjectName(u"auditPage"_s);
    build();
    fit();
    const session::BookSession& session = context.session;
    connect(&session, &session::BookSession::changed, this, [this] {
        if (isVisible()) {
            followMoment();
            readFirst();
        }
    });
    connect(&context.theme, &theme::Theme::changed, this, &AuditPage::fit);
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::readFirst);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::showExports);
    connect(&m_model, &AuditModel::moreAsked, this, &AuditPage::readMore);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPage::showChange);
    connect(m_view, &QTableView::activated, this, &AuditPage::openAccount);
    connect(m_view, &QWidget::customContextMenuRequested, this, &AuditPage::showMenu);
    connect(m_open, &QPushButton::clicked, this, &AuditPage::openAccount);
}

// --- what is shown

void AuditPage::activate(const session::ViewState& state) {
    if (!m_context.session.isOpen()) {
        return;
    }
    followMoment();
    if (m_account != state.account) {
        m_account = state.account;
        m_filters->setAccount(state.account);
    }
    readFirst();
}

void AuditPage::followMoment() {
    m_filters->follow(m_context.session.moment(), m_context.session.today());
}

void AuditPage::readFirst() {
    if (!m_context.session.isOpen()) {
        return;
    }
    m_question = m_filters->question();
    Q_EMIT placeChanged();
    if (m_question && !m_context.session.path().isEmpty()) {
        read(*m_question, false);
        return;
    }
    ++m_asked;
    m_model.show({}, false);
    showCount();
}

void AuditPage::readMore() {
    if (!m_question || m_model.rows().empty()) {
        return;
    }
    book::AuditQuestion question = *m_question;
    question.before = m_model.rows().back().entry.id;
    read(question, true);
}

void AuditPage::read(const book::AuditQuestion& question, bool isMore) {
    m_context.session.read<Read>(
        this,
        [question, moment = m_context.session.moment(), today = m_context.session.today()](
            book::Book& book) -> Result<Read> {
            HB_TRY(const book::AuditPage page, book::readAudit(book, question));
            return Read{.rows = auditRows(*moment->snapshot, page, today), .hasMore = page.hasMore};
        },
        [this, isMore, asked = ++m_asked](Result<Read> read) {
            if (asked != m_asked) {
                return;
            }
            if (!read) {
                m_model.stopWaiting();
                m_count->setText(wording::errorSentence(read.error()));
            } else {
                isMore ? m_model.append(std::move(read->rows), read->hasMore) : show(std::move(*read));
                showCount();
            }
        });
}

/// The change that was chosen stays so where it is still there.
void AuditPage::show(Read read) {
    const std::int64_t id = chosen() ? chosen()->entry.id : 0;
    m_model.show(std::move(read.rows), read.hasMore);
    const auto& rows = m_model.rows();
    const auto found = std::ranges::find_if(rows, [id](const AuditRow& row) { return row.entry.id == id; });
    if (found != rows.end()) {
        m_view->setCurrentIndex(m_model.index(static_cast<int>(found - rows.begin()), 0));
    }
}

void AuditPage::showCount() {
    const auto count = static_cast<int>(m_model.rows().size());
    if (!m_question) {
        m_headline->setText(tr("No account is called \"%1\".").arg(m_filters->accountText()));
    } else if (count == 0) {
        m_headline->setText(
            m_filters->isPlain()
                ? tr("Nothing was changed by hand yet. Every change by a person will stand here.")
                : tr("No change matches these filters."));
    } else {
        const AuditRow& newest = m_model.rows().front();
        m_headline->setText(
            newest.entry.person.empty()
                ? tr("The newest change is of %1.").arg(newest.when)
                : tr("The newest change is by %1, %2.").arg(fromUtf8(newest.entry.person), newest.when));
    }
    const QString words = count == 1 ? tr("%Ln change", nullptr, count) : tr("%Ln changes", nullptr, count);
    m_count->setText(m_model.hasMore() ? tr("%1, and older ones below").arg(words) : words);
    m_export->setEnabled(count > 0);
    if (!m_view->currentIndex().isValid()) {
        showChange({});
    }
}

const AuditRow* AuditPage::chosen() const {
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.rows()[static_cast<std::size_t>(row)];
}

void AuditPage::showChange(const QModelIndex& /*index*/) {
    const AuditRow* row = chosen();
    m_foot->setVisible(row != nullptr);
    if (row == nullptr) {
        return;
    }
    m_sentence->setText(row->sentence);
    QStringList who{fromUtf8(row->entry.person), row->when, row->account};
    who.removeAll(QString());
    m_who->setText(who.join(u" \u00B7 "_s));
    m_before->setPlainText(partsText(row->entry.before));
    m_after->setPlainText(partsText(row->entry.after));
    m_beforePart->setVisible(!row->entry.before.empty()); // what is new had nothing before it
    m_open->setVisible(!accountOfChosen().isEmpty());
}

QString AuditPage::accountOfChosen() const {
    const AuditRow* row = chosen();
    return row && m_context.session.isOpen() &&
                   m_context.session.snapshot().findAccount(row->entry.accountKey)
               ? fromUtf8(row->entry.accountKey)
               : QString();
}

void AuditPage::openAccount() {
    if (const QString key = accountOfChosen(); !key.isEmpty()) {
        m_navigator.go({.page = session::page::account, .account = key});
    }
}

QString AuditPage::place() const {
    return m_filters->accountName();
}

QString AuditPage::asText() const {
    QStringList lines{m_headline->text(), {}};
    for (const AuditRow& row : m_model.rows()) {
        QStringList parts{row.when, fromUtf8(row.entry.person), row.account};
        parts.removeAll(QString());
        lines << tr("%1: %2").arg(parts.join(u", "_s), row.sentence);
    }
    return lines.join(u'\n') + u'\n';
}

bool AuditPage::escape() {
    if (m_foot->isVisible()) {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrentIndex({});
        return true;
    }
    return m_filters->clear();
}

std::vector<QWidget*> AuditPage::regions() {
    std::vector<QWidget*> parts{m_filters, m_view};
    if (m_foot->isVisible()) {
        parts.push_back(m_foot);
    }
    return parts;
}

void AuditPage::find() {
    m_filters->find();
}

// --- export and menus

shell::Actions AuditPage::actions() {
    return {{.id = u"audit.open"_s,
             .text = tr("Open the account"),
             .shortcut = {},
             .ownKeys = QKeySequence(u"Return"_s),
             .menu = shell::Menu::Go,
             .run = [this] { openAccount(); },
             .enabled = [this] { return !accountOfChosen().isEmpty(); }}};
}

/// The clipboard takes what is shown, a file everything that the filters leave.
widgets::Copies AuditPage::copies() {
    widgets::Copies copies{.text = [this] { return asText(); }, .picture = [this] { return grab(); }};
    if (m_question && m_model.rowCount() > 0) {
        copies.table = [this] { return m_model.asTable(); };
        copies.readTable = [this, question = *m_question](const auto& done) { readAll(question, done); };
        copies.name = place().isEmpty() ? tr("changes") : tr("%1, changes").arg(place());
    }
    return copies;
}

/// A name for the file was asked for meanwhile: the book may have been closed.
void AuditPage::readAll(const book::AuditQuestion& question,
                        const std::function<void(Result<exchange::Table>)>& done) {
    if (!m_context.session.isOpen()) {
        done(cancelled());
        return;
    }
    m_context.session.read<exchange::Table>(
        this,
        [question, moment = m_context.session.moment(), today = m_context.session.today()](book::Book& book) {
            return auditTable(book, *moment->snapshot, question, today);
        },
        done);
}

void AuditPage::showExports() {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"auditExports"_s);
    widgets::addExportActions(*menu, copies());
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void AuditPage::showMenu(const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"auditMenu"_s);
    if (const QString key = accountOfChosen(); !key.isEmpty()) {
        menu->addAction(tr("Open the account"), this, &AuditPage::openAccount);
        menu->addAction(tr("Open in a new window"), this, [this, key] {
            m_navigator.openWindow({.page = session::page::account, .account = key});
        });
        menu->addAction(tr("Only of this account"), this, [this, key] {
            m_navigator.go({.page = session::page::audit, .account = key});
        });
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu, copies());
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace hb::pages
