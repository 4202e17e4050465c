-- Sending notices by mail: how often it was tried and since when in vain, when it is tried again,
-- what the relay said last, and how often somebody asked to send it anew (each with a Message-ID of
-- its own).
ALTER TABLE notice ADD COLUMN tries {{int}} NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN due_at TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN tried_at TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN round {{int}} NOT NULL DEFAULT 0;
