import Dispatch

#if canImport(Glibc)
    import Glibc
#endif

/// Signals as something to wait for.
enum Signals {
    /// Their numbers, in the order in which they come; caught from now on, for as long as somebody listens.
    static func watch(_ caught: [Int32]) -> AsyncStream<Int32> {
        let (numbers, came) = AsyncStream<Int32>.makeStream()
        nonisolated(unsafe) let sources = caught.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in came.yield(number) }
            source.activate()
            return source
        }
        came.onTermination = { _ in sources.forEach { $0.cancel() } }
        return numbers
    }
}
