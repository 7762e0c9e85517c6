extension Schema {
    /// For stores whose orders have values instead of a ledger: those last told, what marks set, and how it
    /// was before. Values stand as JSON.
    static let values = """
        ALTER TABLE purchases ADD COLUMN attributes TEXT;
        ALTER TABLE purchases ADD COLUMN store_hold TEXT;
        ALTER TABLE marks ADD COLUMN sets TEXT;
        ALTER TABLE marks ADD COLUMN based_on_values TEXT;
        ALTER TABLE attempts ADD COLUMN before TEXT;
        ALTER TABLE stores ADD COLUMN hides_orders INTEGER NOT NULL DEFAULT 0;
        """
}
