-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person writes down about an account: kinds of notes, contacts, next steps, and the search over their words.
ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'call', 'meeting', 'email', 'review'));
-- next
ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
-- next
-- `person_id` and `at` are those of the first entry; who changed what since then stands in the journal.
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('champion', 'sponsor', 'user', 'other')),
    email TEXT NOT NULL,
    note TEXT NOT NULL,
    came_on INTEGER NOT NULL,
    left_on INTEGER,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
) STRICT;
-- next
CREATE INDEX contact_account ON contact (account_id);
-- next
CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    due INTEGER,
    metric TEXT NOT NULL,
    created_on INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'done', 'dropped')),
    closed_on INTEGER,
    close_reason TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
-- next
CREATE INDEX action_account ON action (account_id);
-- next
CREATE INDEX journal_account ON journal (account_id);
-- next
-- The words of notes, actions and contacts. The texts stay in their tables; triggers keep the indexes in step, whoever writes.
CREATE VIRTUAL TABLE note_words USING fts5(text, content='note', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
-- next
CREATE VIRTUAL TABLE action_words USING fts5(title, close_reason, content='action', content_rowid='id',
                                             tokenize='unicode61 remove_diacritics 2');
-- next
CREATE VIRTUAL TABLE contact_words USING fts5(name, note, content='contact', content_rowid='id',
                                              tokenize='unicode61 remove_diacritics 2');
-- next
INSERT INTO note_words (note_words) VALUES ('rebuild');
-- next
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_words (rowid, text) VALUES (new.id, new.text);
END;
-- next
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
    INSERT INTO note_words (note_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
-- next
CREATE TRIGGER note_changed AFTER UPDATE OF id, text ON note BEGIN
    INSERT INTO note_words (note_words, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO note_words (rowid, text) VALUES (new.id, new.text);
END;
-- next
CREATE TRIGGER action_added AFTER INSERT ON action BEGIN
    INSERT INTO action_words (rowid, title, close_reason) VALUES (new.id, new.title, new.close_reason);
END;
-- next
CREATE TRIGGER action_removed AFTER DELETE ON action BEGIN
    INSERT INTO action_words (action_words, rowid, title, close_reason) VALUES ('delete', old.id, old.title, old.close_reason);
END;
-- next
CREATE TRIGGER action_changed AFTER UPDATE OF id, title, close_reason ON action BEGIN
    INSERT INTO action_words (action_words, rowid, title, close_reason) VALUES ('delete', old.id, old.title, old.close_reason);
    INSERT INTO action_words (rowid, title, close_reason) VALUES (new.id, new.title, new.close_reason);
END;
-- next
CREATE TRIGGER contact_added AFTER INSERT ON contact BEGIN
    INSERT INTO contact_words (rowid, name, note) VALUES (new.id, new.name, new.note);
END;
-- next
CREATE TRIGGER contact_removed AFTER DELETE ON contact BEGIN
    INSERT INTO contact_words (contact_words, rowid, name, note) VALUES ('delete', old.id, old.name, old.note);
END;
-- next
CREATE TRIGGER contact_changed AFTER UPDATE OF id, name, note ON contact BEGIN
    INSERT INTO contact_words (contact_words, rowid, name, note) VALUES ('delete', old.id, old.name, old.note);
    INSERT INTO contact_words (rowid, name, note) VALUES (new.id, new.name, new.note);
END;
