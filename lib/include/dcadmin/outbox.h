// SPDX-License-Identifier: Apache-2.0
// Notices to persons (berichten): written in the same transaction as the change they tell of, so
// that none is lost and none tells of something that did not happen. Sending comes later and reads
// them from here. A run by file makes one notice per person that names all of his rows.
#pragma once

#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>

namespace dcadmin {

struct Notice {
    NoticeId id;
    Timestamp at = Timestamp::from_seconds(0);
    PersonId person;
    std::string name;     // of the person
    std::string address;  // e-mail; empty when none is known
    std::string kind;     // "grant.add"
    std::string state;    // "waiting", "sent"
    std::string subject;
    std::string body;  // filled by get(), not by list()
};

struct NoticeFilter {
    std::optional<PersonRef> person;
    std::string state;
    std::string kind;
    Page page;
};

class DCADMIN_API Notices {
   public:
    explicit Notices(const Env& env) : env_(env) {}

    std::uint64_t list(const NoticeFilter& filter, const Each<Notice>& each);
    [[nodiscard]] Notice get(NoticeId id);

   private:
    const Env& env_;
};

}  // namespace dcadmin
