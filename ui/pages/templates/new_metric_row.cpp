// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/new_metric_row.h"

#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/free_key.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calm_box.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int longestKey = 64;

void showFault(QLineEdit* field, QLabel* label, const QString& expected) {
    theme::setStyleProperty(field, "hbFault", !expected.isEmpty());
    field->setAccessibleDescription(expected);
    label->setText(expected.isEmpty() ? QString() : u"\u24E7 "_s + expected);
    label->setVisible(!expected.isEmpty());
}

std::vector<Level> usualLevels() {
    return {{1, NewMetricRow::tr("Low").toStdString(), 0, ""},
            {2, NewMetricRow::tr("Medium").toStdString(), 50, ""},
            {3, NewMetricRow::tr("High").toStdString(), 100, ""}};
}

} // namespace

NewMetricRow::NewMetricRow(QWidget* parent)
    : QWidget(parent), m_name(field("newMetricName", tr("Name of the new metric"))),
      m_key(field("newMetricKey", tr("Key in files"))),
      m_nameFault(makeFaultLabel(u"newMetricNameFault"_s, this)),
      m_keyFault(makeFaultLabel(u"newMetricKeyFault"_s, this)),
      m_kind(new widgets::CalmBox(u"newMetricKind"_s, tr("Kind of the new metric"), this)) {
    setObjectName(u"newMetricRow"_s);
    m_name->setPlaceholderText(tr("Name, such as Weekly logins"));
    m_key->setPlaceholderText(tr("Key in files"));
    m_key->setToolTip(tr("By this key the metric is called in CSV files; it never changes."));
    m_kind->addItems({tr("A number that is measured"), tr("A level that a person sets")}); // as MetricKind
    auto* adds = new QPushButton(tr("Add"), this);
    adds->setObjectName(u"addMetric"_s);
    theme::setStyleProperty(adds, "hbButton", u"primary"_s);
    auto* leaves = new QPushButton(tr("Cancel"), this);
    leaves->setObjectName(u"cancelMetric"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::space::s);
    buttons->addWidget(adds);
    buttons->addWidget(leaves);
    buttons->addStretch();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::s);
    for (QWidget* each : std::initializer_list<QWidget*>{m_name, m_nameFault, m_key, m_keyFault, m_kind}) {
        rows->addWidget(each);
    }
    rows->addLayout(buttons);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
        if (!m_key->isModified()) {
            m_key->setText(name.trimmed().isEmpty()
                               ? QString()
                               : QString::fromStdString(freeKey(m_taken, name, u"metric"_s)));
        }
        showFault(m_name, m_nameFault, {});
    });
    connect(m_key, &QLineEdit::textEdited, this, [this] { showFault(m_key, m_keyFault, keyFault()); });
    connect(adds, &QPushButton::clicked, this, &NewMetricRow::add);
    connect(leaves, &QPushButton::clicked, this, &NewMetricRow::cancelled);
}

QLineEdit* NewMetricRow::field(const char* name, const QString& title) {
    auto* made = new QLineEdit(this);
    made->setObjectName(QString::fromLatin1(name));
    made->setAccessibleName(title);
    connect(made, &QLineEdit::returnPressed, this, &NewMetricRow::add);
    return made;
}

void NewMetricRow::start() {
    m_name->clear();
    m_key->clear();
    m_key->setModified(false);
    m_kind->setCurrentIndex(0);
    showFault(m_name, m_nameFault, {});
    showFault(m_key, m_keyFault, {});
    show();
    m_name->setFocus();
}

QString NewMetricRow::nameFault() const {
    return m_name->text().trimmed().isEmpty() ? tr("A metric needs a name.") : QString();
}

QString NewMetricRow::keyFault() const {
    const QString key = m_key->text();
    static const QRegularExpression allowed(u"^[a-z0-9_.-]+$"_s);
    if (!allowed.match(key).hasMatch() || key.size() > longestKey) {
        return tr("1 to 64 small letters, digits, and _ . - are expected.");
    }
    return std::ranges::find(m_taken, key.toStdString()) == m_taken.end()
               ? QString()
               : tr("Another metric has this key: one that no other has is expected.");
}

void NewMetricRow::add() {
    showFault(m_name, m_nameFault, nameFault());
    showFault(m_key, m_keyFault, m_name->text().trimmed().isEmpty() ? QString() : keyFault());
    if (!nameFault().isEmpty() || !keyFault().isEmpty()) {
        (nameFault().isEmpty() ? m_key : m_name)->setFocus();
        return;
    }
    Metric metric;
    metric.key = m_key->text().toStdString();
    metric.name = m_name->text().trimmed().toStdString();
    metric.rule.kind = static_cast<MetricKind>(m_kind->currentIndex());
    if (metric.rule.kind == MetricKind::Level) {
        metric.rule.levels = usualLevels();
    }
    Q_EMIT wanted(metric);
}

bool NewMetricRow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // closes this row alone
        return true;
    }
    return QWidget::event(event);
}

void NewMetricRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace hb::pages
