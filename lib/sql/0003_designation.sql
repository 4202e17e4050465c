-- Who administers access for an organisation: its chief, co-chiefs, and managers of a domain.

-- Groups of applications (domeinen). Dated: what is offered changes, what was granted stays. Those
-- that come with the program have no operation and are not in the log.
CREATE TABLE domain (
    id          {{id}},
    code        TEXT NOT NULL UNIQUE,
    name_nl     TEXT NOT NULL,
    name_fr     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
    source      TEXT NOT NULL,
    operation_id {{int}} REFERENCES operation (id)
) {{strict}};

-- Since when an enterprise is activated: its first chief was designated.
CREATE TABLE activation (
    organisation_id {{int}} NOT NULL PRIMARY KEY REFERENCES organisation (id),
    at              TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};

-- The exception procedure: a designation that waits until an operator has decided.
CREATE TABLE chief_request (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    person_id       {{int}} NOT NULL REFERENCES person (id),
    requester_id    {{int}} REFERENCES person (id),
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    reason          TEXT NOT NULL,
    documents       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
    answer          TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX chief_request_waiting ON chief_request (organisation_id, person_id)
    WHERE state = 'waiting';

-- One row is one office of one person: domain_id absent means all domains, context_id 0 all sites.
-- ended_at is '' until the office was ended before its last day. A chief's office has no last day
-- until somebody sets one; two that have none cannot stand beside each other.
CREATE TABLE administrator (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    person_id       {{int}} NOT NULL REFERENCES person (id),
    role            TEXT NOT NULL CHECK (role IN ('chief', 'cochief', 'manager')),
    domain_id       {{int}} REFERENCES domain (id),
    context_id      {{int}} NOT NULL REFERENCES context_value (id),
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL CHECK (valid_until >= valid_from),
    ended_at        TEXT NOT NULL,
    appointer_id    {{int}} REFERENCES person (id),
    request_id      {{int}} REFERENCES chief_request (id),
    reason          TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX administrator_chief ON administrator (organisation_id)
    WHERE role = 'chief' AND ended_at = '' AND valid_until = '9999-12-31';
CREATE INDEX administrator_organisation ON administrator (organisation_id);
CREATE INDEX administrator_person ON administrator (person_id);

INSERT INTO domain (code, name_nl, name_fr, name_en, valid_from, valid_until, source) VALUES
    ('sociale-zekerheid', 'Sociale zekerheid', 'Sécurité sociale', 'Social security', '0000-01-01', '9999-12-31', 'socialsecurity.be, access administrators'),
    ('financien', 'Financiën', 'Finances', 'Finance', '0000-01-01', '9999-12-31', 'csam.be, deck 22/10/2020'),
    ('mobiliteit', 'Mobiliteit', 'Mobilité', 'Mobility', '0000-01-01', '9999-12-31', 'csam.be, deck 22/10/2020'),
    ('werkgelegenheid', 'Werkgelegenheid', 'Emploi', 'Employment', '0000-01-01', '9999-12-31', 'socialeeconomie.be, PlatOS'),
    ('vlaamse-overheid', 'Vlaamse overheid', 'Autorité flamande', 'Flemish government', '0000-01-01', '9999-12-31', 'deck 22/10/2020');
