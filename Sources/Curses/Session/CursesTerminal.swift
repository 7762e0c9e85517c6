import CNcurses
import Glibc
import Terminal

/// The terminal under curses' hand: its modes, its size, and the way back.
@MainActor
final class CursesTerminal {
    let notice: String?
    let palette: Palette
    private let input: Int32
    private let output: Int32
    private let hasMouse: Bool
    private let screen: OpaquePointer
    private let files: [UnsafeMutablePointer<FILE>]

    init(_ options: CursesDriver.Options) throws(CursesError) {
        (input, output, hasMouse) = (options.input, options.output, options.usesMouse)
        guard isatty(input) == 1, isatty(output) == 1, let read = Self.open(input, "r") else {
            throw .notATerminal
        }
        guard let write = Self.open(output, "w") else { throw .notATerminal }
        files = [read, write]
        // The window's size is the kernel's word, whatever LINES and COLUMNS once were.
        use_env(false)
        use_tioctl(true)
        nc_guard_arm(input, output)
        guard let (opened, type) = Self.newTerminal(options.terminalType, write, read) else {
            nc_guard_disarm()
            for file in [read, write] { fclose(file) }
            throw .unusableTerminal(cleaned(options.terminalType))
        }
        screen = opened
        notice = Self.notice(asked: options.terminalType, used: type)
        if options.environment["ESCDELAY"] == nil { set_escdelay(25) }
        palette = Palette(
            wanted: .detect(environment: options.environment, colors: Int(max(0, tigetnum("colors")))))
        setModes()
    }

    /// In cells, as curses has it.
    var size: Size {
        let window = nc_screen_window()
        return Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
    }

    /// Takes the window's size over; false where it has not changed.
    func adoptSize() -> Bool {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard nc_window_size(output, &rows, &columns) == 0, is_term_resized(rows, columns) else {
            return false
        }
        return resize_term(rows, columns) == OK
    }

    func send(_ sequence: String) {
        var text = sequence
        _ = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { nc_write(output, $0.baseAddress, $0.count) }
        }
    }

    /// Hands the terminal back to the shell, for a while or for good.
    func leave() {
        send((hasMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "") + "\u{1B}[?2004l")
        curs_set(1)
        endwin()
        nc_guard_disarm()
    }

    /// Takes the terminal again, with the modes that the shell has left it in as those to go back to.
    func enter() {
        nc_guard_arm(input, output)
        def_shell_mode()
        reset_prog_mode()
        setModes()
    }

    func close() {
        leave()
        delscreen(screen)
        for file in files { fclose(file) }
    }

    /// Whether there is nobody at the other end any more.
    var isGone: Bool {
        var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        poll(&state, 1, 0)
        return state.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || isatty(input) == 0
    }

    private func setModes() {
        raw()
        noecho()
        nonl()
        intrflush(nc_screen_window(), false)
        // Otherwise curses would stop in the middle of a picture when a key comes in.
        typeahead(-1)
        send("\u{1B}[?2004h" + (hasMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : ""))
    }

    private static func open(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        return copy >= 0 ? fdopen(copy, mode) : nil
    }

    private static func newTerminal(
        _ asked: String, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
    ) -> (OpaquePointer, String)? {
        for type in [asked, "xterm-256color", "vt100"] where !type.isEmpty {
            guard let screen = newterm(type, output, input) else { continue }
            if hasCapability("cup") { return (screen, type) }
            // One that cannot put its cursor anywhere can show no screen.
            endwin()
            delscreen(screen)
        }
        return nil
    }

    private static func hasCapability(_ name: String) -> Bool {
        guard let text = tigetstr(name) else { return false }
        return text != UnsafeMutablePointer(bitPattern: -1)
    }

    private static func notice(asked: String, used: String) -> String? {
        if asked == used { return nil }
        if asked.isEmpty { return "TERM is not set; shown as on \(used)." }
        return "The terminal type “\(clipped(asked, to: 24))” cannot be used here; shown as on \(used)."
    }
}
