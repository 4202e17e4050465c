// SPDX-License-Identifier: Apache-2.0
// Persons and their working relations (werkrelaties): who exists, and for which organisation he
// works, in which category, from when until when. A person is known by national or BIS number and
// shared by all organisations; a working relation is what rights hang under, so ending one ends
// them the same day, in the same transaction. Ends are dates: nothing is deleted.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

struct Person {
    PersonId id;
    NationalNumber number;
    std::string first_name;
    std::string last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    Language language = Language::nl;
    bool verified = false;  // from a register; typed data are not
};

/// Names that are empty are those of a register.
struct NewPerson {
    NationalNumber number;
    std::string first_name;
    std::string last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Language> language;
};

/// Fields that are absent stay as they are.
struct PersonChange {
    PersonRef person;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Language> language;
};

struct PersonFilter {
    std::string text;  // words of the name in any case or accent, or the beginning of the number
    std::optional<EnterpriseNumber> org;  // with a working relation there on `at`
    std::optional<Date> at;
    Page page;  // sort: name, id, birth_date
};

enum class RelationState { active, future, ended };
[[nodiscard]] DCADMIN_API std::string_view name_of(RelationState state);
[[nodiscard]] DCADMIN_API RelationState parse_relation_state(std::string_view text);

struct Relation {
    RelationId id;
    PersonId person;
    std::optional<NationalNumber> number;  // none once the person was erased
    std::string name;                      // of the person, "Lucas Maes"
    EnterpriseNumber org;
    std::string org_name;
    Audience audience;
    Category category;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    DateRange period;
    std::optional<Timestamp> ended_at;  // ended at once, within its period
    RelationState state;                // on the day asked for
    std::string reason;
};

struct NewRelation {
    PersonRef person;
    EnterpriseNumber org;
    std::optional<Audience> audience;  // default EA
    Category category;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Date> from;   // default today
    std::optional<Date> until;  // default the category's duration
    std::string reason;
};

struct RelationExtension {
    PersonRef person;
    EnterpriseNumber org;
    std::optional<Audience> audience;
    Date until;
    std::string reason;
    std::optional<Date> begins = {};  // only the one that begins on that day
};

/// Fields that are absent stay as they are.
struct RelationChange {
    PersonRef person;
    EnterpriseNumber org;
    std::optional<Audience> audience;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string reason;
};

struct RelationEnd {
    PersonRef person;
    EnterpriseNumber org;
    std::optional<Audience> audience;
    std::optional<Date> on;  // default today; access stays through that day
    bool at_once = false;    // end it now, not at the end of a day
    std::string reason;
    std::optional<Date> begins = {};  // only the one that begins on that day
};

/// What ending a relation took along.
struct EndedRelation {
    Relation relation;
    std::vector<GrantId> grants;  // ended with it
};

struct RelationFilter {
    std::optional<PersonRef> person;
    std::optional<EnterpriseNumber> org;
    std::optional<Audience> audience;
    std::optional<Category> category;
    std::optional<RelationState> state;
    std::optional<Date> at;  // state on that day; default today
    Page page;               // sort: name, org, from, until, id
};

class DCADMIN_API Persons {
   public:
    explicit Persons(const Env& env) : env_(env) {}

    /// The names of a register hold where one knows the person (a remark tells when others were
    /// typed), and make him verified. Unchanged when the same person is there with the same values;
    /// conflict with other values (hint: person update); rule when no names are known, or the
    /// person has died. Personal fields enter the system chain as keyed hashes only. Asking a
    /// register leaves its own trace, whatever comes of it.
    Written<Person> add(const NewPerson& request);
    bulk::Summary add_rows(const bulk::Source<NewPerson>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// not_found for an unknown person; rule for the names of one whose names come from a register.
    /// Puts a notice for the person in the outbox.
    Written<Person> update(const PersonChange& request);
    bulk::Summary update_rows(const bulk::Source<PersonChange>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    std::uint64_t list(const PersonFilter& filter, const Each<Person>& each);
    /// At most `limit` persons whose name (first or last name first, any case or accent), number
    /// or public id begins with `begun`; with an organisation, of those who work there today, and
    /// whose name has it anywhere. For completion, so it looks no further than it must.
    [[nodiscard]] std::vector<Person> beginning_with(std::string_view begun, std::uint64_t limit,
                                                     std::optional<EnterpriseNumber> org = {});
    [[nodiscard]] Person get(const PersonRef& person);
    /// Records that whole national numbers are about to be shown, and why the list was asked for.
    /// Must come before the showing; a store that cannot be written refuses it.
    void record_reveal(const std::string& what);

    /// Category and audience must go together, required fields be there, the period lie within the
    /// category's longest (longer ones are cut, said in the remark). Never overlaps another of the
    /// same person, organisation and audience: the same one is unchanged, another a conflict.
    Written<Relation> add_relation(const NewRelation& request);
    bulk::Summary add_relation_rows(const bulk::Source<NewRelation>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink);
    /// rule: shortening (hint: relation end), or beyond the category's longest counted from today.
    Written<Relation> extend_relation(const RelationExtension& request);
    bulk::Summary extend_relation_rows(const bulk::Source<RelationExtension>& rows,
                                       const bulk::Options& options, const bulk::Sink& sink);
    /// How the person is reached for the relation that runs, else for the next one. usage: nothing
    /// to change; not_found: none; rule: all ended. Recorded in the organisation's chain; a notice.
    Written<Relation> update_relation(const RelationChange& request);
    bulk::Summary update_relation_rows(const bulk::Source<RelationChange>& rows,
                                       const bulk::Options& options, const bulk::Sink& sink);
    /// Ends its grants too, each with its own audit entry; one notice.
    Written<EndedRelation> end_relation(const RelationEnd& request);
    bulk::Summary end_relation_rows(const bulk::Source<RelationEnd>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink);
    std::uint64_t list_relations(const RelationFilter& filter, const Each<Relation>& each);
    [[nodiscard]] Relation get_relation(RelationId id, std::optional<Date> at = {});

   private:
    const Env& env_;
};

}  // namespace dcadmin
