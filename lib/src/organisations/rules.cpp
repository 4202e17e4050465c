// SPDX-License-Identifier: Apache-2.0
#include "organisations/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <algorithm>

namespace dcadmin::organisations {

namespace {

constexpr std::size_t longest_name = 300;

std::string clean_name(std::string_view name, std::string_view of_what) {
    try {
        std::string kept = text::clean(name, "name", longest_name);
        if (!kept.empty()) return kept;
    } catch (const Error& error) {
        throw error.about("name");
    }
    throw Error(Kind::usage, say("the {} has no name", of_what), "give it with --name", "name");
}

Error other(const Organisation& there, std::string_view what, std::string_view field) {
    return {Kind::conflict,
            say("organisation {} is there already with another {}", there.number.formatted(), what),
            say("look at it: dcadmin org show {}", there.number.digits()), std::string(field)};
}

}  // namespace

Organisation cleaned(const NewOrganisation& request) {
    return {.number = request.number,
            .name = request.name.empty() ? "" : clean_name(request.name, "organisation"),
            .parent = request.parent,
            .language = request.language.value_or(Language::nl)};
}

Site cleaned(const NewSite& request) {
    Site site = request;
    if (!request.name.empty()) site.name = clean_name(request.name, "site");
    return site;
}

std::optional<Error> parent_problem(const NewOrganisation& asked) {
    if (asked.parent != asked.number) return std::nullopt;
    return Error(Kind::rule,
                 say("organisation {} cannot be its own parent", asked.number.formatted()),
                 "leave the parent out, or name another enterprise", "parent");
}

std::optional<Error> stopped(EnterpriseNumber number, const registers::KnownEnterprise& known) {
    if (known.active) return std::nullopt;
    return Error(Kind::rule,
                 say("enterprise {} was stopped, says the register", number.formatted()),
                 say("look at it: dcadmin register show {}", number.digits()), "number");
}

std::optional<Error> elsewhere(const Site& asked, const registers::KnownEstablishment& known) {
    if (known.enterprise == asked.org) return std::nullopt;
    return Error(Kind::rule,
                 say("establishment {} belongs to enterprise {}, says the register",
                     asked.number.formatted(), known.enterprise.formatted()),
                 say("look at it: dcadmin register show {}", asked.number.digits()), "number");
}

std::optional<Error> nameless(const Organisation& asked) {
    if (!asked.name.empty()) return std::nullopt;
    return Error(Kind::rule,
                 say("no register knows a name of organisation {}, and none is given",
                     asked.number.formatted()),
                 "give --name, or import the register: dcadmin register import --kbo FOLDER",
                 "name");
}

std::optional<Error> nameless(const Site& asked) {
    if (!asked.name.empty()) return std::nullopt;
    return Error(
        Kind::rule,
        say("no register knows a name of site {}, and none is given", asked.number.formatted()),
        "give --name, or import the register: dcadmin register import --kbo FOLDER", "name");
}

std::string name_remark(std::string_view kept, std::string_view typed) {
    if (typed.empty() || typed == kept) return {};
    return say("the register says {}, not {}", text::quoted(kept), text::quoted(typed));
}

std::optional<Error> difference(const Organisation& there, const NewOrganisation& asked,
                                std::string_view known) {
    const Organisation typed = cleaned(asked);
    if (!typed.name.empty() && typed.name != there.name && known != there.name) {
        return other(there, "name", "name");
    }
    if (there.parent != asked.parent) return other(there, "parent", "parent");
    if (asked.language && there.language != *asked.language) {
        return other(there, "language", "language");
    }
    return std::nullopt;
}

std::optional<Error> difference(const std::vector<Site>& there, const Site& asked,
                                std::string_view known) {
    const auto own = std::ranges::find(there, asked.org, &Site::org);
    const std::string hint = say("look at it: dcadmin site show {}", asked.number.digits());
    if (own == there.end()) {
        return Error(Kind::conflict,
                     say("site {} belongs to organisation {} already", asked.number.formatted(),
                         there.front().org.formatted()),
                     hint, "number");
    }
    if (asked.name.empty() || own->name == asked.name || own->name == known) return std::nullopt;
    return Error(Kind::conflict,
                 say("site {} is there already with another name, {}", asked.number.formatted(),
                     text::quoted(own->name)),
                 hint, "name");
}

Site chosen(const std::vector<Site>& sites, SiteNumber number,
            std::optional<EnterpriseNumber> org) {
    if (!org && sites.size() > 1) {
        throw Error(Kind::usage, say("several organisations have a site {}", number.formatted()),
                    say("say which one: --org {}", sites.front().org.digits()), "org");
    }
    const auto found = org ? std::ranges::find(sites, *org, &Site::org) : sites.begin();
    if (found != sites.end()) return *found;
    throw Error(Kind::not_found,
                org ? say("organisation {} has no site {}", org->formatted(), number.formatted())
                    : say("there is no site {}", number.formatted()),
                "see which there are: dcadmin site list, or add it: dcadmin site add", "site");
}

Error unknown(EnterpriseNumber number, std::string_view field) {
    return {Kind::not_found, say("no organisation {} in the store", number.formatted()),
            say("check the number, or add it: dcadmin org add --number {} --name NAME",
                number.digits()),
            std::string(field)};
}

}  // namespace dcadmin::organisations
