// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/healthbook/options.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include <algorithm>
#include <string_view>

namespace hb::app {

bool needsNoDisplay(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version" ||
               word == "-v" || word == "--brief" || word.starts_with("--shots") || word.starts_with("--drag");
    });
}

std::optional<Options> readOptions(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Customer health that explains and proves itself."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QApplication::translate("main", "The book to open, or CSV files to make a new book of."),
        QStringLiteral("[FILE...]"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QApplication::translate("main", "Open the demo company."));
    const QCommandLineOption none(QStringLiteral("no-book"),
                                  QApplication::translate("main", "Open no book."));
    const QCommandLineOption asOf(QStringLiteral("as-of"),
                                  QApplication::translate("main", "Look at this day."),
                                  QStringLiteral("YYYY-MM-DD"));
    const QCommandLineOption brief(
        QStringLiteral("brief"), QApplication::translate("main", "Print what the Book page says, and end."));
    const QCommandLineOption shots(
        QStringLiteral("shots"),
        QApplication::translate("main", "Render every page to PNG files in this folder, and end."),
        QStringLiteral("FOLDER"));
    const QCommandLineOption drag(
        QStringLiteral("drag"),
        QApplication::translate("main", "Time the Book page over this many days, and end."),
        QStringLiteral("DAYS"));
    parser.addOptions({demo, none, asOf, brief, shots, drag});
    parser.process(application);
    QStringList files = parser.positionalArguments();
    const bool isBook = files.value(0).endsWith(QStringLiteral(".healthbook"), Qt::CaseInsensitive);
    Options options{.book = isBook ? files.takeFirst() : QString(),
                    .tables = files,
                    .shots = parser.value(shots),
                    .asOf = parseIsoDay(parser.value(asOf).toStdString()),
                    .demo = parser.isSet(demo),
                    .noBook = parser.isSet(none),
                    .brief = parser.isSet(brief),
                    .dragDays = parser.value(drag).toInt()};
    if (isBook && !files.isEmpty()) {
        QTextStream(stderr) << QApplication::translate(
                                   "main", "A book opens alone; CSV files make a new book: found %1 and %2.")
                                   .arg(options.book, files.front())
                            << Qt::endl;
        return {};
    }
    if (parser.isSet(asOf) && !options.asOf) {
        QTextStream(stderr) << QApplication::translate("main", "--as-of needs a day as YYYY-MM-DD.")
                            << Qt::endl;
        return {};
    }
    return options;
}

} // namespace hb::app
