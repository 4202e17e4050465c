// SPDX-License-Identifier: Apache-2.0
// Which page of services, for the commands that list them. No sort key and no deep offset: any page
// is asked for by the service that it follows.
#pragma once

#include "cli/context.h"

#include <dcadmin/secure_zone/services.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::commands {

struct ServicePage {
    std::optional<EnterpriseNumber> org;
    std::optional<AffiliationNumber> worker;
    std::optional<CustomerNumber> customer;
    std::optional<Region> region;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<ServiceId> after;
    bool reverse = false;
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;
};

[[nodiscard]] std::vector<cli::OptionOf<ServicePage>> service_page_options();
[[nodiscard]] ServiceFilter filter_of(const ServicePage& page);
/// Lists them, and says how to go on.
void list_services(cli::Context& context, ServiceFilter filter);

}  // namespace dcadmin::commands
