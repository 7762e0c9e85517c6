import ViewModels

/// The keymap as a file: what people copy from, and what they read to learn all keys.
package enum KeymapFile {
    /// The file that is built in. Says what the intents say themselves; a test keeps the two equal.
    package static var standard: String { String(decoding: PackageResources.keymap_yaml, as: UTF8.self) }

    /// A keymap as such a file, every intent with its help sentence.
    package static func text(of keymap: Keymap) -> String {
        let head = """
            # The keys of shipdesk. Copy what you want to change under `keys:` in your configuration; an
            # intent that is named there has the keys named there and no others, and [] takes its keys away.
            """
        return KeyContext.allCases.reduce(head + "\n") { $0 + section($1, $1.intents, keymap) }
    }

    private static func section<Kind: Intent>(
        _ context: KeyContext, _ kind: Kind.Type, _ keymap: Keymap
    ) -> String {
        let lines = kind.allCases.map { intent in
            let chords = keymap.chords(of: intent).map { quoted($0.text) }.joined(separator: ", ")
            return "  # \(intent.help)\n  \(intent.rawValue): [\(chords)]\n"
        }
        return "\n# \(context.title)\n\(context.rawValue):\n" + lines.joined()
    }

    private static func quoted(_ chord: String) -> String {
        let isWord =
            chord.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } && chord != "-"
        return isWord
            ? chord : "\"" + chord.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
