-- Applications: whether an assertion for one holds the person's national number.

ALTER TABLE application ADD COLUMN national_number {{int}} NOT NULL DEFAULT 0;
