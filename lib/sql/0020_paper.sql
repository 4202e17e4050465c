-- Paper vouchers (papieren dienstencheques) that a company received. What is not filled in or cannot
-- be read is '' or 0. due_on is the last day to correct it.
CREATE TABLE paper_voucher (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    context_id      {{int}} NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    number          TEXT NOT NULL,
    customer        {{int}} NOT NULL,
    usable_until    TEXT NOT NULL,
    day             TEXT NOT NULL,
    worker_id       {{int}} NOT NULL,
    activity        TEXT NOT NULL,
    state           TEXT NOT NULL,
    received_on     TEXT NOT NULL,
    read_on         TEXT NOT NULL,
    due_on          TEXT NOT NULL,
    cause           TEXT NOT NULL,
    issuance_id     {{int}} NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    UNIQUE (region, number)
) {{strict}};
CREATE INDEX paper_voucher_state ON paper_voucher (organisation_id, state);
CREATE INDEX paper_voucher_issuance ON paper_voucher (issuance_id) WHERE issuance_id <> 0;
