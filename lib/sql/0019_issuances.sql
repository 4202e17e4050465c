-- Issuances (afgiften): the company hands vouchers of one region in; the schedules by which that
-- happens by itself; what is paid for them, and what keeps it from being paid.

-- on_day: 1 Monday to 7 Sunday, the day of the month, 0 where every working day is one. state and
-- state_at say which run is at work for it, and are no record.
CREATE TABLE issuance_schedule (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    every           TEXT NOT NULL CHECK (every IN ('day', 'week', 'two-weeks', 'month')),
    on_day          {{int}} NOT NULL,
    since           TEXT NOT NULL,
    ended_at        TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'claimed')),
    state_at        TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX issuance_schedule_live ON issuance_schedule (organisation_id, region)
    WHERE ended_at = '';

-- period names what an automatic one is for; it takes what was allocated until period_until. month is
-- that of the services of a paper slip. items is the digest of the allocations in it.
CREATE TABLE issuance (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    kind            TEXT NOT NULL CHECK (kind IN ('electronic', 'paper')),
    mode            TEXT NOT NULL CHECK (mode IN ('manual', 'automatic')),
    period          TEXT NOT NULL,
    period_until    TEXT NOT NULL,
    month           TEXT NOT NULL,
    made_on         TEXT NOT NULL,
    received_on     TEXT NOT NULL,
    state           TEXT NOT NULL,
    services        {{int}} NOT NULL CHECK (services >= 0),
    vouchers        {{int}} NOT NULL CHECK (vouchers >= 0),
    items           TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX issuance_period ON issuance (organisation_id, region, kind, period)
    WHERE mode = 'automatic';
CREATE INDEX issuance_organisation ON issuance (organisation_id, made_on);

-- Why a region does not pay a company. issuance_id 0: all of that region; else that one alone.
CREATE TABLE block (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    issuance_id     {{int}} NOT NULL,
    cause           TEXT NOT NULL,
    since           TEXT NOT NULL,
    released_at     TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX block_organisation ON block (organisation_id, region) WHERE released_at = '';

-- What is paid for an issuance: cents, for so many vouchers; unpriced are those for which no sourced
-- tariff holds.
CREATE TABLE refund (
    id           {{id}},
    issuance_id  {{int}} NOT NULL UNIQUE REFERENCES issuance (id),
    cents        {{int}} NOT NULL CHECK (cents >= 0),
    vouchers     {{int}} NOT NULL CHECK (vouchers >= 0),
    unpriced     {{int}} NOT NULL CHECK (unpriced BETWEEN 0 AND vouchers),
    expected_on  TEXT NOT NULL,
    paid_on      TEXT NOT NULL,
    reference    TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
-- By tariff: vouchers at that amount; 0 where it was priced anew and none are left.
CREATE TABLE refund_line (
    refund_id {{int}} NOT NULL REFERENCES refund (id),
    tariff_id {{int}} NOT NULL REFERENCES tariff (id),
    vouchers  {{int}} NOT NULL CHECK (vouchers >= 0),
    PRIMARY KEY (refund_id, tariff_id)
) {{strict}};
