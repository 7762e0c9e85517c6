import Terminal

/// Makes inputs of what curses has read: bytes, and the keys that it knew by the terminal's description.
///
/// Curses leaves over what the description does not name: the other mode of the arrow keys, pastes, the
/// mouse, sequences that were cut by a slow line. They are decoded here, and what is unknown is swallowed
/// whole: the digits in `ESC [ 1 ; 9 z` are nobody's keys. A value, fed batch by batch; a batch is all that
/// could be read at once.
struct KeyDecoder {
    /// What the bytes so far have begun.
    private enum State: Equatable {
        case ground
        case escape
        /// `ESC [`, with what followed.
        case sequence([UInt8])
        /// `ESC O`
        case single
        /// An answer or a message of the terminal, up to BEL or `ESC \`; with its introducer.
        case message(UInt8, length: Int)
        /// So many bytes belong to something old and are not wanted.
        case skip(Int)
        case paste
    }
    private enum Event { case key(Key), paste(String), mouse(Mouse) }

    /// A sequence begun is given up after so many milliseconds without its end.
    static let patience: Int64 = 1_000
    private static let maxSequence = 64
    private static let maxMessage = 4_096

    private var state = State.ground
    private var characters = UTF8Assembler()
    private var paste = PasteBody()
    private var events: [Event] = []
    /// Everything that came in, also what was swallowed: a key beside it is not alone.
    private var arrivals = 0
    private var lastBatch: Int64 = .min / 2

    init() {}

    /// - Parameter at: monotonic milliseconds.
    mutating func beginBatch(at now: Int64) {
        defer { lastBatch = now }
        if now - lastBatch > Self.patience, state != .paste { state = .ground }
    }

    mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape: takeEscape(byte)
        case .sequence(let body): takeSequence(byte, after: body)
        case .single: finish(EscapeSequence(parameters: [], final: byte))
        case .message(let kind, let length): takeMessage(byte, kind, length)
        case .skip(let left): state = left > 1 ? .skip(left - 1) : .ground
        case .paste: takePaste(byte)
        }
    }

    /// A key that curses knew; nil for one that nobody wants.
    mutating func take(_ key: Key?) {
        if state == .paste { return }
        if state == .escape { emit(.key(.escape)) }
        state = .ground
        arrivals += 1
        if let key { events.append(.key(key)) }
    }

    /// What the batch was. An Esc that nothing followed is the key; what else has begun may end in the next.
    mutating func endBatch(at now: Int64) -> [Input] {
        switch state {
        case .escape: settle(.key(.escape))
        case .sequence([]): settle(.key(.alt("[")))
        case .single: settle(.key(.alt("O")))
        case .message(let kind, 0): settle(.key(.alt(Character(UnicodeScalar(kind)))))
        default: break
        }
        let isAlone = arrivals == 1 && events.count == 1 && state == .ground && characters.isEmpty
        defer { (events, arrivals) = ([], 0) }
        return events.map { event in
            switch event {
            case .key(let key): .key(key, at: now, isAlone: isAlone)
            case .paste(let text): .paste(text, at: now)
            case .mouse(let mouse): .mouse(mouse)
            }
        }
    }
}

extension KeyDecoder {
    private mutating func emit(_ event: Event) {
        arrivals += 1
        events.append(event)
    }

    private mutating func settle(_ event: Event) {
        state = .ground
        emit(event)
    }

    private mutating func takeGround(_ byte: UInt8) {
        if byte == 0x1B {
            characters = UTF8Assembler()
            state = .escape
        } else if byte < 0x20 || byte == 0x7F {
            characters = UTF8Assembler()
            emit(.key(Key(control: byte)))
        } else if let scalar = characters.take(byte) {
            type(scalar)
        }
    }

    /// An accent that was typed after its letter belongs to it.
    private mutating func type(_ scalar: Unicode.Scalar) {
        let typed = Character(scalar)
        if case .key(.character(let last)) = events.last, !scalar.isASCII {
            let both = String(last) + String(typed)
            if both.count == 1, let character = both.first {
                events[events.count - 1] = .key(.character(character))
                return
            }
        }
        emit(.key(.character(typed)))
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .message(byte, length: 0)
        case 0x20..<0x7F: settle(.key(.alt(Character(UnicodeScalar(byte)))))
        default:
            settle(.key(.escape))
            takeGround(byte)
        }
    }

    private mutating func takeSequence(_ byte: UInt8, after body: [UInt8]) {
        switch byte {
        case 0x20..<0x40 where body.count < Self.maxSequence: state = .sequence(body + [byte])
        // The Linux console's F1 is `ESC [ [ A`; the mouse of old is `ESC [ M` and three bytes.
        case UInt8(ascii: "[") where body.isEmpty: skip(1)
        case UInt8(ascii: "M") where body.isEmpty: skip(3)
        case 0x40..<0x7F: finish(EscapeSequence(parameters: body, final: byte))
        default:
            state = .ground
            arrivals += 1
            takeGround(byte)
        }
    }

    private mutating func skip(_ count: Int) {
        arrivals += 1
        state = .skip(count)
    }

    private mutating func finish(_ sequence: EscapeSequence) {
        state = .ground
        arrivals += 1
        if sequence.beginsPaste {
            state = .paste
            paste = PasteBody()
        } else if let key = sequence.key {
            events.append(.key(key))
        } else if let mouse = sequence.mouse {
            events.append(.mouse(mouse))
        }
    }

    private mutating func takeMessage(_ byte: UInt8, _ kind: UInt8, _ length: Int) {
        switch byte {
        case 0x07, 0x1B:
            arrivals += 1
            // What ends it is `ESC \`.
            state = byte == 0x1B ? .skip(1) : .ground
        case _ where length >= Self.maxMessage: state = .ground
        default: state = .message(kind, length: length + 1)
        }
    }

    /// ^C gives up a paste whose end has been lost: nothing else could be typed any more.
    private mutating func takePaste(_ byte: UInt8) {
        if byte == 0x03 { return settle(.key(.control("c"))) }
        paste.take(byte)
        guard paste.isComplete else { return }
        settle(.paste(paste.text))
        paste = PasteBody()
    }
}
