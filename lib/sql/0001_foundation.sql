-- The ground: organisations, persons, working relations, rights, grants, the audit log, the outbox.
-- Dates are YYYY-MM-DD, moments YYYY-MM-DDTHH:MM:SSZ; '' is "not" where a key must compare.

CREATE TABLE store_property (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {{strict}};

-- Who did what, when: one row a transaction. Entries and records point here.
CREATE TABLE operation (
    id        {{id}},
    at        TEXT NOT NULL,
    user_name TEXT NOT NULL,
    claimed   {{int}},
    command   TEXT NOT NULL
) {{strict}};

CREATE TABLE organisation (
    id        {{id}},
    number    {{int}} NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    folded    TEXT NOT NULL,
    parent_id {{int}} REFERENCES organisation (id),
    language  TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en'))
) {{strict}};

-- Folded names stand first name first, and last name first: both are what people begin to type.
CREATE TABLE person (
    id          {{id}},
    number      {{int}} NOT NULL UNIQUE,
    first_name  TEXT NOT NULL,
    last_name   TEXT NOT NULL,
    folded      TEXT NOT NULL,
    folded_last TEXT NOT NULL DEFAULT '',
    email       TEXT NOT NULL,
    phone       TEXT NOT NULL,
    language    TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
    source      TEXT NOT NULL CHECK (source IN ('typed', 'register')),
    audit_key   TEXT NOT NULL
) {{strict}};
CREATE INDEX person_folded ON person (folded);
CREATE INDEX person_folded_last ON person (folded_last);

CREATE TABLE audience (
    code    TEXT NOT NULL PRIMARY KEY,
    name_nl TEXT NOT NULL
) {{strict}};

-- Which categories a target group knows, how long they may last, what they must carry. Dated.
CREATE TABLE category_rule (
    audience       TEXT NOT NULL REFERENCES audience (code),
    category       TEXT NOT NULL,
    max_term       TEXT NOT NULL,
    email_required {{int}} NOT NULL CHECK (email_required IN (0, 1)),
    phone_required {{int}} NOT NULL CHECK (phone_required IN (0, 1)),
    valid_from     TEXT NOT NULL,
    valid_until    TEXT NOT NULL,
    source         TEXT NOT NULL,
    PRIMARY KEY (audience, category, valid_from)
) {{strict}};

CREATE TABLE working_relation (
    id              {{id}},
    person_id       {{int}} NOT NULL REFERENCES person (id),
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    audience        TEXT NOT NULL REFERENCES audience (code),
    category        TEXT NOT NULL,
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL CHECK (valid_until >= valid_from),
    ended_at        TEXT NOT NULL,
    reason          TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    UNIQUE (person_id, organisation_id, audience, valid_from, ended_at)
) {{strict}};
CREATE INDEX working_relation_organisation ON working_relation (organisation_id);

CREATE TABLE right_definition (
    id           {{id}},
    code         TEXT NOT NULL UNIQUE,
    title_nl     TEXT NOT NULL,
    title_fr     TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    folded       TEXT NOT NULL,
    context      TEXT NOT NULL CHECK (context IN ('none', 'site', 'role')),
    max_term     TEXT NOT NULL,
    default_term TEXT NOT NULL,
    min_level    {{int}} NOT NULL CHECK (min_level BETWEEN 100 AND 500)
) {{strict}};

CREATE TABLE right_audience (
    right_id {{int}} NOT NULL REFERENCES right_definition (id),
    audience TEXT NOT NULL REFERENCES audience (code),
    PRIMARY KEY (right_id, audience)
) {{strict}};

-- What a grant can be limited to: a site of an organisation, or a role of a right. Row 0 is "nothing".
CREATE TABLE context_value (
    id              {{id}},
    kind            TEXT NOT NULL CHECK (kind IN ('none', 'site', 'role')),
    organisation_id {{int}} REFERENCES organisation (id),
    right_id        {{int}} REFERENCES right_definition (id),
    number          {{int}},
    code            TEXT NOT NULL,
    name            TEXT NOT NULL,
    folded          TEXT NOT NULL,
    CHECK ((kind = 'site') = (organisation_id IS NOT NULL AND number IS NOT NULL)),
    CHECK ((kind = 'role') = (right_id IS NOT NULL))
) {{strict}};
CREATE UNIQUE INDEX context_value_site ON context_value (number, organisation_id) WHERE kind = 'site';
CREATE INDEX context_value_organisation ON context_value (organisation_id) WHERE kind = 'site';
CREATE UNIQUE INDEX context_value_role ON context_value (right_id, code) WHERE kind = 'role';

-- first_until keeps the end that was granted once the end has been moved; so the image that the log
-- hashed for the grant can be rebuilt from this row and need not be stored twice.
CREATE TABLE right_grant (
    id           {{id}},
    relation_id  {{int}} NOT NULL {{ref working_relation}},
    right_id     {{int}} NOT NULL {{ref right_definition}},
    context_id   {{int}} NOT NULL {{ref context_value}},
    valid_from   TEXT NOT NULL,
    valid_until  TEXT NOT NULL CHECK (valid_until >= valid_from),
    first_until  TEXT,
    revoked_at   TEXT NOT NULL,
    reason       TEXT NOT NULL,
    operation_id {{int}} NOT NULL {{ref operation}}
) {{strict}};
CREATE UNIQUE INDEX right_grant_key
    ON right_grant (relation_id, right_id, context_id, valid_from, revoked_at);

-- One chain an organisation, and one for the system (organisation_id absent, id 1).
CREATE TABLE audit_chain (
    id              {{id}},
    organisation_id {{int}} UNIQUE REFERENCES organisation (id),
    length          {{int}} NOT NULL,
    head            TEXT NOT NULL
) {{strict}};

-- `after` is absent where the image is rebuilt from the subject's own row (grant.add).
CREATE TABLE audit_entry (
    id           {{id}},
    chain_id     {{int}} NOT NULL {{ref audit_chain}},
    position     {{int}} NOT NULL,
    operation_id {{int}} NOT NULL {{ref operation}},
    subject      TEXT NOT NULL,
    verb         TEXT NOT NULL,
    subject_id   {{int}} NOT NULL,
    before_image TEXT,
    after_image  TEXT,
    reason       TEXT,
    hash         TEXT NOT NULL,
    UNIQUE (chain_id, position)
) {{strict}};
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id) WHERE after_image IS NOT NULL;

-- What a person is told of one run; several parts where each row is told by itself.
CREATE TABLE notice (
    id           {{id}},
    operation_id {{int}} NOT NULL {{ref operation}},
    person_id    {{int}} NOT NULL {{ref person}},
    address      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    items        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'sent', 'failed')),
    state_at     TEXT NOT NULL,
    part         {{int}} NOT NULL,
    UNIQUE (person_id, operation_id, part)
) {{strict}};
CREATE INDEX notice_due ON notice (id) WHERE state IN ('waiting', 'claimed');

INSERT INTO context_value (id, kind, code, name, folded) VALUES (0, 'none', '', '', '');
INSERT INTO audit_chain (id, organisation_id, length, head) VALUES (1, NULL, 0, '');

INSERT INTO audience (code, name_nl) VALUES
    ('GID', 'VO-medewerkers'),
    ('EA', 'Economische Actoren'),
    ('LB', 'Lokale Besturen'),
    ('OV', 'Onderwijs en Vormingsinstellingen');

INSERT INTO category_rule
    (audience, category, max_term, email_required, phone_required, valid_from, valid_until, source) VALUES
    ('EA', 'vaste medewerker', '10y', 1, 1, '0000-01-01', '9999-12-31', 'deck 22/10/2020: 02.10.2020 - 02.10.2030'),
    ('EA', 'externe medewerker', '2y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('EA', 'occasionele medewerker', '1y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('LB', 'vaste medewerker', '10y', 1, 1, '0000-01-01', '9999-12-31', 'as for EA'),
    ('LB', 'externe medewerker', '2y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('LB', 'occasionele medewerker', '1y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('OV', 'vaste medewerker', '10y', 1, 1, '0000-01-01', '9999-12-31', 'as for EA'),
    ('OV', 'externe medewerker', '2y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('OV', 'occasionele medewerker', '1y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('GID', 'ambtenaar', '10y', 1, 1, '0000-01-01', '9999-12-31', 'as for EA'),
    ('GID', 'vaste medewerker', '10y', 1, 1, '0000-01-01', '9999-12-31', 'as for EA'),
    ('GID', 'externe medewerker', '2y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum'),
    ('GID', 'occasionele medewerker', '1y', 1, 1, '0000-01-01', '9999-12-31', 'project choice, no published maximum');
