-- What regions say of companies: one accreditation per company and region (since 01/01/2016).
CREATE TABLE accreditation (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    number          TEXT NOT NULL UNIQUE,
    activities      TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL CHECK (valid_until >= valid_from),
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    UNIQUE (organisation_id, region)
) {{strict}};
