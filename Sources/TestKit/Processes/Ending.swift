/// How a process ended.
package enum Ending: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)

    /// - Parameter word: as `waitpid` gives it.
    init(waitWord word: Int32) {
        let signal = word & 0x7f
        self = signal == 0 ? .status((word >> 8) & 0xff) : .signal(signal)
    }
}
