-- Schema version 1.
--
-- Rules for every table whose name does not begin with veta_ or gpkg_ ("shared tables": they are
-- journaled, digested and merged):
--   * id INTEGER PRIMARY KEY NOT NULL, never a counter: random for what a person makes, a hash for
--     what is imported or has a natural key (said beside the table). No other UNIQUE constraint:
--     two copies must always be able to merge.
--   * no generated column, no trigger, no cascade. A later version only appends columns and adds tables.
--   * a missing value is NULL, never 0 or ''.
--   * references are checked at the end of a transaction.
-- Dates are ISO 8601 text, as exact as the source was: YYYY, YYYY-MM or YYYY-MM-DD.
-- Vocabulary columns hold stable keys, whose labels stand in resources/vocabularies.

-- What makes this GeoPackage a Veta project file: format, schema version, ids, digest. Not shared.
CREATE TABLE veta_meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

-- The journal. One row an entry, of this copy's chain and of every chain merged into it.
CREATE TABLE veta_entry (
    hash TEXT PRIMARY KEY NOT NULL,         -- SHA-256 of the canonical form, hexadecimal
    copy_id TEXT NOT NULL,                  -- the chain
    number INTEGER NOT NULL,                -- 1, 2, 3 … in its chain
    previous TEXT,                          -- hash of number - 1 in its chain
    heads TEXT NOT NULL,                    -- JSON {copy_id: number} of the other chains it had seen
    kind TEXT NOT NULL,                     -- create, edit, import, undo, redo, outside, settle
    target TEXT,                            -- hash of the entry an undo or redo turns round
    author TEXT NOT NULL,
    delegation TEXT NOT NULL,
    made_at TEXT NOT NULL,                  -- UTC, ISO 8601 with milliseconds
    sentence TEXT NOT NULL,                 -- JSON {"text": English template, "args": […]}
    schema_version INTEGER NOT NULL,
    digest TEXT NOT NULL,                   -- canonical digest of the shared tables after it, in its copy
    payload_digest TEXT NOT NULL            -- SHA-256 over its pieces
);
CREATE INDEX veta_entry_chain ON veta_entry (copy_id, number);

-- An entry's changesets in order, each compressed with zstd.
CREATE TABLE veta_entry_piece (
    copy_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    piece INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (copy_id, number, piece)
);

-- What stands open after a merge: one row a cell or row that two entries changed without knowing of
-- each other. A function of the set of entries, so equal in both copies.
CREATE TABLE veta_conflict (
    id INTEGER PRIMARY KEY NOT NULL,        -- hash of table, row, column and the entries
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT,                       -- NULL: the row was edited here and deleted there
    candidates TEXT NOT NULL                -- JSON, the standing one first, see docs/file-format.md
);

-- Embedded layers and attachments, named by the SHA-256 of their bytes.
CREATE TABLE veta_blob (
    digest TEXT PRIMARY KEY NOT NULL,
    suffix TEXT NOT NULL,                   -- .gpkg, .geojson, .pdf …
    bytes BLOB NOT NULL
);

-- Shared from here on. ---------------------------------------------------------------------------

-- title, map_crs, minerals_of_interest (JSON list of commodity keys), …; id from (settings, key).
CREATE TABLE settings (
    id INTEGER PRIMARY KEY NOT NULL,
    key TEXT NOT NULL,
    value TEXT
);

-- The parties; id from (delegations, code).
CREATE TABLE delegations (
    id INTEGER PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,                     -- US, MX, …
    name_en TEXT,
    name_es TEXT,
    position INTEGER
);

-- A document or data set that figures cite; an imported file's id is from (sources, digest, layer).
CREATE TABLE sources (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,                     -- dataset, document, page, statement
    title TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    licence TEXT,
    url TEXT,
    accessed TEXT,
    file_name TEXT,
    digest TEXT,                            -- SHA-256 of the file
    preset TEXT,
    mapping TEXT,                           -- JSON, as it was applied
    columns TEXT,                           -- JSON list of the file's headers, the order of records.content
    crs TEXT,
    operation TEXT,                         -- the pinned operation to WGS 84
    position_accuracy_m REAL,               -- of that operation
    note TEXT
);

-- A mine, deposit, prospect, plant …: its preferred values.
-- Imported: id from (sites, source key, record key).
CREATE TABLE sites (
    id INTEGER PRIMARY KEY NOT NULL,
    geom POINT,                             -- WGS 84; NULL: a site without a position
    name TEXT,
    kind TEXT,                              -- vocabulary site_kinds
    stage TEXT,                             -- vocabulary stages
    stage_date TEXT,
    country TEXT,                           -- ISO 3166-1 alpha-2
    admin1 TEXT,
    deposit_type TEXT,
    position_accuracy_m REAL,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED, -- of what no claim names another source for
    reference TEXT,                         -- record id, page or section in that source
    handling TEXT,
    note TEXT
);

-- One row of an imported file, kept as it came; id from (records, source key, record key).
CREATE TABLE records (
    id INTEGER PRIMARY KEY NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    record_key TEXT NOT NULL,
    line INTEGER NOT NULL,
    content TEXT NOT NULL                   -- JSON list of the row's fields as text, null where empty
);
CREATE INDEX records_site ON records (site_id);

-- A row of an imported file that could not be understood, kept so that it can be mended.
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL,
    column_name TEXT,
    value TEXT,
    reason TEXT NOT NULL,                   -- a stable key, with its sentence in the program
    content TEXT NOT NULL                   -- as records.content
);
CREATE INDEX set_aside_source ON set_aside (source_id);

CREATE TABLE site_names (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    language TEXT,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT
);
CREATE INDEX site_names_site ON site_names (site_id);

CREATE TABLE site_external_ids (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    system TEXT NOT NULL,                   -- mrds, usmin, sgm …
    value TEXT NOT NULL
);
CREATE INDEX site_external_ids_site ON site_external_ids (site_id);

-- id from (site_commodities, site, commodity, role).
CREATE TABLE site_commodities (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    commodity TEXT NOT NULL,                -- vocabulary commodities
    role TEXT NOT NULL,                     -- vocabulary commodity_roles: main, by_product, trace, input, product
    position INTEGER,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT
);
CREATE INDEX site_commodities_site ON site_commodities (site_id);

-- A resource or reserve figure.
CREATE TABLE estimates (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    commodity TEXT,
    category TEXT,                          -- vocabulary estimate_categories
    tonnes REAL,                            -- of ore
    grade REAL,
    grade_unit TEXT,                        -- vocabulary grade_units
    contained_tonnes REAL,                  -- of the commodity, as the source states it
    cutoff REAL,
    cutoff_unit TEXT,
    effective_date TEXT,
    code TEXT,                              -- NI 43-101, S-K 1300, JORC …
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    handling TEXT,
    note TEXT
);
CREATE INDEX estimates_site ON estimates (site_id);

-- What a plant does.
CREATE TABLE site_processes (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    process TEXT NOT NULL,
    feed TEXT,
    product TEXT,
    capacity_tonnes_per_year REAL,
    year INTEGER,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT
);
CREATE INDEX site_processes_site ON site_processes (site_id);

CREATE TABLE site_owners (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    share_percent REAL,
    country TEXT,
    parent TEXT,
    as_of TEXT,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT
);
CREATE INDEX site_owners_site ON site_owners (site_id);

CREATE TABLE site_stages (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    date TEXT,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT
);
CREATE INDEX site_stages_site ON site_stages (site_id);

-- One source's or person's value for one field of a site, where it is not simply the site's record.
CREATE TABLE claims (
    id INTEGER PRIMARY KEY NOT NULL,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,                    -- a column of sites, or position
    value TEXT,                             -- as text; position as "lon lat"
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT,
    claimed_on TEXT,
    author TEXT,
    preferred INTEGER NOT NULL              -- 1: the value that stands in sites
);
CREATE INDEX claims_site ON claims (site_id);

-- A way to read a file's columns, saved for the next file of its kind.
CREATE TABLE import_mappings (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL
);

-- What is drawn under the sites, in order from the bottom.
CREATE TABLE layers (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,                     -- vector, raster
    purpose TEXT,                           -- geology, boundaries, places, other
    name_en TEXT,
    name_es TEXT,
    path TEXT,                              -- relative to the project file; NULL where embedded
    digest TEXT,                            -- SHA-256 of the file, or of the embedded bytes in veta_blob
    embedded INTEGER NOT NULL,
    sublayer TEXT,
    crs TEXT,                               -- as stated by the file, or as the person said
    operation TEXT,                         -- the pinned operation to WGS 84
    accuracy_m REAL,                        -- of that operation; NULL: not known
    visible INTEGER NOT NULL,
    opacity REAL NOT NULL,
    position REAL NOT NULL,                 -- order from the bottom
    schematic INTEGER NOT NULL,             -- 1: drawn for orientation, says so wherever it shows
    citation TEXT,
    handling TEXT
);

-- id from (styles, layer).
CREATE TABLE styles (
    id INTEGER PRIMARY KEY NOT NULL,
    layer_id INTEGER NOT NULL REFERENCES layers (id) DEFERRABLE INITIALLY DEFERRED,
    style TEXT NOT NULL                     -- JSON, see docs/file-format.md
);

-- A candidate for the shortlist.
CREATE TABLE projects (
    id INTEGER PRIMARY KEY NOT NULL,
    name_en TEXT,
    name_es TEXT,
    summary_en TEXT,
    summary_es TEXT,
    handling TEXT
);

CREATE TABLE project_members (
    id INTEGER PRIMARY KEY NOT NULL,
    project_id INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,                     -- vocabulary member_roles: extraction, processing, manufacturing
    position INTEGER NOT NULL               -- order of the chain
);
CREATE INDEX project_members_project ON project_members (project_id);
CREATE INDEX project_members_site ON project_members (site_id);

-- A yes/no rule a project must pass.
CREATE TABLE gates (
    id INTEGER PRIMARY KEY NOT NULL,
    name_en TEXT,
    name_es TEXT,
    measure TEXT NOT NULL,                  -- JSON: what is measured
    condition TEXT NOT NULL,                -- JSON: what it must be
    enabled INTEGER NOT NULL,
    position INTEGER NOT NULL
);

-- A scored measure with its value function.
CREATE TABLE criteria (
    id INTEGER PRIMARY KEY NOT NULL,
    name_en TEXT,
    name_es TEXT,
    measure TEXT NOT NULL,                  -- JSON: what is measured
    unit TEXT,
    direction TEXT NOT NULL,                -- maximise, minimise
    value_function TEXT NOT NULL,           -- JSON
    enabled INTEGER NOT NULL,
    position INTEGER NOT NULL
);

-- A delegation's weight of a criterion; id from (weights, delegation, criterion).
CREATE TABLE weights (
    id INTEGER PRIMARY KEY NOT NULL,
    delegation_id INTEGER NOT NULL REFERENCES delegations (id) DEFERRABLE INITIALLY DEFERRED,
    criterion_id INTEGER NOT NULL REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED,
    weight REAL NOT NULL
);

-- A delegation's judgement of a project on a criterion; id from (marks, delegation, project, criterion).
CREATE TABLE marks (
    id INTEGER PRIMARY KEY NOT NULL,
    delegation_id INTEGER NOT NULL REFERENCES delegations (id) DEFERRABLE INITIALLY DEFERRED,
    project_id INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
    criterion_id INTEGER NOT NULL REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED,
    value REAL NOT NULL,                    -- 0 to 1
    reason TEXT
);

-- What was decided of a project; id from (decisions, project).
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY NOT NULL,
    project_id INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,                 -- vocabulary decisions: shortlisted, reserve, deferred, declined
    reason_en TEXT,
    reason_es TEXT,
    decided_on TEXT
);

-- A person's answer to a conflict of a merge: the value that shall stand.
CREATE TABLE settlements (
    id INTEGER PRIMARY KEY NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT,                       -- NULL: the row itself (kept or deleted)
    value BLOB,                             -- canonical bytes (docs/file-format.md); for a row 1 kept, 0 deleted
    candidates TEXT NOT NULL,               -- as veta_conflict.candidates: the values that lost stay readable
    reason TEXT
);
