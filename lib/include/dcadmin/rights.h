// SPDX-License-Identifier: Apache-2.0
// Rights (gebruikersrechten) and their grants: what a person may do in the name of an organisation.
// A grant is one working relation, one right, one context value (or none where the right has none)
// and one period of whole days in Brussels, both ends included. Two live grants of the same
// relation, right and context never overlap. A revocation at once has a time; an end is a date;
// nothing is deleted.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/domain_code.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Right {
    RightCode code;
    std::string title_nl;
    std::string title_fr;
    std::string title_en;
    std::vector<Audience> audiences;
    ContextKind context = ContextKind::none;
    std::vector<RoleCode> roles;  // for context kind role
    Term max_term;
    Term default_term;
    int min_level = 300;  // of the digital key that an application should ask for
    DomainCode domain = DomainCode::from_stored("vlaamse-overheid");  // who administers it grants it
};

struct NewRight {
    RightCode code;
    std::string title_nl;
    std::string title_fr;
    std::string title_en;
    std::vector<Audience> audiences;
    std::optional<ContextKind> context;
    std::vector<RoleCode> roles;
    std::optional<Term> max_term;      // default 4y
    std::optional<Term> default_term;  // default max_term
    std::optional<int> min_level;
    std::optional<DomainCode> domain = {};  // default vlaamse-overheid
};

/// Fields that are absent stay as they are. A shorter maximum leaves running grants alone.
struct RightChange {
    RightCode code;
    std::optional<std::string> title_nl;
    std::optional<std::string> title_fr;
    std::optional<std::string> title_en;
    std::optional<std::vector<Audience>> audiences;
    std::vector<RoleCode> add_roles;
    std::optional<Term> max_term;
    std::optional<Term> default_term;
    std::optional<int> min_level;
    std::optional<DomainCode> domain = {};
};

struct RightFilter {
    std::string text;  // any words of code or titles, in any case or accent
    std::optional<Audience> audience;
    Page page;  // sort: code, title
};

enum class GrantState { active, future, ended, revoked };
[[nodiscard]] DCADMIN_API std::string_view name_of(GrantState state);
[[nodiscard]] DCADMIN_API GrantState parse_grant_state(std::string_view text);

struct Grant {
    GrantId id;
    PersonId person;
    std::optional<NationalNumber> number;  // none once the person was erased
    std::string name;                      // of the person
    EnterpriseNumber org;
    RightCode right;
    std::string right_title;
    std::optional<ContextValue> context;
    std::string context_name;
    DateRange period;
    std::optional<Timestamp> revoked_at;
    GrantState state;  // on the day asked for
    std::string reason;
    std::string granted_by;
    Timestamp granted_at;
    RelationId relation;
};

struct NewGrant {
    PersonRef person;
    EnterpriseNumber org;
    RightCode right;
    std::vector<ContextValue> contexts;
    std::optional<Date> from;   // default today, or the relation's begin when that comes later
    std::optional<Date> until;  // default the right's duration
    std::string reason;
};

struct GrantExtension {
    PersonRef person;
    EnterpriseNumber org;
    RightCode right;
    std::vector<ContextValue> contexts;
    Date until;
    std::string reason;
    std::optional<Date> begins = {};  // only the grants that begin on that day
};

struct GrantRevocation {
    PersonRef person;
    EnterpriseNumber org;
    RightCode right;
    std::vector<ContextValue> contexts;  // none: every live grant of that right there
    std::optional<Date> on;              // access stays through that day; absent: revoked at once
    std::string reason;
    std::optional<Date> begins = {};    // only the grants that begin on that day
    std::optional<GrantId> grant = {};  // only this one of them
};

struct GrantFilter {
    std::optional<PersonRef> person;
    std::optional<EnterpriseNumber> org;
    std::optional<RightCode> right;
    std::optional<ContextValue> context;
    std::optional<GrantState> state;
    std::optional<Date> at;  // state on that day; default now
    Page page;               // sort: id, name, org, right, from, until
};

/// A grant that nobody answers for, and why it is one.
struct OrphanGrant {
    Grant grant;
    std::string why;  // "no working relation", "no administrator"
};

struct OrphanFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Date> at;  // default now
    Page page;               // sort: id, org, until
};

struct AccessQuestion {
    PersonRef person;
    RightCode right;
    std::optional<EnterpriseNumber> org;
    std::optional<ContextValue> context;
    std::optional<Date> at;  // that day as a whole; default this moment
};

/// One organisation (and context) for which the person may act, and until when.
struct Access {
    EnterpriseNumber org;
    std::string org_name;
    std::optional<ContextValue> context;
    std::string context_name;
    Date until;
};

/// One link of the chain from person to access, in the order in which it is looked at.
struct ExplainLink {
    std::string
        link;  // "person", "organisation", "right", "relation", "context", "grant", "period"
    bool holds = false;
    std::string detail;
    std::string remedy;  // the command that mends it; empty when it holds
};

struct ComparisonQuestion {
    std::vector<PersonRef> persons;  // two or more
    std::optional<EnterpriseNumber> org;
    std::optional<Date> at;  // that day; default now
};

/// One thing that one of the persons may do there: who may, until when, and who may not.
struct ComparedRight {
    struct Holder {
        PersonId person;
        Date until;
    };
    struct Other {
        PersonId person;
        bool may_be_granted;  // has a live working relation there that the right is offered to
    };
    EnterpriseNumber org;
    RightCode right;
    std::string title;
    std::optional<ContextValue> context;
    std::string context_name;
    std::vector<Holder> have;  // both in the order in which the persons were named
    std::vector<Other> lack;
};

struct Comparison {
    struct Named {
        PersonId id;
        std::string name;
    };
    std::vector<Named> persons;
    std::vector<ComparedRight> rights;  // by organisation, title, right and context
};

/// What gives the others of a comparison what the first person has.
struct CopyPlan {
    struct Without {
        PersonId person;
        EnterpriseNumber org;
        auto operator<=>(const Without&) const = default;
    };
    std::vector<NewGrant> grants;  // from today on, for the right's usual duration
    std::vector<Without> without;  // who first needs a working relation there; each once
};
[[nodiscard]] DCADMIN_API CopyPlan copy_missing(const Comparison& comparison);

class DCADMIN_API Rights {
   public:
    explicit Rights(const Env& env) : env_(env) {}

    /// Unchanged when it is there with the same values; conflict with others (hint: right update).
    /// usage: no audience, roles without context kind role or the other way round; rule: a default
    /// longer than the maximum. Recorded in the system chain.
    Written<Right> add(const NewRight& request);
    bulk::Summary add_rows(const bulk::Source<NewRight>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    Written<Right> update(const RightChange& request);
    bulk::Summary update_rows(const bulk::Source<RightChange>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    std::uint64_t list(const RightFilter& filter, const Each<Right>& each);
    /// not_found with the nearest code as hint.
    [[nodiscard]] Right get(const RightCode& code);

    /// One grant per context value, all or none. The period is cut to the working relation's and to
    /// the right's maximum (said in the remark). not_found: person, organisation, right, context;
    /// rule: no working relation, ended, audience, context missing or not wanted; unchanged: the
    /// same period, or dates left out and a live grant covers today; conflict: a live grant that
    /// overlaps (hint: grant extend). Recorded in the organisation's chain; one notice.
    Written<std::vector<Grant>> grant(const NewGrant& request);
    bulk::Summary grant_rows(const bulk::Source<NewGrant>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);
    /// Moves the end of the live grant; unchanged when it ends then already; rule: shortening
    /// (hint: grant revoke --on). Cut as grant() cuts, the maximum counted from today.
    Written<std::vector<Grant>> extend(const GrantExtension& request);
    bulk::Summary extend_rows(const bulk::Source<GrantExtension>& rows,
                              const bulk::Options& options, const bulk::Sink& sink);
    /// At once, or through a day. Unchanged when it was revoked already; not_found when there never
    /// was such a grant, or the named one is none of them.
    Written<std::vector<Grant>> revoke(const GrantRevocation& request);
    bulk::Summary revoke_rows(const bulk::Source<GrantRevocation>& rows,
                              const bulk::Options& options, const bulk::Sink& sink);
    std::uint64_t list_grants(const GrantFilter& filter, const Each<Grant>& each);
    [[nodiscard]] Grant get_grant(GrantId id, std::optional<Date> at = {});
    /// Grants that give access on that day although their working relation does not run, or nobody
    /// administers their organisation.
    std::uint64_t list_orphans(const OrphanFilter& filter, const Each<OrphanGrant>& each);

    /// For which organisations may this person act with this right? Empty: for none.
    [[nodiscard]] std::vector<Access> access(const AccessQuestion& question);
    /// Every link up to and including the first that does not hold, with the command that mends it.
    [[nodiscard]] std::vector<ExplainLink> explain(const AccessQuestion& question);
    /// The rights that persons hold on a day, side by side. usage: fewer than two persons, or one
    /// of them twice; not_found: person, organisation.
    [[nodiscard]] Comparison compare(const ComparisonQuestion& question);

   private:
    const Env& env_;
};

}  // namespace dcadmin
