import Model

/// What can be asked of the cache, inside one read or write: one consistent picture.
///
/// The verbs stand in the folders by subject. Valid only inside the closure that it was handed to.
package class CacheReader {
    let db: Connection
    let catalogue: Catalogue

    init(_ connection: Connection, catalogue: Catalogue) {
        db = connection
        self.catalogue = catalogue
    }
}

/// Everything a reader can, and what changes the cache: one transaction, kept whole or not at all.
///
/// What is derived from a purchase (its line in the list, its words for the search, the counts of the tabs)
/// is brought up to date once, at the end, for every purchase that a verb touched.
package final class CacheWriter: CacheReader {
    let upkeep = Upkeep()
}
