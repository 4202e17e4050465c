// SPDX-License-Identifier: Apache-2.0
#include "rights/changed.h"

#include "rights/grants_sql.h"

namespace dcadmin::rights {

bulk::Result result_of(const Changed& changed) {
    bulk::Result result;
    result.state = changed.changed ? bulk::State::applied : bulk::State::unchanged;
    result.message = changed.remark;
    for (const std::int64_t id : changed.ids) {
        if (!result.id.empty()) result.id.push_back('|');
        result.id += GrantId::from_stored(id).text();
    }
    return result;
}

Written<std::vector<Grant>> written_of(const Env& env, const Changed& changed) {
    Written<std::vector<Grant>> written{changed.changed, {}, changed.remark};
    for (const std::int64_t id : changed.ids) {
        if (auto found = find_grant(env.store.db(), id, as_of({}, env.clock))) {
            written.item.push_back(std::move(*found));
        }
    }
    return written;
}

const std::string& address_of(const PersonFacts& person, const RelationFacts& relation) {
    return relation.email.empty() ? person.email : relation.email;
}

}  // namespace dcadmin::rights
