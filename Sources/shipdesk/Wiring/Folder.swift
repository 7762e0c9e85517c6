import FoundationEssentials

/// Folders of our own.
enum Folder {
    /// Removes it with all it holds. Whoever still closes a file in it may put another one there meanwhile
    /// (SQLite does), so once is not always enough.
    static func remove(_ path: String) {
        for _ in 0..<100 where FileManager.default.fileExists(atPath: path) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
