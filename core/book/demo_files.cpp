// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_files.h"

#include "core/book/demo_random.h"
#include "core/exchange/csv_writer.h"

#include <QBuffer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hb::book {

namespace {

constexpr std::uint64_t championStream = 3;
constexpr int weeksOfQuarter = 13;

/// Lets `write` fill a table and gives its bytes; memory does not run full.
template <typename Write>
QByteArray csvText(Write write) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    exchange::CsvWriter csv(buffer);
    write(csv);
    HB_IGNORE(csv.finish(), "a buffer takes everything");
    return buffer.data();
}

QString isoText(Day day) {
    return QString::fromStdString(toIsoText(day));
}

void writeRow(exchange::CsvWriter& csv, std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields) {
        csv.field(field);
    }
    csv.endRow();
}

std::string_view stageOn(const DemoAccount& account, Day day, Day renewal) {
    const int age = day - account.customerSince;
    return age < 90              ? "Onboarding"
           : renewal - day <= 90 ? "Renewing"
           : age < 300           ? "Adopting"
                                 : "Established";
}

/// Whether the champion had left on the day of each quarterly export: now and then, where things go badly.
bool hasChampionLeft(const DemoCompany& company, std::size_t account, int quarter) {
    DemoRandom random(account, championStream + static_cast<std::uint64_t>(quarter) * 16);
    const auto week = static_cast<std::size_t>(std::min(lastWeek, quarter * weeksOfQuarter));
    return !demoStoryOf(account) && company.accounts[account].health[week] < 0.55 && random.chance(0.2);
}

void writeAccount(exchange::CsvWriter& csv,
                  const DemoCompany& company,
                  std::size_t index,
                  Day day,
                  std::string_view champion) {
    const DemoAccount& account = company.accounts[index];
    const bool churned = account.churnedOn && *account.churnedOn <= day;
    const auto next = std::ranges::upper_bound(account.renewals, day);
    const Day renewal = next == account.renewals.end() ? account.renewals.back() : *next;
    const std::int64_t arr = company.arrByWeek[index][static_cast<std::size_t>(company.weekOf(day))];
    const bool hasParent = account.parent && company.accounts[*account.parent].customerSince <= day;
    const std::string parent = hasParent ? company.accounts[*account.parent].key : std::string();
    writeRow(csv,
             {account.key,
              account.name,
              account.owner,
              account.manager,
              account.segment,
              churned ? std::string_view("Former") : stageOn(account, day, renewal),
              account.region,
              account.product,
              account.serviceLevel,
              std::to_string(arr),
              "USD",
              churned ? std::string() : toIsoText(renewal),
              parent,
              churned ? "churned" : "active",
              champion,
              account.industry,
              toIsoText(account.customerSince)});
}

/// The CRM on one day: every account that is a customer by then, or was.
DemoFile accountsFile(const DemoCompany& company, Day day, int quarter, bool isLast) {
    const QByteArray text = csvText([&](exchange::CsvWriter& csv) {
        writeRow(csv,
                 {"account_id",
                  "name",
                  "owner",
                  "manager",
                  "segment",
                  "lifecycle_stage",
                  "region",
                  "product",
                  "service_level",
                  "arr",
                  "currency",
                  "renewal_date",
                  "parent_id",
                  "status",
                  "champion",
                  "industry",
                  "customer_since"});
        for (std::size_t i = 0; i < company.accounts.size(); ++i) {
            if (!isLast && company.accounts[i].customerSince > day) {
                continue;
            }
            const bool told = isLast && demoStoryOf(i) == DemoStory::ChampionLost;
            writeAccount(
                csv, company, i, day, told || hasChampionLeft(company, i, quarter) ? "left" : "active");
        }
    });
    return {ImportKind::Accounts, u"crm-accounts-%1.csv"_s.arg(isoText(day)), u"CRM"_s, day, text};
}

struct Source {
    QStringView name;
    QStringView file;
    std::initializer_list<DemoMetric> metrics;
};

DemoFile
measurementsFile(const DemoCompany& company, const Source& source, QStringView part, Day first, Day last) {
    bool any = false;
    QByteArray text = csvText([&](exchange::CsvWriter& csv) {
        writeRow(csv, {"account_id", "metric", "date", "value"});
        for (const DemoMeasurement& row : company.measurements) {
            if (row.day < first || row.day > last ||
                std::ranges::find(source.metrics, row.metric) == source.metrics.end()) {
                continue;
            }
            any = true;
            csv.field(std::string_view(company.accounts[row.account].key));
            csv.field(keyOf(row.metric));
            csv.field(row.day);
            csv.field(static_cast<double>(row.tenths) / 10);
            csv.endRow();
        }
    });
    return {ImportKind::Measurements,
            u"%1-%2.csv"_s.arg(source.file, part),
            source.name.toString(),
            last,
            any ? text : QByteArray()};
}

void addMeasurementFiles(const DemoCompany& company, std::vector<DemoFile>& to) {
    using enum DemoMetric;
    const std::array sources{
        Source{u"Product analytics", u"product-analytics", {SeatsActive, FeaturesUsed, Usage, AdminSignIn}},
        Source{u"Support desk", u"support-desk", {UrgentTickets, FirstResponse}},
        Source{u"CRM", u"crm", {Contact, ExecRelationship}},
        Source{u"Customer Success", u"sentiment", {CsmSentiment}},
        Source{u"Survey", u"survey", {Nps}},
        Source{u"Success plan", u"success-plan", {GoalsReached}},
        Source{u"Billing", u"billing", {InvoicesOverdue}},
    };
    const Day lastMonday = company.monday(lastWeek);
    for (const Source& source : sources) {
        to.push_back(measurementsFile(company, source, u"history", firstDay, lastMonday - 1));
    }
    for (const Source& source : sources) {
        DemoFile file = measurementsFile(company, source, isoText(lastMonday), lastMonday, company.today);
        if (!file.text.isEmpty()) {
            to.push_back(std::move(file));
        }
    }
}

DemoFile outcomesFile(const DemoCompany& company) {
    const QByteArray text = csvText([&](exchange::CsvWriter& csv) {
        writeRow(csv, {"account_id", "date", "outcome", "arr_change", "reason"});
        for (const DemoOutcome& outcome : company.outcomes) {
            const std::string change =
                outcome.arrChange == 0 ? std::string() : std::to_string(outcome.arrChange);
            writeRow(csv,
                     {company.accounts[outcome.account].key,
                      toIsoText(outcome.day),
                      toText(outcome.kind),
                      change,
                      outcome.reason});
        }
    });
    return {ImportKind::Outcomes, u"crm-outcomes.csv"_s, u"CRM"_s, company.today, text};
}

} // namespace

std::vector<DemoFile> demoFiles(const DemoCompany& company) {
    std::vector<DemoFile> files;
    constexpr int quarters = demoWeeks / weeksOfQuarter;
    for (int quarter = 0; quarter < quarters; ++quarter) {
        files.push_back(accountsFile(company, company.monday(quarter * weeksOfQuarter), quarter, false));
    }
    const Day lastExport = company.today - demoChampionLeftDaysAgo;
    files.push_back(accountsFile(company, lastExport, quarters - 1, true));
    addMeasurementFiles(company, files);
    files.push_back(outcomesFile(company));
    return files;
}

} // namespace hb::book
