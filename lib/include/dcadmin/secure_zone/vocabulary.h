// SPDX-License-Identifier: Apache-2.0
// The closed word lists of the secure zone. Which lengths, amounts and days go with them is dated
// data in the store; the words are the contract of files and scripts, so they are types.
#pragma once

#include <dcadmin/export.h>

#include <array>
#include <string_view>

namespace dcadmin {

/// A service belongs to the region where its user lives; each region has rules of its own.
enum class Region { flanders, wallonia, brussels };
inline constexpr std::array all_regions{Region::flanders, Region::wallonia, Region::brussels};

/// Which term: of the company to validate a service, of its user to confirm it, of the company to
/// correct a paper voucher, of the issuer to pay; how long a voucher holds, how long after that the
/// company may hand it in, and how old a service it may pay.
enum class TermKind {
    validate,
    confirm,
    correct,
    reimburse_paper,
    reimburse_electronic,
    voucher,
    hand_in,
    service_age
};
inline constexpr std::array all_term_kinds{TermKind::validate,
                                           TermKind::confirm,
                                           TermKind::correct,
                                           TermKind::reimburse_paper,
                                           TermKind::reimburse_electronic,
                                           TermKind::voucher,
                                           TermKind::hand_in,
                                           TermKind::service_age};

enum class TermUnit { working_days, calendar_days, months };
inline constexpr std::array all_term_units{TermUnit::working_days, TermUnit::calendar_days,
                                           TermUnit::months};

/// Who registered a service.
enum class EnteredBy { worker, company };
inline constexpr std::array all_entered_by{EnteredBy::worker, EnteredBy::company};

/// How the user answers: in the portfolio, or by mail, letter or telephone.
enum class Channel { online, other };
inline constexpr std::array all_channels{Channel::online, Channel::other};

enum class TariffKind { exchange, supplement, pickup, vat };
inline constexpr std::array all_tariff_kinds{TariffKind::exchange, TariffKind::supplement,
                                             TariffKind::pickup, TariffKind::vat};

/// The day that decides which tariff holds: of the voucher's issue, of the service, of the issuance
/// (afgifte), of the pickup.
enum class TariffBasis { issue, service, issuance, pickup };
inline constexpr std::array all_tariff_bases{TariffBasis::issue, TariffBasis::service,
                                             TariffBasis::issuance, TariffBasis::pickup};

/// What a service is; a company is accredited for each apart.
enum class Activity { household, shopping, ironing, transport };
inline constexpr std::array all_activities{Activity::household, Activity::shopping,
                                           Activity::ironing, Activity::transport};

// Their words are spelled as here, '-' for '_' ("working-days"). Reading takes any case, for
// regions the Dutch, French and German names too; refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(Region region);
[[nodiscard]] DCADMIN_API Region parse_region(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(TermKind kind);
[[nodiscard]] DCADMIN_API TermKind parse_term_kind(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(TermUnit unit);
[[nodiscard]] DCADMIN_API TermUnit parse_term_unit(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(EnteredBy who);
[[nodiscard]] DCADMIN_API EnteredBy parse_entered_by(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(Channel channel);
[[nodiscard]] DCADMIN_API Channel parse_channel(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(TariffKind kind);
[[nodiscard]] DCADMIN_API TariffKind parse_tariff_kind(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(Activity activity);
[[nodiscard]] DCADMIN_API Activity parse_activity(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(TariffBasis basis);
[[nodiscard]] DCADMIN_API TariffBasis parse_tariff_basis(std::string_view text);

}  // namespace dcadmin
