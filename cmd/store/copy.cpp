// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/audit.h>
#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> from;
    cli::Required<std::string> to;
};

/// What arrived is worth something only when its log says so.
void verify(cli::Context& context, const StoreAddress& target) {
    Store store = Store::open(target, StoreAccess::read);
    const Env env{store, context.clock(), {context.environment().user(), {}}, "store copy"};
    const auto report = Audit(env).verify();
    if (report.problem_count > 0) {
        throw Error(Kind::integrity,
                    say("the copy does not verify: {} problems", report.problem_count),
                    "see whether the source does: dcadmin audit verify");
    }
    context.note(say("{} entries of {} chains verified", report.entries, report.chains));
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto& settings = context.settings();
    const auto from = options.from ? settings.address(*options.from) : settings.address();
    const auto to = settings.address(*options.to);
    const auto rows = Store::copy(from, to, context.clock());
    context.note(say("{} rows copied", rows));
    verify(context, to);
    context.out().item(views::store_view(), Store::status(to));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_copy() {
    return cli::command<Options>({
        .summary = "copy everything into another, empty database (overzetten)",
        .details =
            "From a file to a server or back, while the source is in use; what is written there "
            "after the copy began is not in it. The target gets all or nothing, and the log of the "
            "copy is verified at the end. It takes the source's place: use one of the two from "
            "then on. A password comes from ~/.pgpass.",
        .needs = cli::Needs::nothing,
        .options = {cli::option("from", &Options::from,
                                "the database to copy; usually the one in use")
                        .completes(cli::Complete::store_url)
                        .value("URL"),
                    cli::option("to", &Options::to,
                                "a file that is not there yet, or an empty database on a server")
                        .completes(cli::Complete::store_url)
                        .value("URL")},
        .examples = {{"dcadmin store copy --to postgresql://owner@db/dcadmin", "move to a server"},
                     {"dcadmin store copy --from postgresql://owner@db/dcadmin "
                      "--to sqlite:/srv/dcadmin.db",
                      "and back"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
