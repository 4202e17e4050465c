// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_slip.h"
#include "views/issuance_view.h"
#include "views/paper_view.h"

#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/paper.h>

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

PaperFilter in_issuance(IssuanceId id) {
    PaperFilter filter;
    filter.issuance = id;
    return filter;
}

std::vector<PaperVoucher> all_vouchers(cli::Context& context, IssuanceId id) {
    std::vector<PaperVoucher> vouchers;
    Paper(context.env()).list(in_issuance(id), [&](const PaperVoucher& one) {
        vouchers.push_back(one);
        return true;
    });
    return vouchers;
}

void show_vouchers(cli::Context& context, const Options& options) {
    PaperFilter filter = in_issuance(*options.id);
    filter.page = cli::page_of(options.page);
    if (filter.page.sort == "day") filter.page.sort = "date";
    auto list = context.out().list(views::paper_view());
    const auto total = Paper(context.env()).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
}

// What is in it is of the one kind or the other.
template <class All>
void show_slip(cli::Context& context, const Options& options, const Issuance& issuance, All all) {
    if (options.html) {
        context.write_document(*options.html, views::slip_page(issuance, all()));
    }
    if (options.slip) context.out().text(views::slip_text(issuance, all()));
}

cli::Exit run(cli::Context& context, const Options& options) {
    Issuances issuances(context.env());
    const Issuance issuance = issuances.get(*options.id);
    const bool paper = issuance.kind == "paper";
    if (paper) {
        show_slip(context, options, issuance, [&] { return all_vouchers(context, *options.id); });
    } else {
        show_slip(context, options, issuance, [&] { return all_items(issuances, *options.id); });
    }
    if (options.slip) return cli::Exit::ok;
    if (options.items && paper) {
        show_vouchers(context, options);
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
