import CNcurses
import Dispatch
import Glibc
import Terminal

/// The terminal: shows grids, says what comes in, and leaves everything as it was.
///
/// All of it runs on the main actor and on the main queue; while nothing happens it never wakes up.
@MainActor
package final class CursesDriver {
    private let options: Options
    private var terminal: CursesTerminal?
    private var painter: Painter?
    private var reader: InputReader?
    private var signals: SignalWatch?
    private var errors: ErrorOutput?
    private var readiness: (any DispatchSourceRead)?
    private var onInput: @MainActor ([Input]) -> Void = { _ in }
    private var onSignal: @MainActor (TerminalSignal) -> Void = { _ in }
    private var last: (grid: Grid, theme: Theme)?
    private var isSuspended = false
    private var resumedAt: Int64 = 0
    private var emptyReads = 0

    /// What to tell people once: an unknown terminal type, a terminal without UTF-8.
    package private(set) var notices: [String] = []
    package private(set) var depth = ColorDepth.mono
    /// Whether the locale can show more than ASCII.
    package private(set) var isUTF8 = true

    package init(_ options: Options = Options()) { self.options = options }

    /// In cells; 80 × 24 while the terminal is not up.
    package var size: Size { terminal?.size ?? Size(width: 80, height: 24) }

    /// Takes the terminal.
    /// - Parameters:
    ///   - onInput: all that came in at once, in order; also a new size (``Input/resize(_:)``).
    ///   - onSignal: what happens to the program; nothing is done about it here but redrawing.
    package func start(
        onInput: @escaping @MainActor ([Input]) -> Void,
        onSignal: @escaping @MainActor (TerminalSignal) -> Void
    ) throws(CursesError) {
        guard terminal == nil else { return }
        isUTF8 = CharacterSet.adopt(options.environment)
        (self.onInput, self.onSignal) = (onInput, onSignal)
        signals = SignalWatch(Self.watched) { [weak self] in self?.received($0) }
        do {
            let terminal = try CursesTerminal(options)
            self.terminal = terminal
            depth = terminal.palette.depth
            painter = Painter(palette: terminal.palette, isUTF8: isUTF8)
            notices = [terminal.notice, isUTF8 ? nil : Self.asciiNotice].compactMap { $0 }
        } catch {
            stop()
            throw error
        }
        reader = InputReader()
        errors = options.errorLog.map { ErrorOutput(redirectedTo: $0) }
        errors?.redirect()
        watchInput()
    }

    /// Brings everything back as it was. As often as wanted; each step is tried whatever the others do.
    package func stop() {
        readiness?.cancel()
        signals?.cancel()
        reader?.close()
        if isSuspended { nc_guard_disarm() }
        terminal?.close()
        errors?.close()
        (readiness, signals, reader, terminal, painter, errors, last) = (nil, nil, nil, nil, nil, nil, nil)
        isSuspended = false
    }

    /// Draws what differs from the last picture.
    package func show(_ grid: Grid, _ theme: Theme) {
        last = (grid, theme)
        guard let terminal, !isSuspended else { return }
        painter?.paint(grid, theme, within: terminal.size)
    }

    /// Draws all of the last picture again (^L).
    package func redraw() {
        painter?.forget()
        if let last { show(last.grid, last.theme) }
    }

    package func bell() {
        if !isSuspended { terminal?.send("\u{07}") }
    }

    /// Puts the text onto the clipboard of whoever sits at the terminal; false where it is too long.
    @discardableResult
    package func copyToClipboard(_ text: String) -> Bool {
        guard let terminal, !isSuspended, let sequence = Clipboard.sequence(for: text) else { return false }
        terminal.send(sequence)
        return true
    }

    private static let watched = [SIGWINCH, SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT]
    private static let asciiNotice =
        "This terminal's locale is not UTF-8: accents and other scripts are left out."
}

// MARK: - Coming in

extension CursesDriver {
    private func watchInput() {
        let source = DispatchSource.makeReadSource(fileDescriptor: options.input, queue: .main)
        source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.readInput() } }
        source.activate()
        readiness = source
    }

    /// Takes in what waits to be read, if anything does. Timers call it first: keys that came before them
    /// count before them.
    package func readWaitingInput() {
        var waiting = pollfd(fd: options.input, events: Int16(POLLIN), revents: 0)
        if poll(&waiting, 1, 0) == 1, waiting.revents & Int16(POLLIN) != 0 { readInput() }
    }

    /// Readable, but nothing there: the terminal is gone, or will be said to be after a few more times.
    func readInput() {
        guard let terminal, let reader, !isSuspended else { return }
        // The main queue may have moved to another thread.
        nc_guard_this_thread()
        if let inputs = reader.read() {
            emptyReads = 0
            if !inputs.isEmpty { onInput(inputs) }
            return
        }
        emptyReads += 1
        guard terminal.isGone || emptyReads > 16 else { return }
        readiness?.cancel()
        onSignal(.hangUp)
    }

    private func received(_ signal: Int32) {
        switch signal {
        case SIGWINCH: adoptSize()
        case SIGHUP: onSignal(.hangUp)
        case SIGTSTP: onSignal(.suspend)
        case SIGCONT: resume()
        default: onSignal(.terminate)
        }
    }

    func adoptSize() {
        guard let terminal, !isSuspended, terminal.adoptSize() else { return }
        painter?.forget()
        onInput([.resize(terminal.size)])
    }
}

// MARK: - Stopping and going on

extension CursesDriver {
    /// ^Z: hands the terminal to the shell and stops, with the whole process group. Returns at once;
    /// ``TerminalSignal/resumed`` says when the screen is up again.
    /// - Parameter atRest: calls what it is given when the process may be stopped, before it returns.
    package func suspend(atRest: @escaping @Sendable (() -> Void) -> Void = { $0() }) {
        guard let terminal, !isSuspended else { return }
        isSuspended = true
        terminal.leave()
        errors?.restore()
        signals?.stopProcessGroup(atRest)
        // Where there is no shell to come back to, nothing has stopped and nothing will say so.
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(150)) { [weak self] in
            MainActor.assumeIsolated {
                if self?.isSuspended == true { self?.resume() }
            }
        }
    }

    /// Also after a stop that nobody asked for (SIGSTOP): the shell may have changed the modes.
    private func resume() {
        // The signal and the timer above may both say so.
        let now = monotonicMilliseconds()
        guard let terminal, isSuspended || now - resumedAt > 200 else { return }
        (isSuspended, resumedAt) = (false, now)
        signals?.resume()
        terminal.enter()
        reader?.resume()
        errors?.redirect()
        painter?.forget()
        if terminal.adoptSize() {
            onInput([.resize(terminal.size)])
        } else if let last {
            show(last.grid, last.theme)
        }
        onSignal(.resumed)
    }
}
