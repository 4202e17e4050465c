-- Pickups that come back: every week or two, or every month, at a site; the days on which a series is
-- skipped.
CREATE TABLE pickup_series (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    context_id      {{int}} NOT NULL,
    region          TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    every           TEXT NOT NULL CHECK (every IN ('week', 'two-weeks', 'month')),
    on_day          {{int}} NOT NULL,
    on_holiday      TEXT NOT NULL CHECK (on_holiday IN ('skip', 'next')),
    valid_from      TEXT NOT NULL,
    valid_until     TEXT NOT NULL CHECK (valid_until >= valid_from),
    person_id       {{int}} NOT NULL REFERENCES person (id),
    phone           TEXT NOT NULL,
    bags            {{int}} NOT NULL CHECK (bags > 0),
    ended_at        TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX pickup_series_live ON pickup_series (context_id, region) WHERE ended_at = '';
CREATE INDEX pickup_series_person ON pickup_series (person_id);
