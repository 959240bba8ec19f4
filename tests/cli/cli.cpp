// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QProcess>

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace hb::test {

namespace {

/// Fields of RFC 4180, a vector a row.
std::vector<std::vector<std::string>> readRecords(const std::string& text) {
    std::vector<std::vector<std::string>> records;
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            fields.back() += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            fields.emplace_back();
        } else if (!quoted && c == '\n') {
            records.push_back(std::move(fields));
            fields = {""};
        } else {
            fields.back() += c;
        }
    }
    REQUIRE_FALSE(quoted);
    REQUIRE(fields == std::vector<std::string>{""}); // the last line has its end
    return records;
}

} // namespace

std::vector<Row> readCsv(const std::string& text) {
    const auto records = readRecords(text);
    REQUIRE_FALSE(records.empty());
    std::vector<Row> rows;
    for (std::size_t r = 1; r < records.size(); ++r) {
        REQUIRE(records[r].size() == records[0].size());
        Row& row = rows.emplace_back();
        for (std::size_t c = 0; c < records[r].size(); ++c) {
            row[records[0][c]] = records[r][c];
        }
    }
    return rows;
}

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

const Row& rowWhere(const std::vector<Row>& rows, const std::string& column, const std::string& cell) {
    const auto found = std::ranges::find_if(rows, [&](const Row& row) { return row.at(column) == cell; });
    INFO("a row whose " << column << " is " << cell);
    REQUIRE(found != rows.end());
    return *found;
}

double number(const Row& row, const std::string& column) {
    const std::string& text = row.at(column);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    INFO(column << " is \"" << text << "\"");
    REQUIRE(error == std::errc());
    REQUIRE(end == text.data() + text.size());
    return value;
}

Cli::Cli() {
    REQUIRE(m_folder.isValid());
}

std::string Cli::path(const std::string& name) const {
    return m_folder.filePath(QString::fromStdString(name)).toStdString();
}

void Cli::write(const std::string& name, const std::string& content) const {
    QFile file(QString::fromStdString(path(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content.data(), static_cast<qint64>(content.size())) ==
            static_cast<qint64>(content.size()));
}

std::string Cli::read(const std::string& name) const {
    QFile file(QString::fromStdString(path(name)));
    INFO(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

bool Cli::exists(const std::string& name) const {
    return QFile::exists(QString::fromStdString(path(name)));
}

Ran Cli::run(const std::vector<std::string>& arguments) const {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.remove(u"HEALTHBOOK"_s);
    variables.remove(u"HEALTHBOOK_USER"_s);
    for (const auto& [name, value] : environment) {
        variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    QStringList words;
    for (const std::string& argument : arguments) {
        words << QString::fromStdString(argument);
    }
    process.start(QStringLiteral(HB_BIN_DIR "/healthbook-cli"), words);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    constexpr int patience = 300'000;
    REQUIRE(process.waitForFinished(patience));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {.status = process.exitCode(),
            .out = process.readAllStandardOutput().toStdString(),
            .err = process.readAllStandardError().toStdString()};
}

Ran Cli::on(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--book", "b.healthbook"});
    return run(arguments);
}

std::string Cli::must(const std::vector<std::string>& arguments) const {
    const Ran ran = on(arguments);
    INFO(arguments.front() << ": " << ran.err << ran.out);
    REQUIRE(ran.status == 0);
    return ran.out;
}

std::vector<Row> Cli::rows(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "csv"});
    return readCsv(must(arguments));
}

const char* exampleScorecard() {
    return R"({"format": "healthbook-scorecard/1",
 "metrics": [
  {"key": "logins", "name": "Logins", "valid_days": 30},
  {"key": "adoption", "name": "Adoption", "valid_days": 30},
  {"key": "tickets", "name": "Open tickets", "valid_days": 14, "better": "lower"}],
 "templates": [
  {"key": "default", "name": "Everyone", "default": true, "effective_from": "2026-01-01",
   "groups": [
    {"key": "usage", "name": "Usage", "weight": 60, "metrics": [
     {"metric": "logins", "weight": 70, "curve": [[0,0],[5,50],[20,75],[50,100]]},
     {"metric": "adoption", "weight": 30, "curve": [[0,0],[100,100]]}]},
    {"key": "support", "name": "Support", "weight": 40, "metrics": [
     {"metric": "tickets", "weight": 1, "curve": [[0,100],[5,60],[10,20],[20,0]]}]}],
   "exceptions": [{"name": "Ticket storm", "when": [{"metric": "tickets", "score_at_most": 20}], "cap_at": 55}]}]})";
}

void makeWorkedExample(const Cli& cli) {
    cli.write("scorecard.json", exampleScorecard());
    cli.write("accounts.csv", "account_id,name\nA1,Contoso\n");
    cli.write("measurements.csv",
              "account_id,metric,date,value\n"
              "A1,logins,2026-03-30,12\nA1,adoption,2026-02-01,80\nA1,tickets,2026-03-29,10\n");
    REQUIRE(cli.run({"new", "b.healthbook", "--scorecard", "scorecard.json"}).status == 0);
    cli.must({"import", "accounts", "accounts.csv", "--date", "2026-01-01"});
    cli.must({"import", "measurements", "measurements.csv"});
}

} // namespace hb::test
