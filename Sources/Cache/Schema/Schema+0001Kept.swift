extension Schema {
    /// What no sync brings back: the stores and what was learned of them, the outbox, and the log.
    static let kept = """
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
            pass_expected INTEGER,
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

        -- The outbox. Times are Unix milliseconds.
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
        ) STRICT;
        CREATE INDEX marks_by_purchase ON marks (store, purchase, id);
        CREATE INDEX marks_by_action ON marks (action, id);
        CREATE INDEX marks_by_state ON marks (state, id);
        CREATE INDEX marks_by_tracking ON marks (tracking_key) WHERE tracking_key <> '';
        CREATE INDEX marks_open ON marks (store, id)
            WHERE state IN ('queued', 'sending', 'unknown', 'attention');
        -- Those whose outcome a read may still change.
        CREATE INDEX marks_sent ON marks (store, purchase) WHERE request IS NOT NULL
            AND NOT (state = 'confirmed' AND claimed_at IS NOT NULL AND attempts = 1);
        CREATE INDEX marks_unclaimed ON marks (store, id) WHERE state = 'confirmed' AND claimed_at IS NULL;
        -- At most one mark per entry of the ledger.
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
            absent_reads TEXT,
            PRIMARY KEY (mark, request)
        ) STRICT;

        -- Entries that a mark made beside the one it claimed: attempts that landed late.
        CREATE TABLE late_claims (
            mark INTEGER NOT NULL,
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            item INTEGER NOT NULL,
            at INTEGER NOT NULL,
            quantity INTEGER NOT NULL,
            tracking TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            PRIMARY KEY (store, purchase, item, at, quantity, tracking, ordinal)
        ) STRICT, WITHOUT ROWID;

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

        -- What the server last said is left of an item.
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
        """
}
