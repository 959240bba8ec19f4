// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/metric_match.h"

#include "core/book/file_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace hb::pages {

namespace {

QString folded(const QString& name) {
    QString result;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber()) {
            result += c;
        }
    }
    return result;
}

} // namespace

MetricMatch::MetricMatch(const shell::Context& context, QWidget* parent)
    : QWidget(parent), m_theme(context.theme), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(m_theme.px(theme::space::l));
    m_grid->setVerticalSpacing(m_theme.px(theme::space::s));
    m_grid->setColumnStretch(0, 1);
}

void MetricMatch::show(const Scorecard& scorecard, const QStringList& fileMetrics) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_choices.clear();
    for (const Metric& metric : scorecard.metrics) {
        if (metric.rule.series.empty()) {
            addRow(metric, fileMetrics);
        }
    }
}

void MetricMatch::addRow(const Metric& metric, const QStringList& fileMetrics) {
    const int row = m_grid->rowCount();
    const QString key = QString::fromStdString(metric.key);
    auto* name = new QLabel(QString::fromStdString(metric.name), this);
    name->setToolTip(QString::fromStdString(metric.help));
    QLabel* keyLabel = widgets::makeLabel("captionMuted", this);
    keyLabel->setText(key);
    auto* choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("match_") + key);
    choice->setAccessibleName(tr("What in your file is %1").arg(name->text()));
    choice->addItem(tr("No data for it"), QString());
    for (const QString& file : fileMetrics) {
        choice->addItem(file, file);
        if (folded(file) == folded(key) || folded(file) == folded(name->text())) {
            choice->setCurrentIndex(choice->count() - 1);
        }
    }
    choice->setMinimumWidth(m_theme.px(220));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(keyLabel, row, 1);
    m_grid->addWidget(choice, row, 2);
    m_choices.insert(key, choice);
    connect(choice, &QComboBox::activated, this, &MetricMatch::changed);
}

std::map<std::string, std::string> MetricMatch::newKeys() const {
    std::map<std::string, std::string> keys;
    for (auto choice = m_choices.begin(); choice != m_choices.end(); ++choice) {
        const std::string chosen = book::metricKeyOf(choice.value()->currentData().toString());
        if (!chosen.empty() && chosen != choice.key().toStdString()) {
            keys[choice.key().toStdString()] = chosen;
        }
    }
    return keys;
}

} // namespace hb::pages
