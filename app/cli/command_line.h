// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/output_table.h"
#include "core/book/book.h"

#include <QString>

#include <memory>
#include <optional>

namespace hb::cli {

/// The command line, read: the global options and the action of the command that was given.
class CommandLine {
public:
    CommandLine();
    ~CommandLine();

    /// None where there is a command to run; else what to exit with: help was printed, or what is wrong with
    /// the usage.
    [[nodiscard]] std::optional<ExitStatus> parse(int argc, char** argv);

    [[nodiscard]] const Action& action() const { return m_chosen.action; }
    [[nodiscard]] const QString& bookPath() const { return m_bookPath; }
    [[nodiscard]] Day asOf() const;
    [[nodiscard]] bool isToday() const { return !m_asOf; } ///< nobody gave the day
    [[nodiscard]] Format format(bool onTerminal) const;
    [[nodiscard]] book::Person person() const;

private:
    std::unique_ptr<CLI::App> m_app;
    Chosen m_chosen;
    QString m_bookPath;
    QString m_as;
    QString m_format;
    std::optional<Day> m_asOf;
};

} // namespace hb::cli
