// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "notice/commands.h"
#include "views/notice_view.h"

#include <dcadmin/customer_notices.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<int> number;
    std::optional<CustomerId> customer;
    std::optional<std::string> state;
    std::optional<std::string> kind;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.number) {
        context.out().item(views::whole_customer_notice_view(),
                           CustomerNotices(context.env()).get(*options.number));
        return cli::Exit::ok;
    }
    const CustomerNoticeFilter filter{.customer = options.customer,
                                      .state = options.state.value_or(""),
                                      .kind = options.kind.value_or(""),
                                      .page = cli::page_of(options.page)};
    const auto& env = context.env();
    const auto answer = filter.state == "failed" ? output::Shown::always : output::Shown::detail;
    auto list = context.out().list(views::customer_notice_view(answer));
    const auto total = CustomerNotices(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command notice_customers() {
    return cli::command<Options>({
        .summary = "list the notices to customers (berichten aan gebruikers)",
        .details = "What customers are told of their services, by e-mail, when services wait for "
                   "their answer, were changed or cancelled. notice send sends them too.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("number", &Options::number, "only this one, with its text").positional(),
             cli::option("customer", &Options::customer, "only to this customer; see customer list")
                 .value("CUSTOMER"),
             cli::option("state", &Options::state, "only those")
                 .choices({"waiting", "claimed", "sent", "failed"}),
             cli::option("kind", &Options::kind, "only of this kind, such as service.validated")},
            cli::options_of(&Options::page, cli::paging_options({"id"}))),
        .examples = {{"dcadmin notice customers --state failed", "what could not be sent, and why"},
                     {"dcadmin notice customers 12", "what the customer was told"}},
        .fields = views::whole_customer_notice_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
