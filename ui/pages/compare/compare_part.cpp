// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_part.h"

namespace hb::pages {

void ComparePart::readTable(jobs::JobRunner& jobs, std::function<void(Result<exchange::Table>)> done) {
    std::function<exchange::Table()> make = tableMaker();
    if (!make) {
        done(asTable());
        return;
    }
    jobs.run<exchange::Table>(
        tr("Making the table"),
        [make = std::move(make)](const Job& job) -> Result<exchange::Table> {
            exchange::Table table = make();
            return job.stopped() ? Result<exchange::Table>(cancelled())
                                 : Result<exchange::Table>(std::move(table));
        },
        this,
        std::move(done));
}

} // namespace hb::pages
