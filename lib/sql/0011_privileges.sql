-- Who may do what: the domain of each right, and who works for the issuer.

-- Which domain a right belongs to: who administers that domain grants it. Flemish services are
-- administered in Gebruikersbeheer Vlaamse overheid (deck of 22/10/2020).
ALTER TABLE right_definition ADD COLUMN domain TEXT NOT NULL DEFAULT 'vlaamse-overheid';

-- Who works for the issuing company (operator) or reads all logs (auditor).
CREATE TABLE staff (
    id           {{id}},
    person_id    {{int}} NOT NULL REFERENCES person (id),
    role         TEXT NOT NULL CHECK (role IN ('operator', 'auditor')),
    valid_from   TEXT NOT NULL,
    valid_until  TEXT NOT NULL CHECK (valid_until >= valid_from),
    ended_at     TEXT NOT NULL,
    reason       TEXT NOT NULL,
    operation_id {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE INDEX staff_person ON staff (person_id);
