// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Templates page by button, key, menu and palette.
#include "core/book/draft_scorecard.h"
#include "core/wording/words.h"
#include "ui/pages/templates/catalogue_part.h"
#include "ui/pages/templates/effect_panel.h"
#include "ui/pages/templates/finding_mends.h"
#include "ui/pages/templates/metric_panel.h"
#include "ui/pages/templates/publish_card.h"
#include "ui/pages/templates/template_desk.h"
#include "ui/pages/templates/templates_page.h"
#include "ui/pages/templates/weights_part.h"
#include "ui/prompts/prompts.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/exporter.h"

#include <QMenu>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

shell::Actions TemplatesPage::actions() {
    shell::Actions all;
    const auto add = [&](const char* id, const QString& words, const char* keys, std::function<void()> run) {
        all.push_back({.id = QString::fromLatin1(id),
                       .text = words,
                       .shortcut = QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText),
                       .menu = shell::Menu::Edit,
                       .run = std::move(run),
                       .enabled = [this] { return m_desk->isOpen() && m_desk->view().isEditable; },
                       .edits = true});
    };
    add("templates.publish", tr("Publish the draft"), "Ctrl+Shift+P", [this] { beginPublish(); });
    add("templates.discard", tr("Throw the draft away"), "", [this] { discard(); });
    add("templates.addMetric", tr("Add a metric to the template"), "", [this] { m_weights->showAddMenu(); });
    add("templates.addGroup", tr("Add a group to the template"), "", [this] { m_weights->addGroup(); });
    add("templates.begin", tr("Start a draft of this version"), "", [this] { m_desk->beginDraft(); });
    all.back().enabled = [this] { return m_desk->isOpen() && !m_desk->view().isEditable; };
    add("templates.duplicate", tr("Duplicate this template"), "", [this] { duplicate(); });
    all.back().enabled = [this] { return m_desk->isOpen(); };
    addCopies(all);
    for (const Tab& tab : m_tabs) {
        const QString words = tr("Template: %1").arg(tab.button->text());
        all.push_back({.id = u"templates.tab."_s + tab.name,
                       .text = words,
                       .menu = shell::Menu::View,
                       .run = [this, name = tab.name] { showTab(name); }});
    }
    return all;
}

/// What the right button copies on the curve, for the keyboard.
void TemplatesPage::addCopies(shell::Actions& all) {
    using Copying = widgets::Copies (widgets::CurveEditor::*)();
    const auto add = [&](const QString& id, const QString& words, Copying which) {
        const auto copiesNow = [this, which] {
            widgets::CurveEditor* curve = m_metric->curve();
            return curve ? (curve->*which)() : widgets::Copies();
        };
        all.push_back({.id = id,
                       .text = words,
                       .menu = shell::Menu::Edit,
                       .run = [this, copiesNow] { widgets::Exporter::of(*this)->copyTable(copiesNow()); },
                       .enabled = [copiesNow] { return copiesNow().hasTable(); }});
    };
    add(u"templates.copyCurve"_s, tr("Copy the curve as table"), &widgets::CurveEditor::copies);
    add(u"templates.copyValues"_s,
        tr("Copy the values of the accounts as table"),
        &widgets::CurveEditor::copiesOfValues);
}

void TemplatesPage::showTemplateMenu() {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"templates"_s);
    addTemplates(*menu);
    menu->addSeparator();
    menu->addAction(tr("Duplicate this template\u2026"), this, &TemplatesPage::duplicate)
        ->setObjectName(u"duplicate"_s);
    menu->popup(m_template->mapToGlobal(QPoint(0, m_template->height())));
}

/// The templates in force in their order, then the drafts of new ones, then what is retired.
void TemplatesPage::addTemplates(QMenu& menu) {
    const Snapshot& snapshot = *m_desk->view().moment->snapshot;
    const auto add = [&](const std::string& key, const QString& words) {
        QAction* action = menu.addAction(words, this, [this, key] { m_desk->open(wording::fromUtf8(key)); });
        action->setObjectName(u"template."_s + wording::fromUtf8(key));
        action->setCheckable(true);
        action->setChecked(wording::fromUtf8(key) == m_desk->key());
    };
    const auto hasDraft = [&](const std::string& key) {
        return std::ranges::any_of(snapshot.drafts,
                                   [&](const SavedDraft& saved) { return saved.draft.key == key; });
    };
    const std::vector<Template>& templates = snapshot.scorecard->templates;
    for (const Template& each : templates) {
        if (!each.retiredOn) {
            add(each.key,
                hasDraft(each.key) ? tr("%1 (draft)").arg(wording::fromUtf8(each.name))
                                   : wording::fromUtf8(each.name));
        }
    }
    for (const SavedDraft& saved : snapshot.drafts) {
        if (std::ranges::find(templates, saved.draft.key, &Template::key) == templates.end()) {
            add(saved.draft.key, tr("%1 (new, not published)").arg(wording::fromUtf8(saved.draft.name)));
        }
    }
    for (const Template& each : templates) {
        if (each.retiredOn) {
            add(each.key, tr("%1 (retired)").arg(wording::fromUtf8(each.name)));
        }
    }
}

void TemplatesPage::duplicate() {
    const QString name = tr("%1 copy").arg(wording::fromUtf8(m_desk->view().draft.name));
    const auto answer = m_context.prompts.askText(this, tr("What is the new template called?"), name);
    if (answer && !answer->trimmed().isEmpty()) {
        m_desk->duplicate(answer->trimmed());
        showTab(u"applies"_s); // the one thing that a copy must be told
    }
}

void TemplatesPage::discard() {
    m_publishCard->hide();
    m_desk->discardDraft();
}

void TemplatesPage::beginPublish() {
    if (m_desk->isOpen() && m_desk->view().isEditable) {
        showTab(u"scorecard"_s); // the card stands beside what would change
        m_publishing = m_desk->key();
        m_publishCard->show();
        m_publishCard->begin();
    }
}

void TemplatesPage::tryOut() {
    if (!m_desk->isOpen() || m_desk->view().isEditable) {
        return;
    }
    Draft draft = m_desk->view().draft;
    draft.version.groups.front().weight *= 2;
    draft.version.scheme.ranges.back().from += 5;
    m_desk->lay(draft);
}

void TemplatesPage::publish(const QString& reason, Day from) {
    const QString name = wording::fromUtf8(m_desk->view().draft.name);
    const std::string key = m_desk->view().draft.key;
    const int number = m_desk->published() ? m_desk->published()->versions.back().number + 1 : 1;
    m_context.session.publish({.key = key,
                               .effectiveFrom = from,
                               .reason = reason.toStdString(),
                               .today = m_context.session.today()},
                              this,
                              [this, name, number](const Result<book::ScorecardReport>& report) {
                                  if (!report) {
                                      m_publishCard->showRefusal(report.error());
                                      return;
                                  }
                                  m_publishCard->hide();
                                  m_navigator.toast(report->newVersions.isEmpty()
                                                        ? tr("%1: names and charter are changed").arg(name)
                                                        : tr("Published %1 v%2").arg(name).arg(number));
                              });
}

void TemplatesPage::mend(int row) {
    const auto at = static_cast<std::size_t>(row);
    const TemplateDesk::Found& found = m_desk->found();
    if (at >= found.findings.size() || found.of != m_desk->view().draft) {
        return; // the draft has moved on: the findings follow
    }
    if (needsOwner(*found.scorer, found.findings[at])) {
        askOwner(findingRow(*found.scorer, found.findings[at], true).metric);
    } else if (const auto better = mended(m_desk->view().draft, *found.scorer, found.findings[at])) {
        m_desk->edit(*better, tr("Mended a finding"));
    }
}

/// Who owns a metric is the book's to say, not the draft's.
void TemplatesPage::askOwner(const QString& metric) {
    m_findings->setOpen(false);
    showTab(u"metrics"_s);
    m_catalogue->askOwner(metric.toStdString());
}

/// One version as a scorecard file that another book can take in.
void TemplatesPage::exportVersion(int number) {
    const Template* each = m_desk->published();
    if (!each) {
        return;
    }
    const auto version = std::ranges::find(each->versions, number, &TemplateVersion::number);
    if (version == each->versions.end()) {
        return;
    }
    const QString proposal = u"%1-v%2.json"_s.arg(wording::fromUtf8(each->key)).arg(number);
    const auto path =
        m_context.prompts.saveFile(this, tr("Export the version"), proposal, tr("Scorecard files (*.json)"));
    if (!path) {
        return;
    }
    QSaveFile file(*path);
    const QByteArray json = book::versionJson(*m_desk->view().moment->snapshot->scorecard, *each, *version);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit()) {
        m_navigator.toast(tr("Exported to %1").arg(*path));
    } else {
        m_navigator.toast(tr("Could not write %1: %2").arg(*path, file.errorString()));
    }
}

} // namespace hb::pages
