import Terminal
import Testing

@testable import Curses

@Suite("Keys out of bytes")
struct KeyDecoderTests {
    private func decode(_ batches: [String], apart: Int64 = 10) -> [[Input]] {
        var decoder = KeyDecoder()
        return batches.enumerated().map { index, batch in
            decoder.beginBatch(at: Int64(index) * apart)
            for byte in batch.utf8 { decoder.take(byte) }
            return decoder.endBatch(at: 0)
        }
    }

    private func keys(_ batches: String...) -> [Key] {
        decode(batches).joined().compactMap { if case .key(let key, _, _) = $0 { key } else { nil } }
    }

    @Test(
        "Single keys",
        arguments: [
            ("a", .character("a")), ("é", .character("é")), ("太", .character("太")),
            ("e\u{301}", .character("e")),
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
            ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{C}", .control("l")),
            ("\u{1B}", .escape),
            ("\u{1B}x", .alt("x")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")),
            ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[Z", .backTab), ("\u{1B}[1;2A", .shiftUp),
            ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
            ("\u{1B}[1~", .home),
            ("\u{1B}OF", .end), ("\u{1B}[3~", .delete), ("\u{1B}[15~", .function(5)),
            ("\u{1B}OP", .function(1)),
        ] as [(String, Key)])
    func single(bytes: String, key: Key) {
        let first = keys(bytes).first
        if bytes == "e\u{301}" {
            #expect(first == .character("e\u{301}"))
        } else {
            #expect(first == key)
        }
    }

    @Test(
        "What is unknown is swallowed whole",
        arguments: [
            "\u{1B}[1;9z", "\u{1B}[1;5A", "\u{1B}[?1;2c", "\u{1B}]52;c;aGk=\u{7}", "\u{1B}P1$r0m\u{1B}\\",
            "\u{1B}[[A",
            "\u{1B}[M !!", "\u{1B}[<35;5;5M",
        ])
    func unknown(bytes: String) {
        #expect(keys(bytes) == [])
        #expect(keys(bytes + "q") == [.character("q")])
    }

    @Test("A sequence cut by a slow line is one key; after a second it is given up")
    func cutSequence() {
        #expect(keys("\u{1B}[1;", "2A") == [.shiftUp])
        #expect(decode(["\u{1B}[1;", "q"], apart: 5_000)[1].count == 1)
        #expect(keys("\u{1B}[5", "~j") == [.pageUp, .character("j")])
    }

    @Test("A character may come in halves, and what is not UTF-8 harms nothing after it")
    func brokenBytes() {
        var decoder = KeyDecoder()
        for byte: UInt8 in [0xC3] { decoder.take(byte) }
        #expect(decoder.endBatch(at: 0) == [])
        for byte: UInt8 in [0xA9, 0xE9, 0x61, 0xFF, 0xC0, 0x80, 0x62, 0xC2, 0x9B, 0x63] { decoder.take(byte) }
        let typed = decoder.endBatch(at: 0).map { input -> Character in
            if case .key(.character(let character), _, _) = input { character } else { "?" }
        }
        #expect(typed == ["é", "a", "b", "c"])
    }

    @Test("A key is alone only when nothing else came with it, wanted or not")
    func alone() {
        let isAlone = { (bytes: String) in
            decode([bytes]).joined().contains { if case .key(_, _, true) = $0 { true } else { false } }
        }
        #expect(isAlone("y"))
        #expect(isAlone("\u{1B}"))
        #expect(isAlone("\u{1B}[A"))
        #expect(!isAlone("yy"))
        #expect(!isAlone("\u{1B}[1;9zy"))
        #expect(!isAlone("y\u{1B}[200~"))
    }

    @Test("A paste is one input, however many pieces it comes in")
    func paste() {
        let whole = "\u{1B}[200~12 Elm St\rApt 4\r\n\u{1B}[31mé\u{1B}[201~"
        let expected = Input.paste("12 Elm St\nApt 4\n[31mé", at: 0)
        #expect(decode([whole])[0] == [expected])
        let pieces = ["\u{1B}[20"] + whole.dropFirst(4).unicodeScalars.map { String($0) }
        #expect(decode(pieces, apart: 900).joined().map { $0 } == [expected])
    }

    @Test("A paste without end has a limit, and ^C gives it up")
    func endlessPaste() {
        let long = String(repeating: "x", count: PasteBody.limit + 500)
        guard case .paste(let text, _)? = decode(["\u{1B}[200~\(long)\u{1B}[201~"])[0].first else {
            Issue.record("no paste")
            return
        }
        #expect(text.count == PasteBody.limit)
        #expect(keys("\u{1B}[200~half", "jjj", "\u{3}", "q") == [.control("c"), .character("q")])
    }

    @Test("The wheel and the button, in cells from nought")
    func mouse() {
        let inputs = decode(["\u{1B}[<64;3;4M\u{1B}[<65;3;4M\u{1B}[<0;1;1M\u{1B}[<0;1;1m"])[0]
        #expect(
            inputs == [
                .mouse(Mouse(.wheelUp, at: Point(x: 2, y: 3))),
                .mouse(Mouse(.wheelDown, at: Point(x: 2, y: 3))),
                .mouse(Mouse(.press, at: Point(x: 0, y: 0))),
            ])
    }

    @Test("Base64 for the clipboard, with its padding")
    func base64() {
        #expect(
            ["", "f", "fo", "foo", "foob"].map { Clipboard.base64(Array($0.utf8)) }
                == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="])
        #expect(Clipboard.sequence(for: String(repeating: "x", count: Clipboard.limit + 1)) == nil)
    }
}
