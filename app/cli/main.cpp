// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "core/wording/sentences.h"

#include <QCoreApplication>

#include <cstdio>
#include <poll.h>
#include <unistd.h>

using namespace hb;
using namespace hb::cli;
using namespace Qt::StringLiterals;

namespace {

int status(ExitStatus exit) {
    return static_cast<int>(exit);
}

/// Whether standard output is a pipe whose other end is closed.
bool nobodyReads() {
    pollfd out{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

int run(const CommandLine& line, QFile& out) {
    const Interrupt interrupt;
    ProgressBar bar;
    Context context{.bookPath = line.bookPath(),
                    .asOf = line.asOf(),
                    .isToday = line.isToday(),
                    .format = line.format(isatty(STDOUT_FILENO) == 1),
                    .person = line.person(),
                    .job = {.stop = interrupt.token(),
                            .progress = [&bar](std::int64_t done,
                                               std::int64_t total,
                                               std::string_view phase) { bar.show(done, total, phase); }},
                    .out = out};
    Result<ExitStatus> result = line.action()(context);
    bar.clear();
    if (result && !out.flush()) {
        result = failure({.code = ErrorCode::Io,
                          .what = "Could not write the results",
                          .found = out.errorString().toStdString()});
    }
    if (!result && result.error().code == ErrorCode::Cancelled) {
        say(u"healthbook-cli: Cancelled; nothing was changed."_s);
        return status(ExitStatus::CouldNot);
    }
    if (!result && nobodyReads()) {
        return status(ExitStatus::CouldNot); // "| head" has seen enough: nothing to complain of
    }
    if (!result) {
        say(u"healthbook-cli: "_s + wording::errorSentence(result.error()));
        return status(ExitStatus::CouldNot);
    }
    return status(*result);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("LC_ALL", "C.UTF-8"); // what scripts read is the same in every locale
    const QCoreApplication application(argc, argv);
    CommandLine line;
    if (const std::optional<ExitStatus> early = line.parse(argc, argv)) {
        return status(*early);
    }
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly)) {
        return status(ExitStatus::CouldNot);
    }
    return run(line, out);
}
