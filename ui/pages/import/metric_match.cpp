// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/metric_match.h"

#include "core/book/file_preview.h"
#include "core/exchange/leave_out_metrics.h"
#include "core/exchange/rename_metrics.h"
#include "core/wording/words.h"
#include "ui/pages/import/import_words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <set>
#include <vector>

namespace hb::pages {

namespace {

enum Choice : int { FileMetric, NoDataYet, LeaveOut };
constexpr int choiceWidth = 260;

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

MetricMatch::MetricMatch(const shell::Context& context, Scorecard starter, QWidget* parent)
    : Card(tr("Which of your metrics is which?"), parent), m_theme(context.theme),
      m_starter(std::move(starter)), m_grid(new QGridLayout), m_offer(new QWidget(this)),
      m_offerText(new QLabel(m_offer)), m_offerButton(new QPushButton(m_offer)) {
    QLabel* words = widgets::makeLabel("muted", this);
    words->setText(tr("Without a scorecard file you start from ours: a hypothesis, validate it on your own "
                      "renewals."));
    words->setWordWrap(true);
    content()->addWidget(words);
    m_grid->setContentsMargins(0, m_theme.px(theme::space::s), 0, 0);
    m_grid->setHorizontalSpacing(m_theme.px(theme::space::l));
    m_grid->setVerticalSpacing(m_theme.px(theme::space::m));
    m_grid->setColumnStretch(0, 1);
    content()->addLayout(m_grid);
    for (const Metric& metric : m_starter.metrics) {
        if (metric.rule.series.empty()) {
            addRow(metric);
        }
    }
    auto* offer = new QHBoxLayout(m_offer);
    offer->setContentsMargins(0, m_theme.px(theme::space::s), 0, 0);
    m_offerText->setWordWrap(true);
    m_offerButton->setObjectName(QStringLiteral("leaveOutSilent"));
    offer->addWidget(m_offerText, 1);
    offer->addWidget(m_offerButton);
    content()->addWidget(m_offer);
    connect(m_offerButton, &QPushButton::clicked, this, &MetricMatch::leaveOutSilent);
}

void MetricMatch::addRow(const Metric& metric) {
    const int row = m_grid->rowCount();
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(2));
    auto* name = new QLabel(wording::fromUtf8(metric.name), this);
    QLabel* help = widgets::makeLabel("captionMuted", this);
    help->setText(tr("%1 \u00B7 %2").arg(wording::fromUtf8(metric.key), wording::fromUtf8(metric.help)));
    help->setWordWrap(true);
    words->addWidget(name);
    words->addWidget(help);
    auto* choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("match_") + wording::fromUtf8(metric.key));
    choice->setAccessibleName(tr("What in your files is %1").arg(name->text()));
    choice->setFixedWidth(m_theme.px(choiceWidth));
    m_grid->addLayout(words, row, 0);
    m_grid->addWidget(choice, row, 1, Qt::AlignTop);
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->installEventFilter(this);
    Row& made = m_rows[metric.key];
    made.choice = choice;
    connect(choice, &QComboBox::activated, this, [this, &made] { choose(made); });
}

bool MetricMatch::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return Card::eventFilter(watched, event);
}

QString MetricMatch::proposal(const Metric& metric) const {
    for (const QString& name : m_names) {
        if (folded(name) == folded(wording::fromUtf8(metric.key)) ||
            folded(name) == folded(wording::fromUtf8(metric.name))) {
            return name;
        }
    }
    return {};
}

void MetricMatch::setFileMetrics(const QStringList& names) {
    m_names = names;
    for (const Metric& metric : m_starter.metrics) {
        const auto row = m_rows.find(metric.key);
        if (row == m_rows.end()) {
            continue;
        }
        const bool isGone = !row->second.wanted.isEmpty() && !names.contains(row->second.wanted);
        if (row->second.turn == 0 || isGone) {
            row->second.wanted = proposal(metric);
        }
    }
    fillAll();
}

void MetricMatch::fillAll() {
    for (const auto& [key, row] : m_rows) {
        fill(key, row);
    }
    const auto silent =
        std::ranges::count_if(m_rows, [this](const auto& each) { return isSilent(each.first, each.second); });
    const auto out = std::ranges::count_if(m_rows, [](const auto& each) { return each.second.leftOut; });
    const bool someStay = silent + out < static_cast<std::ptrdiff_t>(m_rows.size());
    m_offer->setVisible(silent > 0 && someStay);
    m_offerText->setText(
        silent == 1 ? tr("1 of these has no data. Left out, the others count for more, and fewer accounts "
                         "stay grey.")
                    : tr("%1 of these have no data. Left out, the others count for more, and fewer accounts "
                         "stay grey.")
                          .arg(silent));
    m_offerButton->setText(silent == 1 ? tr("Leave it out") : tr("Leave the %1 out").arg(silent));
}

void MetricMatch::fill(const std::string& key, const Row& row) {
    const QSignalBlocker quiet(row.choice);
    QComboBox& choice = *row.choice;
    choice.clear();
    for (const QString& name : m_names) {
        choice.addItem(name, FileMetric);
    }
    choice.addItem(tr("No data yet"), NoDataYet);
    choice.addItem(tr("Left out"), LeaveOut);
    const int last = choice.count() - 1;
    const auto at = m_names.indexOf(nameOf(key, row));
    choice.setCurrentIndex(row.leftOut ? last : at >= 0 ? static_cast<int>(at) : last - 1);
}

void MetricMatch::choose(Row& row) {
    const int what = row.choice->currentData().toInt();
    row.wanted = what == FileMetric ? row.choice->currentText() : QString();
    row.leftOut = what == LeaveOut;
    row.turn = ++m_turn;
    fillAll();
    Q_EMIT changed();
}

QString MetricMatch::nameOf(const std::string& key, const Row& row) const {
    if (row.leftOut || row.wanted.isEmpty()) {
        return {};
    }
    for (const auto& [otherKey, other] : m_rows) {
        const bool wantsIt = otherKey != key && !other.leftOut && other.wanted == row.wanted;
        if (wantsIt && (other.turn > row.turn || (other.turn == row.turn && otherKey < key))) {
            return {};
        }
    }
    return row.wanted;
}

bool MetricMatch::isSilent(const std::string& key, const Row& row) const {
    return !row.leftOut && nameOf(key, row).isEmpty();
}

void MetricMatch::leaveOutSilent() {
    std::vector<Row*> silent;
    for (auto& [key, row] : m_rows) {
        if (isSilent(key, row)) {
            silent.push_back(&row);
        }
    }
    for (Row* row : silent) {
        row->leftOut = true;
        row->turn = ++m_turn;
    }
    fillAll();
    Q_EMIT changed();
}

std::map<std::string, std::string> MetricMatch::newKeys() const {
    std::set<std::string> taken;
    for (const QString& name : m_names) {
        taken.insert(book::metricKeyOf(name));
    }
    std::map<std::string, std::string> keys;
    for (const auto& [key, row] : m_rows) {
        const std::string fromFile = book::metricKeyOf(nameOf(key, row));
        if (!fromFile.empty()) {
            keys[key] = fromFile;
        } else if (taken.contains(key)) {
            keys[key] = key + "_later"; // the files have something else under its name
        }
    }
    return keys;
}

Scorecard MetricMatch::matched() const {
    std::set<std::string> out;
    for (const auto& [key, row] : m_rows) {
        if (row.leftOut) {
            out.insert(key);
        }
    }
    // All out would leave no scorecard: then the starter stays whole, and waits for data.
    Scorecard kept = out.size() < m_rows.size() ? exchange::withoutMetrics(m_starter, out) : m_starter;
    return exchange::withMetricKeys(std::move(kept), newKeys());
}

} // namespace hb::pages
