-- Which domain a right belongs to: who administers that domain grants it. Flemish services are
-- administered in Gebruikersbeheer Vlaamse overheid (deck of 22/10/2020).
ALTER TABLE right_definition ADD COLUMN domain TEXT NOT NULL DEFAULT 'vlaamse-overheid';
