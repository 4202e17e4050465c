// SPDX-License-Identifier: Apache-2.0
// Rules of designations and appointments: pure functions that answer what is wrong. Sources: domain
// sheet access.md, section 2 (rules 1 to 8) and section 8 (U4, U5); matrix of security.md, 2.3.
#pragma once

#include "designation/administrators.h"
#include "registers/functions.h"

#include <dcadmin/base/vocabulary.h>
#include <dcadmin/designation.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::designation {

/// What the register and the working relations say of a person in an organisation on a day.
struct Standing {
    PersonId person;
    EnterpriseNumber org;
    Date day;
    std::vector<registers::EnterpriseFunction> functions;  // the one that lasts longest first
    std::vector<Category> categories;  // of his working relations that are live on the day
};

/// Nobody is named who acts: the standard procedure is not for the local operator (D6).
[[nodiscard]] Error nobody_acts(EnterpriseNumber org);
/// Not a legal representative whose function is valid on the day, both ends included (rule 1).
[[nodiscard]] std::optional<Error> representative_problem(const Standing& standing);
/// Neither employee nor legal representative on the day (D6, rule 2, U5).
[[nodiscard]] std::optional<Error> chief_problem(const Standing& standing);
/// Neither works for the organisation, in whatever category, nor represents it on the day. The
/// sheet asks for more of a chief alone; an accountant may well be manager of one domain.
[[nodiscard]] std::optional<Error> office_problem(const Standing& standing);

/// The enterprise number that was typed once more is missing or another one (deck: "Ja, ik
/// bevestig"). `what` is what is confirmed: "the designation".
[[nodiscard]] std::optional<Error> confirm_problem(EnterpriseNumber org,
                                                   std::optional<EnterpriseNumber> confirm,
                                                   std::string_view what);
/// Both or neither of "self" and a person.
[[nodiscard]] std::optional<Error> who_problem(const NewChief& request);
/// A first day in the past.
[[nodiscard]] std::optional<Error> from_problem(std::optional<Date> from, Date today);
/// A last day in the past.
[[nodiscard]] std::optional<Error> on_problem(std::optional<Date> on, Date today);
/// A last day before the first.
[[nodiscard]] std::optional<Error> until_problem(Date from, Date until);
/// The deck asks for a general address: what to say of one that looks like a person's own; empty
/// when it does not.
[[nodiscard]] std::string email_remark(const EmailAddress& email, std::string_view first_name,
                                       std::string_view last_name);

/// By which right somebody appoints in an organisation.
struct Authority {
    bool local_operator = false;  // nobody is named who acts
    bool representative = false;  // on the day
    std::vector<Office> offices;  // that the acting person holds now
};
/// Who may not appoint or dismiss in this role for this domain (0: all). `domain` is its name.
[[nodiscard]] std::optional<Error> appoint_problem(const Authority& authority,
                                                   AdministratorRole role, std::int64_t domain_id,
                                                   const DomainCode& domain, EnterpriseNumber org);
/// Who may not end the chief's office: others than a representative, the chief and the operator.
[[nodiscard]] std::optional<Error> end_chief_problem(const Authority& authority,
                                                     EnterpriseNumber org);
/// Only the operator answers requests for a chief.
[[nodiscard]] std::optional<Error> operator_problem(bool local_operator);

/// not_found, with the command that designates one.
[[nodiscard]] Error no_chief(EnterpriseNumber org, Date day);

/// Nobody would be left, and that was not forced with a reason (U4).
[[nodiscard]] std::optional<Error> last_problem(bool leaves_nobody, bool force,
                                                std::string_view reason, EnterpriseNumber org);

/// Trimmed text; refused with usage about `field`. `needed` also refuses an empty one.
[[nodiscard]] std::string clean_text(std::string_view text, std::string_view field,
                                     bool needed = false);

[[nodiscard]] OfficeState state_of(DateRange period, const std::optional<Timestamp>& ended_at,
                                   Date day, Timestamp moment);

}  // namespace dcadmin::designation
