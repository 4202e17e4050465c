// SPDX-License-Identifier: Apache-2.0
// The rows of the options that every command has.
#include "cli/settings.h"

#include <iterator>
#include <utility>

namespace dcadmin::cli {
namespace {

std::vector<Option> make_global_options() {
    std::vector<OptionOf<Globals>> rows{
        option("store", &Globals::store,
               "the database to use: sqlite:FILE, or postgresql://USER@HOST/DATABASE")
            .completes(Complete::store_url)
            .value("URL"),
        option("profile", &Globals::profile, "the set of settings to use")
            .value("NAME")
            .completes(Complete::profile),
        option("org", &Globals::org,
               "the organisation (organisatie) that is meant where a command "
               "asks for one"),
        option("output", &Globals::output, "how to write the result").letter('o'),
        option("fields", &Globals::fields, "which fields to write, in this order")
            .value("NAME,NAME"),
        option("at", &Globals::at, "answer as of that day instead of today"),
        option("as", &Globals::as, "act for this person; recorded as claimed, not as proven"),
        option("reveal", &Globals::reveal,
               "write national numbers whole; where they come from the "
               "store, that is recorded"),
        option("spreadsheet", &Globals::spreadsheet,
               "make CSV cells harmless that a spreadsheet would take for formulas"),
        option("yes", &Globals::yes, "do not ask for confirmation").letter('y'),
        option("no-input", &Globals::no_input, "never ask anything"),
        option("quiet", &Globals::quiet, "say nothing but results and errors").letter('q'),
        option("verbose", &Globals::verbose, "say more about what is done").letter('v'),
        option("color", &Globals::color, "when to use bold type on a terminal"),
        option("no-pager", &Globals::no_pager,
               "write a result that is longer than the screen straight to the terminal"),
        option("watch", &Globals::watch,
               "show a list again and again, every 2 seconds unless said, until ^C")
            .or_without("SECONDS", "2"),
        option("lang", &Globals::lang,
               "in which language to speak; what programs read stays as it is"),
        option("help", &Globals::help, "say what the command does and which options it has")
            .letter('h'),
    };
    std::vector<Option> options;
    options.reserve(std::size(rows));
    for (auto& [option] : rows) options.push_back(std::move(option));
    return options;
}

}  // namespace

const std::vector<Option>& global_options() {
    static const std::vector<Option> options = make_global_options();
    return options;
}

}  // namespace dcadmin::cli
