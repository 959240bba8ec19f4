-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders what one run states of outcomes: of two of one day the later counts. Of what older runs stated the order is not known.
ALTER TABLE outcome ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
