// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/organisations.h>
#include <dcadmin/store.h>

int main() {
    const dcadmin::SystemClock clock;
    dcadmin::Store store = dcadmin::Store::in_memory(clock);
    const dcadmin::Env env{store, clock, {"consumer", {}}, "org add"};
    const auto number = dcadmin::EnterpriseNumber::parse("0566.988.259");
    const bool made = dcadmin::Organisations(env).add({number, "Mijn Bedrijf", {}, {}}).changed;
    fmt::print("{} {}\n", number.formatted(), made ? "added" : "there already");
}
