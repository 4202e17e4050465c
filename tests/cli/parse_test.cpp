// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/help.h"
#include "cli/line.h"
#include "cli/parse.h"
#include "commands.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>

namespace {

using namespace dcadmin;
using Shown = std::map<std::string, std::string>;

const Date today = Date::of(2026, 11, 23);

struct Read {
    cli::Command command;
    cli::Parsed parsed;
};

Read read(std::string_view text) {
    const auto words = test::words_of(text);
    const auto line = cli::find_command(words);
    REQUIRE(line.entry != nullptr);
    auto command = commands::make(*line.entry);
    auto parsed = cli::parse_options(command, line.rest, today);
    return {std::move(command), std::move(parsed)};
}

/// The Options of a line, as the command would show them before asking.
Shown options_of(std::string_view text) {
    const auto line = read(text);
    cli::refuse_missing(line.command, line.parsed.options.get());
    Shown shown;
    for (const auto& option : line.command.options) {
        if (option.present(line.parsed.options.get())) {
            shown[std::string(option.name)] = option.shown(line.parsed.options.get());
        }
    }
    return shown;
}

std::string refusal(std::string_view text) {
    try {
        static_cast<void>(options_of(text));
    } catch (const Error& error) {
        CHECK(error.kind() == Kind::usage);
        return error.hint().empty() ? error.message() : error.message() + "; " + error.hint();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("each line becomes the options it says") {
    CHECK(options_of(
              "grant add --person 85.07.30-033.28 --org 0566.988.259 --right WSE-Loket "
              "--site 980000611888 --from 2026-12-01 --until 31/12/2027 --reason 'new desk'") ==
          Shown{{"person", "85.07.30-***.**"},
                {"org", "0566.988.259"},
                {"right", "wse-loket"},
                {"site", "980000611888"},
                {"from", "01/12/2026"},
                {"until", "31/12/2027"},
                {"reason", "new desk"}});
    CHECK(options_of("grant revoke --person p-12 --org 566988259 --right wse-loket --on 01.12.2026 "
                     "--reason left") == Shown{{"person", "p-12"},
                                               {"org", "0566.988.259"},
                                               {"right", "wse-loket"},
                                               {"on", "01/12/2026"},
                                               {"reason", "left"}});
    CHECK(options_of(
              "grant extend --person p-12 --org 0566988259 --right wse-loket --until 2028-01-31") ==
          Shown{{"person", "p-12"},
                {"org", "0566.988.259"},
                {"right", "wse-loket"},
                {"until", "31/01/2028"}});
    CHECK(options_of("grant list --person p-12 --state active --sort until --reverse --limit 5") ==
          Shown{{"person", "p-12"},
                {"state", "active"},
                {"sort", "until"},
                {"reverse", "yes"},
                {"limit", "5"}});
    CHECK(options_of("person add --number 85073003328 --first-name Lucas --last-name Maes "
                     "--email Lucas@Example.be --phone 0470/12.34.56 --language fr") ==
          Shown{{"number", "85.07.30-***.**"},
                {"first-name", "Lucas"},
                {"last-name", "Maes"},
                {"email", "Lucas@example.be"},
                {"phone", "+32470123456"},
                {"language", "fr"}});
    CHECK(options_of("person update p-12 --last-name Peeters") ==
          Shown{{"person", "p-12"}, {"last-name", "Peeters"}});
    CHECK(options_of("person find maes") == Shown{{"text", "maes"}});
    CHECK(options_of("relation add --person p-12 --org 0566988259 --category vaste "
                     "--email a@b.be --phone +3212345678 --audience vo") ==
          Shown{{"person", "p-12"},
                {"org", "0566.988.259"},
                {"category", "vaste medewerker"},
                {"email", "a@b.be"},
                {"phone", "+3212345678"},
                {"audience", "GID"}});
    CHECK(options_of("relation end --person p-12 --org 0566988259 --at-once") ==
          Shown{{"person", "p-12"}, {"org", "0566.988.259"}, {"at-once", "yes"}});
    CHECK(options_of("relation extend --person p-12 --org 0566988259 --until 2030-12-31") ==
          Shown{{"person", "p-12"}, {"org", "0566.988.259"}, {"until", "31/12/2030"}});
    CHECK(options_of("right add --code abc --title-nl Titel --audience 'EA|LB' --audience gid "
                     "--context role --role lezer --max-term 4y --min-level 400") ==
          Shown{{"code", "abc"},
                {"title-nl", "Titel"},
                {"audience", "EA, LB, GID"},
                {"context", "role"},
                {"role", "lezer"},
                {"max-term", "4 years"},
                {"min-level", "400"}});
    CHECK(
        options_of("org add --number 0566988259 --name Net --parent 0566.988.259 --language de") ==
        Shown{{"number", "0566.988.259"},
              {"name", "Net"},
              {"parent", "0566.988.259"},
              {"language", "de"}});
    CHECK(options_of("site add --org 0566988259 --number 980000611888 --name Aalst") ==
          Shown{{"org", "0566.988.259"}, {"number", "980000611888"}, {"name", "Aalst"}});
    CHECK(options_of("access check --person p-12 --right wse-loket") ==
          Shown{{"person", "p-12"}, {"right", "wse-loket"}});
    CHECK(options_of("audit list --org=0566988259 --action grant --from 2026-01-01 --system") ==
          Shown{{"org", "0566.988.259"},
                {"action", "grant"},
                {"from", "01/01/2026"},
                {"system", "yes"}});
    CHECK(options_of("number check 1 2") == Shown{{"value", "1, 2"}});
}

TEST_CASE("options of every command stand before the noun, between, and after the verb") {
    for (const auto* line : {"-o json --reveal grant list", "grant -o json --reveal list",
                             "grant list -o json --reveal", "grant list --output=json --reveal",
                             "grant list -ojson --reveal"}) {
        CAPTURE(line);
        const auto got = read(line);
        CHECK(got.parsed.globals.output == output::Format::json);
        CHECK(got.parsed.globals.reveal);
    }
    const auto got =
        read("--at 2026-01-31 --as p-1 --store sqlite:x.db --no-input -y -q grant list");
    CHECK(got.parsed.globals.at == Date::of(2026, 1, 31));
    CHECK(got.parsed.globals.as.has_value());
    CHECK(got.parsed.globals.store->text == "sqlite:x.db");
    CHECK(got.parsed.globals.no_input);
    CHECK(got.parsed.globals.yes);
    CHECK(got.parsed.globals.quiet);
}

TEST_CASE("Dutch nouns are understood and lead to the same command") {
    for (const auto* line : {"toekenning list", "Grant List", "persoon list", "recht list",
                             "organisatie list", "vestiging list", "werkrelatie list"}) {
        CHECK(cli::find_command(test::words_of(line)).entry != nullptr);
    }
}

TEST_CASE("the options for files are read with the command") {
    const auto got = read(
        "grant revoke --file - --input-format jsonl --dry-run --outcome o.csv "
        "--skip-invalid --batch 100 --only 'rejected|failed' --only unknown "
        "--notify none --max-revoke 25% --yes-revoke=31");
    const auto& bulk = got.parsed.bulk;
    CHECK(bulk.file->text == "-");
    CHECK(bulk.input_format == cli::InputFormat::jsonl);
    CHECK(bulk.dry_run);
    CHECK(bulk.outcome->text == "o.csv");
    CHECK(bulk.skip_invalid);
    CHECK(bulk.batch == 100);
    CHECK(bulk.only ==
          std::vector{bulk::State::rejected, bulk::State::failed, bulk::State::unknown});
    CHECK(bulk.notify == bulk::Notify::none);
    CHECK(bulk.max_revoke->percent == 25U);
    CHECK(bulk.yes_revoke == 31);
}

TEST_CASE("a mistyped word is answered with the nearest one") {
    CHECK(refusal("grnt add") == "no command 'grnt'; did you mean 'grant'?");
    CHECK(refusal("grant ad") == "'grant' has no verb 'ad'; did you mean 'add'?");
    CHECK(refusal("grant list --sorted id") ==
          "'grant list' has no option '--sorted'; did you mean '--sort'?");
    CHECK(refusal("grant list --state activ").find("active") != std::string::npos);
    CHECK(refusal("-o jsn grant list") ==
          "output: 'jsn' is not one of table, json, jsonl, csv; did you mean 'json'?");
    CHECK(refusal("relation add --person p-1 --org 0566988259 --category vast --email a@b.be "
                  "--phone +3212345678")
              .find("vast") != std::string::npos);
}

TEST_CASE("what is missing or too much is refused before anything is opened") {
    CHECK(refusal("grant add --org 0566988259 --right x") ==
          "'grant add' needs --person PERSON; see: dcadmin grant add --help");
    CHECK(refusal("person show") ==
          "'person show' needs a PERSON; see: dcadmin person show --help");
    CHECK(refusal("org list extra") == "'org list' takes no 'extra'; see: dcadmin org list --help");
    CHECK(refusal("org list --text") == "--text needs a value: TEXT; see: dcadmin org list --help");
    CHECK(refusal("org list --text a --text b") == "--text is given 2 times");
    CHECK(refusal("org list --limit 1x") == "limit: '1x' is not a whole number");
    CHECK(refusal("org list --limit 99999999999999999999") ==
          "limit: '99999999999999999999' is too large");
    CHECK(refusal("grant show 12").find("g-") != std::string::npos);
    CHECK(refusal("grant add --person 85.07.30-033.29 --org 0566988259 --right x") != "accepted");
    CHECK(refusal("grant list --yes=no") != "accepted");
}

TEST_CASE("empty values and values that look like options are values") {
    CHECK(options_of("org list --text=-x") == Shown{{"text", "-x"}});
    CHECK(options_of("org list --text ''") == Shown{{"text", ""}});
    CHECK(options_of("org list --text '[a,b]'") == Shown{{"text", "[a,b]"}});
    CHECK(options_of("number check -- -5") == Shown{{"value", "-5"}});
}

TEST_CASE("a verb of two words is found by both, with options anywhere between") {
    const auto verb = [](std::string_view text) {
        const auto line = cli::find_command(test::words_of(text));
        return line.entry == nullptr ? "? " + line.verb : std::string(line.entry->verb);
    };
    CHECK(verb("pickup recur set --org 0566988259") == "recur set");
    CHECK(verb("pickup -o json RECUR --quiet Show --region flanders") == "recur show");
    CHECK(verb("pickup recur") == "? recur");
    CHECK(verb("pickup list recur") == "list");
    CHECK_THROWS(static_cast<void>(verb("pickup recur sit")));
    CHECK_THROWS(static_cast<void>(verb("pickup recu set")));
}

TEST_CASE("every row of the table is whole") {
    std::set<std::string> names;
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        CAPTURE(command.name());
        CHECK(names.insert(command.name()).second);
        CHECK(command.summary.find('(') != std::string_view::npos);  // the official Dutch term
        CHECK(command.run != nullptr);
        CHECK(!command.examples.empty());
        CHECK(cli::known_noun(entry.noun) == entry.noun);
        CHECK((!command.rows || command.needs == cli::Needs::write));
        std::set<std::string> columns;
        std::set<std::string_view> options;
        for (const auto& option : command.options) {
            CAPTURE(option.name);
            CHECK(options.insert(option.name).second);
            CHECK(!option.help.empty());
            if (!command.rows || !option.column) continue;
            CHECK(columns.insert(option.column_name()).second);
            for (const auto dutch : option.dutch) CHECK(columns.insert(std::string(dutch)).second);
        }
        std::set<std::string_view> keys;
        for (const auto& field : command.fields) {
            CHECK(keys.insert(field.key).second);
            CHECK(!field.help.empty());
        }
    }
}

TEST_CASE("every example of the table is a line that its command reads") {
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        for (const auto& example : command.examples) {
            CAPTURE(example.line);
            auto words = test::words_of(example.line);
            if (words.front() == "source") continue;
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (words[i] == ">" || words[i] == "&&") words.resize(i);
            }
            REQUIRE(words.front() == "dcadmin");
            words.erase(words.begin());
            const auto line = cli::find_command(words);
            REQUIRE(line.entry != nullptr);
            const auto made = commands::make(*line.entry);
            const auto parsed = cli::parse_options(made, line.rest, today);
            if (!parsed.bulk.file) cli::refuse_missing(made, parsed.options.get());
        }
    }
}
