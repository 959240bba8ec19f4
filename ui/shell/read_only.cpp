// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/read_only.h"

#include "core/book/upkeep.h"
#include "core/wording/read_only_sentence.h"
#include "ui/prompts/prompts.h"
#include "ui/session/book_session.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace hb::shell {

ReadOnlyBar::ReadOnlyBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_session(context.session), m_sentence(new QLabel(this)) {
    setObjectName(u"readOnlyBar"_s);
    theme::setStyleProperty(this, "hbSurface", u"accentTint"_s);
    const theme::Theme& theme = context.theme;
    const auto fit = [this, &theme] { setFixedHeight(theme.px(theme::size::timeBar)); };
    connect(&theme, &theme::Theme::changed, this, fit);
    fit();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(theme::space::pageMargin), 0, theme.px(theme::space::pageMargin), 0);
    m_sentence->setObjectName(u"readOnlySentence"_s);
    row->addWidget(m_sentence);
    connect(&m_session, &session::BookSession::opened, this, &ReadOnlyBar::follow);
    connect(&m_session, &session::BookSession::closed, this, &ReadOnlyBar::follow);
    follow();
}

void ReadOnlyBar::follow() {
    const bool isReadOnly = m_session.isOpen() && m_session.isReadOnly();
    setVisible(isReadOnly);
    if (isReadOnly) {
        m_sentence->setText(wording::readOnlySentence(m_session.sharedCopy(), m_session.today()));
    }
}

Actions guarded(Actions actions, const session::BookSession& session) {
    for (Action& action : actions) {
        if (action.edits) {
            action.enabled = [enabled = action.enabled, &session] {
                return !session.isReadOnly() && (!enabled || enabled());
            };
            action.whyNot = [whyNot = action.whyNot, &session] {
                return session.isReadOnly() ? session.whyReadOnly() : whyNot ? whyNot() : QString();
            };
        }
    }
    return actions;
}

void shareCopy(const Context& context, MainWindow& window) {
    const session::BookSession& session = context.session;
    const SharedCopy copy{.day = session.today(), .by = session.actor().name.toStdString()};
    const QString proposal = MainWindow::tr("%1 to read, %2.healthbook")
                                 .arg(session.name(), QString::fromStdString(toIsoText(copy.day)));
    const auto path = context.prompts.saveFile(&window,
                                               MainWindow::tr("Share a read-only copy"),
                                               QFileInfo(session.path()).absolutePath() + u'/' + proposal,
                                               MainWindow::tr("Healthbook books (*.healthbook)"));
    if (!path) {
        return;
    }
    context.jobs.run<int>(
        MainWindow::tr("Writing %1").arg(QFileInfo(*path).fileName()),
        [book = session.path(), copy, path = *path](const Job& job) -> Result<int> {
            HB_TRY(book::Book opened, book::Book::open(book, book::Access::ReadOnly));
            HB_CHECK(book::shareBook(opened, copy, path, job));
            return 0;
        },
        &window,
        [&window, path = *path](const Result<int>& done) {
            done ? window.toast(
                       MainWindow::tr("%1 is written: a copy that others can read, and nobody can change.")
                           .arg(QFileInfo(path).fileName()))
                 : window.showError(done.error());
        });
}

} // namespace hb::shell
