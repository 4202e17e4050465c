-- Paper vouchers (papieren dienstencheques) that a company received. What is not filled in or cannot
-- be read is '' or 0. hand_in_until is the company's last day, due_on the last day to correct it;
-- lacks names the fields that the issuer could not read, '|' between. issuance_id 0: in none.
CREATE TABLE paper_voucher (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    context_id      {{int}} NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    number          TEXT NOT NULL,
    customer        {{int}} NOT NULL,
    usable_until    TEXT NOT NULL,
    hand_in_until   TEXT NOT NULL,
    day             TEXT NOT NULL,
    worker_id       {{int}} NOT NULL,
    activity        TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN (
        'received', 'announced', 'bundled', 'sent', 'read-ok', 'to-correct', 'corrected',
        'accepted', 'refunded', 'rejected', 'lost-claimed', 'withdrawn')),
    received_on     TEXT NOT NULL,
    announced_on    TEXT NOT NULL,
    read_on         TEXT NOT NULL,
    due_on          TEXT NOT NULL,
    lacks           TEXT NOT NULL,
    cause           TEXT NOT NULL,
    issuance_id     {{int}} NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
-- A number that was withdrawn was none of theirs: whoever has that voucher may receive it.
CREATE UNIQUE INDEX paper_voucher_number ON paper_voucher (region, number)
    WHERE state <> 'withdrawn';
CREATE INDEX paper_voucher_state ON paper_voucher (organisation_id, state);
CREATE INDEX paper_voucher_due ON paper_voucher (due_on) WHERE state = 'to-correct';
CREATE INDEX paper_voucher_issuance ON paper_voucher (issuance_id) WHERE issuance_id <> 0;
