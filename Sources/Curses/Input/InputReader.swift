import CNcurses
import Terminal

/// Reads all that is there from the terminal, through curses, which knows the keys of each terminal.
///
/// Byte by byte rather than by `get_wch`: that one loses the first half of a character whose second half
/// has not come yet, and after a byte that is not UTF-8 the keys that follow it.
@MainActor
final class InputReader {
    /// Reading from a pad never draws the screen, reading from a window may.
    private let pad: UnsafeMutablePointer<WINDOW>?
    private var decoder = KeyDecoder()

    init() {
        pad = newpad(1, 1)
        nodelay(pad, true)
        resume()
        // Curses drops all but the last of several mouse messages; ``KeyDecoder`` takes them all.
        define_key(nil, KEY_MOUSE)
    }

    /// Puts the keypad back into the mode that the shell has ended.
    func resume() { keypad(pad, true) }

    /// - Returns: nil where there was nothing to read.
    func read() -> [Input]? {
        var hasRead = false
        decoder.beginBatch(at: monotonicMilliseconds())
        while case let code = wgetch(pad), code != ERR {
            if code == KEY_RESIZE { continue }
            hasRead = true
            if let byte = UInt8(exactly: code) { decoder.take(byte) } else { decoder.take(Key(code: code)) }
        }
        let inputs = decoder.endBatch(at: monotonicMilliseconds())
        return hasRead ? inputs : nil
    }

    func close() { delwin(pad) }
}
