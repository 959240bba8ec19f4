// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/capacity_card.h"

#include "core/wording/days.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/plain_spin.h"
#include "ui/theme/theme.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/typed_number.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr double usualCapacity = 25, mostCapacity = 1'000'000;
constexpr int spinWidth = 96;

/// Neither labels nor bounds change a score, nor who has one.
bool scoresAlike(DraftScoring a, DraftScoring b) {
    a.part.version.scheme = b.part.version.scheme = {};
    return isSameScoring(a, b);
}

} // namespace

std::optional<std::size_t> endOfRed(const Scheme& scheme) {
    const auto end =
        std::ranges::find_if(scheme.ranges, [](const Range& range) { return range.colour != Band::Red; });
    if (end == scheme.ranges.begin() || end == scheme.ranges.end()) {
        return std::nullopt;
    }
    const bool isOnce = std::ranges::none_of(
        end, scheme.ranges.end(), [](Band colour) { return colour == Band::Red; }, &Range::colour);
    return isOnce ? std::optional(static_cast<std::size_t>(end - scheme.ranges.begin())) : std::nullopt;
}

CapacityCard::CapacityCard(const shell::Context& context, QWidget* parent)
    : Card(tr("Size red to capacity"), parent), m_context(context),
      m_capacity(new PlainSpin(u"capacity"_s, tr("Accounts that my team can work"), this)),
      m_set(new QPushButton(tr("Set the bound of red"), this)), m_sentence(new QLabel(this)),
      m_note(makeFaultLabel(u"capacityNote"_s, this)) {
    m_capacity->setDecimals(0);
    m_capacity->setRange(0, mostCapacity);
    m_capacity->setTruth(usualCapacity);
    m_set->setObjectName(u"sizeRed"_s);
    m_sentence->setObjectName(u"capacitySentence"_s);
    m_sentence->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("My team can work"), this));
    row->addWidget(m_capacity);
    row->addWidget(new QLabel(tr("accounts"), this));
    row->addSpacing(theme::space::s);
    row->addWidget(m_set);
    row->addStretch();
    content()->addLayout(row);
    content()->addWidget(m_note);
    content()->addWidget(m_sentence);
    const auto dress = [this] { m_capacity->setFixedWidth(m_context.theme.px(spinWidth)); };
    connect(&context.theme, &theme::Theme::changed, this, dress);
    dress();
    connect(m_capacity, &PlainSpin::numberSet, m_note, &QLabel::hide);
    connect(m_set, &QPushButton::clicked, this, &CapacityCard::size);
}

void CapacityCard::showView(const TemplateView& view) {
    std::optional<DraftScoring> scoring = scoringOf(view);
    const bool isSame = scoring && m_scoring && scoresAlike(*scoring, *m_scoring);
    m_editable = view.isEditable;
    if (view.draft.version.scheme != m_scheme) {
        m_note->hide();
    }
    m_scheme = view.draft.version.scheme;
    m_scoring = std::move(scoring);
    if (!isSame) {
        m_scores.reset();
        m_isCounting = m_isWanted = false;
        ++m_asked;
        if (isVisible()) {
            count();
        }
    }
    say();
}

void CapacityCard::previewScheme(const Scheme& scheme) {
    m_scheme = scheme;
    say();
}

void CapacityCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    count();
}

void CapacityCard::count() {
    if (!m_scoring || m_scores || m_isCounting) {
        return;
    }
    m_isCounting = true;
    m_context.jobs.runLatest<analytics::ScoresOfYear>(
        u"templates.capacity"_s,
        {},
        [scoring = *m_scoring](const Job& job) -> Result<analytics::ScoresOfYear> {
            const session::Moment& moment = *scoring.moment;
            const auto version = scoring::compile(*moment.snapshot, scoring.part.version);
            auto scores =
                analytics::scoresOfYear(*moment.scorer, version, scoring.place, moment.day, job.stop);
            return job.stopped() ? Result<analytics::ScoresOfYear>(cancelled()) : std::move(scores);
        },
        this,
        [this, asked = m_asked](Result<analytics::ScoresOfYear> scores) {
            if (asked != m_asked) {
                return; // of an older draft
            }
            m_isCounting = false;
            if (scores) {
                counted(std::move(*scores));
            }
        });
    say();
}

void CapacityCard::counted(analytics::ScoresOfYear scores) {
    m_scores = std::move(scores);
    if (std::exchange(m_isWanted, false)) {
        size();
    }
    say();
}

void CapacityCard::size() {
    const std::optional<std::size_t> end = endOfRed(m_scheme);
    if (!end || !m_scoring) {
        return;
    }
    if (!m_scores) {
        m_isWanted = true;
        count();
        return;
    }
    const std::vector<Range>& ranges = m_scheme.ranges;
    const analytics::BoundRoom room{.above = ranges[*end - 1].from,
                                    .below = *end + 1 < ranges.size() ? ranges[*end + 1].from : 100,
                                    .now = ranges[*end].from};
    const auto capacity = static_cast<std::size_t>(m_capacity->value());
    const auto sized = analytics::sizeRedTo(capacity, *m_scores, room);
    if (!sized) {
        return;
    }
    if (sized->bound != room.now) {
        Q_EMIT boundWanted(static_cast<int>(*end), sized->bound);
    }
    if (!sized->isWithinIt) {
        widgets::showFault(m_note,
                           tr("No bound above %1 leaves so few: %2 score less than %3.")
                               .arg(widgets::exactText(room.above))
                               .arg(sized->red)
                               .arg(widgets::exactText(sized->bound)));
    }
}

void CapacityCard::say() {
    m_capacity->setEnabled(m_editable);
    m_set->setEnabled(m_editable && m_scoring && endOfRed(m_scheme));
    m_sentence->setText(sentence());
}

QString CapacityCard::sentence() const {
    const std::optional<std::size_t> end = endOfRed(m_scheme);
    if (!end) {
        return tr("This works where the lowest ranges are red, and no other.");
    }
    if (!m_scoring) {
        return tr("Nothing counts yet: give a group a metric first.");
    }
    if (!m_scores) {
        return tr("Counting\u2026");
    }
    const double bound = m_scheme.ranges[*end].from;
    const auto red = static_cast<int>(analytics::redBelow(m_scores->today, bound));
    const Day now = m_context.session.today(), day = m_scoring->moment->day;
    const QString when = day == now ? tr("today") : tr("on %1").arg(wording::dayText(day, now));
    const QString today =
        (red == 1 ? tr("%n account is red %1.", nullptr, red) : tr("%n accounts are red %1.", nullptr, red))
            .arg(when);
    if (m_scores->monthEnds.empty()) {
        return today;
    }
    analytics::RedRange year = analytics::redOverYear(*m_scores, bound);
    const auto onDay = analytics::redBelow(m_scores->today, bound); // the day itself is of the year
    year.least = std::min(year.least, onDay);
    year.most = std::max(year.most, onDay);
    const QString past = year.least == year.most
                             ? tr("With the bound at %1 you would have had %2 red over the last year.")
                                   .arg(widgets::exactText(bound))
                                   .arg(year.most)
                             : tr("With the bound at %1 you would have had %2 to %3 red over the last year.")
                                   .arg(widgets::exactText(bound))
                                   .arg(year.least)
                                   .arg(year.most);
    return today + u' ' + past;
}

} // namespace hb::pages
