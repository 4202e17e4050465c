// SPDX-License-Identifier: Apache-2.0
// Tasks (Mijn taken): what waits for an administrator of an organisation. Persons ask for a right
// or a working relation; a new chief leaves something to look at; and what the dates of records
// decide (a right or relation about to end, an organisation that nobody administers) is a task
// without being stored: it is there as long as the records say so, and gone once somebody said that
// it is done for that end. Also the list of all that ends soon.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dcadmin {

enum class TaskKind {
    requested_right,
    requested_relation,
    expiring_right,
    expiring_relation,
    attestation,
    orphan_organisation,
    chief_changed
};
/// "requested-right", …
[[nodiscard]] DCADMIN_API std::string_view name_of(TaskKind kind);
[[nodiscard]] DCADMIN_API TaskKind parse_task_kind(std::string_view text);

enum class TaskState { open, accepted, refused, done };
[[nodiscard]] DCADMIN_API std::string_view name_of(TaskState state);
[[nodiscard]] DCADMIN_API TaskState parse_task_state(std::string_view text);

/// How a request names a task: "t-5"; or, when the dates make it one, by what it is about: a grant,
/// a working relation, or the organisation that nobody administers.
using TaskRef = std::variant<TaskId, GrantId, RelationId, EnterpriseNumber>;
/// Refused with usage, saying what such an id looks like.
[[nodiscard]] DCADMIN_API TaskRef parse_task(std::string_view text);
/// "t-5", "g-12", "r-3", "0566988259"
[[nodiscard]] DCADMIN_API std::string text_of(const TaskRef& task);

struct Task {
    TaskRef id;
    TaskKind kind;
    EnterpriseNumber org;
    std::string org_name;
    std::optional<PersonId> person;  // whom it is about
    std::string name;                // of that person
    std::string subject;             // public ids of what it is about, or of what came of it
    std::string title;               // in plain words
    std::optional<Date> due;
    TaskState state;
    std::optional<Timestamp> asked_at;  // absent for what the dates decide
    std::string reason;                 // why it was asked
    std::string answer;                 // why it was answered so
    // What is asked for, or about to end:
    std::optional<RightCode> right;
    std::vector<std::string> contexts;
    std::string audience;
    std::string category;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<Date> until;
};

struct TaskFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<PersonRef> person;
    std::optional<TaskKind> kind;
    std::optional<TaskState> state;  // default open
    std::optional<Term> within;      // how soon an end makes a task; default 60d
    std::optional<Date> at;          // "today" for what the dates decide
    Page page;                       // sort: due, id, org, kind
};

struct TaskAnswer {
    TaskRef task;
    std::optional<Date> until = {};  // when accepting: another end than was asked for
    std::string reason = {};
};

/// Without a person it is the acting one who asks.
struct RightRequest {
    std::optional<PersonRef> person;
    EnterpriseNumber org;
    RightCode right;
    std::vector<ContextValue> contexts;
    std::optional<Date> from;
    std::optional<Date> until;
    std::string reason;
};

struct RelationRequest {
    std::optional<PersonRef> person;
    EnterpriseNumber org;
    std::optional<Audience> audience;  // default EA
    Category category;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<Date> until;
    std::string reason;
};

/// Something that ends soon, or hangs on one person alone.
struct Expiring {
    std::string kind;  // "right", "relation", "office", "lone-chief", "accreditation", "account"
    std::string id;    // public id, or the number or name that it has
    std::optional<PersonId> person;  // absent for accreditations and accounts
    std::string name;
    std::optional<EnterpriseNumber> org;  // absent for accounts
    std::string org_name;
    std::string what;           // in plain words
    std::optional<Date> until;  // absent for a chief without co-chief
    std::optional<std::int64_t> days_left;
};

struct ExpiringFilter {
    std::optional<EnterpriseNumber> org;
    Term within = Term::of(30, Term::Unit::day);
    std::optional<Date> at;
    Page page;  // sort: until, org, kind
};

class DCADMIN_API Tasks {
   public:
    explicit Tasks(const Env& env) : env_(env) {}

    /// A person who acts sees those of the organisations that he administers, or when the filter
    /// names himself, what is about himself; the local operator sees all.
    std::uint64_t list(const TaskFilter& filter, const Each<Task>& each);
    /// not_found; not_allowed for a person who neither administers the organisation nor asked.
    [[nodiscard]] Task get(const TaskRef& task, std::optional<Date> at = {});

    /// Makes the grant or working relation that is asked for, by the rules of granting one: what
    /// they refuse is refused, and the task stays open. not_allowed: who acts does not administer
    /// the organisation; rule: a kind that asks for nothing; conflict: answered otherwise already.
    /// Recorded in the organisation's chain (accept-own when it was his own request); a notice.
    Written<Task> accept(const TaskAnswer& answer);
    bulk::Summary accept_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// As accept; usage without a reason, which the notice tells.
    Written<Task> refuse(const TaskAnswer& answer);
    bulk::Summary refuse_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// For the kinds that ask for nothing; rule for requests. What the dates decide is stored now,
    /// for the end that it has.
    Written<Task> done(const TaskAnswer& answer);
    bulk::Summary done_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                            const bulk::Sink& sink);

    /// Puts a request before the administrators, with a notice to each who has an e-mail address.
    /// usage: no reason, nobody who asks; rule: no such administrator, no working relation (hint:
    /// relation request), and what grant() refuses; conflict: the request is open with other
    /// values; unchanged: it is open, or the right is there already (remark).
    Written<std::vector<Task>> request_right(const RightRequest& request);
    bulk::Summary request_right_rows(const bulk::Source<RightRequest>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink);
    Written<std::vector<Task>> request_relation(const RelationRequest& request);
    bulk::Summary request_relation_rows(const bulk::Source<RelationRequest>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink);

    /// Rights, working relations, offices, accreditations and service accounts whose last day lies within the term, unless what comes
    /// after them is there already; and chiefs without co-chief. For whom list() shows tasks.
    std::uint64_t expiring(const ExpiringFilter& filter, const Each<Expiring>& each);

   private:
    const Env& env_;
};

}  // namespace dcadmin
