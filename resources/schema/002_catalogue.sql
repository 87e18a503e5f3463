-- Schema version 2: what an analyst keeps beside the values that stand. Rules as in 001_spine.sql.

-- How far a source is believed: of two claims that no person decided, the one of the lower rank
-- stands, then the newer.
ALTER TABLE sources ADD COLUMN rank INTEGER;

-- Who decided that this claim stands; NULL: the rule does.
ALTER TABLE claims ADD COLUMN chosen_by TEXT;

-- 1: resources that hold the reserves of the same source within them; 0: beside them; NULL: nobody
-- has said.
ALTER TABLE estimates ADD COLUMN includes_reserves INTEGER;
ALTER TABLE estimates ADD COLUMN unfc TEXT; -- UNFC class as the source states it (E1;F1;G1,2)

-- A person's word on two records that look alike; id from (site_pairs, lower id, higher id). The ids
-- are no references: one of the two may have been merged into the other.
CREATE TABLE site_pairs (
    id INTEGER PRIMARY KEY NOT NULL,
    site INTEGER NOT NULL,                  -- the lower id
    other INTEGER NOT NULL,
    decision TEXT NOT NULL,                 -- vocabulary pair_decisions: merged, apart, later
    reason TEXT,
    author TEXT,
    decided_on TEXT
);

-- A site that was merged into another, with all that splitting them needs; id from (site_merges,
-- merged site).
CREATE TABLE site_merges (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED, -- that stayed
    merged INTEGER NOT NULL,                -- the id of the site that went, and comes back
    content TEXT NOT NULL,                  -- JSON, see docs/file-format.md
    reason TEXT,
    author TEXT,
    merged_on TEXT
);
CREATE INDEX site_merges_site ON site_merges (site_id);

-- Permits, concessions and consultations, and where they stand.
CREATE TABLE site_permits (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,                     -- vocabulary permit_kinds
    name TEXT,                              -- number or title
    authority TEXT,                         -- or, of a consultation, with whom
    status TEXT,                            -- vocabulary permit_statuses
    date TEXT,                              -- since when it stands so
    expires TEXT,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    handling TEXT,
    note TEXT
);
CREATE INDEX site_permits_site ON site_permits (site_id);

-- Who has agreed to take what is produced.
CREATE TABLE site_offtakes (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    buyer TEXT NOT NULL,
    country TEXT,                           -- of the buyer, ISO 3166-1 alpha-2
    commodity TEXT,                         -- vocabulary commodities
    share_percent REAL,                     -- of the production
    tonnes_per_year REAL,
    from_date TEXT,
    until_date TEXT,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    handling TEXT,
    note TEXT
);
CREATE INDEX site_offtakes_site ON site_offtakes (site_id);

-- A PDF or image about a site or a source: embedded, or beside the project.
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT,
    path TEXT,                              -- relative to the project file; NULL where embedded
    digest TEXT NOT NULL,                   -- SHA-256 of the file, or of its bytes in veta_blob
    embedded INTEGER NOT NULL,
    page INTEGER,                           -- where to open it, from 1
    handling TEXT,
    note TEXT
);
CREATE INDEX attachments_site ON attachments (site_id);

-- Countries whose owners are flagged; id from (countries_of_concern, country).
CREATE TABLE countries_of_concern (
    id INTEGER PRIMARY KEY NOT NULL,
    country TEXT NOT NULL,                  -- ISO 3166-1 alpha-2
    threshold_percent REAL,                 -- owners from there are flagged from this joint share on; NULL: any
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    note TEXT
);

-- A finding of the data check that a person lets stand; id from (waivers, rule, table, row).
CREATE TABLE waivers (
    id INTEGER PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL,                     -- a stable key, see docs/file-format.md
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author TEXT,
    waived_on TEXT
);
