// SPDX-License-Identifier: Apache-2.0
#include "service/page.h"

#include "views/service_view.h"

#include <dcadmin/base/say.h>

namespace dcadmin::commands {

std::vector<cli::OptionOf<ServicePage>> service_page_options() {
    using cli::option;
    return {
        option("org", &ServicePage::org, "only of this company",
               {"organisatie", "ondernemingsnummer"}),
        option("worker", &ServicePage::worker, "only of the worker with this login", {"werknemer"}),
        option("customer", &ServicePage::customer, "only for this customer", {"gebruiker"}),
        option("region", &ServicePage::region, "only of customers of this region", {"gewest"}),
        option("from", &ServicePage::from, "from this day on", {"begindatum"}),
        option("until", &ServicePage::until, "until this day", {"einddatum"}),
        option("after", &ServicePage::after, "the page that follows this service"),
        option("reverse", &ServicePage::reverse, "the other way round"),
        option("limit", &ServicePage::limit, "at most so many"),
        option("offset", &ServicePage::offset,
               "leave out so many at the beginning; at most 10,000")};
}

ServiceFilter filter_of(const ServicePage& page) {
    return {.org = page.org,
            .worker = page.worker,
            .customer = page.customer,
            .region = page.region,
            .from = page.from,
            .until = page.until,
            .after = page.after,
            .reverse = page.reverse,
            .limit = page.limit,
            .offset = page.offset};
}

void list_services(cli::Context& context, ServiceFilter filter) {
    filter.counted = context.out().style().format == output::Format::table;
    const auto& env = context.env();
    auto list = context.out().list(views::service_view());
    const auto count = Services(env).list(filter, std::ref(list));
    list.end(count.all, filter.offset);
    if (count.more_than_most) {
        static_assert(ServiceCount::most == 10'000);
        context.note("more than 10,000 in all");
    }
    if (count.last) {
        context.note(say("the page that follows: --after {}", count.last->text()));
    }
}

}  // namespace dcadmin::commands
