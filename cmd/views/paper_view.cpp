// SPDX-License-Identifier: Apache-2.0
#include "views/paper_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

template <class T>
Value maybe(const std::optional<T>& value) {
    return value ? Value(*value) : Value();
}
template <class T>
Value digits(const std::optional<T>& value) {
    return value ? Value(value->digits()) : Value();
}

}  // namespace

output::View<PaperVoucher> paper_view() {
    return {.names = {"paper_voucher", "paper_vouchers"},
            .fields = {
                {{"id", "public id"}, [](const PaperVoucher& x) -> Value { return x.id.text(); }},
                {{"org", "enterprise number of the company"},
                 [](const PaperVoucher& x) -> Value { return x.org; }},
                {{"site", "where it was received", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return maybe(x.site); }},
                {{"region", "of which region"},
                 [](const PaperVoucher& x) -> Value { return name_of(x.region); }},
                {{"number", "as printed on it"},
                 [](const PaperVoucher& x) -> Value { return std::string_view(x.number.text()); }},
                {{"customer", "the customer's number", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return digits(x.customer); }},
                {{"usable_until", "the customer's last day", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return maybe(x.usable_until); }},
                {{"hand_in_until", "the company's last day to hand it in"},
                 [](const PaperVoucher& x) -> Value { return maybe(x.hand_in_until); }},
                {{"date", "day of the service"},
                 [](const PaperVoucher& x) -> Value { return maybe(x.day); }},
                {{"worker", "login of who performed it"},
                 [](const PaperVoucher& x) -> Value { return digits(x.worker); }},
                {{"activity", "what was done"},
                 [](const PaperVoucher& x) -> Value {
                     return x.activity ? Value(name_of(*x.activity)) : Value();
                 }},
                {{"state",
                  "received, announced, bundled, sent, read-ok, to-correct, corrected, accepted, "
                  "refunded, rejected, lost-claimed or withdrawn"},
                 [](const PaperVoucher& x) -> Value { return name_of(x.state); }},
                {{"received_on", "when the company entered it", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return x.received_on; }},
                {{"read_on", "when the issuer read it", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return maybe(x.read_on); }},
                {{"due_on", "last day to correct it"},
                 [](const PaperVoucher& x) -> Value { return maybe(x.due_on); }},
                {{"lacks", "what the issuer could not read"},
                 [](const PaperVoucher& x) -> Value {
                     return x.lacks.empty() ? Value() : Value(x.lacks);
                 }},
                {{"cause", "why it was rejected", Shown::detail},
                 [](const PaperVoucher& x) -> Value { return cell(x.cause); }},
                {{"issuance", "public id of the issuance that it is in"},
                 [](const PaperVoucher& x) -> Value {
                     return x.issuance ? Value(x.issuance->text()) : Value();
                 }},
            }};
}

output::View<PaperAdvance> paper_advance_view() {
    return {.names = {"advance", "advances"},
            .fields = {{{"rejected", "vouchers that nobody corrected in time"},
                        [](const PaperAdvance& x) -> Value {
                            return static_cast<std::int64_t>(x.rejected);
                        }}}};
}

}  // namespace dcadmin::views
