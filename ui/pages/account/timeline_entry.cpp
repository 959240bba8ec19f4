// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/timeline_entry.h"

#include "core/wording/days.h"
#include "ui/pages/account/merge_typed.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/why_not.h"

#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

// Longer texts stand as they were typed, and what is longer still is cut: laying out Markdown takes its time.
constexpr qsizetype mostRendered = 8'000, mostShown = 20'000;

/// A text shows words alone: it never reads a file or asks the net for a picture.
class WordsOnly : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
};

/// Lines stay lines: in Markdown one that is not empty would join the one before it.
QString asMarkdown(const QString& text) {
    return QString(text).replace(u'\n', u"  \n"_s);
}

} // namespace

NoteDraft asNoted(const TimelineItem& item) {
    return {.text = QString::fromStdString(item.text), .kind = item.noteKind};
}

TimelineEntry::TimelineEntry(const theme::Theme& theme,
                             const TimelineItem& item,
                             const QString& sentence,
                             NoteAuthor author,
                             const QString& whyNotWrite,
                             QWidget* parent)
    : QWidget(parent), m_theme(theme), m_item(item), m_sentence(sentence),
      m_canChange(author == NoteAuthor::Me && whyNotWrite.isEmpty()), m_text(new WordsOnly(this)),
      m_buttons(new QWidget(this)), m_box(new NoteBox(theme, this)) {
    setObjectName(u"timelineEntry"_s);
    m_text->setObjectName(u"entryText"_s);
    m_text->setAccessibleName(tr("Whole text"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setProperty("hbWords", true);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0);
    m_box->nameParts(u"entryEdit"_s, u"entryKind"_s, u"keepEntry"_s);
    m_box->addCancel();
    m_box->hide();
    buildButtons(whyNotWrite);
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(theme::space::xs);
    rows->addWidget(m_text);
    rows->addWidget(m_buttons);
    rows->addWidget(m_box);
    rows->addStretch(1);
    showText();
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        Q_EMIT copied(link.toString());
    });
    connect(m_box, &NoteBox::cancelled, this, &TimelineEntry::endChange);
    connect(m_box, &NoteBox::written, this, [this](const QString& text, NoteKind kind) {
        const NoteDraft now = asNoted(m_item);
        endChange();
        Q_EMIT changed(mergedField(m_shown.text, text, now.text), mergedField(m_shown.kind, kind, now.kind));
    });
}

void TimelineEntry::buildButtons(const QString& whyNotWrite) {
    auto* flow = new widgets::FlowLayout(theme::space::xs, m_buttons);
    const auto add = [&](const char* name, const QString& text) {
        auto* button = new QPushButton(text, m_buttons);
        button->setObjectName(QString::fromLatin1(name));
        button->setProperty("hbButton", u"segment"_s);
        flow->addWidget(button);
        return button;
    };
    if (m_item.kind == TimelineKind::Note) {
        QPushButton* pin = add("pinNote", m_item.isPinned ? tr("Unpin") : tr("Pin"));
        connect(pin, &QPushButton::clicked, this, [this] { Q_EMIT pinAsked(!m_item.isPinned); });
        widgets::setWhyNot(pin, whyNotWrite, {});
        QPushButton* change = add("changeNote", tr("Change"));
        QPushButton* remove = add("removeNote", tr("Remove"));
        for (QPushButton* button : {change, remove}) {
            const QString other = tr("Whoever wrote a note can change or remove it.");
            widgets::setWhyNot(button, m_canChange || !whyNotWrite.isEmpty() ? whyNotWrite : other, {});
        }
        connect(change, &QPushButton::clicked, this, &TimelineEntry::beginChange);
        connect(remove, &QPushButton::clicked, this, &TimelineEntry::removeAsked);
    }
    connect(add("copyEntry", tr("Copy text")), &QPushButton::clicked, this, [this] {
        const QString text = QString::fromStdString(m_item.text);
        Q_EMIT copied(m_item.kind == TimelineKind::Note || !text.isEmpty() ? text : m_sentence);
    });
}

void TimelineEntry::showText() {
    const QString text = QString::fromStdString(m_item.text);
    QString shown = text.left(mostShown);
    if (m_item.kind == TimelineKind::Note && text.size() > mostRendered) {
        m_text->setPlainText(shown);
    } else if (m_item.kind == TimelineKind::Note) {
        m_text->document()->setMarkdown(
            asMarkdown(shown),
            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                QTextDocument::MarkdownNoHTML);
    } else {
        m_text->setPlainText(text.isEmpty() || m_sentence.contains(text) ? m_sentence
                                                                         : m_sentence + u"\n\n"_s + shown);
    }
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    QTextCharFormat plain;
    plain.setForeground(m_theme.tokens().muted);
    QStringList about{wording::longDayText(m_item.day)};
    if (text.size() > mostShown) {
        about.prepend(tr("The first %1 of %2 letters are shown; Copy text has them all.")
                          .arg(QLocale().toString(mostShown), QLocale().toString(text.size())));
    }
    end.insertBlock(QTextBlockFormat(), plain);
    end.insertText(about.join(u'\n'), plain);
}

int TimelineEntry::fit(int width, int top, int left) {
    layout()->setContentsMargins(left, top, m_theme.px(theme::space::s), m_theme.px(theme::space::s));
    const int room = std::max(width - left - m_theme.px(theme::space::s), m_theme.px(40));
    QTextDocument* document = m_text->document();
    document->setTextWidth(room);
    m_text->setFixedHeight(static_cast<int>(std::ceil(document->size().height())) + 2);
    if (change()) {
        return top + m_box->sizeHint().height() + m_theme.px(theme::space::s + theme::space::xs);
    }
    return top + m_text->height() + m_buttons->layout()->heightForWidth(room) +
           m_theme.px(theme::space::s + theme::space::xs);
}

std::optional<NoteChange> TimelineEntry::change() const {
    return m_box->isHidden() ? std::nullopt
                             : std::optional(NoteChange{.shown = m_shown, .typed = m_box->draft()});
}

void TimelineEntry::beginChange() {
    if (m_canChange && m_item.kind == TimelineKind::Note) {
        resumeChange({.shown = asNoted(m_item), .typed = asNoted(m_item)});
        focusChange();
    }
}

void TimelineEntry::resumeChange(const NoteChange& change) {
    m_shown = change.shown;
    m_box->setDraft(change.typed);
    m_text->hide();
    m_buttons->hide();
    m_box->show();
    Q_EMIT heightChanged();
}

void TimelineEntry::focusChange() {
    m_box->begin();
}

void TimelineEntry::endChange() {
    m_box->hide();
    m_text->show();
    m_buttons->show();
    Q_EMIT changeEnded();
    Q_EMIT heightChanged();
    parentWidget()->parentWidget()->setFocus(Qt::OtherFocusReason); // the list
}

} // namespace hb::pages
