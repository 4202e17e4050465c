// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/demo.h>
#include <dcadmin/error.h>
#include <dcadmin/policies.h>
#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {
    bool demo = false;
    bool enforce = false;
    std::optional<std::string> app_role;
};

// Whoever owns the tables could change the log; so the program's own role should not.
void tell_of_roles(cli::Context& context, Store& store) {
    const auto statements = store.role_statements("dcadmin_app");
    if (statements.empty()) return;
    context.note(
        "for a role that can change nothing in the log, --app-role NAME does what follows:");
    for (const auto& sql : statements) context.note("    " + sql + ";");
}

// Until its first operator can sign in, whoever makes the store sets it up.
void enforce(cli::Context& context) {
    static_cast<void>(Policies(context.env())
                          .set({.name = "sign_in", .value = "required", .reason = "store init"}));
    context.note("the store wants sign-in as soon as an operator can sign in:");
    context.note("    dcadmin person add --number … --first-name … --last-name …");
    context.note("    dcadmin key activate password --person …, then app or sms");
    context.note("    dcadmin staff add --person … --role operator --reason …");
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto address = context.settings().address();
    if (options.app_role && !Store::on_server(address.url)) {
        throw Error(Kind::usage, "a database in a file has no roles",
                    "who may use it is decided by the owner and the mode of the file", "app-role");
    }
    context.make_store_folder();
    {
        auto made = Store::init(address, context.clock());
        if (options.app_role) {
            made.allow_role(*options.app_role);
        } else {
            tell_of_roles(context, made);
        }
    }
    if (options.demo) load_demo(context.env());
    if (options.enforce) enforce(context);
    context.out().item(views::store_view(), Store::status(address));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_init() {
    return cli::command<Options>({
        .summary = "make a new database (gegevensbank aanmaken)",
        .details = "On a server the database must be there and be empty, with encoding UTF8 and "
                   "collation C or C.UTF-8; the role that makes the store owns it, and is the one "
                   "to migrate it later.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .options = {cli::option("enforce", &Options::enforce,
                                "every command on it wants a session (policy sign_in)"),
                    cli::option("demo", &Options::demo,
                                "with the example of the information session of 22/10/2020"),
                    cli::option("app-role", &Options::app_role,
                                "on a server: the role that is to do the daily work; it can change "
                                "nothing in the log")
                        .value("NAME")},
        .examples = {{"dcadmin store init", "the usual database of this user"},
                     {"dcadmin --store sqlite:demo.db store init --demo", "one to try things on"},
                     {"dcadmin --store postgresql://owner@db/dcadmin store init --app-role desk",
                      "on a server, for the role desk to work with"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
