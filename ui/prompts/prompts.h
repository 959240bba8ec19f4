// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QString>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>
#include <variant>

class QWidget;

namespace hb::prompts {

/// What there is to choose from when somebody says who they are.
struct WhoQuestion {
    QStringList names; ///< of the owners and managers of the book
    QStringList teams; ///< that own a metric; none: nobody can be a team member here
    settings::Who now;
};

/// Questions that stop everything else: the only modal dialogs of the program. Nothing (or false) means:
/// cancelled.
class Prompts {
public:
    virtual ~Prompts() = default;

    /// `yes` is the word on the button that goes on: "Delete the view".
    [[nodiscard]] virtual bool
    confirm(QWidget* parent, const QString& question, const QString& explanation, const QString& yes) = 0;
    /// One of the choices by position.
    [[nodiscard]] virtual std::optional<int> choose(QWidget* parent,
                                                    const QString& question,
                                                    const QString& explanation,
                                                    const QStringList& choices) = 0;
    [[nodiscard]] virtual std::optional<QString>
    askText(QWidget* parent, const QString& question, const QString& value) = 0;
    /// `filters` as "Healthbook books (*.healthbook)".
    [[nodiscard]] virtual QStringList
    openFiles(QWidget* parent, const QString& title, const QString& filters, bool several) = 0;
    [[nodiscard]] virtual std::optional<QString>
    saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filters) = 0;
    /// Something to read; scrollable where it is long.
    virtual void show(QWidget* parent, const QString& title, const QString& html) = 0;
    /// Who looks at the book, and as what.
    [[nodiscard]] virtual std::optional<settings::Who> askWho(QWidget* parent,
                                                              const WhoQuestion& question) = 0;
};

[[nodiscard]] std::unique_ptr<Prompts> makeDialogPrompts();

/// Answers given beforehand, for tests; a question without an answer is cancelled. `asked` holds the
/// questions, `proposed` the names that were proposed for files.
class ScriptedPrompts : public Prompts {
public:
    using Answer = std::variant<bool, int, QString, QStringList, settings::Who>;
    void answer(Answer answer) { m_answers.push_back(std::move(answer)); }
    QStringList asked;
    QStringList proposed;

    [[nodiscard]] bool confirm(QWidget* parent,
                               const QString& question,
                               const QString& explanation,
                               const QString& yes) override;
    [[nodiscard]] std::optional<int> choose(QWidget* parent,
                                            const QString& question,
                                            const QString& explanation,
                                            const QStringList& choices) override;
    [[nodiscard]] std::optional<QString>
    askText(QWidget* parent, const QString& question, const QString& value) override;
    [[nodiscard]] QStringList
    openFiles(QWidget* parent, const QString& title, const QString& filters, bool several) override;
    [[nodiscard]] std::optional<QString>
    saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filters) override;
    void show(QWidget* parent, const QString& title, const QString& html) override;
    [[nodiscard]] std::optional<settings::Who> askWho(QWidget* parent, const WhoQuestion& question) override;

private:
    template <typename T>
    [[nodiscard]] std::optional<T> next(const QString& question);
    std::deque<Answer> m_answers;
};

} // namespace hb::prompts
