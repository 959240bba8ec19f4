// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/file_row.h"

#include "ui/pages/import/import_words.h"
#include "ui/pages/import/preview_model.h"
#include "ui/session/book_session.h"
#include "ui/session/days.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/view_copies.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace hb::pages {

namespace {

constexpr int kindWidth = 112;
constexpr int previewRow = 24;
constexpr int previewHead = 40;
constexpr int widestColumn = 220;

/// What stands before a sentence on what was expected: never red, which means health.
QPixmap circledCross(const theme::Theme& theme, double devicePixelRatio) {
    const int size = theme.px(theme::size::icon);
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.tokens().ink, theme.px(1.5), Qt::SolidLine, Qt::RoundCap));
    const QRectF disc = QRectF(0, 0, size, size).adjusted(2, 2, -2, -2);
    const QRectF cross = disc.adjusted(size * 0.22, size * 0.22, -size * 0.22, -size * 0.22);
    painter.drawEllipse(disc);
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
    return pixmap;
}

} // namespace

FileRow::FileRow(const shell::Context& context, const QString& path, QWidget* parent)
    : QWidget(parent), m_theme(context.theme), m_path(path), m_kind(widgets::makeLabel("cardTitle", this)),
      m_recognised(widgets::makeLabel("muted", this)), m_taken(widgets::makeLabel("muted", this)),
      m_fault(new QWidget(this)), m_faultIcon(new QLabel(m_fault)),
      m_faultText(widgets::makeLabel("body", m_fault)), m_choices(new QWidget(this)),
      m_undated(new QComboBox(m_choices)), m_day(new QDateEdit(m_choices)),
      m_look(widgets::makeSegment(tr("Look inside"), this)),
      m_remove(widgets::makeButton("segment", tr("Leave out"), this)), m_table(new QTableView(this)),
      m_model(new PreviewModel(this)) {
    build(context);
    showReading();
}

void FileRow::build(const shell::Context& context) {
    QLabel* name = widgets::makeLabel("body", this);
    name->setText(QFileInfo(m_path).fileName());
    name->setToolTip(m_path);
    m_kind->setFixedWidth(m_theme.px(kindWidth));
    for (QLabel* label : {m_kind, name, m_taken}) { // on one line with the buttons
        label->setFixedHeight(m_theme.px(theme::size::tableControl));
    }
    m_recognised->setWordWrap(true);
    m_recognised->setObjectName(QStringLiteral("recognised"));
    m_taken->setObjectName(QStringLiteral("taken"));
    m_look->setObjectName(QStringLiteral("lookInside"));
    m_look->setAccessibleName(tr("Look inside %1").arg(name->text()));
    m_remove->setObjectName(QStringLiteral("leaveFileOut"));
    m_remove->setAccessibleName(tr("Leave %1 out").arg(name->text()));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(m_recognised);
    words->addWidget(m_fault);
    words->addWidget(makeChoices(context));
    auto* line = new QHBoxLayout;
    line->setSpacing(m_theme.px(theme::space::s));
    line->addWidget(m_kind, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    line->addWidget(m_taken, 0, Qt::AlignTop);
    line->addWidget(m_look, 0, Qt::AlignTop);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    buildFault();
    buildTable(name->text());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(theme::space::s));
    layout->addLayout(line);
    layout->addWidget(m_table);
    connect(m_look, &QPushButton::toggled, m_table, &QWidget::setVisible);
    connect(m_remove, &QPushButton::clicked, this, &FileRow::removeRequested);
}

void FileRow::buildFault() {
    m_faultText->setObjectName(QStringLiteral("fileFault"));
    m_faultText->setWordWrap(true);
    auto* fault = new QHBoxLayout(m_fault);
    fault->setContentsMargins(0, 0, 0, 0);
    fault->setSpacing(m_theme.px(theme::space::s));
    fault->addWidget(m_faultIcon, 0, Qt::AlignTop);
    fault->addWidget(m_faultText, 1);
    const auto dress = [this] { m_faultIcon->setPixmap(circledCross(m_theme, devicePixelRatioF())); };
    connect(&m_theme, &theme::Theme::changed, this, dress);
    dress();
}

void FileRow::buildTable(const QString& name) {
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(previewRow));
    m_table->horizontalHeader()->setFixedHeight(m_theme.px(previewHead));
    m_table->horizontalHeader()->setMaximumSectionSize(m_theme.px(widestColumn));
    m_table->setShowGrid(false);
    m_table->setProperty("hbTable", QStringLiteral("words"));
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("First rows of %1").arg(name));
    widgets::offerCopies(*m_table, tr("First rows of %1").arg(name));
}

/// What only a person can say: that a file without days measures, and on which day.
QWidget* FileRow::makeChoices(const shell::Context& context) {
    m_undated->addItems({tr("Its columns are attributes"), tr("Its columns are metrics")});
    m_undated->setObjectName(QStringLiteral("undated"));
    m_undated->setAccessibleName(tr("What the columns of this file are"));
    m_day->setObjectName(QStringLiteral("measuredOn"));
    m_day->setAccessibleName(tr("Measured on"));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    widgets::dressCalendar(*m_day->calendarWidget(), m_theme);
    m_day->setMaximumDate(session::toQDate(context.session.today()));
    m_day->setDate(session::toQDate(context.session.today()));
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, m_theme.px(theme::space::xs), 0, 0);
    row->setSpacing(m_theme.px(theme::space::s));
    row->addWidget(m_undated);
    row->addWidget(m_day);
    row->addStretch();
    connect(m_undated, &QComboBox::activated, this, &FileRow::undatedChanged);
    connect(m_day, &QDateEdit::dateChanged, this, &FileRow::dayChanged);
    return m_choices;
}

book::Undated FileRow::undated() const {
    return m_undated->currentIndex() == 1 ? book::Undated::Measurements : book::Undated::Accounts;
}

std::optional<Day> FileRow::day() const {
    const bool needed = m_preview && m_preview->kind == book::ImportKind::Measurements && !m_preview->hasDays;
    return needed ? std::optional(session::toDay(m_day->date())) : std::nullopt;
}

void FileRow::showReading() {
    m_reading = true;
    m_preview.reset();
    m_scorecard.reset();
    m_kind->setText(tr("Reading..."));
    m_recognised->hide();
    m_choices->hide();
    m_look->hide();
    m_table->hide();
    setFault({});
    showReport(nullptr);
}

void FileRow::showPreview(const book::FilePreview& preview) {
    m_reading = false;
    m_preview = preview;
    m_kind->setText(kindWord(preview.kind));
    m_choices->setVisible(preview.mayBeMetrics);
    m_day->setVisible(day().has_value());
    m_model->setPreview(preview);
    m_table->resizeColumnsToContents();
    const int rows = m_theme.px(previewRow) * m_model->rowCount();
    const int bar = m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setFixedHeight(m_theme.px(previewHead) + rows + bar);
    m_look->show();
    m_table->setVisible(m_look->isChecked());
    m_recognised->setText(recognisedSentence(preview));
    m_recognised->show();
}

void FileRow::showScorecard(Scorecard scorecard) {
    m_reading = false;
    m_kind->setText(tr("Scorecard"));
    m_recognised->setText(recognisedSentence(scorecard));
    m_recognised->show();
    m_scorecard = std::move(scorecard);
}

void FileRow::showFault(const Error& error) {
    m_reading = false;
    m_kind->setText(tr("Not used"));
    setFault(faultSentence(error, m_path));
}

void FileRow::setFault(const QString& sentence) {
    m_faultText->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void FileRow::showReport(const book::FileReport* report) {
    m_taken->setText(report ? takenText(*report) : QString());
    m_taken->setVisible(report != nullptr);
}

} // namespace hb::pages
