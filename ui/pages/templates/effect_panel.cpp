// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/effect_panel.h"

#include "core/wording/days.h"
#include "core/wording/draft_sentence.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/jobs/job_runner.h"
#include "ui/pages/templates/effect_bars.h"
#include "ui/pages/templates/effect_tables.h"
#include "ui/widgets/band_matrix.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/movers_list.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t moversShown = 100; ///< more than anybody reads while a slider moves

EffectBars::Side countsOf(const std::array<analytics::Tally, 4>& bands) {
    EffectBars::Side side;
    for (std::size_t band = 0; band < bands.size(); ++band) {
        side.amounts[band] = static_cast<double>(bands[band].accounts);
        side.words[band] = bands[band].accounts > 0 ? wording::countText(bands[band].accounts) : QString();
    }
    return side;
}

/// Of a book with one currency.
EffectBars::Side moneyOf(const std::array<analytics::Tally, 4>& bands) {
    EffectBars::Side side;
    for (std::size_t band = 0; band < bands.size(); ++band) {
        const auto& cents = bands[band].cents;
        side.amounts[band] = cents.empty() ? 0 : static_cast<double>(cents.front().second);
        side.words[band] = wording::tallyMoney(bands[band]);
    }
    return side;
}

bool hasOneCurrency(const std::array<analytics::Tally, 4>& bands) {
    std::string currency;
    for (const analytics::Tally& tally : bands) {
        for (const auto& [each, cents] : tally.cents) {
            if (!currency.empty() && each != currency) {
                return false;
            }
            currency = each;
        }
    }
    return !currency.empty();
}

} // namespace

EffectPanel::EffectPanel(const shell::Context& context, QWidget* parent)
    : Card({}, parent), m_context(context), m_headline(widgets::makeLabel("cardTitle", this)),
      m_words(widgets::makeLabel("captionMuted", this)), m_faults(widgets::makeLabel("caption", this)),
      m_pictures(new QWidget(this)), m_accounts(new EffectBars(context.theme, m_pictures)),
      m_money(new EffectBars(context.theme, m_pictures)),
      m_matrix(new widgets::BandMatrix(context.theme, m_pictures)),
      m_listTitle(widgets::makeLabel("captionMuted", m_pictures)),
      m_all(new QPushButton(tr("Show all"), m_pictures)),
      m_movers(new widgets::MoversList(context.theme, this)),
      m_try(new QPushButton(tr("Are the bands an accident of the weights?"), this)),
      m_tried(widgets::makeLabel("captionMuted", this)) {
    build();
    connect(m_faults, &QLabel::linkActivated, this, &EffectPanel::faultAsked);
    connect(m_matrix, &widgets::BandMatrix::asked, this, &EffectPanel::chooseCell);
    connect(m_try, &QPushButton::clicked, this, &EffectPanel::tryWeights);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_cell.reset();
        showMovers();
    });
    connect(m_movers, &widgets::MoversList::activated, this, [this](int row) {
        const AccountIndex account = m_movers->rows()[static_cast<std::size_t>(row)].account;
        Q_EMIT accountAsked(QString::fromStdString((*m_view.moment->snapshot->accounts)[account].key));
    });
}

void EffectPanel::build() {
    const theme::Theme& theme = m_context.theme;
    m_headline->setObjectName(u"effectHeadline"_s);
    m_words->setObjectName(u"effectWords"_s);
    m_accounts->setObjectName(u"effectAccounts"_s);
    m_money->setObjectName(u"effectMoney"_s);
    m_matrix->setObjectName(u"effectMatrix"_s);
    m_movers->setObjectName(u"movers"_s);
    m_all->setObjectName(u"allMovers"_s);
    m_all->setProperty("hbButton", u"link"_s);
    m_try->setObjectName(u"tryWeights"_s);
    m_try->setProperty("hbButton", u"link"_s);
    m_tried->setObjectName(u"triedWeights"_s);
    m_tried->setWordWrap(true);
    m_headline->setWordWrap(true);
    m_words->setWordWrap(true);
    m_faults->setObjectName(u"draftFaults"_s);
    m_faults->setWordWrap(true);
    m_faults->setTextFormat(Qt::RichText);
    m_faults->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    content()->setSpacing(theme.px(theme::space::s));
    auto* title = new QHBoxLayout;
    title->addWidget(m_listTitle, 1);
    title->addWidget(m_all);
    auto* pictures = new QVBoxLayout(m_pictures);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(theme.px(theme::space::xs));
    pictures->addWidget(m_accounts);
    pictures->addWidget(m_money);
    pictures->addSpacing(theme.px(theme::space::s));
    pictures->addWidget(m_matrix);
    pictures->addSpacing(theme.px(theme::space::s));
    pictures->addLayout(title);
    auto* area = new QScrollArea(this);
    auto* body = new QWidget;
    body->setObjectName(u"hbScrolled"_s);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, theme.px(theme::space::s), 0);
    rows->setSpacing(theme.px(theme::space::s));
    rows->addWidget(m_words);
    rows->addWidget(m_faults);
    rows->addWidget(m_pictures);
    rows->addWidget(m_movers);
    rows->addWidget(m_try, 0, Qt::AlignLeft);
    rows->addWidget(m_tried);
    rows->addStretch(1);
    area->setWidget(body);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content()->addWidget(m_headline);
    content()->addWidget(area, 1);
}

void EffectPanel::setEffect(const TemplateView& view, std::shared_ptr<const book::DraftEffect> effect) {
    m_view = view;
    m_effect = std::move(effect);
    m_tried->clear(); // what was tried was another draft
    m_tried->hide();
    refresh();
}

const std::shared_ptr<const scoring::Scorer>& EffectPanel::scorer() const {
    return m_effect && m_effect->after ? m_effect->after : m_view.moment->scorer;
}

void EffectPanel::tryWeights() {
    using Tried = analytics::Robustness;
    const auto& templates = scorer()->snapshot().scorecard->templates;
    const auto found = std::ranges::find(templates, m_view.draft.key, &Template::key);
    if (found == templates.end()) {
        return;
    }
    const auto at = static_cast<std::size_t>(found - templates.begin());
    m_tried->setText(tr("Trying\u2026"));
    m_tried->show();
    m_context.jobs.runLatest<Tried>(
        u"try weights"_s,
        tr("Trying other weights"),
        [scorer = scorer(), at, day = m_view.moment->day](const Job& job) -> Result<Tried> {
            Tried tried = analytics::robustness(*scorer, at, day, {}, job.stop);
            return job.stopped() ? Result<Tried>(cancelled()) : std::move(tried);
        },
        this,
        [this, tried = scorer()](const Result<Tried>& answer) {
            if (tried == scorer()) {
                showTried(answer ? std::optional(*answer) : std::nullopt);
            }
        });
}

void EffectPanel::showTried(const std::optional<analytics::Robustness>& tried) {
    const double jitter = analytics::RobustnessOptions{}.jitter;
    m_tried->setText(
        tried ? wording::robustnessSentence(scorer()->snapshot(), m_view.moment->day, *tried, jitter)
              : QString());
    m_tried->setVisible(tried.has_value());
}

void EffectPanel::refresh() {
    const bool isReady = hasMovement();
    m_pictures->setVisible(isReady);
    m_movers->setVisible(isReady);
    m_faults->setVisible(m_effect && !isReady);
    if (isReady) {
        showMovement();
    } else if (m_effect) {
        showFaults();
    } else if (m_view.isEditable) {
        m_headline->setText(tr("What would change"));
        m_words->setText(tr("Working it out\u2026"));
    } else {
        m_headline->setText(tr("What would change"));
        m_words->setText(
            tr("This version is published and read-only. Start a draft of it: here stands what each "
               "of your changes would do to the book, before anybody else sees it."));
    }
    m_words->setVisible(!m_words->text().isEmpty());
    m_try->setVisible(isReady || (!m_effect && !m_view.isEditable && m_view.moment));
}

void EffectPanel::showFaults() {
    const auto count = static_cast<int>(m_effect->faults.size());
    m_headline->setText(count == 1 ? tr("The draft is not ready: one thing is missing.")
                                   : tr("The draft is not ready: %n things are missing.", nullptr, count));
    m_words->clear();
    QString lines;
    for (const QString& fault : m_effect->faults) {
        const QString sentence = wording::faultSentence(m_view.draft, m_view.metrics, fault);
        lines += u"<p><a href=\"%1\">%2</a></p>"_s.arg(fault.section(u": "_s, 0, 0).toHtmlEscaped(),
                                                       sentence.toHtmlEscaped());
    }
    m_faults->setText(lines);
}

void EffectPanel::showMovement() {
    m_headline->setText(wording::movementHeadline(m_effect->movement));
    QStringList words;
    if (const Day day = m_view.moment->day; day != m_context.session.today()) {
        words.append(tr("As of %1.").arg(wording::dayText(day, m_context.session.today())));
    }
    if (const QString coverage = wording::coverageSentence(m_effect->movement); !coverage.isEmpty()) {
        words.append(coverage);
    }
    if (m_effect->newVersions.size() > 1) {
        words.append(tr("A changed rule makes new versions of other templates too: %1.")
                         .arg(m_effect->newVersions.join(u", "_s)));
    }
    m_words->setText(words.join(u' '));
    showBars();
    m_matrix->setMovement(m_effect->movement);
    showMovers();
}

void EffectPanel::showBars() {
    const auto before = m_effect->movement.before();
    const auto after = m_effect->movement.after();
    m_accounts->setSides(tr("Accounts"), countsOf(before), countsOf(after));
    const bool hasMoney = hasOneCurrency(before);
    m_money->setVisible(hasMoney);
    if (hasMoney) {
        m_money->setSides(tr("ARR"), moneyOf(before), moneyOf(after));
    }
}

void EffectPanel::chooseCell(Band before, Band after) {
    m_cell = m_cell == std::pair(before, after) ? std::nullopt : std::optional(std::pair(before, after));
    showMovers();
}

void EffectPanel::showMovers() {
    const Snapshot& snapshot = *m_view.moment->snapshot;
    const Day day = m_view.moment->day;
    const int decimals = wording::schemeDecimals(m_view.draft.version.scheme.ranges);
    const auto scoreOf = [&](const scoring::TrackScore& track) {
        return track.band == Band::None ? tr("no data") : wording::scoreText(track.score, decimals);
    };
    std::vector<widgets::MoverRow> rows;
    std::size_t count = 0;
    for (const analytics::Mover& mover : m_effect->movement.movers) {
        if (m_cell && *m_cell != std::pair(mover.before.band, mover.after.band)) {
            continue;
        }
        if (++count > moversShown) {
            continue;
        }
        rows.push_back({.account = mover.who.account,
                        .before = mover.before.band,
                        .after = mover.after.band,
                        .name = QString::fromUtf8(snapshot.nameOn(mover.who.account, day)),
                        .scores = tr("%1 \u2192 %2").arg(scoreOf(mover.before), scoreOf(mover.after)),
                        .money = mover.who.cents ? wording::shortMoney(*mover.who.cents,
                                                                       QString::fromUtf8(mover.who.currency))
                                                 : QString()});
    }
    const bool isCut = count > rows.size();
    m_listTitle->setText(
        count == 0 && !m_cell ? QString()
        : isCut  ? tr("The largest %1 of %2").arg(wording::countText(rows.size()), wording::countText(count))
        : m_cell ? tr("%1 to %2: %3")
                       .arg(wording::bandName(m_cell->first),
                            wording::bandName(m_cell->second),
                            wording::countText(count))
                 : tr("Who changes band, largest ARR first"));
    m_all->setVisible(m_cell.has_value());
    m_matrix->setChosen(m_cell);
    m_movers->setRows(
        std::move(rows), [moment = m_view.moment, after = m_effect->after](AccountIndex account) {
            return wording::moverReason(
                *after, scoring::explainDifference(*moment->scorer, *after, account, moment->day));
        });
}

QString EffectPanel::asText() const {
    QStringList lines{m_headline->text()};
    if (!m_words->text().isEmpty()) {
        lines.append(m_words->text());
    }
    if (m_effect) {
        for (const QString& fault : m_effect->faults) {
            lines.append(wording::faultSentence(m_view.draft, m_view.metrics, fault));
        }
    }
    if (hasMovement()) {
        for (int at = 0; at < static_cast<int>(m_movers->rows().size()); ++at) {
            const widgets::MoverRow& row = m_movers->rows()[static_cast<std::size_t>(at)];
            lines.append(tr("%1: %2, %3").arg(row.name, row.scores, m_movers->whyOf(at)));
        }
    }
    return lines.join(u'\n') + u'\n';
}

/// None while nothing is being shaped, or the draft is not ready.
bool EffectPanel::hasMovement() const {
    return m_effect && m_effect->faults.isEmpty();
}

widgets::Copies EffectPanel::copies() {
    widgets::Copies copies{.text = [this] { return asText(); },
                           .picture = [this] { return grab(); },
                           .name = tr("What would change")};
    if (hasMovement()) {
        copies.readTable = [this](std::function<void(Result<exchange::Table>)> done) {
            m_context.jobs.runLatest<exchange::Table>(
                u"effect.table"_s,
                tr("Making the table"),
                [moment = m_view.moment, effect = m_effect](const Job& job) {
                    return moversTable(*moment, *effect, job);
                },
                this,
                std::move(done));
        };
    }
    return copies;
}

/// Of the part under the pointer: the matrix, the bars, or all, whose table is who moves.
widgets::Copies EffectPanel::copiesAt(const QPoint& place) {
    widgets::Copies copies = this->copies();
    if (!hasMovement()) {
        return copies;
    }
    const auto isOver = [&place](const QWidget& part) {
        return part.isVisible() && part.rect().contains(part.mapFromGlobal(place));
    };
    const auto showPart = [&copies](QWidget& part, const QString& name, auto table) {
        copies.readTable = {};
        copies.table = table;
        copies.picture = [&part] { return part.grab(); };
        copies.name = name;
    };
    if (isOver(*m_matrix)) {
        showPart(
            *m_matrix, tr("From band to band"), [effect = m_effect] { return cellsTable(effect->movement); });
    } else if (isOver(*m_accounts) || isOver(*m_money)) {
        showPart(isOver(*m_money) ? *m_money : *m_accounts,
                 tr("Bands before and after"),
                 [effect = m_effect] { return bandsTable(effect->movement); });
    }
    return copies;
}

void EffectPanel::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"effectMenu"_s);
    widgets::addCopyActions(*menu, copiesAt(event->globalPos()));
    menu->popup(event->globalPos());
}

} // namespace hb::pages
