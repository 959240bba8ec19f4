// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace hb::test {

/// CSV files of a company of six accounts, as its systems would export them. The names of the measures are
/// not those of the starter but for one; one account row and one measurement cannot be read.
class CompanyFiles {
public:
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path(name) : QString();
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    [[nodiscard]] QString accounts() const {
        return write(QStringLiteral("accounts.csv"),
                     "account_id,name,owner,segment,renewal_date,plan\n"
                     "A-1,Acme,Ana Lopez,Enterprise,2026-06-30,Gold\n"
                     "A-2,Binford,Ben Okafor,Mid,2026-05-31,Silver\n"
                     "A-3,Cogswell,Ana Lopez,Mid,31/02/2026,Silver\n"
                     "A-4,Dunder,Ben Okafor,Mid,2026-09-30,Gold\n"
                     "A-5,Emca,Ana Lopez,Enterprise,2026-12-31,Gold\n"
                     "A-6,Fabrikam,Ben Okafor,Mid,2026-12-31,Gold\n");
    }
    /// `newest` as YYYY-MM-DD: the day of the last measurements.
    [[nodiscard]] QString measures(const QByteArray& newest = "2026-03-29") const {
        QByteArray csv = "account_id,metric,date,value\n";
        int value = 10;
        for (const char* account : {"A-1", "A-2", "A-4", "A-5", "A-6"}) {
            value += 18;
            csv += QByteArray(account) + ",active_seats," + newest + ',' + QByteArray::number(value) + '\n';
            csv += QByteArray(account) + ",urgent_tickets," + newest + ',' +
                   QByteArray::number(5 - value / 20) + '\n';
            csv += QByteArray(account) + ",mood," + newest + ",3\n";
            csv += QByteArray(account) + ",spend," + newest + ",1200\n";
        }
        return write(QStringLiteral("measures.csv"), csv + "A-1,mood," + newest + ",sunny\n");
    }
    [[nodiscard]] QString outcomes() const {
        return write(QStringLiteral("outcomes.csv"), "account_id,date,outcome\nA-5,2025-12-31,renewed\n");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace hb::test
