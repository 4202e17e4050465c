// SPDX-License-Identifier: Apache-2.0
// Rules of working relations, as pure functions on values: which period one gets, what it must
// carry, what others of the same person, organisation and target group say to it, and which ones an
// end or an extension is about. Durations and required fields are data and come in as arguments.
#pragma once

#include <dcadmin/persons.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dcadmin::persons {

/// A working relation as its row has it.
struct RelationRow {
    std::int64_t id;
    std::int64_t person_id;
    std::int64_t organisation_id;
    Audience audience;
    Category category;
    std::string email;
    std::string phone;
    DateRange period;
    std::string ended_at;  // empty: not ended at once
    std::string reason;
};

/// What a target group asks of a category on a day.
struct CategoryRule {
    Term max_term;
    bool email_required;
    bool phone_required;
};

/// Whose working relation a message is about.
struct Subject {
    PersonId person;
    EnterpriseNumber org;
    std::optional<Audience> audience;  // none: not said
};

/// The target group does not know the category; `known` are those it knows.
[[nodiscard]] Error unknown_category(Audience audience, Category category,
                                     std::span<const std::string> known);
/// A required field that is missing.
[[nodiscard]] std::optional<Error> missing_field(const CategoryRule& rule, const NewRelation& asked,
                                                 Audience audience);

struct AskedPeriod {
    std::optional<Date> from;
    std::optional<Date> until;
};
/// An end before the begin.
[[nodiscard]] std::optional<Error> period_problem(const AskedPeriod& asked, Date today);
/// The period asked for, cut to the category's longest (sheet U9: cut, and say so).
[[nodiscard]] DateRange period_for(const AskedPeriod& asked, Term max_term, Date today);
/// What is said of a cut; empty when nothing was.
[[nodiscard]] std::string cut_remark(const AskedPeriod& asked, DateRange period, Category category,
                                     Audience audience, Term max_term);

struct Against {
    enum class Verdict { make, there, conflict };
    Verdict verdict = Verdict::make;
    const RelationRow* other = nullptr;  // what is there, or in the way
};
/// `live` are those of the same person, organisation and target group that were not ended at once.
[[nodiscard]] Against against(const AskedPeriod& asked, DateRange period, Term max_term,
                              std::span<const RelationRow> live, Date today);
/// The relation is there, but in another category or with other addresses.
[[nodiscard]] std::optional<Error> difference(const RelationRow& there, const NewRelation& asked,
                                              const Subject& subject);
/// The conflict in words, with the command that goes on from here.
[[nodiscard]] Error overlap(const RelationRow& other, DateRange period, const Subject& subject,
                            Date today);

/// The relation that an extension is about: the one that covers today, else the next to begin.
/// Refused: none (not_found), all ended (rule), several target groups (usage).
[[nodiscard]] std::variant<const RelationRow*, Error> to_extend(std::span<const RelationRow> rows,
                                                                const Subject& subject, Date today);
/// Those that begin on that day; all where none is said.
[[nodiscard]] std::vector<RelationRow> only_begun(std::span<const RelationRow> rows,
                                                  std::optional<Date> begins);
/// Shortening, beyond the longest counted from today, or into another relation.
[[nodiscard]] std::optional<Error> extension_problem(const RelationRow& row, Date until,
                                                     Term max_term,
                                                     std::span<const RelationRow> rows,
                                                     const Subject& subject, Date today);

/// A day in the past, or a day and at once together.
[[nodiscard]] std::optional<Error> end_problem(const RelationEnd& asked, Date today);
/// The relations that an end reaches: all that last longer than `day`, the last one with access. So
/// nothing of that key lives on, and the same request again finds nothing to do. Refused: several
/// target groups (usage), none at all (not_found).
[[nodiscard]] std::variant<std::vector<RelationRow>, Error> to_end(
    std::span<const RelationRow> rows, const Subject& subject, Date day, bool at_once);

[[nodiscard]] RelationState state_of(DateRange period, const std::optional<Timestamp>& ended_at,
                                     Date day, Timestamp moment);

}  // namespace dcadmin::persons
