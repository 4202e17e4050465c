-- Recertification: who must say, until when, which grants of an organisation stay.

-- right_id absent means all rights; sites are numbers joined by '|', '' means all. What is done with
-- grants that nobody answered for (`unanswered`) is decided when the review is closed.
CREATE TABLE review (
    id              {{id}},
    organisation_id {{int}} NOT NULL REFERENCES organisation (id),
    state           TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    due             TEXT NOT NULL,
    right_id        {{int}} REFERENCES right_definition (id),
    sites           TEXT NOT NULL,
    reason          TEXT NOT NULL,
    closed_at       TEXT NOT NULL,
    answer          TEXT NOT NULL,
    unanswered      TEXT NOT NULL CHECK (unanswered IN ('', 'keep', 'revoke')),
    operation_id    {{int}} NOT NULL REFERENCES operation (id),
    CHECK ((state = 'closed') = (closed_at <> '')),
    CHECK ((state = 'closed') = (unanswered <> ''))
) {{strict}};
CREATE UNIQUE INDEX review_open ON review (organisation_id) WHERE state = 'open';

-- One grant that one person must answer for.
CREATE TABLE review_item (
    id          {{id}},
    review_id   {{int}} NOT NULL {{ref review}},
    grant_id    {{int}} NOT NULL {{ref right_grant}},
    reviewer_id {{int}} NOT NULL {{ref person}},
    decision    TEXT NOT NULL CHECK (decision IN ('', 'keep', 'revoke', 'shorten')),
    until       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    UNIQUE (review_id, grant_id),
    CHECK ((decision = 'shorten') = (until <> ''))
) {{strict}};
CREATE INDEX review_item_reviewer ON review_item (review_id, reviewer_id);
