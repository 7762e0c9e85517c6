import Glibc

/// A terminal in memory: what is written to its end comes in at the program's, and the other way round.
final class Pseudoterminal {
    let program: Int32
    private let person: Int32
    private var isOpen = true

    init(width: Int = 80, height: Int = 24) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw Failure() }
        (person, program) = (master, slave)
    }

    struct Failure: Error {}

    deinit {
        hangUp()
        close(program)
    }

    func hangUp() {
        if isOpen { close(person) }
        isOpen = false
    }

    func resize(width: Int, height: Int) {
        var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    }

    /// Types, and waits until the program's end has got it: the kernel hands it on by itself.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        write(person, bytes, bytes.count)
        _ = isReadable(program, within: 5_000)
    }

    /// What the program has written so far.
    func drain() -> String {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while isReadable(person, within: 20) {
            let count = read(person, &buffer, buffer.count)
            if count <= 0 { break }
            output += buffer[..<count]
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The modes that a shell would find.
    var modes: [tcflag_t] {
        var state = termios()
        tcgetattr(program, &state)
        return [state.c_iflag, state.c_oflag, state.c_cflag, state.c_lflag]
    }

    private func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, milliseconds) > 0 && state.revents & Int16(POLLIN) != 0
    }
}
