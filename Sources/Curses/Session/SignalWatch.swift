import Dispatch
import Glibc

/// Turns signals into calls on the main queue. To be made before curses starts: it leaves alone what is
/// already handled.
@MainActor
final class SignalWatch {
    private var sources: [any DispatchSourceSignal] = []
    private var before: [(Int32, sigaction)] = []

    init(_ signals: [Int32], onSignal: @escaping @MainActor (Int32) -> Void) {
        for number in signals {
            var old = sigaction()
            sigaction(number, nil, &old)
            before.append((number, old))
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
            source.setEventHandler { MainActor.assumeIsolated { onSignal(number) } }
            source.activate()
            sources.append(source)
        }
    }

    func cancel() {
        for source in sources { source.cancel() }
        sources = []
        for (number, old) in before {
            var old = old
            sigaction(number, &old, nil)
        }
        before = []
    }

    /// Stops the process and its group as ^Z in a terminal does; returns when they go on. Where nobody could
    /// ever continue them (no shell above), the kernel ignores it.
    static func stopProcessGroup() {
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, SIGTSTP)
        signal(SIGTSTP, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        kill(0, SIGTSTP)
    }
}
