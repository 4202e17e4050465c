// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.h"
#include "base/speech.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

using dcadmin::say;
using dcadmin::translated;
using dcadmin::base::Catalogue;

namespace {

using Texts = std::map<std::string, std::string>;

void put(std::string& to, std::size_t number) {
    for (int shift = 0; shift < 32; shift += 8) to += static_cast<char>(number >> shift & 0xff);
}

/// What msgfmt makes of these texts.
std::string compiled(const Texts& texts) {
    const std::size_t others = 28 + texts.size() * 8;
    std::size_t place = others + texts.size() * 8;
    std::string bytes;
    for (const std::size_t number : {std::size_t{0x950412de}, std::size_t{0}, texts.size(),
                                     std::size_t{28}, others, std::size_t{0}, std::size_t{0}}) {
        put(bytes, number);
    }
    std::string body;
    const auto add = [&](const std::string& text) {
        put(bytes, text.size());
        put(bytes, place);
        body += text + '\0';
        place += text.size() + 1;
    };
    for (const auto& text : texts) add(text.first);
    for (const auto& text : texts) add(text.second);
    return bytes + body;
}

/// Speaks these texts while it is there.
class Speaking {
   public:
    explicit Speaking(const Texts& texts) : catalogue_(*Catalogue::of(compiled(texts))) {
        dcadmin::base::speech().store(&catalogue_);
    }
    ~Speaking() { dcadmin::base::speech().store(nullptr); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

   private:
    Catalogue catalogue_;
};

}  // namespace

TEST_CASE("a text that nobody translated is said in English") {
    CHECK(say("no right '{}'", "X") == "no right 'X'");
    const Speaking speaking(Texts{{"another", "een andere"}});
    CHECK(say("no right '{}'", "X") == "no right 'X'");
    CHECK(translated("another") == "een andere");
    CHECK(translated("") == "");
}

TEST_CASE("values stand where the other language wants them") {
    const Speaking speaking(Texts{{"{} of {}", "van {1}: {0}"}});
    CHECK(say("{} of {}", 3, "the file") == "van the file: 3");
}

TEST_CASE("a piece of text within a sentence is said too, a user's words are not") {
    const Speaking speaking(Texts{{"{} is not {}: {}", "{} is geen {}: {}"},
                                  {"a telephone number", "telefoonnummer"},
                                  {"it has no digits", "er staan geen cijfers in"}});
    CHECK(say("{} is not {}: {}", "'abc'", "a telephone number", std::string("it has no digits")) ==
          "'abc' is geen telefoonnummer: er staan geen cijfers in");
}

TEST_CASE("a translation that does not fit its values is passed over") {
    const Speaking speaking(Texts{{"{} rows", "{} rijen van {}"}, {"{} days", "{:s} dagen"}});
    CHECK(say("{} rows", 3) == "3 rows");
    CHECK(say("{} days", 3) == "3 days");
}

TEST_CASE("what an error says is in the language in which it was thrown") {
    const dcadmin::Error english(dcadmin::Kind::usage, "which command?", "see: dcadmin help");
    const Speaking speaking(Texts{{"which command?", "welk commando?"}});
    const dcadmin::Error dutch(dcadmin::Kind::usage, "which command?", "see: dcadmin help");
    CHECK(english.message() == "which command?");
    CHECK(dutch.message() == "welk commando?");
    CHECK(dutch.hint() == "see: dcadmin help");
}

TEST_CASE("a catalogue that is not whole is none") {
    const std::string whole = compiled({{"a", "b"}, {"c", "d"}});
    REQUIRE(Catalogue::of(whole));
    CHECK(Catalogue::of(whole)->find("c") == "d");
    CHECK(Catalogue::of(whole)->find("b").empty());
    for (std::size_t length = 0; length < whole.size() - 1; ++length) {
        CHECK_FALSE(Catalogue::of(whole.substr(0, length)));
    }
    for (std::size_t at = 0; at < 60; ++at) {  // whatever it says, nothing outside it is read
        auto bent = whole;
        bent[at] = '\xff';
        if (const auto catalogue = Catalogue::of(bent)) CHECK(catalogue->find("zz").empty());
    }
}
