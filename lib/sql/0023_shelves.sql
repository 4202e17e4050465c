-- Where a company's lists find its services by state: company, state and region in one number, which
-- an index compares at once. secure_zone/services/shelf.h makes the same numbers.
ALTER TABLE service ADD COLUMN shelf {{int}} GENERATED ALWAYS AS (
    organisation_id * 64
    + 4 * CASE state
        WHEN 'allocated' THEN 7
        WHEN 'issued' THEN 8
        WHEN 'refunded' THEN 9
        WHEN 'registered' THEN 0
        WHEN 'validated' THEN 1
        WHEN 'confirmed-first' THEN 2
        WHEN 'disputed' THEN 3
        WHEN 'confirmed' THEN 4
        WHEN 'waiting' THEN 5
        WHEN 'partially-allocated' THEN 6
        WHEN 'cancelled' THEN 10
        ELSE 11 END
    + CASE region WHEN 'flanders' THEN 0 WHEN 'wallonia' THEN 1 ELSE 2 END) {{computed}};
DROP INDEX service_state;
CREATE INDEX service_shelf ON service (shelf, day, id);
