/// What the program will do next about a mark of its own accord. The protocol decides it; people are told.
package struct Prospect: Sendable, Hashable {
    /// Unix milliseconds: the store is read next to see whether it took effect; nil where nothing is read.
    package var readAt: Int64?
    /// Unix milliseconds: it does not leave, or leave again, before; nil where nothing holds it back.
    package var sendFrom: Int64?

    package init(readAt: Int64? = nil, sendFrom: Int64? = nil) {
        self.readAt = readAt
        self.sendFrom = sendFrom
    }
}
