import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// What is known of the calls to one server. All times are seconds of the clock that goes with it.
package struct CallTally: Sendable, Hashable {
    /// When the calls of the last stretch were made, oldest first.
    package var made: [Double]
    /// The server said "too fast": nothing before this. 0 where it did not.
    package var closedUntil: Double
    /// The first call after a pause is on its way: the others wait for what it finds, but not beyond this.
    package var triedUntil: Double
    /// Pauses in a row that the server asked for without saying how long.
    package var vaguePauses: Int

    package init(
        made: [Double] = [], closedUntil: Double = 0, triedUntil: Double = 0, vaguePauses: Int = 0
    ) {
        self.made = made
        self.closedUntil = closedUntil
        self.triedUntil = triedUntil
        self.vaguePauses = vaguePauses
    }
}

/// Where tallies are kept: in this process, or where all processes of the box find them.
package struct CallTallies: Sendable {
    /// Which tally: calls to one server that are counted over the same stretch.
    package struct Name: Sendable, Hashable {
        package var baseURL: String
        /// Seconds that a limit counts over; nil where only pauses are kept.
        package var stretch: Int?

        package init(baseURL: String, stretch: Int?) {
            self.baseURL = baseURL
            self.stretch = stretch
        }
    }
    /// May be run again where its outcome could not be kept.
    package typealias Change = (inout CallTally) -> Void

    private let perform: @Sendable (Name, Change) -> Void

    /// - Parameter perform: reads the tally, lets it be changed and keeps it, one caller at a time.
    package init(perform: @escaping @Sendable (Name, Change) -> Void) { self.perform = perform }

    /// In memory, for whoever has this value.
    package static func inMemory() -> CallTallies {
        let memory = Memory()
        return CallTallies { name, change in
            memory.tallies.withLock { change(&$0[name, default: CallTally()]) }
        }
    }

    private final class Memory: Sendable {
        let tallies = Mutex<[Name: CallTally]>([:])
    }

    @discardableResult package func change<Value>(_ name: Name, _ body: (inout CallTally) -> Value) -> Value?
    {
        var value: Value?
        perform(name) { value = body(&$0) }
        return value
    }

    /// Seconds since the machine started, the same for all its processes; goes on while it sleeps.
    package static let steady: @Sendable () -> Double = {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
