-- Companies of a group (dochterondernemingen) that no longer act in the secure zone.
CREATE TABLE deactivation (
    id              {{id}},
    organisation_id {{int}} NOT NULL UNIQUE REFERENCES organisation (id),
    deactivated_on  TEXT NOT NULL,
    forced          {{int}} NOT NULL CHECK (forced IN (0, 1)),
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
