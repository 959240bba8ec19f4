// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/pages/import/file_slot.h"
#include "ui/shell/page.h"

#include <QTemporaryDir>

#include <array>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace hb::widgets {
class Card;
}

namespace hb::pages {

class MetricMatch;

/// A new book from CSV files. Every choice makes a trial book in a folder for temporary files, in the
/// background; the page says what it would be, and only *Keep this book* puts it where a person wants it.
class ImportPage : public shell::Page {
    Q_OBJECT
public:
    ImportPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] QString asText() const override;
    bool escape() override;
    void takeFiles(const QStringList& files) override;

private:
    enum Slot : std::size_t { Accounts, Measurements, ScorecardFile, slotCount };
    void build();
    void chooseFile(Slot slot);
    void clearFile(Slot slot);
    void addFile(const QString& path, std::optional<Slot> slot);
    void takePreview(const QString& path, std::optional<Slot> slot, const Result<book::FilePreview>& preview);
    void takeScorecard(const QString& path);
    void showMatch();
    [[nodiscard]] Scorecard scorecard() const;
    [[nodiscard]] Result<book::NewBookFiles> files() const;
    void startTrial();
    void showTrial(Result<book::TrialBook> trial);
    void showError(const Error& error);
    void keep();

    shell::Context m_context;
    shell::Navigator& m_navigator;
    QTemporaryDir m_folder;
    int m_trialNumber = 0;
    std::optional<Scorecard> m_ownScorecard;
    QStringList m_fileMetrics;
    std::optional<book::TrialBook> m_trial;
    std::array<FileSlot*, slotCount> m_slots{};
    widgets::Card* m_matchCard = nullptr;
    MetricMatch* m_match = nullptr;
    widgets::Card* m_resultCard = nullptr;
    QLabel* m_result = nullptr;
    QLabel* m_counts = nullptr;
    QListWidget* m_rejects = nullptr;
    QPushButton* m_keep = nullptr;
};

} // namespace hb::pages
