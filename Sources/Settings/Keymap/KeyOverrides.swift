/// What a person wrote under `keys:`, with its lines; checked against the intents when the keymap is made.
package struct KeyOverrides: Sendable, Hashable {
    var file: String
    var value: YAMLValue?

    package static let none = KeyOverrides(file: "", value: nil)
}
