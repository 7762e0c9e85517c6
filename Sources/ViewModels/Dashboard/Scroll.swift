/// How far a screen of text is scrolled, and how far it can be.
package struct Scroll: Sendable, Hashable {
    /// How many rows are scrolled away above.
    package var offset = 0
    /// The furthest that it goes, as the picture last said; 0 before the first.
    package var last = 0 {
        didSet { offset = min(offset, last) }
    }
    package init(offset: Int = 0) { self.offset = offset }

    mutating func move(by rows: Int) { offset = max(0, min(last, offset + rows)) }
}
