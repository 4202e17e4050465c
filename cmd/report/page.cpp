// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include "report/months.h"
#include "views/administrator_view.h"
#include "views/company_view.h"
#include "views/expiring_view.h"
#include "views/grant_view.h"
#include "views/refund_view.h"
#include "views/service_view.h"
#include "views/worker_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/designation.h>
#include <dcadmin/error.h>
#include <dcadmin/rights.h>
#include <dcadmin/secure_zone/company.h>
#include <dcadmin/secure_zone/refunds.h>
#include <dcadmin/secure_zone/services.h>
#include <dcadmin/secure_zone/workers.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::commands {
namespace {

using output::html_escaped;
using output::HtmlTable;
using output::Value;

constexpr std::uint64_t most_listed = 50;

constexpr std::string_view style = R"(
.number { font-size: 1.05rem; color: var(--quiet); margin: 0; }
.chart { display: block; width: 100%; min-width: 30rem; max-width: 45rem; margin: .5rem 0 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
  gap: .75rem; margin: 1.5rem 0; padding: 0; }
.figures li { list-style: none; background: var(--soft); line-height: 1.35; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; font-weight: 600; }
.figures .warn b { color: var(--warn); }
tbody th { font-weight: 600; padding-right: 1.5rem; }
.site { color: var(--quiet); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem;
  font-size: .85rem; color: var(--quiet); }
@media (max-width: 40rem) { body { margin: 1rem auto; } h1 { font-size: 1.3rem; } }
)";

class ReportPage {
   public:
    ReportPage(const Env& env, const ReportAsked& asked, output::Writer& out)
        : env_(env), asked_(asked), org_(asked.organisation.number), out_(out) {}

    void write();

   private:
    void text(std::string_view text) { out_.write(text); }
    void paragraph(std::string_view text) {
        out_.write(fmt::format("<p>{}</p>\n", html_escaped(text)));
    }
    void section(std::string_view title, const std::function<void()>& write);
    void figure(std::string_view what, const std::function<std::string()>& tell, bool bad);
    void figures();
    void company();
    void administrators();
    void expiring();
    void services();
    void at_risk();
    void issuances();
    void refunds();
    void blocks();
    void workers();
    void rights();
    void rights_of(const std::vector<Grant>& grants);

    [[nodiscard]] ServiceFilter risky() const {
        return {.org = org_, .selection = ServiceSelection::at_risk, .limit = most_listed};
    }
    [[nodiscard]] GrantFilter in_force() const {
        GrantFilter filter;
        filter.org = org_;
        filter.state = GrantState::active;
        return filter;
    }
    [[nodiscard]] ExpiringFilter soon() const {
        ExpiringFilter filter;
        filter.org = org_;
        filter.within = asked_.within;
        filter.page.sort = "until";
        return filter;
    }

    const Env& env_;
    const ReportAsked& asked_;
    EnterpriseNumber org_;
    output::Writer& out_;
};

std::string count_of(const ServiceCount& count) {
    if (count.more_than_most) return say("over {}", ServiceCount::most);
    return fmt::format("{}", count.all.value_or(0));
}

// "the first 50 of 312", where not all are shown.
std::string first_of(std::uint64_t shown, const std::string& all) {
    return say("The first {} of {}.", shown, all);
}

// Whoever may not see a part is told so where it would stand.
void ReportPage::section(std::string_view title, const std::function<void()>& write) {
    text(fmt::format("<section>\n<h2>{}</h2>\n", html_escaped(title)));
    try {
        write();
    } catch (const Error& error) {
        if (error.kind() != Kind::not_allowed) throw;
        text(fmt::format("<p class=\"none\">{}</p>\n",
                         html_escaped(say("Not shown to you: {}", error.message()))));
    }
    text("</section>\n");
}

void ReportPage::figure(std::string_view what, const std::function<std::string()>& tell, bool bad) {
    std::string told;
    try {
        told = tell();
    } catch (const Error& error) {
        if (error.kind() != Kind::not_allowed) throw;
        return;
    }
    const bool warn = bad && told != "0" && told != "0.00";
    text(fmt::format("<li{}><b>{}</b>{}</li>\n", warn ? " class=\"warn\"" : "", html_escaped(told),
                     html_escaped(what)));
}

Money refunds_in(const Env& env, EnterpriseNumber org, std::string_view state) {
    Money sum = Money::from_cents(0);
    RefundFilter filter;
    filter.org = org;
    filter.state = state;
    Refunds(env).list(filter, [&](const Refund& one) {
        sum = sum + one.amount;
        return true;
    });
    return sum;
}

void ReportPage::figures() {
    text("<ul class=\"figures\">\n");
    figure(
        say("rights in force"),
        [&] {
            auto filter = in_force();
            filter.page.limit = 1;
            return std::to_string(
                Rights(env_).list_grants(filter, [](const Grant&) { return false; }));
        },
        false);
    figure(
        say("end within {}", asked_.within.words()),
        [&] {
            auto filter = soon();
            filter.page.limit = 1;
            return std::to_string(
                Tasks(env_).expiring(filter, [](const Expiring&) { return false; }));
        },
        true);
    figure(
        say("open services"),
        [&] {
            std::int64_t all = 0;
            for (const auto& one : Services(env_).open_totals(org_)) all += one.services;
            return std::to_string(all);
        },
        false);
    figure(
        say("services whose vouchers risk to expire"),
        [&] {
            return count_of(Services(env_).list(risky(), [](const Service&) { return false; }));
        },
        true);
    figure(
        say("EUR refunds pending"), [&] { return refunds_in(env_, org_, "pending").decimal(); },
        false);
    figure(
        say("EUR refunds blocked"), [&] { return refunds_in(env_, org_, "blocked").decimal(); },
        true);
    figure(
        say("workers without a contract"),
        [&] { return std::to_string(Workers(env_).without_contract(org_)); }, true);
    text("</ul>\n");
}

void ReportPage::company() {
    CompanyFilter filter;
    filter.org = org_;
    filter.page.sort = "region";
    HtmlTable<Accreditation> table(
        out_, views::accreditation_view(),
        {"region", "accreditation", "activities", "from", "until", "state"});
    Companies(env_).list(filter, std::ref(table));
    table.end(say("It has no accreditation."));
}

void ReportPage::administrators() {
    AdministratorFilter filter;
    filter.org = org_;
    filter.state = OfficeState::active;
    HtmlTable<Administrator> table(out_, views::administrator_view(),
                                   {"name", "role", "domain", "site", "from", "until"});
    Designation(env_).list(filter, std::ref(table));
    table.end(say("Nobody administers it."));
}

void ReportPage::expiring() {
    HtmlTable<Expiring> table(out_, views::expiring_view(),
                              {"until", "days_left", "kind", "name", "what"});
    Tasks(env_).expiring(soon(), std::ref(table));
    table.end(say("Nothing ends within {}.", asked_.within.words()));
}

output::View<OpenServices> total_view() {
    return {
        .names = {"state", "states"},
        .fields = {{{"state", ""}, [](const OpenServices& x) -> Value { return name_of(x.state); }},
                   {{"services", ""}, [](const OpenServices& x) -> Value { return x.services; }},
                   {{"earliest", ""}, [](const OpenServices& x) -> Value { return x.earliest; }},
                   {{"latest", ""}, [](const OpenServices& x) -> Value { return x.latest; }}}};
}

void ReportPage::services() {
    HtmlTable<OpenServices> table(out_, total_view(), {"state", "services", "earliest", "latest"});
    for (const auto& one : Services(env_).open_totals(org_)) table(one);
    table.end(say("No service is open."));
}

void ReportPage::at_risk() {
    HtmlTable<Service> table(
        out_, views::service_view(),
        {"hand_in_until", "id", "date", "worker_name", "customer_name", "hours", "status"});
    const auto count = Services(env_).list(risky(), std::ref(table));
    table.end(say("No voucher risks to expire."));
    if (count.more_than_most || count.all.value_or(0) > table.rows()) {
        paragraph(first_of(table.rows(), count_of(count)));
    }
}

void ReportPage::issuances() {
    const auto months = month_totals(env_, org_);
    text("<div class=\"wide\">\n");
    text(output::svg_of(chart_of(months, asked_.organisation.name)));
    text("</div>\n");
    HtmlTable<MonthTotal> table(out_, month_view(),
                                {"month", "issuances", "electronic_vouchers", "paper_vouchers"});
    for (const auto& one : months) table(one);
    table.end("");
}

void ReportPage::refunds() {
    RefundFilter filter;
    filter.org = org_;
    filter.page.sort = "expected";
    filter.page.limit = most_listed;
    for (const std::string_view state : {"pending", "blocked"}) {
        filter.state = state;
        HtmlTable<Refund> table(out_, views::refund_view(),
                                {"state", "issuance", "region", "made_on", "vouchers", "unpriced",
                                 "amount", "expected_on"});
        const auto all = Refunds(env_).list(filter, std::ref(table));
        table.end(state == "pending" ? say("None is pending.") : say("None is blocked."));
        if (all > table.rows()) paragraph(first_of(table.rows(), std::to_string(all)));
    }
}

void ReportPage::blocks() {
    BlockFilter filter;
    filter.org = org_;
    HtmlTable<Block> table(out_, views::block_view(),
                           {"cause", "region", "issuance", "since", "issuances", "amount"});
    Refunds(env_).blocks(filter, std::ref(table));
    table.end(say("Nothing is kept from being paid."));
}

void ReportPage::workers() {
    WorkerFilter filter;
    filter.org = org_;
    filter.no_contract = true;
    filter.page.limit = most_listed;
    HtmlTable<Worker> table(out_, views::worker_view(), {"name", "login", "region", "site"});
    const auto all = Workers(env_).list(filter, std::ref(table));
    table.end(say("Each worker has one, where contracts must be told."));
    if (all > table.rows()) paragraph(first_of(table.rows(), std::to_string(all)));
}

std::string site_of(const Grant& grant) {
    if (!grant.context) return {};
    const auto* site = std::get_if<SiteNumber>(&*grant.context);
    const auto number = site != nullptr ? site->formatted() : text_of(*grant.context);
    return grant.context_name.empty() ? number : fmt::format("{} ({})", grant.context_name, number);
}

// All that one person may do.
void ReportPage::rights_of(const std::vector<Grant>& grants) {
    if (grants.empty()) return;
    text(fmt::format("<tbody>\n<tr><th scope=\"rowgroup\" rowspan=\"{}\">{}</th>", grants.size(),
                     html_escaped(grants.front().name)));
    for (std::size_t i = 0; i < grants.size(); ++i) {
        const auto& one = grants[i];
        const auto title =
            one.right_title.empty() ? std::string(one.right.text()) : one.right_title;
        text(fmt::format("{}<td>{}</td><td class=\"site\">{}</td><td>{}</td></tr>\n",
                         i == 0 ? "" : "<tr>", html_escaped(title), html_escaped(site_of(one)),
                         one.period.last().formatted()));
    }
    text("</tbody>\n");
}

void ReportPage::rights() {
    auto filter = in_force();
    filter.page.sort = "name";
    std::vector<Grant> of_one;
    bool begun = false;
    Rights(env_).list_grants(filter, [&](const Grant& grant) {
        if (!begun) {
            text("<div class=\"wide\">\n<table>\n");
            text(output::html_head({say("Person"), say("Right"), say("Site"), say("Until")}));
            begun = true;
        }
        if (!of_one.empty() && of_one.front().person != grant.person) {
            rights_of(of_one);
            of_one.clear();
        }
        of_one.push_back(grant);
        return true;
    });
    rights_of(of_one);
    text(begun ? "</table>\n</div>\n"
               : fmt::format("<p class=\"none\">{}</p>\n",
                             html_escaped(say("Nobody has a right here."))));
}

void ReportPage::write() {
    const auto now = env_.clock.now();
    text(output::html_begin(
        fmt::format("{}, {}", asked_.organisation.name, now.brussels_day().formatted()), style));
    text(fmt::format("<header>\n<h1>{}</h1>\n<p class=\"number\">{}</p>\n</header>\n",
                     html_escaped(asked_.organisation.name),
                     html_escaped(say("{} · as of {}", org_.formatted(), now.formatted()))));
    text("<main>\n");
    figures();
    section(say("Accreditations"), [&] { company(); });
    section(say("Administrators"), [&] { administrators(); });
    section(say("What ends within {}", asked_.within.words()), [&] { expiring(); });
    section(say("Open services"), [&] { services(); });
    section(say("Services whose vouchers risk to expire"), [&] { at_risk(); });
    section(say("Issuances per month"), [&] { issuances(); });
    section(say("Refunds"), [&] { refunds(); });
    section(say("What keeps refunds from being paid"), [&] { blocks(); });
    section(say("Workers without a contract"), [&] { workers(); });
    section(say("Rights per person"), [&] { rights(); });
    text(fmt::format(
        "</main>\n<footer>{}</footer>\n",
        html_escaped(say("Made by dcadmin. It holds personal data: keep it as such."))));
    text(output::html_end());
}

}  // namespace

void write_report(const Env& env, const ReportAsked& asked, output::Writer& out) {
    ReportPage(env, asked, out).write();
}

}  // namespace dcadmin::commands
