/// Text that is being typed, and where the cursor stands in it, in characters.
package struct TextEntry: Sendable, Hashable {
    package private(set) var characters: [Character]
    /// 0 is before the first character.
    package private(set) var cursor: Int

    package init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    package var text: String { String(characters) }
    package var isEmpty: Bool { characters.isEmpty }
    /// Without blanks at either end.
    package var trimmed: String { TextEntry.trim(text) }

    package mutating func insert(_ character: Character) {
        characters.insert(character, at: cursor)
        cursor += 1
    }

    /// Line breaks and control characters in pasted text become blanks.
    package mutating func insert(pasted text: String) {
        for character in text { insert(TextEntry.isControl(character) ? " " : character) }
    }

    package mutating func backspace() {
        guard cursor > 0 else { return }
        cursor -= 1
        characters.remove(at: cursor)
    }

    package mutating func delete() {
        if cursor < characters.count { characters.remove(at: cursor) }
    }

    package mutating func clear() { self = TextEntry() }
    package mutating func left() { cursor = max(0, cursor - 1) }
    package mutating func right() { cursor = min(characters.count, cursor + 1) }
    package mutating func home() { cursor = 0 }
    package mutating func end() { cursor = characters.count }

    package static func trim(_ text: String) -> String {
        let front = text.drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func isControl(_ character: Character) -> Bool {
        character.isNewline
            || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
}
