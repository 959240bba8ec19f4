// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/weight_rows.h"

#include "core/wording/numbers.h"
#include "ui/widgets/card.h"
#include "ui/widgets/shared_undo.h"
#include "ui/widgets/typed_number.h"
#include "ui/widgets/weight_slider.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

using widgets::makeLabel;

namespace {

constexpr double mostWeight = 1'000'000;
constexpr int numberWidth = 60, shareWidth = 64;

widgets::TypedNumber* makeWeight(const theme::Theme& theme, QWidget* parent, QLabel* fault) {
    auto* number = new widgets::TypedNumber(parent);
    number->setObjectName(u"weight"_s);
    number->setFixedWidth(theme.px(numberWidth));
    number->setBounds(0,
                      mostWeight,
                      false,
                      WeightRow::tr("A weight is a number from 0 to a million, with at most 6 decimals."));
    QObject::connect(number, &widgets::TypedNumber::faultChanged, fault, [fault](const QString& sentence) {
        widgets::showFault(fault, sentence);
    });
    return number;
}

QLabel* makeFault(QWidget* parent) {
    QLabel* fault = makeLabel("caption", parent);
    fault->setObjectName(u"weightFault"_s);
    fault->setWordWrap(true);
    fault->hide();
    return fault;
}

QLabel* makeShare(const theme::Theme& theme, QWidget* parent) {
    QLabel* share = makeLabel("caption", parent);
    share->setObjectName(u"share"_s);
    share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    share->setFixedWidth(theme.px(shareWidth));
    return share;
}

QPushButton* makeMore(const theme::Theme& theme, QWidget* parent) {
    auto* more = new QPushButton(parent);
    more->setObjectName(u"more"_s);
    more->setProperty("hbButton", u"segment"_s);
    more->setIcon(theme.icon(theme::Icon::ChevronDown, theme::IconInk::Muted));
    more->setFixedWidth(theme.px(theme::size::hitArea));
    more->setAccessibleName(WeightRow::tr("More"));
    return more;
}

} // namespace

QString shareText(double share) {
    return share > 0 ? WeightRow::tr("%1%").arg(wording::pointsText(share * 100))
                     : WeightRow::tr("not counted");
}

WeightGroupRow::WeightGroupRow(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent), m_rollup(makeLabel("captionMuted", this)), m_name(new QLineEdit(this)),
      m_weight(nullptr), m_share(makeShare(theme, this)), m_fault(makeFault(this)),
      m_menu(makeMore(theme, this)) {
    m_weight = makeWeight(theme, this, m_fault);
    m_name->setObjectName(u"groupName"_s);
    m_name->setProperty("hbPlain", true);
    widgets::shareUndo(m_name);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme.px(theme::space::xs));
    line->addWidget(m_name, 1);
    line->addWidget(m_weight);
    line->addWidget(m_share);
    line->addWidget(m_menu);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, theme.px(theme::space::s), 0, 0);
    rows->setSpacing(0);
    rows->addLayout(line);
    rows->addWidget(m_rollup);
    rows->addWidget(m_fault);
    connect(m_weight, &widgets::TypedNumber::entered, this, &WeightGroupRow::weightChanged);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->isModified()) {
            m_name->setModified(false);
            Q_EMIT renamed(m_name->text().trimmed());
        }
    });
    connect(m_menu, &QPushButton::clicked, this, [this] {
        Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
    });
}

void WeightGroupRow::setGroup(const Group& group, double share, bool isEditable) {
    if (const QString name = QString::fromStdString(group.name);
        !m_name->isModified() && m_name->text() != name) {
        m_name->setText(name);
        m_name->setCursorPosition(0);
    }
    m_name->setReadOnly(!isEditable);
    m_name->setAccessibleName(tr("Name of the group"));
    m_weight->setNumber(group.weight);
    m_weight->setEnabled(isEditable);
    m_weight->setAccessibleName(tr("Weight of the group %1").arg(QString::fromStdString(group.name)));
    m_share->setText(shareText(share));
    m_menu->setVisible(isEditable);
    m_rollup->setText(group.metrics.empty()         ? tr("Empty: drag a metric here, or add one")
                      : group.rollup == Rollup::Min ? tr("Its weakest metric counts alone")
                                                    : QString());
    m_rollup->setVisible(!m_rollup->text().isEmpty());
}

void WeightGroupRow::rename() {
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void WeightGroupRow::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->globalPos());
}

void WeightGroupRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2) {
        rename();
        return;
    }
    QFrame::keyPressEvent(event);
}

WeightRow::WeightRow(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_name(new QPushButton(this)), m_share(makeShare(theme, this)),
      m_lock(new QPushButton(this)), m_slider(new widgets::WeightSlider(theme, this)), m_weight(nullptr),
      m_fault(makeFault(this)) {
    m_weight = makeWeight(theme, this, m_fault);
    m_name->setObjectName(u"metricName"_s);
    m_name->setProperty("hbButton", u"section"_s);
    m_name->setCheckable(true);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_name->installEventFilter(this);
    m_lock->setObjectName(u"lock"_s);
    m_lock->setProperty("hbButton", u"segment"_s);
    m_lock->setCheckable(true);
    m_lock->setFixedWidth(theme.px(theme::size::hitArea));
    m_slider->setObjectName(u"slider"_s);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(theme::space::xs));
    head->addWidget(m_name, 1);
    head->addWidget(m_share);
    head->addWidget(m_lock);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme.px(theme::space::s));
    line->addSpacing(theme.px(theme::space::xs));
    line->addWidget(m_slider, 1);
    line->addWidget(m_weight);
    line->addSpacing(theme.px(theme::size::hitArea + theme::space::xs));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.px(theme::space::s), 0, 0, theme.px(theme::space::xs));
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addLayout(line);
    rows->addWidget(m_fault);
    connect(m_name, &QPushButton::clicked, this, &WeightRow::chosen);
    connect(m_slider, &widgets::WeightSlider::moving, this, &WeightRow::weightMoving);
    connect(m_slider, &widgets::WeightSlider::moving, m_weight, &widgets::TypedNumber::setNumber);
    connect(m_slider, &widgets::WeightSlider::changed, this, &WeightRow::weightChanged);
    connect(m_weight, &widgets::TypedNumber::entered, this, &WeightRow::weightChanged);
    connect(m_lock, &QPushButton::clicked, this, &WeightRow::lockToggled);
}

void WeightRow::setFacts(const Facts& facts) {
    if (facts.key != m_facts.key) {
        m_weight->reset(); // what was half typed was another metric's
    }
    m_facts = facts;
    m_name->setToolTip(facts.isKnown ? facts.name : tr("%1 (not in the catalogue)").arg(facts.key));
    m_name->setAccessibleName(m_name->toolTip());
    m_name->setChecked(facts.isChosen);
    elideName();
    m_slider->setWeight(facts.weight);
    m_slider->setEnabled(facts.isEditable);
    m_slider->setAccessibleName(tr("Weight of %1").arg(facts.name));
    m_weight->setNumber(facts.weight);
    m_weight->setEnabled(facts.isEditable);
    m_weight->setAccessibleName(tr("Weight of %1").arg(facts.name));
    m_lock->setChecked(facts.isLocked);
    m_lock->setEnabled(facts.isEditable);
    m_lock->setIcon(QIcon(theme::iconPixmap(theme::Icon::Pin,
                                            facts.isLocked ? m_theme.tokens().accent : m_theme.tokens().muted,
                                            m_theme.px(theme::size::icon),
                                            devicePixelRatioF())));
    m_lock->setToolTip(facts.isLocked ? tr("Its share stays while others move: click to let it follow")
                                      : tr("Keep this share while others move"));
    m_lock->setAccessibleName(tr("Keep the share of %1").arg(facts.name));
    setShare(facts.share);
}

void WeightRow::elideName() {
    const int room = m_name->width() - m_theme.px(theme::space::m);
    m_name->setText(m_name->fontMetrics().elidedText(m_name->toolTip(), Qt::ElideRight, room));
}

void WeightRow::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate();
    elideName();
}

void WeightRow::setShare(double share) {
    m_share->setText(shareText(share));
    m_share->setToolTip(share > 0 ? tr("Its nominal share of the score, with all metrics present")
                                  : tr("Shown, not counted"));
}

/// The name is a button for a click and a handle for a drag.
bool WeightRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_name && event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent*>(event)->pos();
    } else if (watched == m_name && event->type() == QEvent::KeyPress &&
               takeKey(*static_cast<QKeyEvent*>(event))) {
        return true; // before the button walks to its neighbour
    } else if (watched == m_name && event->type() == QEvent::MouseMove && m_facts.isEditable) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool isFar = (mouse->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (mouse->buttons().testFlag(Qt::LeftButton) && isFar) {
            m_name->setDown(false);
            Q_EMIT dragStarted();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void WeightRow::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->globalPos());
}

bool WeightRow::takeKey(const QKeyEvent& event) {
    const bool isCtrl = event.modifiers() == Qt::ControlModifier;
    if (m_facts.isEditable && isCtrl && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        Q_EMIT moveRequested(event.key() == Qt::Key_Up ? -1 : 1);
    } else if (m_facts.isEditable && event.key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
    } else if (event.key() == Qt::Key_Menu) {
        Q_EMIT menuRequested(mapToGlobal(rect().bottomLeft()));
    } else {
        return false;
    }
    return true;
}

void WeightRow::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(*event)) {
        QFrame::keyPressEvent(event);
    }
}

} // namespace hb::pages
