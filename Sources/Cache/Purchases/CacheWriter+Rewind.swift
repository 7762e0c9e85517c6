import Model

extension CacheWriter {
    /// Readings that were stored under a later time (Unix milliseconds) than the clock now shows count as
    /// made long ago: nothing is sent by them, and every new one replaces them.
    package func ageReadings(of store: StoreID, after now: Int64) throws {
        try db.run(
            """
            UPDATE readings SET began = iif(began >= ?1, 0, began), fresh_after = min(fresh_after, ?1)
            WHERE (began >= ?1 OR fresh_after > ?1)
                AND purchase IN (SELECT row FROM purchases WHERE store = ?2)
            """, now, store)
    }
}
