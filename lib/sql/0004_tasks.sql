-- What waits for an administrator of an organisation (Mijn taken), and the news of the home page.

-- Kinds that the dates of records decide (expiring, without administrator) have a row only once
-- somebody said that they are done; `due` tells for which end that was.
CREATE TABLE task (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    kind            TEXT NOT NULL CHECK (kind IN
        ('requested-right', 'requested-relation', 'expiring-right', 'expiring-relation',
         'attestation', 'orphan-organisation', 'chief-changed')),
    state           TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused', 'done')),
    person_id       {{int}} REFERENCES person (id),
    subject         TEXT NOT NULL,
    due             TEXT NOT NULL,
    right_id        {{int}} REFERENCES right_definition (id),
    contexts        TEXT NOT NULL,
    audience        TEXT NOT NULL,
    category        TEXT NOT NULL,
    email           TEXT NOT NULL,
    phone           TEXT NOT NULL,
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL,
    reason          TEXT NOT NULL,
    answer          TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX task_organisation ON task (organisation_id);
CREATE INDEX task_subject ON task (subject);

CREATE TABLE news (
    id           {{id}},
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    audience     TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT NOT NULL CHECK (valid_until >= valid_from),
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
