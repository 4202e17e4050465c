// SPDX-License-Identifier: Apache-2.0
#include "support/tables.h"

#include <dcadmin/base/text.h>

#include <utility>
#include <vector>

namespace dcadmin::test {

namespace {

class TextTable final : public TableFile {
   public:
    explicit TextTable(std::string text) : text_(std::move(text)) {
        TableRow header;
        if (take(header)) {
            for (const auto cell : header.cells) columns_.emplace_back(cell);
        }
    }
    [[nodiscard]] const std::vector<std::string>& columns() const override { return columns_; }
    [[nodiscard]] bool next(TableRow& row) override {
        if (!take(row)) return false;
        row.problem.reset();
        if (row.cells.size() != columns_.size()) {
            row.problem.emplace(Kind::usage, "the row has another number of cells");
        }
        return true;
    }
    [[nodiscard]] std::string digest() override {
        FileDigest digest;
        digest.take(text_);
        return digest.text();
    }

   private:
    bool take(TableRow& row) {
        if (at_ >= text_.size()) return false;
        const auto end = std::min(text_.find('\n', at_), text_.size());
        row.cells = text::split(std::string_view(text_).substr(at_, end - at_), ',');
        row.line = ++line_;
        at_ = end + 1;
        return true;
    }

    std::string text_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 0;
    std::vector<std::string> columns_;
};

std::string meta(std::string_view type, int number, std::string_view day) {
    return "Variable,Value\nSnapshotDate," + std::string(day) + "\nExtractTimestamp," +
           std::string(day) + " 04:00:00\nExtractType," + std::string(type) + "\nExtractNumber," +
           std::to_string(number) + "\nVersion,1.0.0\n";
}

const std::string codes =
    "Category,Code,Language,Description\n"
    "JuridicalForm,610,NL,Besloten Vennootschap\n"
    "JuridicalForm,610,FR,Societe a responsabilite limitee\n"
    "Status,AC,NL,Actief\n"
    "TypeOfDenomination,001,NL,Maatschappelijke naam\n"
    "TypeOfDenomination,001,FR,Denomination\n"
    "Nace2008,88109,NL,Hulp aan huis\n";

const std::string enterprise_header =
    "EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,"
    "StartDate\n";
const std::string address_header =
    "EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,MunicipalityFR,StreetNL,"
    "StreetFR,HouseNumber,Box,ExtraAddressInfo,DateStrikingOff\n";

}  // namespace

OpenTable tables_of(const Files& files) {
    return [&files](const std::string& name) -> std::unique_ptr<TableFile> {
        const auto found = files.find(name);
        if (found == files.end()) return nullptr;
        return std::make_unique<TextTable>(found->second);
    };
}

Files full_extract() {
    return {
        {"meta.csv", meta("full", 140, "01-11-2026")},
        {"code.csv", codes},
        {"enterprise.csv", enterprise_header + "0400.008.697,AC,000,2,610,,29-02-2004\n"
                                               "0428.759.497,AC,000,2,610,,01-04-1986\n"
                                               "0566.988.259,ST,012,2,610,,15-10-2014\n"},
        {"establishment.csv",
         "EstablishmentNumber,StartDate,EnterpriseNumber\n"
         "2.147.812.701,01-01-2005,0400.008.697\n"
         "2.147.812.897,01-01-2006,0428.759.497\n"},
        {"branch.csv", "Id,StartDate,EnterpriseNumber\n9.000.006.626,01-01-2010,0428.759.497\n"},
        {"denomination.csv",
         "EntityNumber,Language,TypeOfDenomination,Denomination\n"
         "0400.008.697,1,001,Aide Ménagère\n"
         "0400.008.697,2,001,Poetshulp Aalst\n"
         "0400.008.697,2,003,De Gouden Borstel\n"
         "0428.759.497,1,001,Titres Services Namur\n"
         "0566.988.259,0,001,Gestopt\n"
         "2.147.812.897,1,003,Agence de Namur\n"},
        {"address.csv",
         address_header + "0400.008.697,REGO,,,9300,Aalst,Alost,Kerkstraat,Rue de l'Eglise,12,3,,\n"
                          "2.147.812.701,BAET,,,9300,Aalst,Alost,Markt,Grand Place,1,,,\n"},
        {"activity.csv",
         "EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification\n"
         "0400.008.697,001,2008,88109,MAIN\n"},
        {"contact.csv",
         "EntityNumber,EntityContact,ContactType,Value\n"
         "0400.008.697,ENT,TEL,053123456\n"}};
}

Files update_extract() {
    return {
        {"meta.csv", meta("update", 141, "02-11-2026")},
        {"code.csv", codes},
        {"enterprise_delete.csv", "EnterpriseNumber\n0566.988.259\n0400.008.697\n"},
        {"enterprise_insert.csv", enterprise_header + "0400.008.697,AC,000,2,610,,29-02-2004\n"
                                                      "0403.019.261,AC,000,2,610,,01-11-2026\n"},
        {"establishment_delete.csv", "EstablishmentNumber\n2.147.812.897\n"},
        {"establishment_insert.csv", "EstablishmentNumber,StartDate,EnterpriseNumber\n"},
        {"branch_delete.csv", "Id\n"},
        {"branch_insert.csv", "Id,StartDate,EnterpriseNumber\n"},
        {"denomination_delete.csv", "EntityNumber\n0566.988.259\n0400.008.697\n2.147.812.897\n"},
        {"denomination_insert.csv",
         "EntityNumber,Language,TypeOfDenomination,Denomination\n"
         "0400.008.697,2,001,Poetshulp Gent\n"
         "0403.019.261,2,001,Strijkhulp\n"
         "0403.019.261,2,002,SH\n"},
        {"address_delete.csv", "EntityNumber\n"},
        {"address_insert.csv", address_header},
        {"activity_delete.csv", "EntityNumber\n0400.008.697\n"},
        {"activity_insert.csv", "EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification\n"},
        {"contact_delete.csv", "EntityNumber\n"},
        {"contact_insert.csv", "EntityNumber,EntityContact,ContactType,Value\n"}};
}

}  // namespace dcadmin::test
