-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of the reasons of overrides, as those of notes, actions and contacts.
CREATE VIRTUAL TABLE override_words USING fts5(reason, content='override', content_rowid='id',
                                               tokenize='unicode61 remove_diacritics 2');
-- next
INSERT INTO override_words (override_words) VALUES ('rebuild');
-- next
CREATE TRIGGER override_added AFTER INSERT ON override BEGIN
    INSERT INTO override_words (rowid, reason) VALUES (new.id, new.reason);
END;
-- next
CREATE TRIGGER override_removed AFTER DELETE ON override BEGIN
    INSERT INTO override_words (override_words, rowid, reason) VALUES ('delete', old.id, old.reason);
END;
-- next
CREATE TRIGGER override_changed AFTER UPDATE OF id, reason ON override BEGIN
    INSERT INTO override_words (override_words, rowid, reason) VALUES ('delete', old.id, old.reason);
    INSERT INTO override_words (rowid, reason) VALUES (new.id, new.reason);
END;
