/// A press with all that decides what it may do.
package struct KeyPress: Sendable, Hashable {
    package var chord: Chord
    /// Monotonic milliseconds when it was read.
    package var at: Int64
    /// Nothing else came in the same read.
    package var isAlone: Bool
    /// The same key came so shortly before that it may be held down.
    package var isRepeat: Bool
    /// Nothing followed for longer than a scanner pauses: it is no part of a scan.
    package var isSettled: Bool

    package init(
        _ chord: Chord, at: Int64, isAlone: Bool = true, isRepeat: Bool = false, isSettled: Bool = false
    ) {
        self.chord = chord
        self.at = at
        self.isAlone = isAlone
        self.isRepeat = isRepeat
        self.isSettled = isSettled
    }
}
