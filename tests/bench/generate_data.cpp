// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "tests/bench/bench.h"

#include <QFile>

#include <cstdint>
#include <string>

namespace hb::bench {

namespace {

constexpr std::size_t flushAt = 1 << 20;
const Day firstMonday = *parseIsoDay("2024-01-01");

/// The same numbers on every machine.
std::uint64_t mix(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

class CsvFile {
public:
    explicit CsvFile(const QString& path, const char* header) : m_file(path) {
        m_isOpen = m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        m_text = header;
        m_text += '\n';
    }
    void row(const std::string& text) {
        m_text += text;
        m_text += '\n';
        if (m_text.size() > flushAt) {
            flush();
        }
    }
    bool close() {
        flush();
        m_file.close();
        return m_isOpen && m_file.error() == QFileDevice::NoError;
    }

private:
    void flush() {
        m_file.write(m_text.data(), static_cast<qint64>(m_text.size()));
        m_text.clear();
    }
    QFile m_file;
    std::string m_text;
    bool m_isOpen = false;
};

std::string accountKey(int account) {
    const std::string number = std::to_string(account);
    return "A" + std::string(6 - number.size(), '0') + number;
}

std::string measurement(int week, int account, int metric, std::uint64_t salt) {
    const std::uint64_t random =
        mix(static_cast<std::uint64_t>(week) << 40 | static_cast<std::uint64_t>(account) << 12 |
            static_cast<std::uint64_t>(metric) << 4 | salt);
    return accountKey(account) + ",m" + std::to_string(metric) + ',' + toIsoText(firstMonday + 7 * week) +
           ',' + std::to_string(random % 100) + '.' + std::to_string(random / 100 % 10);
}

bool isMissing(int week, int account, int metric) {
    return mix(static_cast<std::uint64_t>(week * 131 + metric) ^ static_cast<std::uint64_t>(account) << 20) %
               20 ==
           0;
}

void writeWeek(CsvFile& file, int week, int accounts, int metrics) {
    for (int account = 0; account < accounts; ++account) {
        for (int metric = 0; metric < metrics; ++metric) {
            if (!isMissing(week, account, metric)) {
                file.row(measurement(week, account, metric, 0));
            }
        }
    }
    for (int account = week % 1000; account < accounts; account += 1000) {
        for (int metric = 0; metric < metrics; ++metric) {
            file.row(measurement(week, account, metric, 1)); // a correction: the last wins
        }
    }
}

bool writeScorecard(int metrics, const QString& path) {
    std::string defined;
    std::string groups;
    for (int m = 0; m < metrics; ++m) {
        const std::string key = "m" + std::to_string(m);
        defined += (m ? ",\n" : "") +
                   ("{\"key\": \"" + key + "\", \"name\": \"Metric " + key + "\", \"valid_days\": 14}");
    }
    for (int g = 0; g * 3 < metrics; ++g) {
        groups += (g ? ",\n" : "") +
                  ("{\"key\": \"g" + std::to_string(g) +
                   "\", \"name\": \"Group\", \"weight\": " + std::to_string(10 + g) + ", \"metrics\": [");
        for (int m = 3 * g; m < 3 * g + 3 && m < metrics; ++m) {
            groups += (m % 3 ? "," : "") + ("{\"metric\": \"m" + std::to_string(m) +
                                            "\", \"weight\": " + std::to_string(1 + m % 3) +
                                            ", \"curve\": [[0,0],[30,40],[80,90],[100,100]]}");
        }
        groups += "]}";
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return false;
    }
    const std::string text =
        "{\"format\": \"healthbook-scorecard/1\", \"goals\": [], \"metrics\": [" + defined +
        "],\n\"templates\": [{\"key\": \"default\", \"name\": \"Default\", \"default\": true, "
        "\"effective_from\": \"2020-01-01\", \"groups\": [" +
        groups + "]}]}\n";
    return file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
}

} // namespace

bool generateData(int accounts, int metrics, int weeks, const QString& folder) {
    CsvFile accountsFile(folder + QStringLiteral("/accounts.csv"), "account_id,name,segment,arr");
    for (int account = 0; account < accounts; ++account) {
        accountsFile.row(accountKey(account) + ",Account " + std::to_string(account) + ",S" +
                         std::to_string(account % 4) + ',' +
                         std::to_string(1000 + mix(static_cast<std::uint64_t>(account)) % 90000));
    }
    CsvFile measurements(folder + QStringLiteral("/measurements.csv"), "account_id,metric,date,value");
    for (int week = 0; week < weeks; ++week) {
        writeWeek(measurements, week, accounts, metrics);
        CsvFile oneWeek(folder + QStringLiteral("/week_%1.csv").arg(week, 3, 10, QLatin1Char('0')),
                        "account_id,metric,date,value");
        writeWeek(oneWeek, week, accounts, metrics);
        if (!oneWeek.close()) {
            return false;
        }
    }
    CsvFile nextWeek(folder + QStringLiteral("/next_week.csv"), "account_id,metric,date,value");
    writeWeek(nextWeek, weeks, accounts, metrics);
    return accountsFile.close() && measurements.close() && nextWeek.close() &&
           writeScorecard(metrics, folder + QStringLiteral("/scorecard.json"));
}

} // namespace hb::bench
