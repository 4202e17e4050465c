// SPDX-License-Identifier: Apache-2.0
// The topics of `dcadmin help TOPIC`; the manual page dcadmin(1) has the same texts.
#include "cli/help.h"

namespace dcadmin::cli {
namespace {

Topic bulk() {
    return {
        "bulk",
        "files of requests: many changes as one",
        {
            {"",
             "Every command that changes records takes --file: each option is a column, each row "
             "is a "
             "request, and the rules are the same as for a single one."},
            {"format",
             "CSV with a header, separated by comma, semicolon or tab, in UTF-8; or JSON lines, "
             "one "
             "object per line, when the name ends in .jsonl or --input-format says so. The file - "
             "is "
             "standard input."},
            {"columns",
             "The names of the options or their Dutch terms, in any case. Several values in one "
             "cell are "
             "separated by |. Columns of your own begin with x_ and are kept. What a row does not "
             "say, an option on the line says for all rows."},
            {"all or nothing",
             "The whole file is judged first, and one bad row stops it before anything is changed. "
             "With "
             "--skip-invalid the good rows are done and the bad ones are left. With --batch N "
             "every N rows are made final, for a store that others write to."},
            {"again",
             "The same file can be run again at any time: what is done already is unchanged. So "
             "after a "
             "stop, a kill or a correction, run the same command again."},
            {"outcome",
             "What became of each row is written beside the input, rights.csv to "
             "rights.outcome.csv: the "
             "input's columns, then _row, _state, _code, _message and _id. The states are applied, "
             "unchanged, rejected, failed, unknown and not_attempted. It repeats the input, so "
             "its mode is 0600; and it is input again: --only rejected takes only those rows."},
            {"dry run",
             "--dry-run judges every row as if those before it were done, and changes nothing. It "
             "writes "
             "no outcome file unless --outcome names one."},
            {"notices",
             "A person gets one notice that names all of his rows, unless --notify says each or "
             "none."},
            {"a guard",
             "A run that would end more grants than the larger of 20 and 10% of the live ones of "
             "the "
             "organisations it touches stops, unless --yes-revoke names the exact number or "
             "--max-revoke another limit."},
        }};
}

Topic plans() {
    return {
        "plans",
        "plans: what a run would do, to be looked at, applied and taken back",
        {
            {"",
             "With --plan FILE a command that changes records changes nothing, and saves what it "
             "would do: for each row what it finds now and what it would leave, and how many mails "
             "would go out to how many persons, as --notify says each, person or none."},
            {"show", "dcadmin plan show FILE lists the rows."},
            {"apply",
             "dcadmin apply FILE does what the plan says, in one transaction. A row is stale when "
             "the store has meanwhile become another, so that it would do something else or is "
             "refused: it is named with what has changed, nothing is changed, and the exit code is "
             "7. With --skip-stale the rows that hold are done, and the exit code is 3. Applying a "
             "plan again changes nothing."},
            {"check", "dcadmin plan check FILE says which rows hold, and changes nothing."},
            {"invert", "dcadmin plan invert FILE makes the plan that takes an applied plan back."},
            {"days",
             "What a row of grant add or relation add leaves out of its period is filled in on "
             "the day of the plan, and stays so when it is applied later. What another command "
             "does from today on is something else on another day: such a row is stale then, "
             "unless it names the day."},
            {"the file",
             "JSON lines, mode 0600: it repeats the requests, and has the old values of persons. "
             "Its last line has its length and SHA-256; one that was cut short or changed is "
             "refused with 9."},
        }};
}

Topic exit_codes() {
    return {"exit-codes",
            "what the exit code tells a script",
            {
                {"0", "what was asked is so, also when it was so already"},
                {"1", "failed, and no better code fits"},
                {"2", "wrong usage or invalid input: nothing was changed"},
                {"3", "ran to the end, and at least one row was rejected, failed or is unknown"},
                {"4", "sign-in is needed or has expired"},
                {"5", "not allowed"},
                {"6", "not found"},
                {"7", "conflict: there already in another form, or changed meanwhile"},
                {"8", "refused by a rule of the domain"},
                {"9", "integrity: a chain, a schema or a signature does not verify"},
                {"10", "found, for commands that look for something; for access check: no access"},
                {"75",
                 "try again later: the store is locked or cannot be reached, or it gave no answer "
                 "whether the change was made; the same command again is safe"},
                {"130, 143", "stopped by a signal: SIGINT, SIGTERM"},
                {"",
                 "The gravest wins: a signal, then 9, then 1, 4, 5 and 75, then 2, 6, 7 and 8, "
                 "then 3, 10 and 0. "
                 "New codes may come; treat one you do not know as a failure."},
            }};
}

Topic environment() {
    return {
        "environment",
        "variables, files, and which of them holds",
        {
            {"",
             "An option holds before a variable, a variable before the profile, the profile before "
             "what the "
             "configuration says for all, and that before the default."},
            {"DCADMIN_STORE", "the database, as --store"},
            {"DCADMIN_STORE_PASSWORD_FILE",
             "the file whose first line is the password of the database, mode 0600"},
            {"DCADMIN_STORE_PASSWORD_COMMAND",
             "the command that prints the password of the database; it is run without a shell"},
            {"DCADMIN_PROFILE", "the profile, as --profile"},
            {"DCADMIN_ORG", "the organisation, as --org"},
            {"DCADMIN_AS", "for whom is acted, as --as"},
            {"DCADMIN_OUTPUT", "the format, as --output"},
            {"DCADMIN_COLOR", "bold type, as --color"},
            {"NO_COLOR", "no bold type, unless something says otherwise"},
            {"COLUMNS, LINES", "the size of the terminal, when it is to be taken for another"},
            {"DCADMIN_PAGER, PAGER",
             "the program that shows what is longer than the screen, with its arguments after "
             "blanks; empty or cat: none. Without them it is less -FRX."},
            {"TMPDIR", "where private temporary files are made"},
            {"configuration",
             "$XDG_CONFIG_HOME/dcadmin/config.toml, else ~/.config/dcadmin/config.toml; and "
             "/etc/dcadmin/config.toml for what that does not say"},
            {"database",
             "sqlite:$XDG_DATA_HOME/dcadmin/dcadmin.db, else below ~/.local/share, mode 0600. An "
             "address with a password in it is refused; ~/.pgpass, a file or a command has it."},
        }};
}

Topic output_topic() {
    return {
        "output",
        "results for people and for programs",
        {
            {"",
             "The result goes to standard output, everything else to standard error. The format "
             "never changes "
             "the exit code."},
            {"table",
             "for people: days as 31/12/2026, numbers with their punctuation. On a terminal that "
             "is narrower than the table cells are folded, or each row becomes a block of names "
             "and values; what is longer than the screen goes through a pager, unless --no-pager "
             "says otherwise. Where the output is no terminal a row is a line, and nothing is "
             "coloured."},
            {"json",
             "one object: a list under its plural noun, an item under its noun; days as "
             "2026-12-31, "
             "numbers without punctuation, null for what is absent. Errors are JSON on standard "
             "error."},
            {"jsonl", "one object per line, for lists of any length"},
            {"csv",
             "RFC 4180 with a header; the headers are the JSON keys. With --spreadsheet, cells "
             "that "
             "begin with = + - @ TAB or CR get an apostrophe in front, so that no spreadsheet runs "
             "them."},
            {"--watch, --watch=5",
             "the table of what only reads the store, drawn again every 2 or so many seconds, with "
             "the store opened afresh, until ^C; it does not keep a session going"},
            {"--fields a,b", "only these fields, in this order; the help of a command lists them"},
        }};
}

Topic privacy() {
    return {"privacy",
            "national numbers, and who sees them",
            {
                {"",
                 "A national or BIS number is printed masked, 85.07.30-***.**, in every format. "
                 "--reveal prints it "
                 "whole; where it comes from the store, that is recorded first, with who asked."},
                {"",
                 "Wherever a number of a person is asked, the public id that person list shows, "
                 "such as p-12, serves "
                 "too. Use it in scripts: other users of a machine can see the arguments of its "
                 "programs."},
                {"",
                 "On a local store dcadmin enforces the rules of the domain, records the user of "
                 "the operating system, "
                 "and makes tampering show. It cannot keep away who can write the file itself. "
                 "--as is recorded "
                 "as claimed, not as proven."},
                {"",
                 "Outcome files repeat their input and have mode 0600, as has the database. Remove "
                 "them when they "
                 "have served."},
            }};
}

Topic terms() {
    return {
        "terms",
        "the words of this program and the official Dutch ones",
        {
            {"organisation",
             "organisatie, onderneming: known by its enterprise number (ondernemingsnummer)"},
            {"site",
             "vestiging: an establishment number, or an affiliation number of the secure zone"},
            {"person",
             "persoon: known by national number (rijksregisternummer) or BIS number, together "
             "INSZ"},
            {"working relation",
             "werkrelatie: for whom a person works, in which category, from when until when"},
            {"right", "gebruikersrecht: what someone may do in the name of an organisation"},
            {"grant", "toekenning: one working relation, one right, one context, one period"},
            {"context", "contextwaarde: the site or role that a grant is limited to"},
            {"audience",
             "doelgroep: GID (VO-medewerkers), EA (economische actoren), LB (lokale besturen), OV "
             "(onderwijs- en vormingsinstellingen)"},
            {"notice", "bericht: what a person is told about a change"},
            {"revoke", "herroepen, intrekken: end a grant before its time"},
        }};
}

}  // namespace

const std::vector<Topic>& topics() {
    static const std::vector<Topic> all{bulk(),         plans(),   exit_codes(), environment(),
                                        output_topic(), privacy(), terms()};
    return all;
}

}  // namespace dcadmin::cli
