-- What binds everyone on this store. A policy without a row has its usual value.

CREATE TABLE policy (
    id    {{id}},
    name  TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) {{strict}};
