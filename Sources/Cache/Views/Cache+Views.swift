import Model

extension CacheReader {
    /// What people saved, by name; what this program cannot read any more is left out.
    package func savedViews() throws -> [SavedView] {
        try db.rows("SELECT name, filter, sort FROM views ORDER BY name") {
            ($0[0] as String, $0[1] as String, $0[2] as String)
        }.compactMap { name, filter, sort in
            guard let filter = try? ListFilter(parsing: filter), let sort = ListSort(written: sort) else {
                return nil
            }
            return SavedView(name: name, filter: filter, sort: sort)
        }
    }
}

extension CacheWriter {
    /// In place of a view of the same name.
    package func save(_ view: SavedView) throws {
        upkeep.subjects.insert(.stores)
        try db.run(
            "INSERT OR REPLACE INTO views (name, filter, sort) VALUES (?, ?, ?)", view.name,
            view.filter.description, view.sort.description)
    }

    /// - Returns: whether there was one.
    package func dropView(named name: String) throws -> Bool {
        upkeep.subjects.insert(.stores)
        try db.run("DELETE FROM views WHERE name = ?", name)
        return db.changes > 0
    }
}
