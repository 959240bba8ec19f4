// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/charter_part.h"

#include "core/analytics/review_due.h"
#include "core/wording/days.h"
#include "core/wording/words.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/committed_text.h"
#include "ui/pages/templates/plain_spin.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int textWidth = 760, intervalWidth = 72, tall = 96, low = 60;
constexpr int mostMonths = 120;
} // namespace

CharterPart::CharterPart(const shell::Context& context, QWidget* parent)
    : TemplatePart(parent), m_context(context), m_form(new QFormLayout), m_name(new CommittedField(this)),
      m_nameFault(makeFaultLabel(u"templateNameFault"_s, this)), m_owner(new CommittedField(this)),
      m_months(new PlainSpin(u"reviewMonths"_s, tr("Months between reviews"), this)),
      m_next(widgets::makeLabel("muted", this)) {
    setObjectName(u"charterPart"_s);
    auto* card = new widgets::Card(tr("Charter"), this);
    card->setObjectName(u"charterCard"_s);
    m_form->setHorizontalSpacing(theme::space::m);
    m_form->setVerticalSpacing(theme::space::m);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_name->setObjectName(u"templateName"_s);
    m_name->setAccessibleName(tr("Name of the template"));
    m_name->setFaultLabel(m_nameFault);
    m_name->setTaker([this](const QString& text) { return takeName(text); });
    fillForm();
    card->content()->addLayout(m_form);
    scroll(card);
    connect(&context.theme, &theme::Theme::changed, this, &CharterPart::dress);
    dress();
}

void CharterPart::fillForm() {
    auto* name = new QVBoxLayout;
    name->setSpacing(theme::space::xs);
    name->addWidget(m_name);
    name->addWidget(m_nameFault);
    m_form->addRow(tr("Name"), name);
    addBox("charterPurpose",
           tr("Purpose"),
           tr("Which decision does this score serve?"),
           &Charter::purpose,
           tr("Changed the purpose"),
           tall);
    m_owner->setObjectName(u"charterOwner"_s);
    m_owner->setAccessibleName(tr("Owner of the template"));
    m_owner->setPlaceholderText(tr("Who answers for it?"));
    m_owner->setTaker([this](const QString& text) {
        const std::string owner = text.trimmed().toStdString();
        change([&owner](Draft& draft) { draft.charter.owner = owner; }, tr("Changed the owner"));
        return QString();
    });
    m_form->addRow(tr("Owner"), m_owner);
    addReview();
    addBox("charterReadiness",
           tr("Data readiness"),
           tr("Which sources are there, and which are not yet?"),
           &Charter::readiness,
           tr("Changed the data readiness"),
           low);
    addBox("charterEffort",
           tr("Effort"),
           tr("What does it cost to keep it fed?"),
           &Charter::effort,
           tr("Changed the effort"),
           low);
    addBox("charterNotes", tr("Notes"), {}, &Charter::notes, tr("Changed the notes"), tall);
}

/// The page is as tall as its content, and scrolls.
void CharterPart::scroll(QWidget* card) {
    auto* inside = new QWidget;
    inside->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(card);
    rows->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void CharterPart::addBox(const char* name,
                         const QString& title,
                         const QString& hint,
                         std::string Charter::* text,
                         const QString& said,
                         int high) {
    auto* box = new CommittedText(QString::fromLatin1(name), title, this);
    box->setPlaceholderText(hint);
    m_form->addRow(title, box);
    m_boxes.push_back({box, text, high});
    connect(box, &CommittedText::taken, this, [this, text, said](const QString& typed) {
        change([&](Draft& draft) { draft.charter.*text = typed.toStdString(); }, said);
    });
}

void CharterPart::addReview() {
    m_months->setDecimals(0);
    m_months->setRange(0, mostMonths);
    m_next->setObjectName(u"nextReview"_s);
    m_next->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(m_months);
    row->addWidget(new QLabel(tr("months"), this));
    row->addSpacing(theme::space::s);
    row->addWidget(m_next, 1);
    m_form->addRow(tr("Review every"), row);
    connect(m_months, &PlainSpin::numberSet, this, [this](double number) {
        const auto months = static_cast<int>(number);
        change([months](Draft& draft) { draft.charter.reviewMonths = months; },
               months == 0   ? tr("Set it to be reviewed never")
               : months == 1 ? tr("Set it to be reviewed every month")
                             : tr("Set it to be reviewed every %1 months").arg(months));
    });
}

void CharterPart::dress() {
    const theme::Theme& theme = m_context.theme;
    m_months->setFixedWidth(theme.px(intervalWidth));
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QLayoutItem* label = m_form->itemAt(row, QFormLayout::LabelRole);
        if (label && label->widget()) {
            label->widget()->setFixedHeight(
                theme.px(theme::size::control)); // beside the first line of its field
        }
    }
    for (const TextBox& each : m_boxes) {
        each.box->setFixedHeight(theme.px(each.high));
    }
    findChild<widgets::Card*>(u"charterCard"_s)->setMaximumWidth(theme.px(textWidth));
}

void CharterPart::showDraft(const TemplateView& view) {
    const bool isOther = view.draft.key != m_view.draft.key;
    m_view = view;
    const Charter& charter = view.draft.charter;
    for (CommittedField* field : {m_name, m_owner}) {
        field->setReadOnly(!view.isEditable);
        if (isOther) {
            field->setModified(false);
        }
    }
    m_name->setTruth(wording::fromUtf8(view.draft.name));
    m_owner->setTruth(wording::fromUtf8(charter.owner));
    m_months->setEnabled(view.isEditable);
    m_months->setTruth(charter.reviewMonths);
    for (const TextBox& each : m_boxes) {
        const QString text = wording::fromUtf8(charter.*each.text);
        each.box->setReadOnly(!view.isEditable);
        isOther ? each.box->reset(text) : each.box->setTruth(text);
    }
    m_next->setText(reviewSentence());
}

QString CharterPart::reviewSentence() const {
    const int months = m_view.draft.charter.reviewMonths;
    if (months == 0) {
        return tr("It is never reviewed.");
    }
    if (m_view.moment) {
        const Day today = m_context.session.today();
        for (const Template& each : m_view.moment->snapshot->scorecard->templates) {
            if (each.key != m_view.draft.key) {
                continue;
            }
            if (const std::optional<Day> next = analytics::nextReview(each, months)) {
                const QString day = wording::dayText(*next, today);
                return *next < today ? tr("The review was due on %1.").arg(day)
                                     : tr("Next review: %1").arg(day);
            }
        }
    }
    return tr("Counted from the day on which it is published.");
}

void CharterPart::change(const std::function<void(Draft&)>& edit, const QString& text) {
    Draft draft = m_view.draft;
    edit(draft);
    if (m_view.isEditable && draft != m_view.draft) {
        Q_EMIT edited(draft, text);
    }
}

QString CharterPart::takeName(const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) {
        return tr("A template needs a name.");
    }
    change([&name](Draft& draft) { draft.name = name.toStdString(); },
           tr("Renamed the template to %1").arg(name));
    return {};
}

} // namespace hb::pages
