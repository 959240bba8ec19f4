-- SPDX-License-Identifier: GPL-3.0-or-later
-- An account that was merged into another keeps its rows; they are shown with those of that one, and apart again once it is
-- split off.
ALTER TABLE account ADD COLUMN merged_into INTEGER REFERENCES account (id);
-- next
CREATE INDEX account_merged_into ON account (merged_into) WHERE merged_into IS NOT NULL;
-- next
-- Ids that accounts had before they were changed: files may still name them. Never the id of an account.
CREATE TABLE former_key (
    key TEXT NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;
-- next
CREATE INDEX former_key_account ON former_key (account_id);
