// SPDX-License-Identifier: Apache-2.0
#include "cli/candidates.h"

#include "cli/context.h"
#include "cli/settings.h"

#include <dcadmin/designation.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/workers.h>
#include <dcadmin/store.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <optional>

namespace dcadmin::cli {
namespace {

constexpr std::uint64_t most_offered = 50;

std::optional<std::string> value_of(std::span<const std::string> line, std::string_view option) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == option && i + 1 < line.size()) return line[i + 1];
        if (line[i].starts_with(fmt::format("{}=", option)))
            return line[i].substr(option.size() + 1);
    }
    return std::nullopt;
}

Globals globals_of(std::span<const std::string> line) {
    Globals globals;
    if (auto store = value_of(line, "--store")) globals.store = FilePath{*store};
    globals.profile = value_of(line, "--profile");
    return globals;
}

class FromStore {
   public:
    FromStore(std::string_view begun, const Settings& settings, const Clock& clock)
        : begun_(begun),
          store_(Store::open(settings.address(), StoreAccess::read)),
          env_{store_, clock, {}, "complete"} {}

    void persons() {
        for (const Person& person : Persons(env_).beginning_with(begun_, most_offered)) {
            add(person.id.text(), fmt::format("{} {}, {}", person.first_name, person.last_name,
                                              person.number.masked()));
        }
    }
    void organisations() {
        Organisations(env_).list(
            {.text = std::string(begun_), .parent = {}, .page = page_},
            [this](const Organisation& org) { return add(org.number.digits(), org.name); });
    }
    void rights() {
        Rights(env_).list(
            {.text = std::string(begun_), .audience = {}, .page = page_},
            [this](const Right& right) { return add(right.code.text(), right.title_nl); });
    }
    void sites(std::optional<EnterpriseNumber> org) {
        Organisations(env_).list_sites(
            {.org = org, .text = std::string(begun_), .page = page_},
            [this](const Site& site) { return add(site.number.digits(), site.name); });
    }
    void workers() {
        WorkerFilter filter;
        filter.login = begun_;
        filter.page = page_;
        filter.page.sort = "login";
        Workers(env_).list(filter, [this](const Worker& worker) {
            return add(worker.login.digits(), worker.name);
        });
    }
    void customers(std::optional<EnterpriseNumber> org) {
        CustomerFilter filter;
        filter.org = org;
        filter.text = begun_;
        filter.page = page_;
        filter.page.sort = "number";
        Customers(env_).list(filter, [this](const Customer& customer) {
            return add(customer.number.digits(), customer.name);
        });
    }
    void domains() {
        Domains(env_).list(
            {.text = std::string(begun_), .at = {}, .page = page_},
            [this](const Domain& domain) { return add(domain.code.text(), domain.name_nl); });
    }
    void tasks() {
        TaskFilter filter;
        filter.page = page_;
        Tasks(env_).list(filter, [this](const Task& task) {
            std::string id = text_of(task.id);
            return !id.starts_with(begun_) || add(std::move(id), task.title);
        });
    }
    std::vector<Candidate> found;

   private:
    bool add(std::string value, std::string about) {
        found.push_back({std::move(value), std::move(about)});
        return true;
    }

    std::string_view begun_;
    Store store_;
    Env env_;
    Page page_{.sort = {}, .reverse = false, .limit = most_offered, .offset = 0};
};

}  // namespace

std::vector<Candidate> candidates_of(Complete kind, std::string_view begun,
                                     std::span<const std::string> line,
                                     const Environment& environment) {
    if (kind == Complete::nothing || kind == Complete::choice) return {};
    if (kind == Complete::file || kind == Complete::folder) return {{":files", ""}};
    const auto globals = globals_of(line);
    const Settings settings(globals, environment);
    if (kind == Complete::profile || kind == Complete::setting) {
        std::vector<Candidate> found;
        for (const auto& [name, table] : settings.config().profiles()) {
            if (kind == Complete::profile && name.starts_with(begun)) found.push_back({name, ""});
        }
        for (const auto key : setting_keys()) {
            if (kind == Complete::setting && key.starts_with(begun))
                found.push_back({std::string(key), ""});
        }
        return found;
    }
    const auto clock = clock_of(environment);
    FromStore store(begun, settings, *clock);
    if (kind == Complete::person) store.persons();
    if (kind == Complete::org) store.organisations();
    if (kind == Complete::right) store.rights();
    if (kind == Complete::domain) store.domains();
    if (kind == Complete::worker) store.workers();
    if (kind == Complete::task) store.tasks();
    if (kind == Complete::site || kind == Complete::customer) {
        const auto named = value_of(line, "--org");
        const auto org = named ? EnterpriseNumber::parse(*named) : settings.org();
        kind == Complete::site ? store.sites(org) : store.customers(org);
    }
    return std::move(store.found);
}

}  // namespace dcadmin::cli
