-- Who represents which enterprise, as the register of enterprises says it (functiehouders). It comes
-- from outside: an import is one entry of the log, and the rows stay out of replay.

CREATE TABLE register_function (
    enterprise  {{int}} NOT NULL,
    person      {{int}} NOT NULL,
    function    TEXT NOT NULL,
    represents  {{int}} NOT NULL CHECK (represents IN (0, 1)),
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
    PRIMARY KEY (enterprise, person, function, valid_from)
) {{strict}};
CREATE INDEX register_function_person ON register_function (person);
