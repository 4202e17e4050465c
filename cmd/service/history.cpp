// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "service/page.h"
#include "views/service_view.h"

#include <dcadmin/error.h>
#include <dcadmin/secure_zone/services.h>

#include <algorithm>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<ServiceId> id;
    std::optional<std::string> filter;
    ServicePage page;
};

void list_history(cli::Context& context, ServiceId id) {
    const auto& env = context.env();
    auto list = context.out().list(views::service_history_view());
    Services(env).history(id, std::ref(list));
    list.end();
}

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.id.has_value() == options.filter.has_value()) {
        throw Error(Kind::usage, "either one service or a filter",
                    "dcadmin service history d-12, or dcadmin service history --filter to-validate",
                    "id");
    }
    if (options.id) {
        list_history(context, *options.id);
        return cli::Exit::ok;
    }
    ServiceFilter filter = filter_of(options.page);
    filter.selection = parse_service_selection(*options.filter);
    list_services(context, std::move(filter));
    return cli::Exit::ok;
}

// Of both lists.
std::vector<output::FieldText> fields() {
    auto all = views::service_history_view().texts();
    for (const auto& text : views::service_view().texts()) {
        const bool known =
            std::ranges::any_of(all, [&](const auto& one) { return one.key == text.key; });
        if (!known) all.push_back(text);
    }
    return all;
}

}  // namespace

cli::Command service_history() {
    return cli::command<Options>({
        .summary = "tell the history of a service, or select services by it (historiek)",
        .details = "Of one service: every change with who, when and from which day on, before and "
                   "after, its comments, vouchers, issuances and payments. With a filter: the "
                   "services that it selects, as service list has them; at-risk and not-issued by "
                   "the last day to hand in, modified by id.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("id", &Options::id, "of this service").positional(),
             cli::option("filter", &Options::filter, "which services (snelfilter)")
                 .value("FILTER")
                 .choices({"to-validate", "awaiting-user", "disputed", "cancelled", "modified",
                           "at-risk", "partially-allocated", "not-issued", "refunded"})},
            cli::options_of(&Options::page, service_page_options())),
        .examples = {{"dcadmin service history d-12", "what happened to it"},
                     {"dcadmin service history --filter to-validate --org 0566988259 --limit 50",
                      "what waits for the company"}},
        .fields = fields(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
