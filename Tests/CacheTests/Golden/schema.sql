CREATE TABLE stores (
    id INTEGER PRIMARY KEY,
    api TEXT NOT NULL,
    base_url TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 0,
    watermark INTEGER,
    last_pass_ended_at INTEGER,
    last_full_pass_ended_at INTEGER,
    clock_offset INTEGER NOT NULL DEFAULT 0,
    moves_last_modified INTEGER,
    remaining_variant TEXT,
    paused_why TEXT,
    phase TEXT,
    phase_words TEXT,
    phase_number INTEGER,
    phase_total INTEGER,
    leader TEXT,
    leader_seen_at INTEGER,
    pass_id INTEGER,
    pass_is_full INTEGER,
    pass_since INTEGER,
    pass_next_page INTEGER,
    pass_started_at INTEGER,
    pass_purchases INTEGER,
    pass_expected INTEGER, hides_orders INTEGER NOT NULL DEFAULT 0, mode TEXT,
    UNIQUE (api, base_url, place)
) STRICT;

CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT
) STRICT;

CREATE INDEX actions_by_station ON actions (station, id);

CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL,
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    item INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    verb TEXT NOT NULL,
    tracking TEXT,
    tracking_key TEXT NOT NULL,
    deliver_by TEXT,
    address TEXT,
    takes_back_mark INTEGER,
    takes_back_entry TEXT,
    based_on_net INTEGER NOT NULL,
    based_on_modified INTEGER,
    based_on_address TEXT,
    based_on_entries TEXT,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    request TEXT,
    attempts INTEGER NOT NULL,
    not_before INTEGER,
    claimed_at INTEGER,
    claimed_quantity INTEGER,
    claimed_tracking TEXT,
    claimed_ordinal INTEGER,
    unlisted_reads INTEGER NOT NULL
, sets TEXT, based_on_values TEXT) STRICT;

CREATE INDEX marks_by_purchase ON marks (store, purchase, id);

CREATE INDEX marks_by_action ON marks (action, id);

CREATE INDEX marks_by_state ON marks (state, id);

CREATE INDEX marks_by_tracking ON marks (tracking_key) WHERE tracking_key <> '';

CREATE INDEX marks_open ON marks (store, id)
    WHERE state IN ('queued', 'sending', 'unknown', 'attention');

CREATE INDEX marks_sent ON marks (store, purchase) WHERE request IS NOT NULL
    AND NOT (state = 'confirmed' AND claimed_at IS NOT NULL AND attempts = 1);

CREATE INDEX marks_unclaimed ON marks (store, id) WHERE state = 'confirmed' AND claimed_at IS NULL;

CREATE UNIQUE INDEX marks_by_claim
    ON marks (store, purchase, item, claimed_at, claimed_quantity, claimed_tracking, claimed_ordinal)
    WHERE claimed_at IS NOT NULL;

CREATE TABLE attempts (
    mark INTEGER NOT NULL,
    request TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    snapshot TEXT,
    lines INTEGER NOT NULL,
    failed_at INTEGER,
    was_answered INTEGER NOT NULL,
    absent_reads TEXT, before TEXT,
    PRIMARY KEY (mark, request)
) STRICT;

CREATE TABLE alarms (
    id INTEGER PRIMARY KEY,
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    reason TEXT NOT NULL,
    mark INTEGER,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX alarms_by_purchase ON alarms (store, purchase, id);

CREATE TABLE holds (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (store, purchase)
) STRICT;

CREATE TABLE server_remaining (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    item INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (store, purchase, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    store INTEGER,
    purchase TEXT,
    mark INTEGER,
    action INTEGER,
    event TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_purchase ON audit (store, purchase, number);

CREATE TABLE purchases (
    row INTEGER PRIMARY KEY,
    store INTEGER NOT NULL,
    id TEXT NOT NULL,
    event_purchase INTEGER,
    purchased_at INTEGER NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    last_modified INTEGER,
    code TEXT,
    is_cleared INTEGER NOT NULL,
    has_address INTEGER NOT NULL,
    full_name TEXT,
    address1 TEXT,
    address2 TEXT,
    city TEXT,
    state TEXT,
    zipcode TEXT,
    country TEXT,
    -- Which of the tables below hold rows of it: a bit each.
    parts INTEGER NOT NULL,
    is_gone INTEGER NOT NULL DEFAULT 0, attributes TEXT, store_hold TEXT,
    UNIQUE (store, id)
) STRICT;

CREATE INDEX purchases_by_code ON purchases (code COLLATE NOCASE) WHERE code IS NOT NULL;

CREATE TABLE readings (
    purchase INTEGER PRIMARY KEY,
    -- Unix milliseconds: when the read that was applied began.
    began INTEGER NOT NULL,
    -- Unix milliseconds: a read that began before is older than an answer to one of our marks.
    fresh_after INTEGER NOT NULL DEFAULT 0,
    -- The pass that last showed it, and how many complete ones in a row did not.
    pass INTEGER,
    missed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE items (
    purchase INTEGER NOT NULL,
    position INTEGER NOT NULL,
    num INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    variant_id INTEGER,
    quantity INTEGER NOT NULL,
    paid_cents INTEGER,
    fee_cents INTEGER,
    ticket_id INTEGER,
    PRIMARY KEY (purchase, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE transfers (
    purchase INTEGER NOT NULL,
    item_position INTEGER NOT NULL,
    is_outward INTEGER NOT NULL,
    position INTEGER NOT NULL,
    other TEXT NOT NULL,
    other_item INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (purchase, item_position, is_outward, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds (
    purchase INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL,
    amount_cents INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (purchase, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cancelled (
    purchase INTEGER NOT NULL,
    position INTEGER NOT NULL,
    num INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    variant_id INTEGER,
    quantity INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (purchase, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    purchase INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item INTEGER NOT NULL,
    at INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    deliver_by TEXT,
    tracking TEXT,
    tracking_key TEXT NOT NULL,
    has_address INTEGER NOT NULL,
    full_name TEXT,
    address1 TEXT,
    address2 TEXT,
    city TEXT,
    state TEXT,
    zipcode TEXT,
    country TEXT,
    PRIMARY KEY (purchase, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_by_tracking ON ledger (tracking_key) WHERE tracking_key <> '';

CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY,
    store INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE names (
    store INTEGER NOT NULL,
    is_local INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    variant_id INTEGER,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE names_generation (generation INTEGER NOT NULL) STRICT;

CREATE TABLE listing (
    row INTEGER NOT NULL PRIMARY KEY,
    store INTEGER NOT NULL,
    id TEXT NOT NULL,
    date INTEGER NOT NULL,
    id_key TEXT NOT NULL,
    purchaser_key TEXT NOT NULL,
    state INTEGER NOT NULL,
    attention TEXT,
    is_waiting INTEGER NOT NULL,
    purchaser TEXT NOT NULL,
    contents TEXT NOT NULL,
    city TEXT,
    country TEXT,
    has_usable_address INTEGER NOT NULL
, hold_reason TEXT, has_memo INTEGER NOT NULL DEFAULT 0, address_key INTEGER, quantity INTEGER NOT NULL DEFAULT 0, city_key TEXT NOT NULL DEFAULT '', country_key TEXT NOT NULL DEFAULT '', has_tracking INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE INDEX listing_by_date ON listing (store, date, row);

CREATE INDEX listing_by_id ON listing (store, id_key, row);

CREATE INDEX listing_by_purchaser ON listing (store, purchaser_key, row);

CREATE INDEX listing_by_state_date ON listing (store, state, date, row);

CREATE INDEX listing_by_state_id ON listing (store, state, id_key, row);

CREATE INDEX listing_by_state_purchaser ON listing (store, state, purchaser_key, row);

CREATE INDEX listing_attention_by_date ON listing (store, date, row) WHERE attention IS NOT NULL;

CREATE INDEX listing_attention_by_id ON listing (store, id_key, row) WHERE attention IS NOT NULL;

CREATE INDEX listing_attention_by_purchaser ON listing (store, purchaser_key, row)
    WHERE attention IS NOT NULL;

CREATE TABLE counts (
    store INTEGER NOT NULL,
    filter TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (store, filter)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE INDEX marks_by_time ON marks (made_at);

CREATE TABLE "late_claims" (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    item INTEGER NOT NULL,
    at INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    tracking TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    PRIMARY KEY (store, purchase, item, at, quantity, tracking, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    action INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT;

CREATE INDEX imports_by_fingerprint ON imports (fingerprint, action);

CREATE TABLE memos (
    id INTEGER PRIMARY KEY,
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    text TEXT NOT NULL,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX memos_by_purchase ON memos (store, purchase, id);

CREATE TABLE claims (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    person TEXT NOT NULL,
    station TEXT NOT NULL,
    process TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (store, purchase)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_by_address ON listing (address_key, row) WHERE address_key IS NOT NULL;

CREATE TABLE place (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    machine TEXT NOT NULL,
    inode INTEGER NOT NULL,
    copied_at INTEGER
) STRICT;

CREATE TABLE inherited (
    mark INTEGER PRIMARY KEY
) STRICT;

CREATE INDEX listing_by_country ON listing (store, country_key, date, row, state);

CREATE INDEX listing_by_tracking ON listing (store, has_tracking, date, row, state);

CREATE INDEX items_by_kind ON items (item_id, variant_id, purchase);

CREATE TABLE views (
    name TEXT NOT NULL PRIMARY KEY,
    filter TEXT NOT NULL,
    sort TEXT NOT NULL
) STRICT;

CREATE TABLE given_numbers (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    num INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    option TEXT NOT NULL,
    occurrence INTEGER NOT NULL,
    PRIMARY KEY (store, purchase, num)
) STRICT, WITHOUT ROWID;

CREATE TABLE given_variants (
    store INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    option TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (store, item_id, option)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_ledger (
    id INTEGER PRIMARY KEY,
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    item INTEGER NOT NULL,
    at INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    deliver_by TEXT,
    tracking TEXT,
    address TEXT
) STRICT;

CREATE INDEX own_ledger_by_purchase ON own_ledger (store, purchase, id);

CREATE TABLE buyers (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    user INTEGER NOT NULL,
    registration INTEGER,
    -- Unix seconds; nothing: not yet.
    asked_at INTEGER,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    address TEXT,
    PRIMARY KEY (store, purchase)
) STRICT, WITHOUT ROWID;

CREATE INDEX buyers_by_user ON buyers (store, user);

CREATE TABLE buyers_refused (
    store INTEGER PRIMARY KEY,
    credentials TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE tracked (
    store INTEGER NOT NULL,
    purchase TEXT NOT NULL,
    -- Unix seconds.
    since INTEGER NOT NULL,
    PRIMARY KEY (store, purchase)
) STRICT, WITHOUT ROWID;

CREATE TABLE asked_passes (
    store INTEGER PRIMARY KEY,
    asked INTEGER NOT NULL,
    -- The last one that wanted everything read.
    asked_full INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0
) STRICT;
