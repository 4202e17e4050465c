// SPDX-License-Identifier: Apache-2.0
#include "views/sign_in_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

namespace {

Value moment(const std::optional<Timestamp>& at) {
    return at ? Value(*at) : Value();
}

Value day(const std::optional<Date>& date) {
    return date ? Value(*date) : Value();
}

Value number(std::int64_t value) {
    return value;
}

}  // namespace

output::View<KeyKind> key_kind_view() {
    return {
        .names = {"key_kind", "key_kinds"},
        .fields = {
            {{"kind", "its word"}, [](const KeyKind& x) -> Value { return cell(x.code); }},
            {{"name", "in Dutch"}, [](const KeyKind& x) -> Value { return cell(x.name); }},
            {{"level", "100 to 500"}, [](const KeyKind& x) -> Value { return number(x.level); }},
            {{"assurance", "low, substantial or high"},
             [](const KeyKind& x) -> Value { return cell(x.assurance); }},
            {{"activation", "none; identity: after an identity check; import"},
             [](const KeyKind& x) -> Value { return cell(x.activation); }},
            {{"from", "first day of use"},
             [](const KeyKind& x) -> Value { return x.usable.first(); }},
            {{"until", "last day of use"},
             [](const KeyKind& x) -> Value { return x.usable.last(); }},
            {{"new_until", "last day on which one is activated"},
             [](const KeyKind& x) -> Value { return x.new_until; }},
            {{"unused_term", "after so long without use it ends"},
             [](const KeyKind& x) -> Value {
                 return x.unused_term ? Value(x.unused_term->text()) : Value();
             }},
            {{"state", "usable, no new ones, ended or future"},
             [](const KeyKind& x) -> Value { return cell(x.state); }},
            {{"source", "where this comes from"},
             [](const KeyKind& x) -> Value { return cell(x.source); }},
        }};
}

output::View<Key> key_view() {
    return {
        .names = {"key", "keys"},
        .fields = {
            {{"id", "public id"}, [](const Key& x) -> Value { return x.id.text(); }},
            {{"person", "public id of its person"},
             [](const Key& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"}, [](const Key& x) -> Value { return cell(x.name); }},
            {{"kind", "eid, itsme, app, sms, token or password"},
             [](const Key& x) -> Value { return cell(x.kind); }},
            {{"level", "100 to 500"}, [](const Key& x) -> Value { return number(x.level); }},
            {{"assurance", "low, substantial or high"},
             [](const Key& x) -> Value { return cell(x.assurance); }},
            {{"handle", "user name, or serial number of a token"},
             [](const Key& x) -> Value { return cell(x.handle); }},
            {{"activated_at", "since when it works"},
             [](const Key& x) -> Value { return x.activated_at; }},
            {{"identified_by", "eid, operator or itself: how the person was identified"},
             [](const Key& x) -> Value { return cell(x.identified_by); }},
            {{"used_at", "when it was last used"},
             [](const Key& x) -> Value { return moment(x.used_at); }},
            {{"state", "active, closed, ended or retired"},
             [](const Key& x) -> Value { return cell(x.state); }},
            {{"last_day", "of a key that ends"},
             [](const Key& x) -> Value { return day(x.last_day); }},
            {{"days_left", "until that day"},
             [](const Key& x) -> Value { return x.days_left ? number(*x.days_left) : Value(); }},
        }};
}

output::View<Session> session_view() {
    return {
        .names = {"session", "sessions"},
        .fields = {
            {{"id", "public id"}, [](const Session& x) -> Value { return x.id.text(); }},
            {{"person", "public id of the person"},
             [](const Session& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"}, [](const Session& x) -> Value { return cell(x.name); }},
            {{"key", "with which he proved who he is"},
             [](const Session& x) -> Value { return cell(x.key); }},
            {{"level", "of that key"}, [](const Session& x) -> Value { return number(x.level); }},
            {{"org", "for which organisation; none: for himself"},
             [](const Session& x) -> Value { return x.org ? Value(*x.org) : Value(); }},
            {{"org_name", "its name"}, [](const Session& x) -> Value { return cell(x.org_name); }},
            {{"started_at", "when it began"},
             [](const Session& x) -> Value { return x.started_at; }},
            {{"proved_at", "when a key was last used"},
             [](const Session& x) -> Value { return x.proved_at; }},
            {{"open_until", "when it ends without use"},
             [](const Session& x) -> Value { return x.open_until; }},
            {{"expires_at", "when it ends in any case"},
             [](const Session& x) -> Value { return x.expires_at; }},
            {{"state", "open, expired or ended"},
             [](const Session& x) -> Value { return cell(x.state); }},
        }};
}

output::View<Account> account_view() {
    return {.names = {"account", "accounts"},
            .fields = {
                {{"name", "its name"}, [](const Account& x) -> Value { return cell(x.name); }},
                {{"operations", "what it may do"},
                 [](const Account& x) -> Value { return x.operations; }},
                {{"orgs", "for which organisations; none: all"},
                 [](const Account& x) -> Value {
                     std::vector<std::string> numbers;
                     for (const auto& org : x.orgs) numbers.push_back(org.digits());
                     return numbers;
                 }},
                {{"until", "its last day"}, [](const Account& x) -> Value { return x.until; }},
                {{"state", "active, ended or retired"},
                 [](const Account& x) -> Value { return cell(x.state); }},
                {{"added_at", "when it was added"},
                 [](const Account& x) -> Value { return x.added_at; }},
                {{"reason", "what it is for"},
                 [](const Account& x) -> Value { return cell(x.reason); }},
            }};
}

}  // namespace dcadmin::views
