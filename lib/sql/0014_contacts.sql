-- Whom the issuer turns to in a company, for what, and since when the person agreed to that. Name,
-- e-mail and telephone are the person's own, and of his working relation there.
CREATE TABLE contact (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    person_id       {{int}} NOT NULL REFERENCES person (id),
    purpose         TEXT NOT NULL CHECK (purpose IN ('general', 'services', 'refunds', 'pickups', 'privacy')),
    consent_on      TEXT NOT NULL,
    ended_at        TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX contact_live ON contact (organisation_id, person_id, purpose) WHERE ended_at = '';
CREATE INDEX contact_person ON contact (person_id);
