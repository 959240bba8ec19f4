// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/findings_strip.h"

#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int openHeight = 240, lineHeight = 40;
}

FindingsStrip::FindingsStrip(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_line(new QPushButton(this)), m_area(new QScrollArea(this)),
      m_body(new QWidget), m_list(new QVBoxLayout(m_body)) {
    setProperty("hbCard", true);
    m_line->setObjectName(u"findingsLine"_s);
    m_line->setProperty("hbButton", u"section"_s);
    m_line->setFixedHeight(theme.px(lineHeight));
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_body->setObjectName(u"hbScrolled"_s);
    m_area->setWidget(m_body);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->hide();
    m_list->setSpacing(theme.px(theme::space::m));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.px(theme::space::s), 0, theme.px(theme::space::s), 0);
    rows->setSpacing(0);
    rows->addWidget(m_area);
    rows->addWidget(m_line);
    connect(m_line, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
}

bool FindingsStrip::isOpen() const {
    return !m_area->isHidden();
}

void FindingsStrip::setOpen(bool open) {
    m_area->setVisible(open && !m_rows.empty());
    m_area->setFixedHeight(m_theme.px(openHeight));
    setRows(std::move(m_rows), m_whyNone);
}

void FindingsStrip::setRows(std::vector<FindingRow> rows, const QString& whyNone) {
    m_rows = std::move(rows);
    m_whyNone = whyNone;
    const auto count = static_cast<int>(m_rows.size());
    if (m_rows.empty()) {
        m_area->hide();
        m_line->setText(whyNone.isEmpty() ? tr("No findings: nothing in this template looks unsound.")
                                          : whyNone);
    } else {
        const QString some = count == 1 ? tr("1 finding: %1") : tr("%n findings: %1", nullptr, count);
        m_line->setText(some.arg(m_rows.front().what));
    }
    m_line->setEnabled(!m_rows.empty());
    m_line->setToolTip(m_rows.empty() ? QString()
                       : isOpen()     ? tr("Close the findings")
                                      : tr("Open the findings"));
    m_line->setIcon(
        m_theme.icon(isOpen() ? theme::Icon::ChevronDown : theme::Icon::ChevronUp, theme::IconInk::Muted));
    fill();
}

void FindingsStrip::fill() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater(); // a click on a button in it may be on its way
        }
        delete item;
    }
    if (!isOpen()) {
        return;
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const FindingRow& row = m_rows[at];
        auto* box = new QWidget(m_body);
        auto* line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        QLabel* what = widgets::makeLabel("body", box);
        what->setText(row.what);
        QLabel* mend = widgets::makeLabel("captionMuted", box);
        mend->setText(row.mend);
        for (QLabel* label : {what, mend}) {
            label->setWordWrap(true);
            words->addWidget(label);
        }
        line->addLayout(words, 1);
        const auto addButton = [&](const char* name, const QString& text, auto run) {
            auto* button = new QPushButton(text, box);
            button->setObjectName(u"%1%2"_s.arg(QLatin1StringView(name)).arg(at));
            button->setProperty("hbButton", u"small"_s);
            connect(button, &QPushButton::clicked, this, run);
            line->addWidget(button, 0, Qt::AlignTop);
        };
        if (!row.metric.isEmpty()) {
            addButton("findingShow", tr("Show"), [this, key = row.metric] { Q_EMIT metricAsked(key); });
        }
        if (!row.mendLabel.isEmpty()) {
            addButton("findingMend", row.mendLabel, [this, at] { Q_EMIT mendAsked(static_cast<int>(at)); });
        }
        m_list->addWidget(box);
    }
    m_list->addStretch(1);
}

} // namespace hb::pages
