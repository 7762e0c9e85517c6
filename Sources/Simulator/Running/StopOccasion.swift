import Dispatch
import Glibc

/// Waits, without waking up in between, for what ends a server: a signal, or the end of standard input.
final class StopOccasion {
    /// Yields once it is time; at most one may wait for it.
    let stops: AsyncStream<Void>
    private var sources: [any DispatchSourceProtocol] = []

    init(watchesInput: Bool) {
        let (stops, stop) = AsyncStream<Void>.makeStream()
        self.stops = stops
        let queue = DispatchQueue(label: "simulator.stop")
        sources = [SIGTERM, SIGINT].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: queue)
            source.setEventHandler { @Sendable in stop.yield() }
            return source
        }
        if watchesInput {
            let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
            source.setEventHandler { @Sendable in
                if Self.inputHasEnded() { stop.yield() }
            }
            sources.append(source)
        }
        for source in sources { source.activate() }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Takes in what was written, which nobody needs.
    private static func inputHasEnded() -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            read(STDIN_FILENO, buffer.baseAddress, buffer.count) <= 0
        }
    }
}
