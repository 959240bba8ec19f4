// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/context.h"

#include <CLI/CLI.hpp>
#include <QDate>

#include <cstdio>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hb::cli {

namespace {

constexpr const char* about =
    "Customer health scores of a book of accounts, computed on this computer and explained.\n\n"
    "A book is one file. Start with:  healthbook-cli demo demo.healthbook\n"
    "                                 healthbook-cli score --book demo.healthbook\n";

constexpr const char* footer = "Global options stand before or after the command. Results go to standard "
                               "output, messages to standard error.\n"
                               "Exit status: 0 done; 1 could not, nothing was changed; 2 wrong usage; 3 "
                               "done, but rows were rejected or findings remain.\n"
                               "Help for a command: healthbook-cli COMMAND --help";

QString loginName() {
    if (const passwd* user = getpwuid(getuid()); user && user->pw_name[0] != '\0') {
        return QString::fromLocal8Bit(user->pw_name);
    }
    return qEnvironmentVariable("USER", u"unknown"_s);
}

/// "accounts, measurements or outcomes"
QString oneOf(const QStringList& words) {
    return words.size() < 2 ? words.join(QString())
                            : words.first(words.size() - 1).join(u", "_s) + u" or "_s + words.last();
}

/// The commands of which the last one given needs one; none where that is the program itself.
QStringList commandsBelow(const CLI::App& app) {
    const CLI::App* last = &app;
    while (!last->get_subcommands().empty()) {
        last = last->get_subcommands().front();
    }
    QStringList names;
    if (last != &app) {
        for (const CLI::App* each : last->get_subcommands([](const CLI::App*) { return true; })) {
            names.append(QString::fromStdString(each->get_name()));
        }
    }
    return names;
}

/// CLI11 says that a command is missing where it was misspelt.
QString whatIsWrong(const CLI::Error& error, const CLI::App& app) {
    const std::vector<std::string> unknown = app.remaining(true);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !unknown.empty()) {
        const QString said = u"\"%1\" is not known here"_s.arg(QString::fromStdString(unknown.front()));
        const QStringList below = commandsBelow(app);
        return below.isEmpty() ? said + u'.' : u"%1: %2?"_s.arg(said, oneOf(below));
    }
    return QString::fromStdString(error.what());
}

/// Whether the commands that were given end in one that needs another.
bool lacksCommand(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app.get_require_subcommand_min() > 0 : lacksCommand(*chosen.front());
}

} // namespace

CommandLine::CommandLine() : m_app(std::make_unique<CLI::App>(about, "healthbook-cli")) {
    m_app->fallthrough();
    m_app->set_version_flag("--version", std::string("healthbook-cli " HB_VERSION));
    m_app->get_formatter()->column_width(34);

    Command app(*m_app, m_chosen);
    app.needsCommand();
    m_app->footer(footer);
    app.text("--book", m_bookPath, "The book; default what HEALTHBOOK of the environment names")
        .called("FILE")
        .orEnvironment("HEALTHBOOK");
    app.day("--as-of", m_asOf, "The day that is asked about; default today");
    app.text("--as", m_as, "Who acts; default the login name")
        .called("NAME")
        .orEnvironment("HEALTHBOOK_USER");
    app.text("--format", m_format, "table, csv or json; default table on a terminal, else csv")
        .called("FORMAT")
        .oneOf({"table", "csv", "json"});
    addNewCommands(app);
    addScorecardCommand(app);
    addImportCommand(app);
    addScoreCommand(app);
    addHistoryCommand(app);
    addExplainCommand(app);
    addOverrideCommand(app);
    addSetCommand(app);
    addAccountCommands(app);
    addSearchCommand(app);
    addAccountKeyCommands(app);
    addRunsCommands(app);
    addExportCommand(app);
    addRadarCommand(app);
    addReportCommand(app);
    addUpkeepCommands(app);
}

CommandLine::~CommandLine() = default;

std::optional<ExitStatus> CommandLine::parse(int argc, char** argv) {
    try {
        m_app->parse(argc, argv);
    } catch (const CLI::Success& help) {
        static_cast<void>(m_app->exit(help));
        return ExitStatus::Done;
    } catch (const CLI::Error& error) {
        if (lacksCommand(*m_app) && m_app->remaining(true).empty()) {
            say(u"healthbook-cli: Which command?\n\n"_s + QString::fromStdString(m_app->help()));
            return ExitStatus::WrongUsage;
        }
        say(u"healthbook-cli: "_s + whatIsWrong(error, *m_app));
        say(u"See healthbook-cli --help, or healthbook-cli COMMAND --help."_s);
        return ExitStatus::WrongUsage;
    }
    if (m_chosen.needs == Needs::Book && m_bookPath.isEmpty()) {
        say(u"healthbook-cli: Which book? Give --book FILE, or set HEALTHBOOK."_s);
        return ExitStatus::WrongUsage;
    }
    return std::nullopt;
}

Day CommandLine::asOf() const {
    const QDate today = QDate::currentDate();
    return m_asOf.value_or(fromYearMonthDay(today.year(), today.month(), today.day()).value_or(firstDay));
}

Format CommandLine::format(bool onTerminal) const {
    if (m_format.isEmpty()) {
        return onTerminal ? Format::Table : Format::Csv;
    }
    return m_format == u"json"_s ? Format::Json : m_format == u"csv"_s ? Format::Csv : Format::Table;
}

book::Person CommandLine::person() const {
    const QString login = loginName();
    return {.name = m_as.isEmpty() ? login : m_as, .login = login};
}

} // namespace hb::cli
