// SPDX-License-Identifier: Apache-2.0
// Every state of a paper voucher with every event: where it leads, or why it may not be.
#include "secure_zone/paper/machine.h"

#include <doctest/doctest.h>

#include <map>

namespace dcadmin::test {

namespace {

using secure_zone::all_paper_events;
using secure_zone::paper_step;

const std::map<char, PaperState> targets{
    {'R', PaperState::received},  {'A', PaperState::announced},    {'B', PaperState::bundled},
    {'S', PaperState::sent},      {'K', PaperState::read_ok},      {'T', PaperState::to_correct},
    {'C', PaperState::corrected}, {'E', PaperState::accepted},     {'F', PaperState::refunded},
    {'J', PaperState::rejected},  {'L', PaperState::lost_claimed}, {'W', PaperState::withdrawn}};

const std::map<char, std::string_view> reasons{{'a', "it is in no issuance"},
                                               {'t', "it is in an issuance already"},
                                               {'g', "it has left the company"},
                                               {'u', "it has not left the company"},
                                               {'n', "the issuer has not read it"},
                                               {'d', "the issuer has read it already"},
                                               {'r', "there is nothing to correct"},
                                               {'f', "it must be corrected first"},
                                               {'c', "it was corrected already"},
                                               {'o', "it was not accepted"},
                                               {'k', "it was accepted"},
                                               {'l', "it is claimed as lost"},
                                               {'h', "it is not claimed as lost"},
                                               {'p', "it is refunded"},
                                               {'x', "it was rejected for good"},
                                               {'w', "it was withdrawn"}};

// A letter for each event, in their order: announce bundle free send, read lack correct run_out,
// accept reject pay, claim win_claim lose_claim, withdraw.
const std::map<PaperState, std::string_view> expected{
    {PaperState::received, "ABaauunrnuouhhW"},     {PaperState::announced, "ABaauunrnuouhhW"},
    {PaperState::bundled, "ttRSuunrnuouhht"},      {PaperState::sent, "gtggKTnrnJoLhhg"},
    {PaperState::read_ok, "gtggddrrEJodhhg"},      {PaperState::to_correct, "gtggddCJfJodhhg"},
    {PaperState::corrected, "gtggddccEJodhhg"},    {PaperState::accepted, "gtggddrrkkFdhhg"},
    {PaperState::refunded, "ppppppppppppppp"},     {PaperState::rejected, "xxxxxxxxxxxxxxx"},
    {PaperState::lost_claimed, "llllllllllllFJl"}, {PaperState::withdrawn, "wwwwwwwwwwwwwww"}};

}  // namespace

TEST_CASE("each state of a paper voucher leads with each event where the sheet says, or nowhere") {
    CHECK(expected.size() == all_paper_states.size());
    for (const PaperState from : all_paper_states) {
        const std::string_view row = expected.at(from);
        REQUIRE(row.size() == all_paper_events.size());
        for (std::size_t i = 0; i < all_paper_events.size(); ++i) {
            CAPTURE(name_of(from));
            CAPTURE(i);
            const auto& step = paper_step(from, all_paper_events.at(i));
            const auto target = targets.find(row[i]);
            CHECK(step.allowed() == (target != targets.end()));
            if (target != targets.end()) {
                CHECK(step.to == target->second);
            } else {
                CHECK(step.why == reasons.at(row[i]));
            }
        }
    }
}

TEST_CASE("a paper voucher's states are words that are read back") {
    for (const PaperState state : all_paper_states) {
        CHECK(parse_paper_state(name_of(state)) == state);
    }
    CHECK_THROWS_WITH_AS(static_cast<void>(parse_paper_state("weg")),
                         "'weg' is not a state of paper vouchers", Error);
}

TEST_CASE("the number of a paper voucher is 8 to 14 digits, of which leading zeros count") {
    CHECK(PaperNumber::parse(" 0012 3456.78 ").text() == "0012345678");
    CHECK(PaperNumber::parse("00000000").text() == "00000000");
    CHECK(PaperNumber::parse("12345678901234").text() == "12345678901234");
    for (const char* const wrong :
         {"", "1234567", "123456789012345", "1234567a", "12345678-9", "١٢٣٤٥٦٧٨"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(PaperNumber::parse(wrong), Error);
    }
}

}  // namespace dcadmin::test
