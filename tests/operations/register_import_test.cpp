// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"
#include "support/tables.h"

#include <dcadmin/audit.h>
#include <dcadmin/registers.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Names = std::vector<std::string>;

EnterpriseNumber enterprise(std::string_view text) {
    return EnterpriseNumber::parse(text);
}

Written<RegisterImport> import_kbo(Fixture& f, const Files& files) {
    return Registers(f.env).import_kbo(tables_of(files));
}

Written<RegisterImport> import_persons(Fixture& f, const std::string& text) {
    const Files files{{"persons.csv", text}};
    return Registers(f.env).import_persons("persons.csv", tables_of(files));
}

Names found(Fixture& f, const RegisterFilter& filter) {
    Names names;
    Registers(f.env).search(filter, [&](const RegisterHit& hit) {
        names.push_back(hit.number.digits() + " " + hit.name);
        return true;
    });
    return names;
}

/// All rows of all tables of the registers together.
std::string rows(Fixture& f) {
    std::string text;
    for (const std::string_view sql :
         {"SELECT number || status || start_date FROM register_enterprise ORDER BY number",
          "SELECT number || ' ' || enterprise FROM register_establishment ORDER BY number",
          "SELECT entity_row || name FROM register_name ORDER BY entity_row",
          "SELECT folded || entity_row FROM register_folded_name ORDER BY folded, entity_row",
          "SELECT entity_row || municipality_nl FROM register_address ORDER BY entity_row",
          "SELECT entity_row || nace_code FROM register_activity ORDER BY entity_row",
          "SELECT name || ' ' || entries FROM register_count ORDER BY name",
          "SELECT extract_number || digest FROM register_import ORDER BY id",
          "SELECT number || last_name FROM register_person ORDER BY number"}) {
        for (const std::string& value : f.column(sql)) text += value + "\n";
    }
    return text;
}

void check_clean(Fixture& f) {
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify().problem_count == 0);
}

}  // namespace

TEST_CASE("a full extract is read whole, and is one entry of the log with its files' hashes") {
    Fixture f;
    const auto written = import_kbo(f, full_extract());
    CHECK(written.changed);
    CHECK(written.item.extract_number == 140);
    CHECK(written.item.extract_type == "full");
    CHECK(written.item.snapshot_date == day("2026-11-01"));
    CHECK(written.item.files.size() == 9);
    CHECK(f.entries() == Names{"register import 1"});
    const std::string image = f.column("SELECT after_image FROM audit_entry").front();
    FileDigest digest;
    digest.take(full_extract().at("enterprise.csv"));
    CHECK(image.find("file=enterprise.csv rows=3 sha256=" + digest.text()) != std::string::npos);
    CHECK(image.find("kind=kbo\ntype=full\nextract=140\nsnapshot=2026-11-01\n") == 0);
    CHECK(f.notices().empty());
    check_clean(f);
}

TEST_CASE("the registers' state tells what was imported and how much there is") {
    Fixture f;
    CHECK_FALSE(Registers(f.env).status().front().last);
    import_kbo(f, full_extract());
    const auto status = Registers(f.env).status();
    REQUIRE(status.size() == 3);
    CHECK(status.front().last->extract_number == 140);
    CHECK(status.front().last->imported_at == f.clock.now());
    CHECK(status.front().counts == Names{"3 enterprises", "2 establishments", "1 branches",
                                         "6 names", "2 addresses", "1 activities", "1 contacts",
                                         "6 codes"});
    CHECK_FALSE(status[1].last);
}

TEST_CASE("an enterprise and an establishment are shown with all that is known of them") {
    Fixture f;
    import_kbo(f, full_extract());
    const auto entry = Registers(f.env).show("0400.008.697");
    CHECK(entry.name == "Poetshulp Aalst");
    CHECK(entry.names.front() == "Aide Ménagère (Maatschappelijke naam, fr)");
    CHECK(entry.status == "Actief");
    CHECK(entry.form == "Besloten Vennootschap");
    CHECK(entry.start_date == day("2004-02-29"));
    CHECK(entry.addresses == Names{"REGO: Kerkstraat 12 bus 3, 9300 Aalst"});
    CHECK(entry.activities == Names{"88109 (2008, MAIN) Hulp aan huis"});
    CHECK(entry.contacts == Names{"TEL: 053123456"});
    CHECK(entry.establishments == Names{"2147812701"});
    const auto place = Registers(f.env).show("2147812701");
    CHECK(place.enterprise == enterprise("0400008697"));
    CHECK(place.addresses == Names{"BAET: Markt 1, 9300 Aalst"});
    CHECK(Registers(f.env).show("0428759497").branches == Names{"9000006626"});
    f.env.language = Language::fr;
    CHECK(Registers(f.env).show("0400.008.697").name == "Aide Ménagère");
    CHECK(Registers(f.env).show("0400.008.697").addresses ==
          Names{"REGO: Rue de l'Eglise 12 bte 3, 9300 Alost"});
}

TEST_CASE("what is no number, or is in no register, is refused") {
    Fixture f;
    import_kbo(f, full_extract());
    const auto show = [&](std::string_view text) {
        return refused([&] { static_cast<void>(Registers(f.env).show(text)); });
    };
    CHECK(show("poets") == "usage number");
    CHECK(show("980000611888") == "usage number");
    CHECK(show("0403.019.261") == "not_found number");
    CHECK(show("2.200.065.512") == "not_found number");
    CHECK(show("p-9") == "not_found person");
    CHECK(show(person_number(1).revealed()) == "not_found number");
    CHECK(show("0400.008.698") != "accepted");
}

TEST_CASE("names are searched by their beginning, or by words anywhere, without accents") {
    Fixture f;
    import_kbo(f, full_extract());
    CHECK(found(f, {.text = "POETS"}) == Names{"0400008697 Poetshulp Aalst"});
    CHECK(found(f, {.text = "aalst"}).empty());
    CHECK(found(f, {.text = "aide menag"}) == Names{"0400008697 Aide Ménagère"});
    CHECK(found(f, {.text = "aalst hulp", .anywhere = true}) ==
          Names{"0400008697 Poetshulp Aalst"});
    CHECK(found(f, {.text = "agence", .anywhere = true}).empty());  // an establishment
    const RegisterFilter second{.text = "", .page = {.limit = 1, .offset = 1}};
    CHECK(found(f, second) == Names{"0400008697 De Gouden Borstel"});
    CHECK(Registers(f.env).search(second, [](const RegisterHit&) { return true; }) == 5);
}

TEST_CASE("the very same files change nothing, a full extract again replaces what was there") {
    Fixture f;
    import_kbo(f, full_extract());
    const std::string before = rows(f) + f.trace();
    const auto again = import_kbo(f, full_extract());
    CHECK_FALSE(again.changed);
    CHECK(again.item.extract_number == 140);
    CHECK(rows(f) + f.trace() == before);
    Files other = full_extract();
    other["contact.csv"] = "EntityNumber,EntityContact,ContactType,Value\n";
    CHECK(import_kbo(f, other).changed);
    CHECK(Registers(f.env).status().front().counts[6] == "0 contacts");
    CHECK(Registers(f.env).show("0400008697").contacts.empty());
    CHECK(f.entries() == Names{"register import 1", "register import 2"});
    check_clean(f);
}

TEST_CASE("an update deletes and inserts what its files name") {
    Fixture f;
    import_kbo(f, full_extract());
    const auto written = import_kbo(f, update_extract());
    CHECK(written.changed);
    CHECK(written.item.extract_type == "update");
    CHECK(written.item.files.size() == 16);
    CHECK(Registers(f.env).show("0400008697").names ==
          Names{"Poetshulp Gent (Maatschappelijke naam, nl)"});
    CHECK(Registers(f.env).show("0400008697").activities.empty());
    CHECK(Registers(f.env).show("0403019261").name == "Strijkhulp");
    CHECK(refused([&] { static_cast<void>(Registers(f.env).show("0566988259")); }) ==
          "not_found number");
    CHECK(found(f, {.text = "gestopt"}).empty());
    CHECK(found(f, {.text = "poetshulp"}) == Names{"0400008697 Poetshulp Gent"});
    CHECK(found(f, {.text = "sh"}) == Names{"0403019261 SH"});
    CHECK(Registers(f.env).status().front().counts ==
          Names{"3 enterprises", "1 establishments", "1 branches", "4 names", "2 addresses",
                "0 activities", "1 contacts", "6 codes"});
    CHECK_FALSE(import_kbo(f, update_extract()).changed);
    check_clean(f);
}

TEST_CASE("an update that does not follow what is there is a conflict") {
    Fixture f;
    CHECK(refused([&] { import_kbo(f, update_extract()); }) == "conflict kbo");
    CHECK(said([&] { import_kbo(f, update_extract()); }) ==
          "extract 141 is an update, and no full extract is here; import a full extract first");
    import_kbo(f, full_extract());
    Files later = update_extract();
    auto& meta = later["meta.csv"];
    meta.replace(meta.find(",141"), 4, ",143");
    CHECK(said([&] { import_kbo(f, later); }) ==
          "extract 143 does not follow extract 140, which is here; import the update 141 first, or "
          "a full extract");
    meta.replace(meta.find(",143"), 4, ",139");
    CHECK(refused([&] { import_kbo(f, later); }) == "conflict kbo");
}

TEST_CASE("a file that is missing, has another header or a bad row changes nothing") {
    Fixture f;
    import_kbo(f, full_extract());
    const std::string before = rows(f) + f.trace();
    const auto with = [&](const std::string& name, const std::string& from, const std::string& to) {
        Files files = full_extract();
        auto& text = files.at(name);
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        return said([&] { import_kbo(f, files); });
    };
    Files files = full_extract();
    files.erase("activity.csv");
    CHECK(refused([&] { import_kbo(f, files); }) == "not_found file");
    CHECK(said([&] { import_kbo(f, files); }).starts_with("the file 'activity.csv' is missing"));
    CHECK(with("enterprise.csv", "StartDate", "Begin")
              .starts_with("enterprise.csv, line 1: no column 'Begin'; its columns are "
                           "EnterpriseNumber, Status"));
    CHECK(with("branch.csv", "Id,StartDate", "StartDate,Id")
              .starts_with("branch.csv, line 1: the columns stand in another order"));
    CHECK(with("enterprise.csv", "29-02-2004", "29-02-2005") ==
          "enterprise.csv, line 2, column 7 (StartDate): '29-02-2005' is not a day; days are "
          "written DD-MM-YYYY, for instance 31-12-2020");
    CHECK(with("enterprise.csv", "0428.759.497", "0428.759.498")
              .starts_with("enterprise.csv, line 3, column 1 (EnterpriseNumber): '0428.759.498' is "
                           "not a number"));
    CHECK(with("enterprise.csv", "0428.759.497", "2.147.812.701")
              .starts_with("enterprise.csv, line 3, column 1 (EnterpriseNumber): '2.147.812.701' "
                           "is not the number of "
                           "an enterprise"));
    CHECK(
        with("enterprise.csv", "0428.759.497", "0400.008.697").starts_with("enterprise.csv, line"));
    CHECK(with("denomination.csv", "2,003,De Gouden", "2,De Gouden")
              .starts_with("denomination.csv, line 4: the row has another number of cells"));
    CHECK(with("meta.csv", "ExtractNumber,140", "ExtractNumber,x") ==
          "meta.csv, line 5, column 2 (Value): no number; ");
    CHECK(with("meta.csv", "ExtractNumber", "Number").starts_with("meta.csv does not say"));
    CHECK(rows(f) + f.trace() == before);
    check_clean(f);
}

TEST_CASE("rows of one entity need not stand together") {
    Fixture f;
    Files files = full_extract();
    files["denomination.csv"] +=
        "0400.008.697,3,001,Putzhilfe\n0428.759.497,2,001,Namen\n0400.008.697,4,001,Cleaners\n";
    import_kbo(f, files);
    CHECK(Registers(f.env).show("0400008697").names.size() == 5);
    f.env.language = Language::de;
    CHECK(Registers(f.env).show("0400008697").name == "Putzhilfe");
    f.env.language = Language::en;
    CHECK(Registers(f.env).show("0400008697").name == "Cleaners");
    CHECK(Registers(f.env).show("0428759497").name == "Namen");
}

TEST_CASE("an import that is told to stop changes nothing") {
    Fixture f;
    Files files = full_extract();
    std::string& names = files["contact.csv"];
    for (int i = 0; i < 4096; ++i) {
        names += "0428.759.497,ENT,TEL,0812345\n";
        if (i == 2000) names += "0400.008.697,ENT,TEL,0812345\n";
    }
    const std::atomic<int> stop{2};
    CHECK(refused([&] {
              Registers(f.env).import_kbo(tables_of(files), {.progress = {}, .stop = &stop});
          }) == "stopped ");
    CHECK(f.entries().empty());
    CHECK(f.column("SELECT number FROM register_enterprise").empty());
}

TEST_CASE("a file of persons is read by its Dutch columns too, and what it lacks is the number's") {
    Fixture f;
    const auto first = person_number(1);
    const auto second = person_number(2);
    const auto written =
        import_persons(f, "RIJKSREGISTERNUMMER,Voornaam,naam,geslacht,taal,x_own,overleden-op\n" +
                              first.revealed() + ",Käthe,Maes,V,fr,1,\n" +
                              second.revealed_digits() + ",Lucas,Peeters,,,2,29/02/2024\n");
    CHECK(written.changed);
    CHECK(f.entries() == Names{"register import 1"});
    const auto entry = Registers(f.env).show(first.revealed());
    CHECK(entry.name == "Käthe Maes");
    CHECK(entry.birth_date == day("1980-01-01"));
    CHECK(entry.sex == "F");
    CHECK(entry.language == "fr");
    const auto other = Registers(f.env).show(second.revealed());
    CHECK(other.deceased_on == day("2024-02-29"));
    CHECK(other.sex == (second.sex() == Sex::male ? "M" : "F"));
    CHECK(Registers(f.env).status()[1].counts == Names{"2 persons"});
    check_clean(f);
}

TEST_CASE("a file of persons with a mistake changes nothing, the same file again neither") {
    Fixture f;
    const auto number = person_number(1).revealed();
    const std::string good = "number,first_name,last_name\n" + number + ",Lucas,Maes\n";
    import_persons(f, good);
    const std::string before = rows(f) + f.trace();
    CHECK_FALSE(import_persons(f, good).changed);
    const auto bad = [&](const std::string& text) {
        return said([&] { import_persons(f, text); });
    };
    CHECK(bad("number,first_name,last_name,age\n")
              .starts_with(
                  "persons.csv, line 1, column 4 (age): no such column; its columns are number"));
    CHECK(bad("number,insz,first_name,last_name\n")
              .starts_with("persons.csv, line 1, column 2 (insz): a column that stands twice"));
    CHECK(bad("number,first_name\n")
              .starts_with("persons.csv, line 1: the column 'last_name' is missing"));
    CHECK(bad("number,first_name,last_name\n" + number + ",,Maes\n")
              .starts_with("persons.csv, line 2, column 2 (first_name): it is empty"));
    CHECK(
        bad("number,first_name,last_name\n12345678901,Lucas,Maes\n")
            .starts_with(
                "persons.csv, line 2, column 1 (number): '123456*****' is not a national number"));
    CHECK(bad("number,first_name,last_name,sex\n" + number + ",Lucas,Maes,x\n")
              .starts_with("persons.csv, line 2, column 4 (sex): 'x' is not a sex"));
    CHECK(
        bad("number,first_name,last_name,birth_date\n" + number + ",Lucas,Maes,2026-02-30\n")
            .starts_with("persons.csv, line 2, column 4 (birth_date): '2026-02-30' is not a date"));
    CHECK(bad(good + number + ",Lucas,Maes\n").find("twice") != std::string::npos);
    CHECK(rows(f) + f.trace() == before);
}

TEST_CASE("a file of functions tells who represents an enterprise, and until when") {
    Fixture f;
    const auto import = [&](const std::string& rows) {
        const Files files{
            {"f.csv", "onderneming,insz,functie,begindatum,until,represents\n" + rows}};
        return Registers(f.env).import_functions("f.csv", tables_of(files));
    };
    const auto org = org_number(1).formatted();
    const auto who = person_number(1).revealed();
    const std::string rows = org + "," + who + ",Gérant,2020-02-29,,\n" + org + "," + who +
                             ",boekhouder,01/01/2021,22.11.2026,\n" + org + "," + who +
                             ",lid,2021-01-01,,ja\n";
    CHECK(import(rows).changed);
    CHECK_FALSE(import(rows).changed);
    CHECK(f.column("SELECT function || represents || valid_from || valid_until FROM "
                   "register_function ORDER BY function") ==
          Names{"Gérant12020-02-299999-12-31", "boekhouder02021-01-012026-11-22",
                "lid12021-01-019999-12-31"});
    CHECK(Registers(f.env).status()[2].counts == Names{"3 functions"});
    CHECK(f.entries() == Names{"register import 1"});
    const auto bad = [&](const std::string& row) {
        return said([&] { import(org + "," + who + "," + row + "\n"); });
    };
    CHECK(bad("lid,2021-01-01,2020-12-31,")
              .starts_with("f.csv, line 2, column 5 (until): the end lies before the begin"));
    CHECK(bad("lid,,,").starts_with("f.csv, line 2, column 4 (begindatum): it is empty"));
    CHECK(bad("lid,2021-01-01,,soms")
              .starts_with("f.csv, line 2, column 6 (represents): 'soms' is neither yes nor no"));
    CHECK(f.column("SELECT count(*) FROM register_function") == Names{"3"});
    check_clean(f);
}

}  // namespace dcadmin::test
