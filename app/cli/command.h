// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

// How a command says what it takes: over CLI11, which only command.cpp and command_line.cpp include, since it
// is slow to compile. Arguments are read by our own rules, the same in every locale. What does not read is
// wrong usage.

namespace hb::cli {

struct Context;

enum class ExitStatus { Done = 0, CouldNot = 1, WrongUsage = 2, Findings = 3 };

using Action = std::function<Result<ExitStatus>(const Context&)>;

enum class Needs { Book, NoBook };

/// What the command line asks for; parsing fills it in.
struct Chosen {
    Action action;
    Needs needs = Needs::Book;
};

class Argument {
public:
    explicit Argument(CLI::Option* option) : m_option(option) {}
    Argument required();
    Argument called(const std::string& placeholder); ///< FILE in the help, for its value
    Argument oneOf(const std::vector<std::string>& words);
    Argument orEnvironment(const std::string& variable);

private:
    CLI::Option* m_option;
};

/// One command, while its arguments are declared. Targets must outlive the parsing.
class Command {
public:
    Command(CLI::App& app, Chosen& chosen) : m_app(&app), m_chosen(&chosen) {}

    /// A command below this one, with a sentence and an example in its help; `example` stands after
    /// "healthbook-cli ".
    Command add(const std::string& name, const std::string& sentence, const std::string& example);
    void needsCommand(); ///< one of those below must be given
    /// What else its help says, before the example: lines of at most 80 characters.
    void teach(const std::string& text);
    /// A set of options of which exactly one must be given.
    Command exactlyOne(const std::string& title);

    // Names that begin with "--" are options, others stand in their order.
    Argument text(const std::string& name, QString& target, const std::string& help);
    Argument texts(const std::string& name, QStringList& target, const std::string& help);
    /// `YYYY-MM-DD`, 1900 to 2199.
    Argument day(const std::string& name, std::optional<Day>& target, const std::string& help);
    Argument number(const std::string& name, double& target, const std::string& help);
    /// A whole number of at least `least`.
    Argument
    count(const std::string& name, std::int64_t& target, std::int64_t least, const std::string& help);
    void flag(const std::string& name, bool& target, const std::string& help);

    void onRun(Action action, Needs needs = Needs::Book);

private:
    CLI::App* m_app;
    Chosen* m_chosen;
};

/// `[+-]digits[.digits][e[+-]digits]`, finite (formats.md); none for anything else.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

// Each declares a command of formats.md.
void addNewCommands(Command& app); ///< new, demo
void addScorecardCommand(Command& app);
void addImportCommand(Command& app);
void addScoreCommand(Command& app);
void addHistoryCommand(Command& app);
void addExplainCommand(Command& app);
void addOverrideCommand(Command& app);
void addSetCommand(Command& app);
void addAccountCommands(Command& app);    ///< note, action, timeline, journal
void addAccountKeyCommands(Command& app); ///< account rename, merge, split
void addSearchCommand(Command& app);
void addRunsCommands(Command& app); ///< runs, undo
void addExportCommand(Command& app);
void addRadarCommand(Command& app);
void addReportCommand(Command& app);
void addUpkeepCommands(Command& app); ///< check, backup, share, restore

} // namespace hb::cli
