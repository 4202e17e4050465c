// SPDX-License-Identifier: Apache-2.0
// Public ids: what a script names a thing by when it should not carry a national number, or when
// the thing has no number of its own. A letter tells the sort ("p-12" a person, "r-…" a working
// relation, "g-…" a grant, "n-…" a notice, "a-…" an administrator, "q-…" a request for a chief,
// "t-…" a task, "w-…" an item of news, "v-…" a review, "k-…" a digital key, "s-…" a session, "f-…" a
// member of staff, "u-…" a pickup, "y-…" a recurring pickup, "c-…" a customer, "o-…" an order of
// vouchers, "d-…" a service, "i-…" an issuance, "b-…" a block, "x-…" a paper voucher), so that an id
// in the wrong place is refused at once.
#pragma once

#include <dcadmin/base/national_number.h>
#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace dcadmin {

/// Reads "p-12" for the letter 'p'. Refused with usage otherwise, saying what such an id looks
/// like.
[[nodiscard]] DCADMIN_API std::int64_t parse_id(std::string_view text, char letter,
                                                std::string_view what);

template <char Letter>
class Id {
   public:
    static constexpr Id from_stored(std::int64_t value) { return Id(value); }
    [[nodiscard]] constexpr std::int64_t value() const { return value_; }
    [[nodiscard]] std::string text() const {
        return std::string{Letter, '-'} + std::to_string(value_);
    }
    auto operator<=>(const Id&) const = default;

   private:
    explicit constexpr Id(std::int64_t value) : value_(value) {}
    std::int64_t value_;
};

using PersonId = Id<'p'>;
using RelationId = Id<'r'>;
using GrantId = Id<'g'>;
using NoticeId = Id<'n'>;
using AdministratorId = Id<'a'>;
using ChiefRequestId = Id<'q'>;
using TaskId = Id<'t'>;
using NewsId = Id<'w'>;
using ReviewId = Id<'v'>;
using KeyId = Id<'k'>;
using SessionId = Id<'s'>;
using StaffId = Id<'f'>;
using PickupId = Id<'u'>;
using PickupSeriesId = Id<'y'>;
using CustomerId = Id<'c'>;
using VoucherOrderId = Id<'o'>;
using ServiceId = Id<'d'>;
using IssuanceId = Id<'i'>;
using BlockId = Id<'b'>;
using PaperVoucherId = Id<'x'>;

/// How a request names a person: by national or BIS number, or by public id.
using PersonRef = std::variant<NationalNumber, PersonId>;

/// Reads either; refused with usage as NationalNumber::parse and parse_id refuse.
[[nodiscard]] DCADMIN_API PersonRef parse_person(std::string_view text, Date today);
/// For messages: the public id, or the masked number.
[[nodiscard]] DCADMIN_API std::string shown(const PersonRef& person);

}  // namespace dcadmin
