-- Sign-in: digital keys, sessions, service accounts and applications.

-- With what the acting person proved who he is, at which level, and for which organisation he acts.
-- An operation of somebody who did not sign in has key_used ''.
ALTER TABLE operation ADD COLUMN key_used TEXT NOT NULL DEFAULT '';
ALTER TABLE operation ADD COLUMN key_level {{int}} NOT NULL DEFAULT 0;
ALTER TABLE operation ADD COLUMN organisation_id {{int}};
ALTER TABLE operation ADD COLUMN session_id {{int}};
ALTER TABLE operation ADD COLUMN account_id {{int}};

-- Kinds of digital keys. Dated: from when until when such a key may be used, until when a new one
-- may be activated, and after how long without use it ends ('' never).
CREATE TABLE key_kind (
    code        TEXT NOT NULL,
    name_nl     TEXT NOT NULL,
    level       {{int}} NOT NULL CHECK (level BETWEEN 100 AND 500),
    assurance   TEXT NOT NULL CHECK (assurance IN ('low', 'substantial', 'high')),
    activation  TEXT NOT NULL CHECK (activation IN ('none', 'identity', 'import')),
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
    new_until   TEXT NOT NULL,
    unused_term TEXT NOT NULL,
    source      TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
) {{strict}};

-- One key of one person. `handle` is what names the person at sign-in: a user name, the telephone
-- number that codes go to, issuer and subject of an OpenID provider, a token's serial number; ''
-- where the key itself tells. `secret` is a hash or sealed, never readable. `counter` is the last
-- accepted step of a one-time code. Both these, and used_at, are state and no record.
CREATE TABLE credential (
    id           {{id}},
    person_id    {{int}} NOT NULL REFERENCES person (id),
    kind         TEXT NOT NULL,
    handle       TEXT NOT NULL,
    secret       TEXT NOT NULL,
    counter      {{int}} NOT NULL,
    activated_at TEXT NOT NULL,
    identified_by TEXT NOT NULL,
    used_at      TEXT NOT NULL,
    retired_at   TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX credential_handle ON credential (kind, handle)
    WHERE retired_at = '' AND handle <> '';
CREATE INDEX credential_person ON credential (person_id);

-- Guesses at a key: misses since the last success, when it is open again, and misses of that day.
CREATE TABLE credential_guess (
    credential_id {{int}} NOT NULL PRIMARY KEY REFERENCES credential (id),
    misses        {{int}} NOT NULL,
    open_at       TEXT NOT NULL,
    day           TEXT NOT NULL,
    day_misses    {{int}} NOT NULL
) {{strict}};

-- Codes that work once: sent to a telephone, or printed on a federal token (position 1..24).
CREATE TABLE one_time_code (
    id            {{id}},
    credential_id {{int}} NOT NULL REFERENCES credential (id),
    position      {{int}} NOT NULL,
    hash          TEXT NOT NULL,
    expires_at    TEXT NOT NULL,
    used_at       TEXT NOT NULL
) {{strict}};
CREATE INDEX one_time_code_credential ON one_time_code (credential_id);

-- A person at work for one organisation, or for himself (organisation_id absent).
CREATE TABLE session (
    id              {{id}},
    token_hash      TEXT NOT NULL UNIQUE,
    person_id       {{int}} NOT NULL REFERENCES person (id),
    credential_id   {{int}} NOT NULL REFERENCES credential (id),
    key_used        TEXT NOT NULL,
    level           {{int}} NOT NULL,
    organisation_id {{int}} REFERENCES organisation (id),
    started_at      TEXT NOT NULL,
    proved_at       TEXT NOT NULL,
    open_until      TEXT NOT NULL,
    expires_at      TEXT NOT NULL,
    ended_at        TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_credential ON session (credential_id);

-- A program that acts by itself: what it may do ('|' between; '*' all), for which organisations
-- (none named: for all), until which day.
CREATE TABLE account (
    id           {{id}},
    name         TEXT NOT NULL UNIQUE,
    secret_hash  TEXT NOT NULL UNIQUE,
    operations   TEXT NOT NULL,
    valid_until  TEXT NOT NULL,
    retired_at   TEXT NOT NULL,
    reason       TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};

CREATE TABLE account_organisation (
    account_id      {{int}} NOT NULL REFERENCES account (id),
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (account_id, organisation_id)
) {{strict}};

-- Applications (toepassingen): the right that opens them, the key level they ask for (0: the
-- right's), and the name of the claim that carries the rights.
CREATE TABLE application (
    id           {{id}},
    code         TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    right_id     {{int}} NOT NULL REFERENCES right_definition (id),
    min_level    {{int}} NOT NULL,
    claim        TEXT NOT NULL,
    client_id    TEXT NOT NULL UNIQUE,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};

-- Public halves of the keys that sign assertions; the private ones are files elsewhere.
CREATE TABLE signing_key (
    id           {{id}},
    kid          TEXT NOT NULL UNIQUE,
    algorithm    TEXT NOT NULL CHECK (algorithm IN ('ES256', 'RS256')),
    jwk          TEXT NOT NULL,
    retired_at   TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX signing_key_active ON signing_key (algorithm) WHERE retired_at = '';

INSERT INTO key_kind
    (code, name_nl, level, assurance, activation, valid_from, valid_until, new_until, unused_term, source) VALUES
    ('eid', 'eID en kaartlezer', 500, 'high', 'none', '1800-01-01', '9999-12-31', '9999-12-31', '', 'deck 22/10/2020; level: public clients of the federal authentication service'),
    ('itsme', 'itsme', 450, 'high', 'identity', '1800-01-01', '9999-12-31', '9999-12-31', '', 'deck 22/10/2020; eIDAS notification of 18/12/2019'),
    ('app', 'beveiligingscode via mobiele app', 400, 'substantial', 'identity', '1800-01-01', '9999-12-31', '9999-12-31', '', 'deck 22/10/2020; level: public clients of the federal authentication service'),
    ('sms', 'beveiligingscode via SMS', 300, 'substantial', 'identity', '1800-01-01', '9999-12-31', '9999-12-31', '', 'deck 22/10/2020; level: project choice'),
    ('token', 'federaal token', 300, 'substantial', 'import', '1800-01-01', '2024-01-31', '2020-09-24', '12m', 'deck 22/10/2020: no new one since 25/09/2020; end of federal sign-in 31/01/2024'),
    ('password', 'gebruikersnaam en wachtwoord', 200, 'low', 'identity', '1800-01-01', '9999-12-31', '9999-12-31', '', 'level: public clients of the federal authentication service');
