import Dispatch
import Glibc

/// Turns signals into calls on the main queue. To be made before curses starts: it leaves alone what is
/// already handled.
@MainActor
final class SignalWatch {
    private let onSignal: @MainActor (Int32) -> Void
    private var sources: [Int32: any DispatchSourceSignal] = [:]
    private var before: [Int32: sigaction] = [:]

    init(_ signals: [Int32], onSignal: @escaping @MainActor (Int32) -> Void) {
        self.onSignal = onSignal
        for number in signals {
            var old = sigaction()
            sigaction(number, nil, &old)
            before[number] = old
            watch(number)
        }
    }

    func cancel() {
        for source in sources.values { source.cancel() }
        sources = [:]
        for (number, old) in before {
            var old = old
            sigaction(number, &old, nil)
        }
        before = [:]
    }

    /// Stops the process and its group as ^Z in a terminal does. Where nobody could ever continue them (no
    /// shell above), the kernel ignores it.
    ///
    /// Only once the signal's own source is gone: it would take the signal away before it can stop anything.
    func stopProcessGroup(_ atRest: @escaping @Sendable (() -> Void) -> Void) {
        guard let source = sources.removeValue(forKey: SIGTSTP) else { return }
        source.setCancelHandler {
            signal(SIGTSTP, SIG_DFL)
            atRest {
                kill(0, SIGTSTP)
                // Any thread may be the one that takes the signal.
                usleep(20_000)
            }
        }
        source.cancel()
    }

    /// Watches again what ``stopProcessGroup()`` gave up.
    func resume() {
        if !before.isEmpty, sources[SIGTSTP] == nil { watch(SIGTSTP) }
    }

    private func watch(_ number: Int32) {
        // Ignored until the source has its own way of catching it.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
        let onSignal = self.onSignal
        source.setEventHandler { MainActor.assumeIsolated { onSignal(number) } }
        source.activate()
        sources[number] = source
    }
}
