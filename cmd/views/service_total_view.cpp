// SPDX-License-Identifier: Apache-2.0
#include "views/service_total_view.h"

namespace dcadmin::views {

using output::Value;

output::View<ServiceTotal> service_total_view() {
    return {.names = {"total", "totals"},
            .fields = {{{"services", "how many"},
                        [](const ServiceTotal& x) -> Value { return x.services; }},
                       {{"hours", "their hours together"},
                        [](const ServiceTotal& x) -> Value { return x.hours; }}}};
}

output::View<Advanced> advanced_view() {
    return {.names = {"advance", "advances"},
            .fields = {{{"validated", "by silence of the company"},
                        [](const Advanced& x) -> Value { return x.validated; }},
                       {{"confirmed", "by silence of the customer"},
                        [](const Advanced& x) -> Value { return x.confirmed; }},
                       {{"allocated", "got vouchers, for some hours or all"},
                        [](const Advanced& x) -> Value { return x.allocated; }},
                       {{"outside", "too old for any voucher"},
                        [](const Advanced& x) -> Value { return x.outside; }}}};
}

}  // namespace dcadmin::views
