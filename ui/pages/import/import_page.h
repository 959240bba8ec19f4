// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/trial_book.h"
#include "ui/shell/page.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace hb::widgets {
class Card;
}

namespace hb::pages {

class FilesCard;
class LeftOutCard;
class MetricMatch;
class TrialHeader;
class WallPreview;

/// A new book from CSV files. Every choice makes a trial book in a folder for temporary files, in the
/// background; the page shows what it would be, and only *Keep this book* puts it where a person wants it.
class ImportPage : public shell::Page {
    Q_OBJECT
public:
    ImportPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);
    ~ImportPage() override;

    void activate(const session::ViewState& state) override;
    [[nodiscard]] QString asText() const override;
    bool escape() override;
    void takeFiles(const QStringList& files) override;

private:
    void build();
    widgets::Card* makeNewMetrics(QWidget* parent);
    void follow();
    void chooseFiles();
    void filesChanged();
    [[nodiscard]] Scorecard scorecard() const;
    [[nodiscard]] book::NewBookFiles files() const;
    [[nodiscard]] QStringList newMetrics(const Scorecard& scorecard) const;
    void startTrial();
    void showTrial(Result<book::TrialBook> trial);
    void showError(const Error& error);
    void dropTrial();
    void showParts();
    void keep();
    void kept(const QString& path, const Result<QStringList>& rejectsFiles);
    void cancel();
    /// Shows how far a job is, unless it is over already.
    void wait(quint64 job, const QString& what);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    std::shared_ptr<QTemporaryDir> m_folder = std::make_shared<QTemporaryDir>(); ///< goes after the last job
    int m_trialNumber = 0;
    quint64 m_job = 0; ///< the trial or the keeping under way
    bool m_keeping = false;
    std::optional<book::TrialBook> m_trial;
    TrialHeader* m_header = nullptr;
    FilesCard* m_files = nullptr;
    MetricMatch* m_match = nullptr;
    widgets::Card* m_newCard = nullptr;
    QLabel* m_newText = nullptr;
    QCheckBox* m_keepNew = nullptr;
    LeftOutCard* m_leftOut = nullptr;
    WallPreview* m_wall = nullptr;
    QScrollArea* m_scroll = nullptr;
};

} // namespace hb::pages
