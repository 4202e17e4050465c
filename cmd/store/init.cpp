// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/demo.h>
#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {
    bool demo = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto url = context.settings().store();
    context.make_store_folder();
    { const auto made = Store::init(url, context.clock()); }
    if (options.demo) load_demo(context.env());
    context.out().item(views::store_view(), Store::status(url));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_init() {
    return cli::command<Options>({
        .summary = "make a new database (gegevensbank aanmaken)",
        .needs = cli::Needs::write,
        .options = {cli::option("demo", &Options::demo,
                                "with the example of the information session of 22/10/2020")},
        .examples = {{"dcadmin store init", "the usual database of this user"},
                     {"dcadmin --store sqlite:/tmp/demo.db store init --demo",
                      "one to try things on"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
