// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_slip.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<IssuanceId> id;
    bool items = false;
    bool slip = false;
    std::optional<cli::FilePath> html;
    cli::Paging page;
};

std::vector<IssuanceItem> all_items(Issuances& issuances, IssuanceId id) {
    std::vector<IssuanceItem> items;
    issuances.items(id, {}, [&](const IssuanceItem& item) {
        items.push_back(item);
        return true;
    });
    return items;
}

void show_items(cli::Context& context, Issuances& issuances, const Options& options) {
    const Page page = cli::page_of(options.page);
    auto list = context.out().list(views::issuance_item_view());
    const auto total = issuances.items(*options.id, page, std::ref(list));
    list.end(total, page.offset);
}

cli::Exit run(cli::Context& context, const Options& options) {
    Issuances issuances(context.env());
    const Issuance issuance = issuances.get(*options.id);
    if (options.html) {
        context.write_document(*options.html,
                               views::slip_page(issuance, all_items(issuances, *options.id)));
    }
    if (options.slip) {
        context.out().text(views::slip_text(issuance, all_items(issuances, *options.id)));
    } else if (options.items) {
        show_items(context, issuances, options);
    } else if (!options.html) {
        context.out().item(views::issuance_view(), issuance);
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command issuance_show() {
    return cli::command<Options>({
        .summary = "show an issuance, what is in it, and its slip (afgifteborderel)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("id", &Options::id, "which; see issuance list").positional(),
             cli::option("items", &Options::items, "what is in it, by day of the service"),
             cli::option("slip", &Options::slip, "its slip as text"),
             cli::option("html", &Options::html, "write its slip to a file, as a page to print")},
            cli::options_of(&Options::page, cli::paging_options({"day"}))),
        .examples = {{"dcadmin issuance show i-3", "its state"},
                     {"dcadmin issuance show i-3 --items -o csv", "what is in it"},
                     {"dcadmin issuance show i-3 --html slip.html", "to print"}},
        .fields = views::issuance_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
