import CNcurses
import Terminal
import Testing

@testable import Curses

@Suite("The driver on a terminal", .serialized)
@MainActor
struct CursesDriverTests {
    /// A driver on a terminal of its own, and what it reported.
    @MainActor
    private final class Desk {
        let pty: Pseudoterminal
        let driver: CursesDriver
        var inputs: [[Input]] = []
        var signals: [TerminalSignal] = []

        init(_ type: String = "xterm-256color", _ more: [String: String] = [:], mouse: Bool = false) throws {
            pty = try Pseudoterminal()
            let environment = ["TERM": type, "LANG": "C.UTF-8"].merging(more) { $1 }
            driver = CursesDriver(
                .init(
                    input: pty.program, output: pty.program, environment: environment, usesMouse: mouse))
            try driver.start(
                onInput: { [weak self] in self?.inputs.append($0) },
                onSignal: { [weak self] in self?.signals.append($0) })
        }

        func type(_ text: String) -> [Key] {
            pty.type(text)
            inputs = []
            driver.readInput()
            return inputs.joined().compactMap { if case .key(let key, _, _) = $0 { key } else { nil } }
        }
    }

    /// What curses has in its own cells.
    private func row(_ y: Int32, columns: Int32 = 80) -> String {
        var text = ""
        var x: Int32 = 0
        while x < columns {
            var scalars = [wchar_t](repeating: 0, count: Int(NC_CELL_SCALARS) + 1)
            var (attributes, pair): (UInt32, Int32) = (0, 0)
            nc_read_cell(y, x, &scalars, &attributes, &pair)
            let cell = scalars.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32($0)) }
            text.unicodeScalars.append(contentsOf: cell)
            x += Int32(max(1, textWidth(String(String.UnicodeScalarView(cell)))))
        }
        return text
    }

    private func grid(_ lines: [String], size: Size = Size(width: 80, height: 24)) -> Grid {
        var grid = Grid(size)
        for (y, line) in lines.enumerated() { grid.put(line, at: grid.bounds.row(y)) }
        return grid
    }

    @Test("Shows every kind of text in the cells that the grid gave it")
    func shows() throws {
        let desk = try Desk()
        defer { desk.driver.stop() }
        let lines = ["Müller, Zoë", "山田 太郎|", "e\u{301}|👩‍🚀|🇩🇪|\u{1B}[31m", String(repeating: "x", count: 90)]
        let picture = grid(lines)
        desk.driver.show(picture, .plain)
        for y in 0..<4 {
            #expect(row(Int32(y)) == picture.row(y).map(\.text).joined())
        }
        #expect(desk.pty.drain().contains("山田 太郎|"))
    }

    @Test("A second picture costs only what differs")
    func differences() throws {
        let desk = try Desk()
        defer { desk.driver.stop() }
        let lines = (0..<24).map { "purchase \($0) Müller, Zoë München" }
        desk.driver.show(grid(lines), .plain)
        _ = desk.pty.drain()
        desk.driver.show(grid(lines), .plain)
        #expect(desk.pty.drain().utf8.count < 16)
        var next = grid(lines)
        next.restyle(next.bounds.row(3)) { $0.on(.cursorRow) }
        next.cursor = Point(x: 0, y: 3)
        desk.driver.show(next, .plain)
        let bytes = desk.pty.drain().utf8.count
        #expect(bytes > 0 && bytes < 150)
        desk.driver.redraw()
        #expect(desk.pty.drain().contains("purchase 23"))
    }

    @Test("Puts the cursor where the grid says, and shows it only if it is to be seen")
    func cursor() throws {
        let desk = try Desk()
        defer { desk.driver.stop() }
        var picture = grid(["field"])
        picture.cursor = Point(x: 5, y: 0)
        desk.driver.show(picture, .plain)
        #expect(desk.pty.drain().contains("\u{1B}[?25l"))
        picture.cursorIsVisible = true
        desk.driver.show(picture, .plain)
        #expect(desk.pty.drain().contains("\u{1B}[?25h") || desk.pty.drain().contains("\u{1B}[?12l"))
        #expect(getcurx(nc_screen_window()) == 5)
    }

    @Test("A new size reaches the program once, and the picture follows")
    func resizing() throws {
        let desk = try Desk()
        defer { desk.driver.stop() }
        desk.driver.show(grid(["old"]), .plain)
        desk.pty.resize(width: 100, height: 30)
        desk.driver.adoptSize()
        desk.driver.adoptSize()
        #expect(desk.inputs == [[.resize(Size(width: 100, height: 30))]])
        desk.driver.show(grid([String(repeating: "w", count: 100)], size: desk.driver.size), .plain)
        #expect(row(0, columns: 100) == String(repeating: "w", count: 100))
        desk.driver.readInput()
        #expect(desk.inputs.count == 1)
        desk.pty.resize(width: 20, height: 5)
        desk.driver.adoptSize()
        desk.driver.show(grid(["too big for it"], size: Size(width: 100, height: 30)), .plain)
        #expect(row(0, columns: 20) == "too big for it      ")
    }

    @Test("Everything is as before after the end, however often it ends")
    func stopping() throws {
        let pty = try Pseudoterminal()
        let before = pty.modes
        let driver = CursesDriver(
            .init(input: pty.program, output: pty.program, environment: ["TERM": "xterm-256color"]))
        try driver.start(onInput: { _ in }, onSignal: { _ in })
        #expect(pty.modes != before)
        driver.show(grid(["x"]), .plain)
        driver.stop()
        driver.stop()
        let output = pty.drain()
        #expect(pty.modes == before)
        for pair in [("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l")] {
            let (on, off) = (output.ranges(of: pair.0), output.ranges(of: pair.1))
            #expect(on.count == 1 && off.count == 1)
        }
        #expect(output.contains("\u{1B}[?25h"))
    }

    @Test("A terminal that is gone is said to be gone")
    func hangUp() throws {
        let desk = try Desk()
        defer { desk.driver.stop() }
        desk.pty.hangUp()
        desk.driver.readInput()
        #expect(desk.signals == [.hangUp])
    }

    @Test("An unknown terminal type falls back and says so; a pipe is refused")
    func fallingBack() throws {
        let desk = try Desk("no-such-terminal\u{1B}")
        defer { desk.driver.stop() }
        #expect(desk.driver.notices.count == 1)
        #expect(desk.driver.notices[0].contains("no-such-terminal␛"))
        desk.driver.show(grid(["still there"]), .plain)
        #expect(desk.pty.drain().contains("still there"))
        let noTerminal = CursesDriver(.init(input: -1, output: -1, environment: [:]))
        #expect(throws: CursesError.notATerminal) {
            try noTerminal.start(onInput: { _ in }, onSignal: { _ in })
        }
    }

    @Test("Without UTF-8 there is readable ASCII")
    func ascii() throws {
        let desk = try Desk("xterm", ["LC_ALL": "C"])
        defer { desk.driver.stop() }
        desk.driver.show(grid(["Müller 山 │"]), .plain)
        #expect(row(0).hasPrefix("Muller ?? |"))
        #expect(desk.driver.notices.count == 1)
    }

    @Test(
        "Colours are what the terminal can do",
        arguments: [
            ("xterm-256color", [:], ColorDepth.ansi256, "\u{1B}[38;5;208m"),
            ("xterm-256color", ["COLORTERM": "truecolor"], .truecolor, "\u{1B}]4;208;rgb:FF/78/1E"),
            ("tmux-256color", ["COLORTERM": "truecolor"], .ansi256, "\u{1B}[38;5;208m"),
            ("linux", [:], .ansi16, "\u{1B}["), ("xterm-256color", ["NO_COLOR": "1"], .mono, "orange"),
        ] as [(String, [String: String], ColorDepth, String)])
    func colors(type: String, environment: [String: String], depth: ColorDepth, sent: String) throws {
        let desk = try Desk(type, environment)
        defer { desk.driver.stop() }
        let theme = Theme(name: "orange", roles: [.text: Appearance(.rgb(255, 120, 30))])
        desk.driver.show(grid(["orange"]), theme)
        #expect(desk.driver.depth == depth)
        let output = desk.pty.drain()
        #expect(output.contains(sent))
        if depth == .mono { #expect(!output.contains("\u{1B}[3")) }
    }

    @Test(
        "Every terminal's keys, in both modes of the arrows",
        arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"])
    func keys(type: String) throws {
        let desk = try Desk(type)
        defer { desk.driver.stop() }
        let known: [(String, [Key])] = [
            ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[D\u{1B}OC", [.left, .right]),
            ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[Z", [.backTab]), ("\u{7F}", [.backspace]),
            ("\u{1B}[1;2A\u{1B}[1;2B", [.shiftUp, .shiftDown]), ("\u{1B}[1~\u{1B}[4~", [.home, .end]),
            ("\u{1B}OH\u{1B}OF", [.home, .end]), ("\u{1B}[15~", [.function(5)]), ("\u{1B}OP", [.function(1)]),
            ("\u{1B}f", [.alt("f")]), ("é太", [.character("é"), .character("太")]),
            ("\u{3}\u{1A}", [.control("c"), .control("z")]), ("\r", [.enter]), ("\u{1B}", [.escape]),
        ]
        for (bytes, expected) in known {
            #expect(desk.type(bytes) == expected, "\(type) \(bytes.debugDescription)")
        }
    }

    @Test("A paste in pieces, and the wheel, through curses")
    func pasteAndWheel() throws {
        let desk = try Desk(mouse: true)
        defer { desk.driver.stop() }
        #expect(desk.type("\u{1B}[200~12 Elm") == [])
        #expect(desk.type(" St\rApt\u{1B}[20") == [])
        #expect(desk.type("1~") == [])
        guard case .paste(let text, _)? = desk.inputs.first?.first else {
            Issue.record("no paste")
            return
        }
        #expect(text == "12 Elm St\nApt")
        _ = desk.type("\u{1B}[<64;3;4M\u{1B}[<65;3;4M")
        #expect(desk.inputs.joined().count == 2)
    }
}
