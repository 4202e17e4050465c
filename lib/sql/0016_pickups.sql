-- Pickups (ophalingen) of paper vouchers at a site: one per site, region and day. Whom the driver
-- calls is always said. The telephone is his, so it goes with him when he is erased.
CREATE TABLE pickup (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    context_id      {{int}} NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    day             TEXT NOT NULL,
    person_id       {{int}} NOT NULL REFERENCES person (id),
    phone           TEXT NOT NULL,
    bags            {{int}} NOT NULL CHECK (bags > 0),
    cancelled_at    TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX pickup_live ON pickup (context_id, region, day) WHERE cancelled_at = '';
CREATE INDEX pickup_organisation ON pickup (organisation_id, day);
CREATE INDEX pickup_person ON pickup (person_id);
