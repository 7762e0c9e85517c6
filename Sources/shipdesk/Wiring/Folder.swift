import FoundationEssentials

/// Folders of our own.
enum Folder {
    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
