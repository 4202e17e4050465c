// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/customer_notices.h>

#include "access/require.h"
#include "outbox/customer_notices_sql.h"
#include "outbox/customer_texts.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <array>
#include <optional>

namespace dcadmin {

std::uint64_t CustomerNotices::list(const CustomerNoticeFilter& filter,
                                    const Each<CustomerNotice>& each) {
    constexpr std::array<std::string_view, 5> states{"", "waiting", "claimed", "sent", "failed"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage, say("{} is not a state of a notice", text::quoted(filter.state)),
                    "it is waiting, claimed, sent or failed", "state");
    }
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    return outbox::list_customer_notices(env_.store.db(), filter, {}, sight, each);
}

CustomerNotice CustomerNotices::get(std::int64_t number) {
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    CustomerNoticeFilter filter;
    filter.page.limit = 1;
    std::optional<CustomerNotice> found;
    outbox::list_customer_notices(db, filter, number, sight, [&](const CustomerNotice& one) {
        found = one;
        return true;
    });
    const auto stored = outbox::find_customer_notice(db, number);
    if (!found || !stored) {
        throw Error(Kind::not_found, say("no notice {} to a customer", number),
                    "see which there are: dcadmin notice customers", "number");
    }
    found->body = outbox::text_of(
        outbox::customer_letter_of(stored->language, {outbox::customer_facts_of(db, *stored)}));
    return *std::move(found);
}

}  // namespace dcadmin
