// SPDX-License-Identifier: Apache-2.0
// Makes sample registers and grants as the CSV files that `dcadmin … add --file` loads. The same
// arguments give the same bytes on every machine: all choices come from one seeded sequence.
// Every number has right check digits, every grant lies in its working relation and overlaps no
// other, and `--bad N` spreads N rows with a known mistake through the grants.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "names.h"

namespace {

namespace words = sample::words;

struct Settings {
    std::filesystem::path folder;
    std::uint64_t persons = 100'000;
    std::uint64_t orgs = 10'000;
    std::uint64_t rights = 40;
    std::uint64_t grants = 1'000'000;
    std::uint64_t more = 0;  // further grants, distinct from the first, into more.csv
    std::uint64_t bad = 0;
    std::uint64_t seed = 20201022;
    std::chrono::sys_days today = std::chrono::year{2026} / 11 / 1;
};

/// One sequence of numbers per seed, the same everywhere (xorshift with a final multiplication).
class Choice {
   public:
    explicit Choice(std::uint64_t seed) : state_(seed * 2 + 1) {
        for (int i = 0; i < 16; ++i) next();
    }
    std::uint64_t below(std::uint64_t bound) { return (next() >> 11) % bound; }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    template <class List>
    const auto& of(const List& list) {
        return list[below(std::size(list))];
    }

   private:
    std::uint64_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 2685821657736338717ULL;
    }
    std::uint64_t state_;
};

std::string digits(std::uint64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Appends the two digits that make the whole divisible in the way of the Belgian registers.
std::string with_check(std::uint64_t front, std::size_t width, std::uint64_t century = 0) {
    return digits(front, width) + digits(97 - (century + front) % 97, 2);
}

std::string iso(std::chrono::sys_days day) {
    const std::chrono::year_month_day ymd{day};
    return digits(static_cast<std::uint64_t>(static_cast<int>(ymd.year())), 4) + '-' +
           digits(static_cast<unsigned>(ymd.month()), 2) + '-' +
           digits(static_cast<unsigned>(ymd.day()), 2);
}

std::string national_number(std::chrono::sys_days birth, std::uint64_t sequence) {
    const std::chrono::year_month_day ymd{birth};
    const int year = static_cast<int>(ymd.year());
    std::uint64_t front = static_cast<std::uint64_t>(year % 100);
    front = front * 100 + static_cast<unsigned>(ymd.month());
    front = front * 100 + static_cast<unsigned>(ymd.day());
    front = front * 1000 + sequence;
    return with_check(front, 9, year >= 2000 ? 2'000'000'000 : 0);
}

class Csv {
   public:
    Csv(const std::filesystem::path& folder, const char* name, std::string_view header)
        : out_(folder / name, std::ios::binary | std::ios::trunc) {
        if (!out_) throw std::runtime_error("cannot write " + (folder / name).string());
        out_ << header << '\n';
    }
    template <class... Cells>
    void row(const Cells&... cells) {
        const char* separator = "";
        ((out_ << separator << cells, separator = ","), ...);
        out_ << '\n';
        if (!out_) throw std::runtime_error("cannot write: is the disk full?");
    }

   private:
    std::ofstream out_;
};

struct Relation {
    std::uint32_t person;
    std::uint32_t org;
    std::chrono::sys_days from;
    std::chrono::sys_days until;
};

class Registers {
   public:
    explicit Registers(const Settings& settings) : settings_(settings), choice_(settings.seed) {
        write_orgs();
        write_rights();
        write_persons();
        write_relations();
    }

    void write_grants() {
        Csv checks(settings_.folder, "checks.csv", "person,right,org");
        write_some("grants.csv", settings_.grants, settings_.bad, &checks);
        if (settings_.more > 0) write_some("more.csv", settings_.more, 0, nullptr);
    }

   private:
    void write_orgs() {
        Csv orgs(settings_.folder, "orgs.csv", "number,name,parent,language");
        Csv sites(settings_.folder, "sites.csv", "org,number,name");
        std::uint64_t unit = 0;
        for (std::uint64_t i = 0; i < settings_.orgs; ++i) {
            const bool french = choice_.one_in(3);
            const std::string number = with_check(4'000'000 + i * 41 + 5, 8);
            // Every twentieth is a daughter of the one before.
            const std::string parent = i % 20 == 19 ? orgs_.back() : "";
            const std::string name =
                (french ? choice_.of(words::trades_fr) : choice_.of(words::trades_nl)) +
                std::string(" ") + choice_.of(words::places) + " " + std::to_string(i + 1) +
                (french ? choice_.of(words::forms_fr) : choice_.of(words::forms_nl));
            orgs.row(number, name, parent, french ? "fr" : "nl");
            orgs_.push_back(number);
            first_site_.push_back(sites_.size());
            for (std::uint64_t n = 1 + choice_.below(3); n > 0; --n) {
                sites_.push_back(with_check(21'000'000 + unit++ * 13 + 1, 8));
                sites.row(number, sites_.back(), choice_.of(words::places));
            }
        }
        first_site_.push_back(sites_.size());
    }

    void write_rights() {
        Csv rights(settings_.folder, "rights.csv",
                   "code,title_nl,title_fr,title_en,audience,context,max_term,default_term,"
                   "min_level");
        for (std::uint64_t i = 0; i < settings_.rights; ++i) {
            const auto& service = words::services[i % std::size(words::services)];
            const std::uint64_t task = i / std::size(words::services);
            const auto& verb = words::tasks[task % std::size(words::tasks)];
            std::string code = service.code + std::string("-") + verb.code;
            if (task >= std::size(words::tasks)) code += "-" + std::to_string(task);
            rights.row(code, service.nl + std::string(" ") + verb.nl,
                       service.fr + std::string(" ") + verb.fr,
                       service.en + std::string(" ") + verb.en, i % 5 == 4 ? "EA|LB" : "EA",
                       has_sites(i) ? "site" : "none", "4y", i % 4 == 3 ? "2y" : "4y",
                       i % 7 == 6 ? "400" : "300");
            rights_.push_back(code);
        }
    }

    void write_persons() {
        using std::chrono::days;
        Csv persons(settings_.folder, "persons.csv",
                    "number,first_name,last_name,email,phone,language");
        const std::chrono::sys_days oldest = std::chrono::year{1950} / 1 / 1;
        const std::uint64_t span = 365ULL * 55;  // up to the end of 2004
        std::unordered_set<std::uint64_t> taken;
        while (persons_.size() < settings_.persons) {
            const std::uint64_t born = choice_.below(span);
            const std::uint64_t sequence = 1 + choice_.below(998);
            if (!taken.insert(born * 1000 + sequence).second) continue;
            const bool french = choice_.one_in(3);
            const std::string last = choice_.of(words::last_names);
            const std::string first =
                french ? choice_.of(words::first_names_fr) : choice_.of(words::first_names_nl);
            const std::string rank = std::to_string(persons_.size() + 1);
            persons_.push_back(national_number(oldest + days{born}, sequence));
            persons.row(persons_.back(), first, last, "p" + rank + "@example.org",
                        "+3247" + digits(choice_.below(10'000'000), 7), french ? "fr" : "nl");
        }
    }

    void write_relations() {
        using std::chrono::days;
        Csv relations(settings_.folder, "relations.csv",
                      "person,org,audience,category,email,phone,from,until,reason");
        for (std::uint32_t person = 0; person < persons_.size(); ++person) {
            std::uint32_t org = static_cast<std::uint32_t>(choice_.below(orgs_.size()));
            for (std::uint64_t n = 1 + choice_.below(3); n > 0; --n) {
                const auto from = settings_.today - days{30 + choice_.below(1000)};
                const auto until = from + days{2000 + choice_.below(1500)};
                relations_.push_back({person, org, from, until});
                relations.row(persons_[person], orgs_[org], "EA", "vaste medewerker",
                              "p" + std::to_string(person + 1) + "@work.example.org",
                              "+322" + digits(choice_.below(10'000'000), 7), iso(from), iso(until),
                              choice_.of(words::reasons));
                org = static_cast<std::uint32_t>((org + 1) % orgs_.size());  // another one
            }
        }
    }

    void write_some(const char* file, std::uint64_t count, std::uint64_t bad, Csv* checks) {
        using std::chrono::days;
        Csv grants(settings_.folder, file, "person,org,right,site,from,until,reason");
        const std::uint64_t every = bad == 0 ? 0 : std::max<std::uint64_t>(1, count / bad);
        const std::uint64_t check_every = std::max<std::uint64_t>(1, count / 20'000);
        std::uint64_t tries = 0;
        for (std::uint64_t i = 0; i < count;) {
            if (++tries > 50 * count + 1000)
                throw std::runtime_error("too few persons or rights for that many grants");
            const std::uint64_t which = choice_.below(relations_.size());
            const Relation& relation = relations_[which];
            const std::uint64_t right = choice_.below(rights_.size());
            std::string site;
            std::uint64_t place = 0;
            if (has_sites(right)) {
                const std::uint64_t first = first_site_[relation.org];
                place = 1 + choice_.below(first_site_[relation.org + 1] - first);
                site = sites_[first + place - 1];
            }
            if (!granted_.insert((which * rights_.size() + right) * 4 + place).second) continue;
            const std::uint64_t room =
                static_cast<std::uint64_t>((relation.until - relation.from).count());
            const auto from = relation.from + days{choice_.below(room / 4)};
            const auto left = static_cast<std::uint64_t>((relation.until - from).count());
            const auto until =
                from + days{29 + choice_.below(std::min<std::uint64_t>(left, 1461) - 29)};
            const std::string& person = persons_[relation.person];
            const std::string& org = orgs_[relation.org];
            const char* reason = choice_.of(words::reasons);
            if (every != 0 && i % every == every / 2 && i / every < bad)
                write_bad(grants, i / every, relation, person, rights_[right], from, reason);
            grants.row(person, org, rights_[right], site, iso(from), iso(until), reason);
            if (checks != nullptr && i % check_every == 0) {
                const bool other = i / check_every % 5 == 4;  // a fifth asks for another right
                checks->row(person, other ? choice_.of(rights_) : rights_[right], org);
            }
            ++i;
        }
    }

    /// One row more, wrong in one of seven ways.
    void write_bad(Csv& grants, std::uint64_t kind, const Relation& relation,
                   const std::string& person, const std::string& right, std::chrono::sys_days from,
                   const char* reason) {
        const std::string& org = orgs_[relation.org];
        const std::string until = iso(from + std::chrono::days{90});
        const std::string& plain = rights_.back();
        std::string number = person;
        switch (kind % 7) {
            case 0:  // check digits
                number.back() = number.back() == '9' ? '0' : static_cast<char>(number.back() + 1);
                return grants.row(number, org, right, "", iso(from), until, reason);
            case 1:  // mistyped right
                return grants.row(number, org, right.substr(0, right.size() - 1), "", iso(from),
                                  until, reason);
            case 2:  // a day that does not exist
                return grants.row(number, org, plain, "", "2026-02-30", until, reason);
            case 3:  // nobody has this number
                number = national_number(std::chrono::year{1931} / 5 / 17, 1 + kind % 900);
                return grants.row(number, org, plain, "", iso(from), until, reason);
            case 4:  // another organisation's site
                return grants.row(number, org, rights_.front(), foreign_site(relation.org),
                                  iso(from), until, reason);
            case 5:  // ends before it begins
                return grants.row(number, org, plain, "", iso(from),
                                  iso(from - std::chrono::days{1}), reason);
            default:  // no organisation of that number
                return grants.row(number, with_check(9'000'001 + kind, 8), plain, "", iso(from),
                                  until, reason);
        }
    }

    std::string foreign_site(std::uint32_t org) const {
        return sites_[first_site_[(org + 1) % orgs_.size()]];
    }
    /// The last right never has sites: the mistakes above need one without.
    bool has_sites(std::uint64_t right) const {
        return right % 3 == 0 && right + 1 != settings_.rights;
    }

    const Settings& settings_;
    Choice choice_;
    std::vector<std::string> orgs_;
    std::vector<std::string> sites_;
    std::vector<std::size_t> first_site_;
    std::vector<std::string> rights_;
    std::vector<std::string> persons_;
    std::vector<Relation> relations_;
    std::unordered_set<std::uint64_t> granted_;
};

std::uint64_t number_from(std::string_view text, std::string_view option) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw std::invalid_argument(std::string(option) + " wants a whole number");
    return value;
}

std::chrono::sys_days day_from(std::string_view text) {
    if (text.size() != 10) throw std::invalid_argument("--today wants YYYY-MM-DD");
    const auto part = [&](std::size_t at, std::size_t n) {
        return static_cast<unsigned>(number_from(text.substr(at, n), "--today"));
    };
    const std::chrono::year_month_day ymd{std::chrono::year{static_cast<int>(part(0, 4))},
                                          std::chrono::month{part(5, 2)},
                                          std::chrono::day{part(8, 2)}};
    if (!ymd.ok()) throw std::invalid_argument("--today: no such day");
    return ymd;
}

Settings settings_from(const std::vector<std::string_view>& args) {
    Settings settings;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string_view arg = args[i];
        if (!arg.starts_with("--")) {
            settings.folder = arg;
            continue;
        }
        if (++i == args.size()) throw std::invalid_argument(std::string(arg) + " wants a value");
        if (arg == "--today") {
            settings.today = day_from(args[i]);
            continue;
        }
        const std::uint64_t value = number_from(args[i], arg);
        if (arg == "--persons")
            settings.persons = value;
        else if (arg == "--orgs")
            settings.orgs = value;
        else if (arg == "--rights")
            settings.rights = value;
        else if (arg == "--grants")
            settings.grants = value;
        else if (arg == "--more")
            settings.more = value;
        else if (arg == "--bad")
            settings.bad = value;
        else if (arg == "--seed")
            settings.seed = value;
        else
            throw std::invalid_argument("no option " + std::string(arg));
    }
    if (settings.folder.empty() || settings.orgs < 2 || settings.rights < 2 ||
        settings.persons == 0)
        throw std::invalid_argument("a folder, two orgs, two rights and a person at least");
    return settings;
}

}  // namespace

int main(int argc, char** argv) try {
    const Settings settings = settings_from({argv + 1, argv + argc});
    std::filesystem::create_directories(settings.folder);
    Registers(settings).write_grants();
    return EXIT_SUCCESS;
} catch (const std::exception& error) {
    std::cerr << "generate: " << error.what()
              << "\nusage: generate FOLDER [--persons N] [--orgs N] [--rights N] [--grants N]"
                 " [--more N] [--bad N] [--seed N] [--today YYYY-MM-DD]\n";
    return 2;
}
