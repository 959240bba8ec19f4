// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_words.h"

#include "core/wording/words.h"
#include "ui/pages/templates/metric_draft.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

MetricWords::MetricWords(QWidget* parent)
    : Card(tr("What it is"), parent), m_help(new QLabel(this)), m_lines(new QFormLayout) {
    setObjectName(u"metricFacts"_s);
    m_help->setObjectName(u"metricHelp"_s);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(theme::space::m);
    m_lines->setVerticalSpacing(theme::space::xs);
    m_lines->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    content()->addWidget(m_help);
    content()->addLayout(m_lines);
}

void MetricWords::addLine(const char* name, const QString& title, const std::string& text) {
    if (text.empty()) {
        return;
    }
    QLabel* head = widgets::makeLabel("captionMuted", this);
    head->setText(title);
    QLabel* words = widgets::makeLabel("caption", this);
    words->setObjectName(QString::fromLatin1(name));
    words->setText(wording::fromUtf8(text));
    words->setWordWrap(true);
    m_lines->addRow(head, words);
}

void MetricWords::showMetric(const Metric& metric, const std::vector<Metric>& all) {
    m_help->setText(metric.help.empty() ? tr("Nobody has written yet what it means.")
                                        : wording::fromUtf8(metric.help));
    theme::setStyleProperty(m_help, "hbText", metric.help.empty() ? u"muted"_s : QString());
    while (m_lines->rowCount() > 0) {
        m_lines->removeRow(0);
    }
    const Metric* series = findMetric(all, metric.rule.series);
    addLine("metricSource", tr("Source"), metric.source);
    addLine("metricSeries", tr("Reads"), series != nullptr ? series->name : metric.rule.series);
    addLine("metricOwner", tr("Who can act"), metric.ownerTeam);
    addLine("metricAction", tr("What helps"), metric.action);
}

} // namespace hb::pages
