-- Customers (gebruikers) of a company and the electronic vouchers that they ordered. Name and how to
-- reach them enter the log as keyed hashes under audit_key. person_id is who signs in as him; absent:
-- nobody. channel is how he answers.
CREATE TABLE customer (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    number          {{int}} NOT NULL,
    name            TEXT NOT NULL,
    folded          TEXT NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    language        TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
    channel         TEXT NOT NULL CHECK (channel IN ('online', 'other')),
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    person_id       {{int}} REFERENCES person (id),
    inactive_since  TEXT NOT NULL,
    audit_key       TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    UNIQUE (organisation_id, number)
) {{strict}};
CREATE INDEX customer_folded ON customer (organisation_id, folded);
CREATE INDEX customer_person ON customer (person_id) WHERE person_id IS NOT NULL;

-- An order is a run of vouchers with one day of issue: the numbers from first_number on. They are
-- used from the front, so `used` says which are left.
CREATE TABLE voucher_order (
    id            {{id}},
    customer_id   {{int}} NOT NULL REFERENCES customer (id),
    first_number  {{int}} NOT NULL UNIQUE,
    vouchers      {{int}} NOT NULL CHECK (vouchers > 0),
    issued_on     TEXT NOT NULL,
    usable_until  TEXT NOT NULL CHECK (usable_until >= issued_on),
    hand_in_until TEXT NOT NULL CHECK (hand_in_until >= usable_until),
    used          {{int}} NOT NULL CHECK (used BETWEEN 0 AND vouchers),
    operation_id  {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX voucher_order_customer ON voucher_order (customer_id, issued_on);
CREATE INDEX voucher_order_left ON voucher_order (customer_id, issued_on) WHERE used < vouchers;

-- What a customer is told of one operation on his services, by e-mail: its kind alone stands here, the
-- services are those that the operation changed. The columns of its sending are those of notice.
CREATE TABLE customer_notice (
    id           {{id}},
    operation_id {{int}} NOT NULL {{ref operation}},
    customer_id  {{int}} NOT NULL {{ref customer}},
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'sent', 'failed')),
    state_at     TEXT NOT NULL,
    tries        {{int}} NOT NULL DEFAULT 0,
    due_at       TEXT NOT NULL DEFAULT '',
    tried_at     TEXT NOT NULL DEFAULT '',
    answer       TEXT NOT NULL DEFAULT '',
    round        {{int}} NOT NULL DEFAULT 0,
    UNIQUE (customer_id, operation_id, kind)
) {{strict}};
CREATE INDEX customer_notice_due ON customer_notice (id) WHERE state IN ('waiting', 'claimed');
