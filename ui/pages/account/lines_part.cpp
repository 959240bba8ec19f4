// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/lines_part.h"

#include "ui/pages/account/entry_line.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyboard.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t shownMost = 100;

} // namespace

LinesPart::LinesPart(const theme::Theme& theme, const Names& names, std::size_t shownFirst, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_names(names), m_shownFirst(shownFirst), m_rows(new QVBoxLayout),
      m_rest(new QPushButton(this)), m_empty(widgets::makeLabel("muted", this)) {
    m_rest->setObjectName(QString::fromLatin1(names.rest));
    m_rest->setProperty("hbButton", u"link"_s);
    m_empty->setObjectName(QString::fromLatin1(names.empty));
    m_empty->setWordWrap(true);
    m_rows->setSpacing(0);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::space::xs);
    all->addWidget(m_empty);
    all->addLayout(m_rows);
    all->addWidget(m_rest, 0, Qt::AlignLeft);
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fillLines();
    });
}

void LinesPart::addForm(EditForm& form, const char* name) {
    form.setObjectName(QString::fromLatin1(name));
    form.hide();
    connect(&form, &EditForm::cancelled, this, &LinesPart::closeForm);
}

void LinesPart::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

// --- lines

void LinesPart::fillLines() {
    const std::size_t whole = ids().size();
    const std::size_t count = std::min(whole, m_all ? shownMost : m_shownFirst);
    while (m_lines.size() > count) {
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < count) {
        auto* line = new EntryLine(m_theme, this);
        line->setObjectName(QString::fromLatin1(m_names.line));
        connectLine(*line);
        m_lines.push_back(line);
    }
    for (std::size_t at = 0; at < count; ++at) {
        fillLine(*m_lines[at], at);
    }
    const auto more = static_cast<int>(whole - count);
    m_rest->setVisible(more > 0 || m_all);
    m_rest->setText(m_all ? tr("Show fewer") : tr("%Ln more", nullptr, more));
    showDraft();
    m_empty->setVisible(whole == 0 && m_open == nullptr);
    arrange();
}

/// The form keeps its focus and what was typed.
void LinesPart::arrange() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item;
    }
    const auto place = m_open != nullptr ? placeOf(m_openId) : std::nullopt;
    if (m_open != nullptr && (!place || *place >= m_lines.size())) {
        m_rows->addWidget(m_open);
    }
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        if (place == at) {
            m_rows->addWidget(m_open);
        }
        m_rows->addWidget(m_lines[at]);
        m_lines[at]->setVisible(place != at);
    }
    orderTabs();
}

/// Lines are made as they are needed, the form moves among them: Tab goes the way they stand.
void LinesPart::orderTabs() {
    std::vector<QWidget*> parts;
    if (QWidget* first = home()) {
        parts.push_back(first);
    }
    for (int at = 0; at < m_rows->count(); ++at) {
        parts.push_back(m_rows->itemAt(at)->widget());
    }
    widgets::orderTabs(parts, m_rest);
}

std::optional<std::size_t> LinesPart::placeOf(std::int64_t id) const {
    const std::vector<std::int64_t> all = ids();
    const auto found = std::ranges::find(all, id);
    return found == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - all.begin()));
}

std::int64_t LinesPart::idOf(const EntryLine& line) const {
    const auto found = std::ranges::find(m_lines, &line);
    return ids()[static_cast<std::size_t>(found - m_lines.begin())];
}

// --- forms

void LinesPart::openForm(EditForm& form, std::int64_t id) {
    keepDraft();
    if (m_open != nullptr && m_open != &form) {
        m_open->hide();
    }
    m_open = &form;
    m_openId = id;
    fillForm(form, id);
    const auto draft = m_drafts.of({m_account, QString::number(id)});
    if (draft && draft->form == &form) {
        form.resume(draft->texts);
    }
    m_empty->hide();
    form.show();
}

void LinesPart::setWhyNotWrite(const QString& why) {
    m_whyNotWrite = why;
}

void LinesPart::open(EditForm& form, std::int64_t id) {
    if (!m_whyNotWrite.isEmpty()) {
        return;
    }
    if (m_open != &form || m_openId != id) {
        openForm(form, id);
        arrange();
    }
    form.begin();
}

void LinesPart::openAsNew() {
    m_drafts.drop({m_account, QString::number(m_openId)});
    m_openId = 0;
}

bool LinesPart::closeForm() {
    if (m_open == nullptr) {
        return false;
    }
    const bool hadFocus = m_open->isAncestorOf(window()->focusWidget());
    m_drafts.drop({m_account, QString::number(m_openId)});
    m_open->hide();
    m_open = nullptr;
    fillLines();
    const auto at = placeOf(m_openId);
    QWidget* next = at && *at < m_lines.size() ? m_lines[*at] : home();
    if (hadFocus && m_open == nullptr && next != nullptr) {
        next->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

// --- drafts

void LinesPart::startAccount(const QString& key) {
    keepDraft();
    if (m_open != nullptr) {
        if (m_open->isAncestorOf(window()->focusWidget())) {
            window()->focusWidget()->clearFocus(); // the keys are the page's
        }
        m_open->hide();
        m_open = nullptr;
    }
    m_account = key;
    m_all = false;
}

void LinesPart::keepDraft() {
    if (m_open != nullptr && m_open->draft().isTouched()) {
        m_drafts.keep({m_account, QString::number(m_openId)}, {.form = m_open, .texts = m_open->draft()});
    }
}

/// What waits for this account, where there is still a line of it.
void LinesPart::showDraft() {
    if (m_open != nullptr) {
        return;
    }
    for (const auto& [about, draft] : m_drafts.allOf(m_account)) {
        const std::int64_t id = about.toLongLong();
        if (id == 0 || placeOf(id)) {
            openForm(*draft.form, id);
            return;
        }
    }
}

void LinesPart::takeBack(EditForm& form, std::int64_t id, const FormDraft& lost) {
    if (m_open == &form && m_openId == id) {
        return; // somebody types there again
    }
    m_drafts.keep({m_account, QString::number(id)}, {.form = &form, .texts = lost});
    if (m_open == nullptr) {
        openForm(form, id);
        arrange();
        form.beginUnlessTyping();
    }
}

} // namespace hb::pages
