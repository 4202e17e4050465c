-- Workers (dienstenchequewerknemers): persons who perform services for a company, the login by which
-- they enter them, and the contracts of each. A password stands there as Argon2id alone.
CREATE TABLE worker (
    id              {{id}},
    login           {{int}} NOT NULL UNIQUE,
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    person_id       {{int}} NOT NULL REFERENCES person (id),
    context_id      {{int}} NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    inactive_since  TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    UNIQUE (organisation_id, person_id)
) {{strict}};
CREATE INDEX worker_person ON worker (person_id);

-- Hours are hundredths of an hour per week.
CREATE TABLE contract (
    id           {{id}},
    worker_id    {{int}} NOT NULL REFERENCES worker (id),
    context_id   {{int}} NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT NOT NULL CHECK (valid_until >= valid_from),
    hours        {{int}} NOT NULL CHECK (hours > 0),
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX contract_worker ON contract (worker_id, valid_from);
