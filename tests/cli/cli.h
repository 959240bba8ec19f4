// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <map>
#include <string>
#include <utility>
#include <vector>

// Runs the built healthbook-cli on real files in a folder of its own.

namespace hb::test {

/// What a run left: its exit status and what it wrote.
struct Ran {
    int status = -1;
    std::string out;
    std::string err;
};

using Row = std::map<std::string, std::string>;

/// Reads a CSV text whose first line names the columns; fails the test on a row of another width.
[[nodiscard]] std::vector<Row> readCsv(const std::string& text);
/// The first line of a text, without its end.
[[nodiscard]] std::string firstLine(const std::string& text);
/// The first row whose cell is so; fails the test where there is none.
[[nodiscard]] const Row&
rowWhere(const std::vector<Row>& rows, const std::string& column, const std::string& cell);
[[nodiscard]] double number(const Row& row, const std::string& column);

class Cli {
public:
    Cli();

    [[nodiscard]] std::string path(const std::string& name) const;
    void write(const std::string& name, const std::string& content) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] bool exists(const std::string& name) const;

    /// Runs with exactly these arguments, in the folder.
    [[nodiscard]] Ran run(const std::vector<std::string>& arguments) const;
    /// Runs on the book of the tests, `b.healthbook`.
    [[nodiscard]] Ran on(std::vector<std::string> arguments) const;
    /// The same; fails the test unless it exits with 0, and gives what it printed.
    std::string must(const std::vector<std::string>& arguments) const;
    /// must() with csv, read.
    [[nodiscard]] std::vector<Row> rows(std::vector<std::string> arguments) const;

    /// Added to the environment of every run.
    std::vector<std::pair<std::string, std::string>> environment;
    /// What every run reads on standard input, through a pipe.
    std::string input;

private:
    QTemporaryDir m_folder;
};

/// The book of scoring.md, section 11, with one account A1, as `b.healthbook`.
void makeWorkedExample(const Cli& cli);
inline const std::string exampleDay = "2026-03-31";
[[nodiscard]] const char* exampleScorecard();

} // namespace hb::test
