// SPDX-License-Identifier: Apache-2.0
#include "bulk/run.h"
#include "secure_zone/workers/find.h"
#include "sign_in/secrets.h"
#include "sign_in/sms_gateway.h"

#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

namespace dcadmin {

namespace secure_zone {

namespace {

constexpr std::size_t password_length = 8;

std::string message(Language language, const std::string& login, const std::string& password) {
    switch (language) {
        case Language::fr:
            return fmt::format("Titres-services: votre nouveau mot de passe est {} (login {}).",
                               password, login);
        case Language::de:
            return fmt::format("Dienstleistungsschecks: Ihr neues Passwort ist {} (Login {}).",
                               password, login);
        case Language::en:
            return fmt::format("Service vouchers: your new password is {} (login {}).", password,
                               login);
        case Language::nl: break;
    }
    return fmt::format("Dienstencheques: uw nieuwe wachtwoord is {} (login {}).", password, login);
}

IssuedPassword apply_reset(store::Tx& tx, const PasswordReset& request) {
    WorkerRow row = require_worker(tx, request.login, access::Operation::worker_password);
    const std::string login = row.login.digits();
    if (!row.inactive_since.empty()) {
        throw Error(Kind::rule, fmt::format("{} is not active", login),
                    fmt::format("dcadmin worker activate {}", login), "login");
    }
    if (request.to_phone && row.phone.empty()) {
        throw Error(Kind::rule, fmt::format("there is no telephone of {} to send it to", login),
                    fmt::format("dcadmin worker update {} --phone NUMBER", login), "login");
    }
    IssuedPassword issued{.worker = shown_worker(tx.db(), row.id, tx.today()),
                          .language = language_of_person(tx.db(), row.person_id),
                          .password = sign_in::random_digits(password_length)};
    const std::string before = image_of(row);
    row.password_hash = sign_in::password_hash(issued.password);
    change_worker(tx.db(), row);
    record_worker(tx, "reset-password", row, before, request.reason);
    return issued;
}

}  // namespace

}  // namespace secure_zone

IssuedPassword Workers::reset_password(const PasswordReset& request) {
    return store::write_result(
        env_, [&](store::Tx& tx) { return secure_zone::apply_reset(tx, request); });
}

void Workers::send_password(const SmsGateway& gateway, const IssuedPassword& issued) {
    sign_in::require_gateway(gateway);
    const auto& worker = issued.worker;
    if (!worker.phone) throw Error(Kind::rule, "there is no telephone to send it to");
    sign_in::send_message(
        gateway, worker.phone->text(),
        secure_zone::message(issued.language, worker.login.digits(), issued.password));
}

}  // namespace dcadmin
