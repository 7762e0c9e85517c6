extension Schema {
    /// A day's work is found by when its marks were made.
    static let markTimes = """
        CREATE INDEX marks_by_time ON marks (made_at);
        """
}
