/// What a repair carried over.
package struct RepairReport: Sendable, Hashable {
    /// Rows carried over, by table.
    package var carried: [String: Int]
    /// Tables with rows that could not be read any more.
    package var torn: [String]
    /// Where the old file lies now, with its side files.
    package var oldFile: String
}
