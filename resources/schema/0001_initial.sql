-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days are integers, counted from 1970-01-01. Timestamps are UTC, ISO 8601. Money is text as it was given, with at most two
-- decimals. Statements are separated by marker lines.
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    login TEXT NOT NULL,
    UNIQUE (login, name)
) STRICT;
-- next
-- One row an import (kinds accounts, measurements, outcomes), and one a statement that a person makes about an attribute
-- (kind hand): the id orders all that was ever stated.
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('accounts', 'measurements', 'outcomes', 'hand')),
    source TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '',
    effective_day INTEGER,
    read INTEGER NOT NULL DEFAULT 0,
    inserted INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    kept_by_hand INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    undone_at TEXT,
    undone_by INTEGER REFERENCES person (id)
) STRICT;
-- next
CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    uuid TEXT NOT NULL,
    created_run INTEGER REFERENCES run (id)
) STRICT;
-- next
CREATE TABLE attribute_key (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
) STRICT;
-- next
-- What is in force: the replay of an account's statements, written only where it differs from what holds.
CREATE TABLE attribute (
    account_id INTEGER NOT NULL REFERENCES account (id),
    key_id INTEGER NOT NULL REFERENCES attribute_key (id),
    from_day INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account_id, key_id, from_day)
) STRICT, WITHOUT ROWID;
-- next
-- What was stated, each content once: a JSON object of key id and value. Repeated exports name the same payload again.
-- It is found by a hash, so that the text is not stored a second time in an index.
CREATE TABLE payload (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
-- next
CREATE INDEX payload_hash ON payload (hash);
-- next
CREATE TABLE statement (
    account_id INTEGER NOT NULL REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES run (id),
    ordinal INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    payload_id INTEGER NOT NULL REFERENCES payload (id),
    PRIMARY KEY (account_id, run_id, ordinal)
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE goal (
    key TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE metric (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    created_run INTEGER REFERENCES run (id),
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    better TEXT NOT NULL CHECK (better IN ('higher', 'lower')),
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    owner_team TEXT NOT NULL,
    action TEXT NOT NULL,
    goal TEXT NOT NULL,
    actionable INTEGER NOT NULL CHECK (actionable IN (0, 1)),
    help TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('number', 'level')),
    series TEXT NOT NULL,
    aggregation TEXT NOT NULL,
    window_days INTEGER NOT NULL,
    valid_days INTEGER NOT NULL,
    empty_is_zero INTEGER NOT NULL CHECK (empty_is_zero IN (0, 1))
) STRICT;
-- next
CREATE TABLE metric_level (
    metric_id INTEGER NOT NULL REFERENCES metric (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    help TEXT NOT NULL,
    PRIMARY KEY (metric_id, position)
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    retired_on INTEGER,
    purpose TEXT NOT NULL,
    owner TEXT NOT NULL,
    review_months INTEGER NOT NULL,
    readiness TEXT NOT NULL,
    effort TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
-- next
-- All of a template that scores, frozen when it was published: written once, always read whole, so one JSON text.
CREATE TABLE template_version (
    template_id INTEGER NOT NULL REFERENCES template (id),
    number INTEGER NOT NULL,
    effective_from INTEGER NOT NULL,
    reason TEXT NOT NULL,
    published_at TEXT NOT NULL,
    published_by INTEGER REFERENCES person (id),
    content TEXT NOT NULL,
    PRIMARY KEY (template_id, number)
) STRICT;
-- next
-- At most 64 measurements of one metric of one account (format series/1). An ordinary rowid table: without rowid, rows above
-- 1 kB spill to overflow pages and cost four times the space.
CREATE TABLE series_chunk (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    metric_id INTEGER NOT NULL REFERENCES metric (id),
    first_day INTEGER NOT NULL,
    points BLOB NOT NULL,
    UNIQUE (account_id, metric_id, first_day)
) STRICT;
-- next
-- What stood in a series before a run wrote into it; only ever appended to, in the order of runs.
CREATE TABLE series_journal (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run (id),
    account_id INTEGER NOT NULL,
    metric_id INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
-- next
-- Values set by a person. They stand over imported ones, which stay underneath in series_chunk: both existing with different
-- values is a conflict to look at.
CREATE TABLE hand_value (
    account_id INTEGER NOT NULL REFERENCES account (id),
    metric_id INTEGER NOT NULL REFERENCES metric (id),
    day INTEGER NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    PRIMARY KEY (account_id, metric_id, day)
) STRICT, WITHOUT ROWID;
-- next
-- One row a run that states a note (the empty text clears it); the highest run is in force.
CREATE TABLE measurement_note (
    account_id INTEGER NOT NULL REFERENCES account (id),
    metric_id INTEGER NOT NULL REFERENCES metric (id),
    day INTEGER NOT NULL,
    run_id INTEGER NOT NULL REFERENCES run (id),
    note TEXT NOT NULL,
    PRIMARY KEY (account_id, metric_id, day, run_id)
) STRICT, WITHOUT ROWID;
-- next
-- One row a run that states an outcome; each field is that of the highest run that states it.
CREATE TABLE outcome (
    account_id INTEGER NOT NULL REFERENCES account (id),
    day INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('renewed', 'churned', 'expanded', 'downgraded')),
    run_id INTEGER NOT NULL REFERENCES run (id),
    arr_change_stated INTEGER NOT NULL CHECK (arr_change_stated IN (0, 1)),
    arr_change_cents INTEGER,
    reason_stated INTEGER NOT NULL CHECK (reason_stated IN (0, 1)),
    reason TEXT NOT NULL,
    PRIMARY KEY (account_id, day, kind, run_id)
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE override (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    target TEXT NOT NULL CHECK (target IN ('metric', 'group', 'overall')),
    key TEXT NOT NULL,
    score REAL NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    entered_on INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
-- next
CREATE INDEX override_account ON override (account_id);
-- next
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    day INTEGER NOT NULL,
    text TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
) STRICT;
-- next
CREATE INDEX note_account ON note (account_id);
-- next
CREATE TABLE review (
    account_id INTEGER NOT NULL REFERENCES account (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    day INTEGER NOT NULL,
    reasons INTEGER NOT NULL,
    PRIMARY KEY (account_id, person_id, day)
) STRICT, WITHOUT ROWID;
-- next
CREATE TABLE saved_view (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- next
-- Every change by a person: who, when, what, before and after (JSON objects; empty where there was nothing).
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    what TEXT NOT NULL,
    account_id INTEGER,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
-- next
-- Written in the transaction of every change, so that other connections know what to read again. `ref` is the account
-- concerned; without one, any may be.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    ref INTEGER,
    run INTEGER
) STRICT;
