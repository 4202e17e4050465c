// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "report/commands.h"
#include "report/page.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/organisations.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> html;
    cli::Required<EnterpriseNumber> org;
    std::optional<Term> within;
    bool replace = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    if (context.at()) {
        throw Error(Kind::usage, "the report is that of today", "leave --at out", "at");
    }
    const Env& env = context.env();
    const ReportAsked asked{
        .organisation = Organisations(env).get(*options.org),
        .within = options.within.value_or(Term::of(30, Term::Unit::day)),
    };
    context.write_page(*options.html, options.replace,
                       [&](output::Writer& out) { write_report(env, asked, out); });
    if (options.html->text != "-") {
        context.note(say("{} as it is today: {}", asked.organisation.name, options.html->text));
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command report() {
    return cli::command<Options>({
        .summary = "write the state of an organisation as a page (overzicht)",
        .details =
            "One page that stands alone, to be read in a browser, sent, or printed: who the "
            "company is and who administers it, what ends soon, open services and what of them "
            "risks to expire, issuances per month, refunds, workers without a contract, and which "
            "rights each person has, where and until when. National numbers are not in it. What "
            "you may not see is not in it either, and it says so. The file has mode 0600 and "
            "appears when it is whole; - writes to standard output.",
        .needs = cli::Needs::read,
        .options = {cli::option("html", &Options::html, "where the page is written"),
                    cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("within", &Options::within,
                                "how soon something ends to be told; 30 days unless said"),
                    cli::option("replace", &Options::replace, "also when that file is there")},
        .examples = {{"dcadmin report --html state.html --org 0566.988.259", "as it is today"},
                     {"dcadmin report --html state.html --replace --org 0566.988.259 --within 3m",
                      "every week, by a timer, with what ends in three months"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
