// SPDX-License-Identifier: Apache-2.0
// A new key of a person, one row a kind.
#include "cli/context.h"
#include "sign_in/by_openid.h"
#include "sign_in/by_sms.h"
#include "sign_in/commands.h"
#include "sign_in/proofs.h"
#include "views/sign_in_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> kind;
    cli::Required<PersonRef> person;
    std::optional<std::string> reason;
    std::optional<cli::FilePath> uri_file;
    std::optional<PhoneNumber> phone;
    KeyOptions from;
};

void show(cli::Context& context, const Written<Key>& key) {
    context.written(views::key_view(), key);
}

void password(cli::Context& context, const Options& options) {
    const UserPassword given = user_password(context, options.from);
    show(context, Keys(context.env())
                      .activate_password({.person = *options.person,
                                          .user = given.user,
                                          .password = given.password,
                                          .reason = options.reason.value_or("")}));
}

// The application reads the seed from the QR code, or from a file where nobody looks at a terminal;
// its first code shows that it did.
void app(cli::Context& context, const Options& options) {
    Keys keys(context.env());
    const Enrolment enrolment = keys.enrol_app(*options.person);
    const auto confirm = [&] {
        const SealKey seal = context.seal_key(true);
        const std::string code = context.secret(say("first code of the application"), "code-file",
                                                options.from.code_file);
        show(context, keys.activate_app(enrolment, seal, code, options.reason.value_or("")));
    };
    if (options.uri_file) {
        context.write_secret_while(*options.uri_file, enrolment.uri, confirm);
        return;
    }
    if (!context.may_ask()) {
        throw Error(Kind::usage, "the seed of the codes is shown on a terminal, and there is none",
                    "name a new file for it: --uri-file FILE", "uri-file");
    }
    context.show(fmt::format("{}\n{}\n", qr_code(enrolment.uri), enrolment.uri));
    confirm();
}

void itsme(cli::Context& context, const Options& options) {
    show(context, activate_openid(context, *options.person, options.reason.value_or("")));
}

void sms(cli::Context& context, const Options& options) {
    if (!options.phone) {
        throw Error(Kind::usage, "codes by SMS go to a telephone", "give --phone NUMBER", "phone");
    }
    const SmsActivation request{
        .person = *options.person, .phone = *options.phone, .reason = options.reason.value_or("")};
    show(context, activate_sms(context, request, context.seal_key(true), [&] {
             return context.secret(say("code of the message"), "code-file", options.from.code_file);
         }));
}

struct Way {
    std::string_view kind;
    void (*activate)(cli::Context&, const Options&);
};

constexpr auto ways = std::to_array<Way>({
    {"password", password},
    {"app", app},
    {"sms", sms},
    {"itsme", itsme},
});

cli::Words kinds() {
    cli::Words words;
    for (const Way& way : ways) words.push_back(way.kind);
    return words;
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto* const way = std::ranges::find(ways, *options.kind, &Way::kind);
    if (way == ways.end()) {
        throw Error(Kind::usage,
                    say("no key of the kind {} is activated", text::quoted(*options.kind)),
                    say("it is one of: {}", fmt::join(kinds(), ", ")), "kind");
    }
    way->activate(context, options);
    return cli::Exit::ok;
}

struct ImportOptions {
    cli::Required<cli::FilePath> file;
};

std::vector<TokenImport> tokens_of(cli::Context& context, const cli::FilePath& file) {
    std::vector<TokenImport> tokens;
    std::uint64_t line = 1;
    for (const auto& row : context.table_of(file, {"person", "serial", "issued", "codes"})) {
        TokenImport token{.line = ++line,
                          .person = parse_person(row[0], context.clock().today()),
                          .serial = row[1],
                          .issued = Date::parse(row[2]),
                          .codes = {}};
        for (const auto code : text::split(row[3], '|')) token.codes.emplace_back(code);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

cli::Exit run_import(cli::Context& context, const ImportOptions& options) {
    const auto& env = context.env();
    const auto tokens = tokens_of(context, *options.file);
    const auto keys = Keys(env).import_tokens(tokens, context.seal_key(true));
    auto list = context.out().list(views::key_view());
    for (const Key& key : keys) list(key);
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command key_activate() {
    return cli::command<Options>({
        .summary = "give a person another digital key (sleutel activeren)",
        .details =
            "Whoever signed in with his eID does it for himself; an operator does it after he "
            "checked the person's identity, and says how with --reason. A code by application "
            "comes after a user name and a password: a QR code is shown for the application to "
            "read, and the first code that it gives is asked.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = cli::with<Options>(
            {cli::option("kind", &Options::kind, "which kind of key", {"soort"})
                 .positional()
                 .value("KIND")
                 .choices(kinds()),
             cli::option("person", &Options::person, "whose key", {"insz", "rijksregisternummer"}),
             cli::option("reason", &Options::reason, "how the identity was checked", {"reden"}),
             cli::option("uri-file", &Options::uri_file,
                         "write the seed for an application to this new file of mode 0600, "
                         "instead of showing it")
                 .line_only(),
             cli::option("phone", &Options::phone, "where codes by SMS go", {"telefoonnummer"})},
            cli::options_of(&Options::from, key_options())),
        .examples = {{"dcadmin key activate password --person p-12 --user lucas.maes --reason "
                      "'identity card seen'",
                      "the password is asked"},
                     {"dcadmin key activate app --person p-12", "shows a QR code, asks a code"}},
        .fields = views::key_view().texts(),
        .run = run,
    });
}

cli::Command key_import() {
    return cli::command<ImportOptions>({
        .summary = "import federal tokens from the list of their maker (federale tokens)",
        .details = "The file has the columns person, serial, issued and codes: 24 of these, "
                   "separated by |. All of them are imported, or none. No token was given after "
                   "24/09/2020, and none works after 31/01/2024.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("file", &ImportOptions::file, "the list").line_only()},
        .examples = {{"dcadmin key import --file tokens.csv", "of an old store"}},
        .fields = views::key_view().texts(),
        .run = run_import,
    });
}

}  // namespace dcadmin::commands
