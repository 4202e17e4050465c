// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/registers.h>

#include "access/require.h"
#include "registers/consult.h"
#include "registers/consult_sql.h"
#include "registers/function_import.h"
#include "registers/import_sql.h"
#include "registers/kbo_import.h"
#include "registers/person_import.h"
#include "registers/show_sql.h"
#include "store/person_ids.h"
#include "store/tx.h"

#include <dcadmin/base/number_check.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <array>

namespace dcadmin {

namespace {

// Tells the store that much comes, for as long as an import lasts.
class ExpectBulk {
   public:
    explicit ExpectBulk(store::Db& db) : db_(db) { db_.expect_bulk(true); }
    ~ExpectBulk() {
        try {
            db_.expect_bulk(false);
        } catch (const Error&) {  // a smaller cache is only kinder, never needed
        }
    }
    ExpectBulk(const ExpectBulk&) = delete;
    ExpectBulk& operator=(const ExpectBulk&) = delete;

   private:
    store::Db& db_;
};

template <class Import>
Written<RegisterImport> in_one_transaction(const Env& env, Import import) {
    const ExpectBulk bulk(env.store.db());
    return store::write_result(env, [&](store::Tx& tx) {
        access::require(tx, access::Operation::import_registers);
        return import(tx);
    });
}

std::vector<std::string_view> counted_of(RegisterKind kind) {
    switch (kind) {
        case RegisterKind::kbo:
            return {"enterprises", "establishments", "branches", "names",
                    "addresses",   "activities",     "contacts", "codes"};
        case RegisterKind::persons: return {"persons"};
        case RegisterKind::functions: return {"functions"};
    }
    return {};
}

RegisterEntry show_person(const Env& env, NationalNumber number) {
    const auto known = registers::Questions(env).ask(number);
    if (!known) {
        throw Error(Kind::not_found, say("no register knows person {}", number.masked()),
                    "check the number, or import the register: dcadmin register import --persons "
                    "FILE",
                    "number");
    }
    RegisterEntry entry{.number = number};
    entry.name = known->first_name + " " + known->last_name;
    entry.first_name = known->first_name;
    entry.last_name = known->last_name;
    entry.birth_date = known->birth_date;
    if (known->sex) entry.sex = *known->sex == Sex::male ? "M" : "F";
    if (known->language) entry.language = name_of(*known->language);
    entry.deceased_on = known->deceased_on;
    return entry;
}

NationalNumber number_of(const Env& env, const PersonRef& person) {
    if (const auto* number = std::get_if<NationalNumber>(&person)) return *number;
    const auto id = std::get<PersonId>(person);
    if (const auto number = registers::number_of(env.store.db(), id)) return *number;
    throw Error(Kind::not_found, say("person {} is not in the store", id.text()),
                "look for the person by name: dcadmin person find NAME", "person");
}

Error unknown(std::string_view what, std::string_view number) {
    return {Kind::not_found, say("the register of enterprises knows no {} {}", what, number),
            "check the number; see how old the register is: dcadmin register status", "number"};
}

}  // namespace

std::string_view name_of(RegisterKind kind) {
    switch (kind) {
        case RegisterKind::kbo: return "kbo";
        case RegisterKind::persons: return "persons";
        case RegisterKind::functions: return "functions";
    }
    return "";
}

Written<RegisterImport> Registers::import_kbo(const OpenTable& open, const ImportOptions& options) {
    return in_one_transaction(
        env_, [&](store::Tx& tx) { return registers::import_kbo(tx, open, options); });
}

Written<RegisterImport> Registers::import_persons(const std::string& name, const OpenTable& open,
                                                  const ImportOptions& options) {
    return in_one_transaction(
        env_, [&](store::Tx& tx) { return registers::import_persons(tx, name, open, options); });
}

Written<RegisterImport> Registers::import_functions(const std::string& name, const OpenTable& open,
                                                    const ImportOptions& options) {
    return in_one_transaction(
        env_, [&](store::Tx& tx) { return registers::import_functions(tx, name, open, options); });
}

std::vector<RegisterStatus> Registers::status() {
    access::enter(env_);
    store::Db& db = env_.store.db();
    std::vector<RegisterStatus> all;
    for (const auto kind : {RegisterKind::kbo, RegisterKind::persons, RegisterKind::functions}) {
        RegisterStatus status{.kind = kind, .last = {}, .counts = {}};
        if (const auto last = registers::last_import(db, kind)) {
            status.last = last->import;
            for (const auto name : counted_of(kind)) {
                status.counts.push_back(fmt::format("{} {}", registers::count_of(db, name), name));
            }
        }
        all.push_back(std::move(status));
    }
    return all;
}

RegisterEntry Registers::show(std::string_view text) {
    access::require(env_, access::Operation::read_registers);
    store::Db& db = env_.store.db();
    const auto given = text::trimmed(text);
    if (given.starts_with("p-")) {
        return show_person(env_, number_of(env_, parse_person(given, env_.clock.today())));
    }
    const auto report = check_number(given, env_.clock.today());
    switch (report.kind) {
        case NumberKind::national:
        case NumberKind::bis:
            return show_person(env_, NationalNumber::parse(given, env_.clock.today()));
        case NumberKind::establishment: {
            const auto number = SiteNumber::parse(given);
            auto entry = registers::show_establishment(db, number, env_.language);
            if (!entry) throw unknown("establishment", number.formatted());
            return *std::move(entry);
        }
        case NumberKind::enterprise: {
            const auto number = EnterpriseNumber::parse(given);
            auto entry = registers::show_enterprise(db, number, env_.language);
            if (!entry) throw unknown("enterprise", number.formatted());
            return *std::move(entry);
        }
        case NumberKind::affiliation:
        case NumberKind::unknown: break;
    }
    throw Error(
        Kind::usage,
        say("{} is no number of an enterprise, an establishment or a person", text::quoted(given)),
        "to look for a name: dcadmin register search NAME", "number");
}

std::uint64_t Registers::search(const RegisterFilter& filter, const Each<RegisterHit>& each) {
    access::require(env_, access::Operation::read_registers);
    return registers::search(env_.store.db(), filter, env_.language, each);
}

std::uint64_t Registers::consultations(const ConsultationFilter& filter,
                                       const Each<Consultation>& each) {
    store::Db& db = env_.store.db();
    const auto number = number_of(env_, filter.person);
    access::require(env_, access::Operation::read_notices,
                    {.person = store::find_person_id(db, number)});
    const std::string key = registers::find_key(db);
    if (key.empty()) return 0;
    return registers::list_consultations(db, registers::subject_of(key, number), filter.page, each);
}

}  // namespace dcadmin
