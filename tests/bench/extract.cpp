// SPDX-License-Identifier: Apache-2.0
// Writes a full extract in the layout of the KBO/BCE open data, the same one each time.
//
//   extract FOLDER ENTERPRISES
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 12> words{
    "Poetshulp",  "Strijkatelier", "Bouwbedrijf", "Bakkerij", "Garage",     "Advies",
    "Transports", "Ménage",        "Boulangerie", "Conseil",  "Immobilier", "Käthe"};
constexpr std::array<std::array<std::string_view, 3>, 8> places{{{"9300", "Aalst", "Alost"},
                                                                 {"9000", "Gent", "Gand"},
                                                                 {"1000", "Brussel", "Bruxelles"},
                                                                 {"2000", "Antwerpen", "Anvers"},
                                                                 {"5000", "Namen", "Namur"},
                                                                 {"4000", "Luik", "Liège"},
                                                                 {"8000", "Brugge", "Bruges"},
                                                                 {"7000", "Bergen", "Mons"}}};
constexpr std::array<std::string_view, 6> activities{"88109", "81210", "47110",
                                                     "41201", "70220", "10711"};

class Random {
   public:
    std::uint64_t below(std::uint64_t limit) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_ % limit;
    }

   private:
    std::uint64_t state_ = 0x9e3779b97f4a7c15U;
};

class File {
   public:
    File(const std::string& folder, const char* name, const char* header)
        : file_(std::fopen((folder + "/" + name + ".csv").c_str(), "w")) {
        if (file_ == nullptr) {
            std::perror(name);
            std::exit(1);
        }
        std::fprintf(file_, "%s\n", header);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { std::fclose(file_); }
    std::FILE* get() { return file_; }

   private:
    std::FILE* file_;
};

/// The n-th number from `front`, with its check digits, as "0200.065.765" or "2.000.000.339".
std::string number(std::uint64_t front, bool establishment) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%08llu%02llu", static_cast<unsigned long long>(front),
                  static_cast<unsigned long long>(97 - front % 97));
    const std::string d(digits);
    if (establishment) {
        return d.substr(0, 1) + "." + d.substr(1, 3) + "." + d.substr(4, 3) + "." + d.substr(7);
    }
    return d.substr(0, 4) + "." + d.substr(4, 3) + "." + d.substr(7);
}

std::string day(Random& random) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d-%02d-%04d", static_cast<int>(1 + random.below(28)),
                  static_cast<int>(1 + random.below(12)),
                  static_cast<int>(1970 + random.below(56)));
    return text;
}

std::string name(Random& random) {
    const auto first = words[random.below(words.size())];
    const auto place = places[random.below(places.size())];
    return std::string(first) + " " + std::string(place[1]) + " " +
           std::to_string(random.below(100'000));
}

void write_small(const std::string& folder, std::uint64_t branches) {
    File meta(folder, "meta", "Variable,Value");
    std::fputs(
        "\"SnapshotDate\",\"01-11-2026\"\n\"ExtractTimestamp\",\"02-11-2026 04:00:00\"\n"
        "\"ExtractType\",\"full\"\n\"ExtractNumber\",\"140\"\n\"Version\",\"1.0.0\"\n",
        meta.get());
    File code(folder, "code", "Category,Code,Language,Description");
    for (int i = 0; i < 20'000; ++i) {
        std::fprintf(code.get(), "\"Nace2008\",\"%05d\",\"%s\",\"Omschrijving van %05d\"\n", i / 2,
                     i % 2 == 0 ? "NL" : "FR", i / 2);
    }
    Random random;
    File branch(folder, "branch", "Id,StartDate,EnterpriseNumber");
    for (std::uint64_t i = 0; i < branches; ++i) {
        std::fprintf(branch.get(), "\"9.%03d.%03d.%03d\",\"%s\",\"%s\"\n",
                     static_cast<int>(i / 1'000'000), static_cast<int>(i / 1000 % 1000),
                     static_cast<int>(i % 1000), day(random).c_str(),
                     number(2'000'000 + i * 3, false).c_str());
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: extract FOLDER ENTERPRISES\n");
        return 2;
    }
    const std::string folder = arguments[1];
    const auto enterprises = std::strtoull(arguments[2], nullptr, 10);
    const std::uint64_t establishments = enterprises * 9 / 10;
    write_small(folder, enterprises / 200);
    Random random;
    File enterprise(folder, "enterprise",
                    "EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,"
                    "JuridicalFormCAC,StartDate");
    File establishment(folder, "establishment", "EstablishmentNumber,StartDate,EnterpriseNumber");
    File denomination(folder, "denomination",
                      "EntityNumber,Language,TypeOfDenomination,Denomination");
    File address(folder, "address",
                 "EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,"
                 "MunicipalityFR,StreetNL,StreetFR,HouseNumber,Box,ExtraAddressInfo,"
                 "DateStrikingOff");
    File activity(folder, "activity",
                  "EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification");
    File contact(folder, "contact", "EntityNumber,EntityContact,ContactType,Value");
    const auto write_address = [&](const std::string& whose, const char* kind) {
        const auto& place = places[random.below(places.size())];
        const auto street = random.below(2000);
        std::fprintf(address.get(),
                     "\"%s\",\"%s\",,,\"%s\",\"%s\",\"%s\",\"Straat %llu\",\"Rue %llu\",\"%llu\","
                     "\"\",,\n",
                     whose.c_str(), kind, place[0].data(), place[1].data(), place[2].data(),
                     static_cast<unsigned long long>(street),
                     static_cast<unsigned long long>(street),
                     static_cast<unsigned long long>(1 + random.below(300)));
    };
    const auto write_activity = [&](const std::string& whose, const char* kind) {
        std::fprintf(activity.get(), "\"%s\",\"001\",\"2008\",\"%s\",\"%s\"\n", whose.c_str(),
                     activities[random.below(activities.size())].data(), kind);
    };
    for (std::uint64_t i = 0; i < enterprises; ++i) {
        const std::string own = number(2'000'000 + i * 3, false);
        std::fprintf(enterprise.get(), "\"%s\",\"AC\",\"000\",\"2\",\"610\",,\"%s\"\n", own.c_str(),
                     day(random).c_str());
        std::fprintf(denomination.get(), "\"%s\",\"%d\",\"001\",\"%s\"\n", own.c_str(),
                     static_cast<int>(1 + random.below(2)), name(random).c_str());
        if (random.below(4) == 0) {
            std::fprintf(denomination.get(), "\"%s\",\"2\",\"003\",\"%s\"\n", own.c_str(),
                         name(random).c_str());
        }
        write_address(own, "REGO");
        write_activity(own, "MAIN");
        if (random.below(10) == 0) write_activity(own, "SECO");
        if (random.below(4) == 0) {
            std::fprintf(contact.get(), "\"%s\",\"ENT\",\"TEL\",\"0%llu\"\n", own.c_str(),
                         static_cast<unsigned long long>(50'000'000 + random.below(9'999'999)));
        }
    }
    for (std::uint64_t i = 0; i < establishments; ++i) {
        const std::string own = number(20'000'000 + i * 2, true);
        std::fprintf(establishment.get(), "\"%s\",\"%s\",\"%s\"\n", own.c_str(),
                     day(random).c_str(),
                     number(2'000'000 + random.below(enterprises) * 3, false).c_str());
        if (random.below(2) == 0) {
            std::fprintf(denomination.get(), "\"%s\",\"2\",\"003\",\"%s\"\n", own.c_str(),
                         name(random).c_str());
        }
        if (random.below(2) == 0) write_address(own, "BAET");
        write_activity(own, "MAIN");
    }
    return 0;
}
