-- What registers outside say: enterprises and establishments in the layout of the KBO/BCE open data,
-- and persons. An import is one entry of the log with the hashes of its files; the rows stay out of
-- replay. What several rows of one entity hold is keyed by entity_row, the entity's number times 4096
-- plus the place of the row: in order of the files, found as a range, without a second index.

CREATE TABLE register_import (
    id             {{id}},
    kind           TEXT NOT NULL CHECK (kind IN ('kbo', 'persons', 'functions')),
    imported_at    TEXT NOT NULL,
    extract_type   TEXT NOT NULL CHECK (extract_type IN ('full', 'update')),
    extract_number {{int}} NOT NULL,
    snapshot_date  TEXT NOT NULL,
    digest         TEXT NOT NULL
) {{strict}};

-- How many rows each table below holds, so that nobody has to count millions.
CREATE TABLE register_count (
    name    TEXT NOT NULL PRIMARY KEY,
    entries {{int}} NOT NULL
) {{strict}};

CREATE TABLE register_enterprise (
    number     {{int}} PRIMARY KEY,
    status     TEXT NOT NULL,
    situation  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    form       TEXT NOT NULL,
    form_cac   TEXT NOT NULL,
    start_date TEXT NOT NULL
) {{strict}};

CREATE TABLE register_establishment (
    number     {{int}} PRIMARY KEY,
    enterprise {{int}} NOT NULL,
    start_date TEXT NOT NULL
) {{strict}};
CREATE INDEX register_establishment_enterprise ON register_establishment (enterprise);

CREATE TABLE register_branch (
    number     {{int}} PRIMARY KEY,
    enterprise {{int}} NOT NULL,
    start_date TEXT NOT NULL
) {{strict}};
CREATE INDEX register_branch_enterprise ON register_branch (enterprise);

CREATE TABLE register_name (
    entity_row {{int}} PRIMARY KEY,
    language   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL
) {{strict}};

-- The names of enterprises, folded, in the order of the alphabet.
CREATE TABLE register_folded_name (
    folded     TEXT NOT NULL,
    entity_row {{int}} NOT NULL,
    PRIMARY KEY (folded, entity_row)
) {{strict}};

-- What is the same in both languages stands in the Dutch column alone.
CREATE TABLE register_address (
    entity_row      {{int}} PRIMARY KEY,
    kind            TEXT NOT NULL,
    country_nl      TEXT NOT NULL,
    country_fr      TEXT NOT NULL,
    zipcode         TEXT NOT NULL,
    municipality_nl TEXT NOT NULL,
    municipality_fr TEXT NOT NULL,
    street_nl       TEXT NOT NULL,
    street_fr       TEXT NOT NULL,
    house_number    TEXT NOT NULL,
    box             TEXT NOT NULL,
    extra           TEXT NOT NULL,
    struck_off_on   TEXT NOT NULL
) {{strict}};

CREATE TABLE register_activity (
    entity_row     {{int}} PRIMARY KEY,
    activity_group TEXT NOT NULL,
    nace_version   TEXT NOT NULL,
    nace_code      TEXT NOT NULL,
    classification TEXT NOT NULL
) {{strict}};

CREATE TABLE register_contact (
    entity_row {{int}} PRIMARY KEY,
    holder     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    value      TEXT NOT NULL
) {{strict}};

CREATE TABLE register_code (
    category    TEXT NOT NULL,
    code        TEXT NOT NULL,
    language    TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (category, code, language)
) {{strict}};

-- Of an imported file, or answers of a register that was asked, which are kept until expires_at.
CREATE TABLE register_person (
    number      {{int}} PRIMARY KEY,
    first_name  TEXT NOT NULL,
    last_name   TEXT NOT NULL,
    birth_date  TEXT NOT NULL,
    sex         TEXT NOT NULL CHECK (sex IN ('', 'M', 'F')),
    language    TEXT NOT NULL CHECK (language IN ('', 'nl', 'fr', 'de', 'en')),
    deceased_on TEXT NOT NULL,
    expires_at  TEXT NOT NULL
) {{strict}};
CREATE INDEX register_person_expires ON register_person (expires_at) WHERE expires_at <> '';

-- Who looked at whom, when and why, whatever became of it: kept apart from the log of changes. The
-- person is named by a hash of the number under the store's own key.
CREATE TABLE register_consultation (
    id        {{id}},
    at        TEXT NOT NULL,
    user_name TEXT NOT NULL,
    claimed   {{int}},
    subject   TEXT NOT NULL,
    purpose   TEXT NOT NULL,
    source    TEXT NOT NULL CHECK (source IN ('file', 'cache', 'https')),
    answer    TEXT NOT NULL CHECK (answer IN ('found', 'unknown', 'failed'))
) {{strict}};
CREATE INDEX register_consultation_subject ON register_consultation (subject);

-- The key of those hashes, made on first use.
CREATE TABLE register_key (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {{strict}};
