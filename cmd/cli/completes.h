// SPDX-License-Identifier: Apache-2.0
// What a value is, for whoever offers some: the shell's completion, and the questions for what is
// missing on a terminal. Kinds are narrow where a command takes only some of a sort, such as the
// services that wait to be validated.
#pragma once

namespace dcadmin::cli {

enum class Complete {
    nothing,
    choice,  // of the option's own words
    file,
    folder,
    store_url,
    profile,
    setting,
    operation,  // of the privilege matrix
    date,
    month,
    // Of the store:
    person,
    colleague,       // works for the organisation that is meant
    contact_person,  // of the company that is meant
    reviewer,        // of the review that is meant
    org,
    employer,  // of the person who is meant
    own_org,   // for which who is signed in may act, or himself
    right,
    right_to_grant,  // that the person does not have there yet
    right_held,
    site,
    context,           // sites or roles, as the right has them
    context_to_grant,  // where the person does not have the right yet
    context_held,
    domain,
    domain_or_all,
    worker,
    customer,
    service,
    service_to_validate,
    service_to_update,
    service_to_cancel,
    service_to_confirm,
    service_to_dispute,
    service_to_issue,
    issuance,
    issuance_draft,
    issuance_sent,  // on paper, and not received yet
    missing_month,  // in which a period ends that has no issuance
    paper,
    paper_to_correct,
    pickup,
    pickup_series,
    task,
    grant,
    relation,
    notice,
    news,
    review,
    open_review,
    key,
    chief_request,
    application,
    account
};

/// What an id is that begins with this letter (base/ids.h).
[[nodiscard]] constexpr Complete completion_of_id(char letter) {
    switch (letter) {
        case 'p': return Complete::person;
        case 'r': return Complete::relation;
        case 'g': return Complete::grant;
        case 'n': return Complete::notice;
        case 'q': return Complete::chief_request;
        case 't': return Complete::task;
        case 'w': return Complete::news;
        case 'v': return Complete::review;
        case 'k': return Complete::key;
        case 'u': return Complete::pickup;
        case 'y': return Complete::pickup_series;
        case 'd': return Complete::service;
        case 'i': return Complete::issuance;
        case 'x': return Complete::paper;
        default: return Complete::nothing;
    }
}

}  // namespace dcadmin::cli
