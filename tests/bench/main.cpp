// SPDX-License-Identifier: GPL-3.0-or-later
// healthbook_bench generate ACCOUNTS METRICS WEEKS FOLDER | measure BOOK | drag BOOK
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString command = words.value(1);
    bool done = false;
    if (command == QLatin1String("generate") && words.size() == 6) {
        done = hb::bench::generateData(words[2].toInt(), words[3].toInt(), words[4].toInt(), words[5]);
    } else if (command == QLatin1String("measure") && words.size() == 3) {
        done = hb::bench::measureBook(words[2]);
    } else if (command == QLatin1String("drag") && words.size() == 3) {
        done = hb::bench::measureDrag(words[2]);
    } else {
        std::fputs("healthbook_bench generate ACCOUNTS METRICS WEEKS FOLDER | measure BOOK | drag BOOK\n",
                   stderr);
        return 2;
    }
    return done ? 0 : 1;
}
