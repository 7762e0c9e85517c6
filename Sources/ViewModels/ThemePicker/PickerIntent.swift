/// What a person may ask for where one of a few things is picked.
package enum PickerIntent: String, Intent {
    case choose

    package static let context = KeyContext.picker

    package var defaults: [Chord] { ["enter"] }
    package var label: String { rawValue }
    package var help: String { "Take what is under the cursor." }
}
