-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates that are being shaped, one JSON text each: nothing of them scores until they are published.
CREATE TABLE draft (
    template_key TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
