/// What a person may ask for on the day's screen.
package enum TodayIntent: String, Intent {
    case report

    package static let context = KeyContext.today

    package var defaults: [Chord] { ["w"] }
    package var label: String { "write report" }
    package var help: String { "Write the day as text into a file, by station and by carrier." }
}
