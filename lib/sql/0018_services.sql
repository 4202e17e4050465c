-- Electronic services (elektronische prestaties), what was changed of them, and the vouchers that
-- pay them. A change stands in service_change; all changes that one operation makes to services of
-- one company are a change_set, which has one entry in the log: with how many they are, and their
-- digest.

CREATE TABLE change_set (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    verb            TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};

-- due_on is the last day of the term that runs out by itself; '' none does. hand_in_until is the
-- first last day of its vouchers that are allocated and not issued; '' there are none.
CREATE TABLE service (
    id              {{id}},
    organisation_id {{int}} NOT NULL {{ref organisation}},
    work_id         TEXT NOT NULL,
    worker_id       {{int}} NOT NULL {{ref worker}},
    context_id      {{int}} NOT NULL,
    customer_id     {{int}} NOT NULL {{ref customer}},
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    day             TEXT NOT NULL,
    hours           {{int}} NOT NULL CHECK (hours BETWEEN 1 AND 9),
    activity        TEXT NOT NULL,
    entered_by      TEXT NOT NULL CHECK (entered_by IN ('worker', 'company')),
    channel         TEXT NOT NULL CHECK (channel IN ('online', 'other')),
    state           TEXT NOT NULL,
    registered_on   TEXT NOT NULL,
    validated_on    TEXT NOT NULL,
    confirmed_on    TEXT NOT NULL,
    due_on          TEXT NOT NULL,
    allocated       {{int}} NOT NULL CHECK (allocated BETWEEN 0 AND hours),
    issued          {{int}} NOT NULL CHECK (issued BETWEEN 0 AND allocated),
    paid            {{int}} NOT NULL CHECK (paid BETWEEN 0 AND issued),
    hand_in_until   TEXT NOT NULL,
    operation_id    {{int}} NOT NULL {{ref operation}}
) {{strict}};
-- Each list of services is a stretch of one of these, in its order: page_sql.cpp.
CREATE UNIQUE INDEX service_work ON service (organisation_id, work_id);
CREATE INDEX service_day ON service (organisation_id, region, day, id);
CREATE INDEX service_site ON service (organisation_id, context_id, day, id);
CREATE INDEX service_state ON service (organisation_id, state, region, day, id);
CREATE INDEX service_worker ON service (worker_id, day, id);
CREATE INDEX service_customer ON service (customer_id, day, id);
CREATE INDEX service_hand_in ON service (organisation_id, region, hand_in_until, id)
    WHERE hand_in_until <> '';

-- day: from when on it is so, which for a term that ran out is the day after its last; due_on: of the
-- term that runs from then on. The fields are texts as the log has images; '' where they did not
-- change.
CREATE TABLE service_change (
    id            {{id}},
    change_set_id {{int}} NOT NULL {{ref change_set}},
    service_id    {{int}} NOT NULL {{ref service}},
    event         TEXT NOT NULL,
    state_before  TEXT NOT NULL,
    state_after   TEXT NOT NULL,
    day           TEXT NOT NULL,
    due_on        TEXT NOT NULL,
    fields_before TEXT NOT NULL,
    fields_after  TEXT NOT NULL
) {{strict}};
CREATE INDEX service_change_service ON service_change (service_id);
CREATE INDEX service_change_set ON service_change (change_set_id);
CREATE INDEX service_change_modify ON service_change (service_id) WHERE event = 'modify';

-- What company and user write to each other about a service. Never changed.
CREATE TABLE service_comment (
    id           {{id}},
    service_id   {{int}} NOT NULL REFERENCES service (id),
    party        TEXT NOT NULL CHECK (party IN ('company', 'user')),
    body         TEXT NOT NULL,
    written_at   TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX service_comment_service ON service_comment (service_id);

-- Vouchers of an order that pay a service: so many from first_number on. issuance_id is 0 until they
-- are handed in, and is no part of the digest of its change set.
CREATE TABLE allocation (
    id               {{id}},
    change_set_id    {{int}} NOT NULL {{ref change_set}},
    service_id       {{int}} NOT NULL {{ref service}},
    voucher_order_id {{int}} NOT NULL {{ref voucher_order}},
    first_number     {{int}} NOT NULL,
    vouchers         {{int}} NOT NULL CHECK (vouchers > 0),
    allocated_on     TEXT NOT NULL,
    hand_in_until    TEXT NOT NULL,
    issuance_id      {{int}} NOT NULL
) {{strict}};
CREATE INDEX allocation_service ON allocation (service_id);
CREATE INDEX allocation_order ON allocation (voucher_order_id);
CREATE INDEX allocation_set ON allocation (change_set_id);
CREATE INDEX allocation_issuance ON allocation (issuance_id) WHERE issuance_id <> 0;

-- What held in a region and when, other than lengths and amounts. user-first: the customer may confirm
-- before the company validates, and both terms run from the registration.
CREATE TABLE zone_rule (
    code        TEXT NOT NULL,
    region      TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
    source      TEXT NOT NULL,
    PRIMARY KEY (code, region, valid_from)
) {{strict}};
INSERT INTO zone_rule (code, region, valid_from, valid_until, source) VALUES
    ('user-first', 'flanders', '2025-06-01', '9999-12-31', 'titres-services.flandre.be, délais de validation');
