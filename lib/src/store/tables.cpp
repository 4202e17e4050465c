// SPDX-License-Identifier: Apache-2.0
#include "store/tables.h"

#include <array>

namespace dcadmin::store {

namespace {

constexpr auto all = std::to_array<Table>({
    {"store_property", "name value", "name"},
    {"operation",
     "id# at user_name claimed# command key_used key_level# organisation_id# session_id# "
     "account_id#",
     "id"},
    {"organisation", "id# number# name folded parent_id# language", "id"},
    {"person",
     "id# number# first_name last_name folded folded_last email phone language source audit_key",
     "id"},
    {"audience", "code name_nl", "code"},
    {"category_rule",
     "audience category max_term email_required# phone_required# valid_from valid_until source",
     "audience, category, valid_from"},
    {"working_relation",
     "id# person_id# organisation_id# audience category email phone valid_from valid_until "
     "ended_at reason operation_id#",
     "id"},
    {"right_definition",
     "id# code title_nl title_fr title_en folded context max_term default_term min_level# domain",
     "id"},
    {"right_audience", "right_id# audience", "right_id, audience"},
    {"context_value", "id# kind organisation_id# right_id# number# code name folded", "id"},
    {"right_grant",
     "id# relation_id# right_id# context_id# valid_from valid_until first_until revoked_at reason "
     "operation_id#",
     "id"},
    {"audit_chain", "id# organisation_id# length# head", "id"},
    {"audit_entry",
     "id# chain_id# position# operation_id# subject verb subject_id# before_image after_image "
     "reason hash",
     "id"},
    {"notice",
     "id# operation_id# person_id# address kind items state state_at part# tries# due_at tried_at "
     "answer round#",
     "id"},
    {"register_function", "enterprise# person# function represents# valid_from valid_until",
     "enterprise, person, function, valid_from"},
    {"domain", "id# code name_nl name_fr name_en valid_from valid_until source operation_id#",
     "id"},
    {"activation", "organisation_id# at operation_id#", "organisation_id"},
    {"chief_request",
     "id# organisation_id# person_id# requester_id# email phone reason documents state answer "
     "operation_id#",
     "id"},
    {"administrator",
     "id# organisation_id# person_id# role domain_id# context_id# email phone valid_from "
     "valid_until ended_at appointer_id# request_id# reason operation_id#",
     "id"},
    {"task",
     "id# organisation_id# kind state person_id# subject due right_id# contexts audience category "
     "email phone valid_from valid_until reason answer operation_id#",
     "id"},
    {"news", "id# title body audience valid_from valid_until operation_id#", "id"},
    {"policy", "id# name value", "id"},
    {"register_import", "id# kind imported_at extract_type extract_number# snapshot_date digest",
     "id"},
    {"register_count", "name entries#", "name"},
    {"register_enterprise", "number# status situation kind form form_cac start_date", "number"},
    {"register_establishment", "number# enterprise# start_date", "number"},
    {"register_branch", "number# enterprise# start_date", "number"},
    {"register_name", "entity_row# language kind name", "entity_row"},
    {"register_folded_name", "folded entity_row#", "folded, entity_row"},
    {"register_address",
     "entity_row# kind country_nl country_fr zipcode municipality_nl municipality_fr street_nl "
     "street_fr house_number box extra struck_off_on",
     "entity_row"},
    {"register_activity", "entity_row# activity_group nace_version nace_code classification",
     "entity_row"},
    {"register_contact", "entity_row# holder kind value", "entity_row"},
    {"register_code", "category code language description", "category, code, language"},
    {"register_person",
     "number# first_name last_name birth_date sex language deceased_on expires_at", "number"},
    {"register_key", "name value", "name"},
    {"register_consultation", "id# at user_name claimed# subject purpose source answer", "id"},
    {"review",
     "id# organisation_id# state due right_id# sites reason closed_at answer unanswered "
     "operation_id#",
     "id"},
    {"review_item", "id# review_id# grant_id# reviewer_id# decision until reason", "id"},
    {"key_kind",
     "code name_nl level# assurance activation valid_from valid_until new_until unused_term source",
     "code, valid_from"},
    {"credential",
     "id# person_id# kind handle secret counter# activated_at identified_by used_at retired_at "
     "operation_id#",
     "id"},
    {"credential_guess", "credential_id# misses# open_at day day_misses#", "credential_id"},
    {"one_time_code", "id# credential_id# position# hash expires_at used_at", "id"},
    {"session",
     "id# token_hash person_id# credential_id# key_used level# organisation_id# started_at "
     "proved_at open_until expires_at ended_at operation_id#",
     "id"},
    {"account", "id# name secret_hash operations valid_until retired_at reason operation_id#",
     "id"},
    {"account_organisation", "account_id# organisation_id#", "account_id, organisation_id"},
    {"staff", "id# person_id# role valid_from valid_until ended_at reason operation_id#", "id"},
    {"accreditation",
     "id# organisation_id# region number activities valid_from valid_until operation_id#", "id"},
    {"contact", "id# organisation_id# person_id# purpose consent_on ended_at operation_id#", "id"},
    {"worker",
     "id# login# organisation_id# person_id# context_id# region email phone password_hash "
     "inactive_since operation_id#",
     "id"},
    {"contract", "id# worker_id# context_id# valid_from valid_until hours# operation_id#", "id"},
    {"pickup",
     "id# organisation_id# context_id# region day person_id# phone bags# cancelled_at "
     "operation_id# series_id# series_day postponed_to#",
     "id"},
    {"holiday", "code rule name_nl name_fr name_de name_en valid_from valid_until source",
     "code, valid_from"},
    {"closing_day", "id# organisation_id# day reason opened_at operation_id#", "id"},
    {"zone_term",
     "id# kind region entered_by channel length# unit valid_from valid_until source operation_id#",
     "id"},
    {"tariff",
     "id# kind region basis amount# valid_from valid_until hand_in_until source operation_id#",
     "id"},
    {"customer",
     "id# organisation_id# number# name folded region language channel email phone person_id# "
     "inactive_since audit_key operation_id#",
     "id"},
    {"customer_notice",
     "id# operation_id# customer_id# kind state state_at tries# due_at tried_at answer round#",
     "id"},
    {"voucher_order",
     "id# customer_id# first_number# vouchers# issued_on usable_until hand_in_until used# "
     "operation_id#",
     "id"},
    {"change_set", "id# organisation_id# verb operation_id#", "id"},
    {"service",
     "id# organisation_id# work_id worker_id# context_id# customer_id# region day hours# activity "
     "entered_by channel state registered_on validated_on confirmed_on due_on allocated# issued# "
     "paid# hand_in_until operation_id#",
     "id"},
    {"service_change",
     "id# change_set_id# service_id# event state_before state_after day due_on "
     "fields_before fields_after",
     "id"},
    {"zone_rule", "code region valid_from valid_until source", "code, region, valid_from"},
    {"service_comment", "id# service_id# party body written_at operation_id#", "id"},
    {"issuance_schedule",
     "id# organisation_id# region every on_day# since ended_at state state_at operation_id#", "id"},
    {"issuance",
     "id# organisation_id# region kind mode period period_until month made_on received_on state "
     "services# vouchers# items operation_id#",
     "id"},
    {"allocation",
     "id# change_set_id# service_id# voucher_order_id# first_number# vouchers# allocated_on "
     "hand_in_until issuance_id#",
     "id"},
    {"block", "id# organisation_id# region issuance_id# cause since released_at operation_id#",
     "id"},
    {"refund",
     "id# issuance_id# cents# vouchers# unpriced# expected_on paid_on reference operation_id#",
     "id"},
    {"refund_line", "refund_id# tariff_id# vouchers#", "refund_id, tariff_id"},
    {"paper_voucher",
     "id# organisation_id# context_id# region number customer# usable_until hand_in_until day "
     "worker_id# activity state received_on announced_on read_on due_on lacks cause issuance_id# "
     "operation_id#",
     "id"},
    {"pickup_series",
     "id# organisation_id# context_id# region every on_day# on_holiday valid_from valid_until "
     "person_id# phone bags# ended_at operation_id#",
     "id"},
    {"deactivation", "id# organisation_id# deactivated_on forced# operation_id#", "id"},
    {"application",
     "id# code name right_id# min_level# claim client_id operation_id# national_number#", "id"},
    {"signing_key", "id# kid algorithm jwk retired_at operation_id#", "id"},
});

}  // namespace

std::span<const Table> tables() {
    return all;
}

}  // namespace dcadmin::store
