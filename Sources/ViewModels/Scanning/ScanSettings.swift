/// How a scanner is told from a person.
package struct ScanSettings: Sendable, Hashable {
    /// Milliseconds: the longest pause between two characters of a scan.
    package var gap: Int64
    /// Where a prefix or suffix is set, it is the only test.
    package var prefix: String
    package var suffix: String
    package init(gap: Int64 = 50, prefix: String = "", suffix: String = "") {
        self.gap = gap
        self.prefix = prefix
        self.suffix = suffix
    }
}
