extension Schema {
    /// What the stores said, as last read; a sync brings it back.
    static let purchases = """
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
            is_gone INTEGER NOT NULL DEFAULT 0,
            UNIQUE (store, id)
        ) STRICT;
        CREATE INDEX purchases_by_code ON purchases (code COLLATE NOCASE) WHERE code IS NOT NULL;

        -- When it was read; apart, because a pass that changes nothing still writes this.
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

        -- Rows keep the order in which the server listed them.
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

        -- Rows of a page that could not be read.
        CREATE TABLE set_aside (
            id INTEGER PRIMARY KEY,
            store INTEGER NOT NULL,
            words TEXT NOT NULL
        ) STRICT;

        -- What the items are called: as the store says, and as this box's own file says, which wins.
        CREATE TABLE names (
            store INTEGER NOT NULL,
            is_local INTEGER NOT NULL,
            item_id INTEGER NOT NULL,
            variant_id INTEGER,
            name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE names_generation (generation INTEGER NOT NULL) STRICT;
        INSERT INTO names_generation VALUES (1);
        """
}
