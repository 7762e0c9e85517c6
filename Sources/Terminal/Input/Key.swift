/// A key as the terminal sent it.
package enum Key: Sendable, Hashable {
    case character(Character)
    /// Control and a letter, in lower case.
    case control(Character)
    /// Esc and a character at once.
    case alt(Character)
    case enter, tab, backTab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftUp, shiftDown
    case function(Int)
}

/// What comes in from a terminal.
package enum Input: Sendable, Hashable {
    /// `at`: monotonic milliseconds when it was read. `isAlone`: nothing else came in the same read; only
    /// such a key can confirm.
    case key(Key, at: Int64, isAlone: Bool)
    /// A bracketed paste, whole.
    case paste(String, at: Int64)
    case mouse(Mouse)
    case resize(Size)
}

package struct Mouse: Sendable, Hashable {
    package enum Action: Sendable, Hashable { case press, wheelUp, wheelDown }
    package var action: Action
    package var at: Point
    package init(_ action: Action, at: Point) {
        self.action = action
        self.at = at
    }
}
