-- Pickups that come back: every week or two on a weekday (1 Monday), or every month on a day of it,
-- at a site.
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

-- What became of one occurrence of a series is a pickup: asked for, or, where it was taken out before
-- that, cancelled from the beginning. series_day is the day that the series says, from which day may
-- differ; a pickup of no series has 0 and ''. postponed_to is the one that came in its place.
ALTER TABLE pickup ADD COLUMN series_id {{int}} NOT NULL DEFAULT 0;
ALTER TABLE pickup ADD COLUMN series_day TEXT NOT NULL DEFAULT '';
ALTER TABLE pickup ADD COLUMN postponed_to {{int}} NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX pickup_occurrence ON pickup (series_id, series_day) WHERE series_id <> 0;
CREATE INDEX pickup_postponed ON pickup (postponed_to) WHERE postponed_to <> 0;
